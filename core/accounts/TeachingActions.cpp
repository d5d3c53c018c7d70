// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/accounts/TeachingActions.h"

#include "core/school/SchoolActions.h"

namespace edupro::accounts {

using storage::Store;

namespace {

Error unknown(const char* key, const QString& name)
{
    std::string detail = "there is no ";
    detail += std::string(key).substr(0, std::string(key).find('.'));
    return {
        .code = ErrorCode::NotFound,
        .key = key,
        .detail = detail + ' ' + name.toStdString() + " in that school year"};
}

Result<Term> termOf(Store& store, const QString& code)
{
    const auto row = school::termOf(store, code.isEmpty() ? termCodeOn(store.today()) : code);
    if (!row) return row.error();
    auto term = store.find<Term>(row->id);
    if (!term) return term.error();
    return (*term)->record;
}

Result<ClassGroup> classOf(Store& store, const AcademicYearId& year, const QString& name)
{
    const auto groups =
        store.list<ClassGroup>(QStringLiteral("academic_year_id"), QVariant::fromValue(year.value));
    if (!groups) return groups.error();
    for (const ClassGroup& group : *groups)
        if (group.name == name) return group;
    return unknown("class.unknown", name);
}

Result<Subject> subjectOf(Store& store, const QString& name)
{
    const auto subjects = store.list<Subject>();
    if (!subjects) return subjects.error();
    for (const Subject& subject : *subjects)
        if (subject.name.compare(name, Qt::CaseInsensitive) == 0) return subject;
    return unknown("subject.unknown", name);
}

} // namespace

Result<Teaching> assignTeaching(Store& store, const User& teacher, const Lesson& lesson)
{
    const auto term = termOf(store, lesson.term);
    if (!term) return term.error();
    const auto group = classOf(store, term->academicYear, lesson.className);
    if (!group) return group.error();
    const auto subject = subjectOf(store, lesson.subject);
    if (!subject) return subject.error();
    Teaching teaching{
        .classGroup = group->id, .subject = subject->id, .user = teacher.id, .term = term->id};
    if (auto saved = store.save(teaching); !saved) return saved.error();
    return teaching;
}

Result<Homeroom> assignHomeroom(Store& store, const User& teacher, const QString& className)
{
    const auto term = termOf(store, {});
    if (!term) return term.error();
    const auto group = classOf(store, term->academicYear, className);
    if (!group) return group.error();
    Homeroom homeroom{.classGroup = group->id, .user = teacher.id};
    if (auto saved = store.save(homeroom); !saved) return saved.error();
    return homeroom;
}

} // namespace edupro::accounts
