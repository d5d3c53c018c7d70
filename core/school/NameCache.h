// SPDX-License-Identifier: GPL-3.0-or-later
// Terms, subjects and classes by the names that files use: asks the store once for each name.
#pragma once

#include "core/school/SchoolActions.h"

#include <QHash>

namespace edupro::school {

/// What it does not find it makes, as the ensure functions of SchoolActions do. For the time of one
/// transaction: after a rollback what it remembers is wrong.
class NameCache {
public:
    Result<Term> term(storage::Store& store, const QString& code);
    Result<SubjectId> subject(storage::Store& store, const QString& name);
    Result<ClassGroupId>
    classGroup(storage::Store& store, const AcademicYearId& year, const QString& name);

private:
    QHash<QString, Term> m_terms;
    QHash<QString, SubjectId> m_subjects;
    QHash<std::pair<AcademicYearId, QString>, ClassGroupId> m_classes;
};

} // namespace edupro::school
