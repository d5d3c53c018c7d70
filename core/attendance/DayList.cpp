// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/attendance/DayList.h"

#include "core/record/Validate.h"

#include <QSet>

#include <algorithm>

namespace edupro::attendance {

namespace {

auto placeOf(std::vector<ListEntry>& entries, const StudentId& student)
{
    return std::lower_bound(
        entries.begin(), entries.end(), student, [](const ListEntry& entry, const StudentId& id) {
            return entry.student < id;
        });
}

std::string dayText(QDate day)
{
    return day.toString(Qt::ISODate).toStdString();
}

/// Why a student who was in the class at some time was not in it on the day.
Issue outsideOfStays(QDate day, const ClassStudent& student, const std::string& field)
{
    const Stay& first = student.stays.front();
    if (day < first.first)
        return {
            .field = field,
            .rule = "before_enrolment",
            .value = dayText(day),
            .limit = dayText(first.first)};
    QDate left = first.first;
    for (const Stay& stay : student.stays) {
        if (stay.last && *stay.last < day) left = std::max(left, *stay.last);
    }
    return {
        .field = field, .rule = "after_enrolment", .value = dayText(day), .limit = dayText(left)};
}

struct CodeWords {
    const char* words; ///< separated by '|'
    const char* code;
    bool late;
    bool leftEarly;
};

// clang-format off
constexpr CodeWords codeWords[] = {
    {"|h|hadir|present",            "H", false, false},
    {"s|sakit|sick",                "S", false, false},
    {"i|izin|ijin|excused",         "I", false, false},
    {"a|alpa|alfa|alpha|absent|tk", "A", false, false},
    {"t|l|terlambat|late",          "H", true,  false},
    {"p|e|pulang awal|left early",  "H", false, true},
    {"tp|le",                       "H", true,  true},
};
// clang-format on

} // namespace

ListEntry entryOfCode(const StudentId& student, const QString& text)
{
    const QString wanted = text.simplified().toCaseFolded();
    for (const CodeWords& row : codeWords) {
        if (!QString::fromLatin1(row.words).split(u'|').contains(wanted)) continue;
        return {
            .student = student,
            .code = QString::fromLatin1(row.code),
            .late = row.late,
            .leftEarly = row.leftEarly,
            .note = {}};
    }
    return {.student = student, .code = QStringLiteral("?"), .note = {}};
}

ListEntry DayList::entryOf(const StudentId& student) const
{
    for (const ListEntry& entry : entries) {
        if (entry.student == student) return entry;
    }
    return {.student = student, .note = {}};
}

void DayList::set(const ListEntry& entry)
{
    const auto place = placeOf(entries, entry.student);
    const bool stands = place != entries.end() && place->student == entry.student;
    if (stands && entry.isSimplyPresent())
        entries.erase(place);
    else if (stands)
        *place = entry;
    else if (!entry.isSimplyPresent())
        entries.insert(place, entry);
}

bool ClassStudent::isInClass(QDate day) const
{
    return std::any_of(
        stays.begin(), stays.end(), [day](const Stay& stay) { return stay.covers(day); });
}

std::vector<Issue> issuesOfDay(const DayFacts& facts, Writing writing)
{
    std::vector<Issue> issues;
    const auto add = [&](const char* rule, const QString& limit = {}) {
        issues.push_back(
            {.field = "day",
             .rule = rule,
             .value = dayText(facts.day.day),
             .limit = limit.toStdString()});
    };
    const bool mayReopen = facts.termState == u"locked" && writing == Writing::Correction;
    if (facts.day.day > facts.today) add("future");
    if (facts.termState.isEmpty())
        add("no_term");
    else if (facts.termState != u"open" && !mayReopen)
        add("locked");
    if (facts.day.kind == DayKind::Weekend) add("weekend");
    if (facts.day.kind == DayKind::Holiday) add("holiday", facts.day.name);
    return issues;
}

std::vector<Issue> issuesOfEntry(QDate day, const ListEntry& entry, const ClassStudent* student)
{
    std::vector<Issue> issues;
    const std::string field = entry.student.text().toStdString();
    const AttendanceDay row{
        .student = entry.student,
        .day = day,
        .status = entry.code,
        .late = entry.late,
        .leftEarly = entry.leftEarly,
        .note = entry.note};
    for (Issue& issue : issuesOfRecord(entityInfo<AttendanceDay>(), valuesOf(row), day)) {
        issue.field = field;
        issues.push_back(std::move(issue));
    }
    if (!student || student->stays.empty())
        issues.push_back({.field = field, .rule = "not_enrolled", .value = dayText(day)});
    else if (!student->isInClass(day))
        issues.push_back(outsideOfStays(day, *student, field));
    return issues;
}

std::vector<Issue> issuesOfEntries(
    QDate day, const std::vector<ListEntry>& entries, const std::vector<ClassStudent>& students)
{
    std::vector<Issue> issues;
    QSet<StudentId> seen;
    for (const ListEntry& entry : entries) {
        const auto found =
            std::find_if(students.begin(), students.end(), [&](const ClassStudent& student) {
                return student.id == entry.student;
            });
        const ClassStudent* student = found == students.end() ? nullptr : &*found;
        const auto more = issuesOfEntry(day, entry, student);
        issues.insert(issues.end(), more.begin(), more.end());
        if (seen.contains(entry.student))
            issues.push_back({.field = entry.student.text().toStdString(), .rule = "twice"});
        seen.insert(entry.student);
    }
    return issues;
}

} // namespace edupro::attendance
