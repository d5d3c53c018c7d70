// SPDX-License-Identifier: GPL-3.0-or-later
// The frame of the example school: years, terms, subjects and the days taught.
#pragma once

#include "core/school/AcademicYear.h"
#include "core/school/School.h"
#include "core/school/Subject.h"
#include "core/school/Term.h"

#include <QDate>

#include <vector>

namespace edupro::demo {

/// Gives a record the identity that the store derives from its natural key, so that others can
/// refer to it before it is stored.
template<class T>
void identify(T& record)
{
    record.id.value =
        naturalId(QString::fromLatin1(T::schema().table) + u'/' + naturalKeyOf(record));
}

struct SchoolFrame {
    School school;
    std::vector<AcademicYear> years;
    std::vector<Term> terms; ///< oldest first; all but the last are locked
    std::vector<Subject> subjects;
    std::vector<std::vector<QDate>> days; ///< per term: the days taught so far
};

/// `termCount` terms that end with the newest one of which at least 20 days were taught by `today`:
/// until then a school looks at the figures of the term before.
SchoolFrame frameOn(QDate today, int termCount);

} // namespace edupro::demo
