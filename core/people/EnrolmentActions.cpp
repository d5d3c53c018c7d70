// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/people/EnrolmentActions.h"

namespace edupro::people {

namespace {

struct StayRow {
    EnrolmentId id;
    QDate startsOn;
    std::optional<QDate> endsOn;
    QString className;
    int startYear = 0;

    static constexpr auto schema()
    {
        return entity(
            "list_student_enrolments",
            field(&StayRow::id, "id"),
            field(&StayRow::startsOn, "starts_on"),
            field(&StayRow::endsOn, "ends_on"),
            field(&StayRow::className, "class_name"),
            field(&StayRow::startYear, "start_year"));
    }
};

std::string shown(QDate day)
{
    return day.toString(Qt::ISODate).toStdString();
}

/// The school year of the class; nothing for a class that is not there, which the store refuses.
Result<std::optional<int>> yearOf(storage::Store& store, const ClassGroupId& id)
{
    auto group = store.find<ClassGroup>(id);
    if (!group) return group.error();
    if (!group->has_value()) return std::optional<int>();
    auto year = store.find<AcademicYear>((*group)->record.academicYear);
    if (!year) return year.error();
    if (!year->has_value()) return std::optional<int>();
    return std::optional<int>((*year)->record.startYear);
}

std::vector<Issue> issuesOfYear(const Enrolment& enrolment, const DaySpan& year)
{
    std::vector<Issue> issues;
    const auto check = [&](const char* field, QDate day) {
        if (year.contains(day)) return;
        issues.push_back(
            {.field = field, .rule = "outside_year", .value = shown(day), .limit = year.text()});
    };
    check("starts_on", enrolment.startsOn);
    if (enrolment.endsOn) check("ends_on", *enrolment.endsOn);
    return issues;
}

Result<std::vector<Issue>>
overlapsOf(storage::Store& store, const Enrolment& enrolment, const DaySpan& stay)
{
    const EnrolmentId self =
        enrolment.id.isNull()
            ? EnrolmentId{naturalId(entityInfo<Enrolment>().table + u'/' + naturalKeyOf(enrolment))}
            : enrolment.id;
    const auto others = store.query<StayRow>(
        QStringLiteral("people/list_student_enrolments"),
        {{QStringLiteral("student"), QVariant::fromValue(enrolment.student.value)}});
    if (!others) return others.error();
    std::vector<Issue> issues;
    for (const StayRow& other : *others) {
        const DaySpan taken{
            other.startsOn, other.endsOn.value_or(daysOfYear(other.startYear).last)};
        if (other.id == self || !taken.overlaps(stay)) continue;
        issues.push_back(
            {.field = "starts_on",
             .rule = "overlap",
             .value = shown(enrolment.startsOn),
             .limit = other.className.toStdString() + ", " + taken.text()});
    }
    return issues;
}

} // namespace

Result<storage::Saved>
saveEnrolment(storage::Store& store, Enrolment& enrolment, const storage::SaveOptions& options)
{
    const auto startYear = yearOf(store, enrolment.classGroup);
    if (!startYear) return startYear.error();
    if (!*startYear || !enrolment.startsOn.isValid()) return store.save(enrolment, options);
    const DaySpan year = daysOfYear(**startYear);
    std::vector<Issue> issues = issuesOfYear(enrolment, year);
    const auto overlaps =
        overlapsOf(store, enrolment, {enrolment.startsOn, enrolment.endsOn.value_or(year.last)});
    if (!overlaps) return overlaps.error();
    issues.insert(issues.end(), overlaps->begin(), overlaps->end());
    if (issues.empty()) return store.save(enrolment, options);
    return Error{
        .code = ErrorCode::Validation,
        .key = "validation",
        .detail = "enrolments: the days are outside the school year or taken by another class",
        .issues = std::move(issues)};
}

} // namespace edupro::people
