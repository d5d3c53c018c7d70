// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/school/NameCache.h"

namespace edupro::school {

Result<Term> NameCache::term(storage::Store& store, const QString& code)
{
    const auto known = m_terms.constFind(code);
    if (known != m_terms.constEnd()) return *known;
    Result<Term> term = ensureTerm(store, code);
    if (term) m_terms.insert(code, *term);
    return term;
}

Result<SubjectId> NameCache::subject(storage::Store& store, const QString& name)
{
    const auto known = m_subjects.constFind(name);
    if (known != m_subjects.constEnd()) return *known;
    const Result<Subject> subject = ensureSubject(store, name);
    if (!subject) return subject.error();
    m_subjects.insert(name, subject->id);
    return subject->id;
}

Result<ClassGroupId>
NameCache::classGroup(storage::Store& store, const AcademicYearId& year, const QString& name)
{
    const auto key = std::pair(year, name);
    const auto known = m_classes.constFind(key);
    if (known != m_classes.constEnd()) return *known;
    const Result<ClassGroup> group = ensureClassGroup(store, year, name);
    if (!group) return group.error();
    m_classes.insert(key, group->id);
    return group->id;
}

} // namespace edupro::school
