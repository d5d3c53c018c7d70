// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/people/PeopleActions.h"

#include "core/people/EnrolmentActions.h"
#include "core/record/Fold.h"
#include "core/school/SchoolActions.h"

#include <QCollator>

namespace edupro::people {

namespace {

struct CountRow {
    qint64 total = 0;
    static constexpr auto schema() { return entity("count", field(&CountRow::total, "total")); }
};

struct IdRow {
    StudentId id;
    static constexpr auto schema() { return entity("id", field(&IdRow::id, "id")); }
};

struct PlaceRow {
    qint64 place = 0;
    static constexpr auto schema() { return entity("place", field(&PlaceRow::place, "place")); }
};

struct NameRow {
    QString name;
    static constexpr auto schema() { return entity("name", field(&NameRow::name, "name")); }
};

/// "bud san" finds "budi santoso". Folding leaves no character that LIKE would take for a wildcard.
QString patternOf(const QString& text)
{
    const QString wanted = folded(text).split(u' ', Qt::SkipEmptyParts).join(u'%');
    return wanted.isEmpty() ? QStringLiteral("%") : u'%' + wanted + u'%';
}

storage::Parameters parametersOf(const StudentSearch& search)
{
    return {
        {QStringLiteral("pattern"), patternOf(search.text)},
        {QStringLiteral("any_class"), search.className.isEmpty() ? 1 : 0},
        {QStringLiteral("class_name"), search.className}};
}

template<class T>
std::optional<T> firstOf(const std::vector<T>& rows)
{
    return rows.empty() ? std::optional<T>() : rows.front();
}

/// The class has a name of its own, which the form must not take for the student's.
Error ofClass(Error error)
{
    for (Issue& issue : error.issues)
        if (issue.field == "name") issue.field = "class";
    return error;
}

} // namespace

Result<qint64> countStudents(storage::Store& store, const StudentSearch& search)
{
    auto rows =
        store.query<CountRow>(QStringLiteral("people/count_students"), parametersOf(search));
    if (!rows) return rows.error();
    return rows->front().total;
}

Result<std::vector<StudentRow>>
listStudents(storage::Store& store, const StudentSearch& search, qint64 offset, qint64 limit)
{
    if (Done may = store.require(security::Action::Read, security::Object::Students); !may)
        return may.error();
    storage::Parameters parameters = parametersOf(search);
    parameters.insert(QStringLiteral("offset"), offset);
    parameters.insert(QStringLiteral("limit"), limit);
    const QString name = search.order == StudentOrder::Name
                             ? QStringLiteral("people/list_students_by_name")
                             : QStringLiteral("people/list_students_by_nis");
    return store.query<StudentRow>(name, parameters);
}

Result<std::optional<qint64>>
placeOf(storage::Store& store, const StudentSearch& search, const StudentId& student)
{
    storage::Parameters parameters = parametersOf(search);
    parameters.insert(QStringLiteral("student"), QVariant::fromValue(student.value));
    const QString name = search.order == StudentOrder::Name
                             ? QStringLiteral("people/place_of_student_by_name")
                             : QStringLiteral("people/place_of_student_by_nis");
    auto rows = store.query<PlaceRow>(name, parameters);
    if (!rows) return rows.error();
    return rows->empty() ? std::optional<qint64>() : rows->front().place;
}

Result<QStringList> listClassNames(storage::Store& store)
{
    auto rows = store.query<NameRow>(QStringLiteral("people/list_class_names"));
    if (!rows) return rows.error();
    QStringList names;
    for (const NameRow& row : *rows)
        names.append(row.name);
    QCollator asPeopleCount{QLocale(QLocale::Indonesian)};
    asPeopleCount.setNumericMode(true);
    std::sort(names.begin(), names.end(), asPeopleCount);
    return names;
}

Result<std::optional<StudentId>> studentOfNis(storage::Store& store, const QString& nis)
{
    auto rows = store.query<IdRow>(
        QStringLiteral("people/find_student_by_nis"), {{QStringLiteral("nis"), nis}});
    if (!rows) return rows.error();
    return rows->empty() ? std::optional<StudentId>() : rows->front().id;
}

Result<std::optional<LastEnrolment>> lastEnrolment(storage::Store& store, const StudentId& student)
{
    auto rows = store.query<LastEnrolment>(
        QStringLiteral("people/last_enrolment"),
        {{QStringLiteral("student"), QVariant::fromValue(student.value)}});
    if (!rows) return rows.error();
    return firstOf(*rows);
}

Result<storage::Saved>
enrol(storage::Store& store, const StudentId& student, const QString& className, QDate day)
{
    auto term = school::ensureTerm(store, termCodeOn(day));
    if (!term) return term.error();
    auto group = school::ensureClassGroup(store, term->academicYear, className);
    if (!group) return group.error();
    auto last = lastEnrolment(store, student);
    if (!last) return last.error();
    const bool sameYear = last->has_value() && (*last)->academicYear == term->academicYear;
    if (sameYear && (*last)->classGroup == group->id && !(*last)->endsOn)
        return storage::Saved::Unchanged;
    // Into the first class of a year from its first day, into another one from the day of the move.
    const QDate yearBegins(term->code.left(4).toInt(), 7, 1);
    Enrolment fresh{
        .student = student, .classGroup = group->id, .startsOn = sameYear ? day : yearBegins};
    if (sameYear && (*last)->startsOn < day) {
        Enrolment left{
            .id = (*last)->id,
            .student = student,
            .classGroup = (*last)->classGroup,
            .startsOn = (*last)->startsOn,
            .endsOn = std::min((*last)->endsOn.value_or(day), day.addDays(-1))};
        if (auto saved = saveEnrolment(store, left); !saved) return saved.error();
    } else if (sameYear) {
        // Moved on the very day of joining: the first entry was a slip.
        if (Done removed = store.remove(entityInfo<Enrolment>(), (*last)->id.value); !removed)
            return removed.error();
    }
    return saveEnrolment(store, fresh);
}

Result<storage::Saved> saveStudent(
    storage::Store& store,
    Student& student,
    const QString& className,
    const storage::SaveOptions& options)
{
    auto transaction = storage::Transaction::begin(store);
    if (!transaction) return transaction.error();
    Student saved = student;
    auto outcome = store.save(saved, options);
    if (!outcome) return outcome.error();
    if (!className.isEmpty()) {
        auto enrolled = enrol(store, saved.id, className, store.today());
        if (!enrolled) return ofClass(enrolled.error());
        if (*outcome == storage::Saved::Unchanged && *enrolled != storage::Saved::Unchanged)
            outcome = storage::Saved::Updated;
    }
    if (Done committed = transaction->commit(); !committed) return committed.error();
    student = saved;
    return outcome;
}

} // namespace edupro::people
