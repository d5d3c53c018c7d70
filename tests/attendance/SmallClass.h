// SPDX-License-Identifier: GPL-3.0-or-later
// A class of three on Monday, 2 March 2026, for tests of daily attendance.
#pragma once

#include "core/attendance/ListActions.h"
#include "core/people/Enrolment.h"
#include "core/school/CalendarDay.h"
#include "core/school/DatedRules.h"
#include "core/school/SchoolActions.h"
#include "tests/support/Catch.h"
#include "tests/support/Stores.h"

namespace edupro::tests {

/// Ani and Budi are in 7A since July; Citra came on 16 February 2026 and leaves after 27 March.
struct SmallClass {
    explicit SmallClass(storage::Store& opened)
        : store(opened)
    {
        REQUIRE(school::createSchool(store, QStringLiteral("SMP Contoh"), {}).has_value());
        DatedSetting week{
            .name = QString::fromLatin1(school::rules::weekDays),
            .since = QDate(2025, 7, 1),
            .value = 5};
        REQUIRE(school::saveRule(store, week).has_value());
        term = school::ensureTerm(store, QStringLiteral("20252")).value();
        group = school::ensureClassGroup(store, term.academicYear, QStringLiteral("7A")).value().id;
        ani = pupil("10001", "Ani Contoh", QDate(2025, 7, 14), {});
        budi = pupil("10002", "Budi Contoh", QDate(2025, 7, 14), {});
        citra = pupil("10003", "Citra Contoh", QDate(2026, 2, 16), QDate(2026, 3, 27));
    }

    StudentId pupil(const char* nis, const char* name, QDate from, std::optional<QDate> until)
    {
        Student student{.nis = QString::fromUtf8(nis), .name = QString::fromUtf8(name)};
        REQUIRE(store.save(student).has_value());
        Enrolment enrolment{
            .student = student.id, .classGroup = group, .startsOn = from, .endsOn = until};
        REQUIRE(store.save(enrolment).has_value());
        return student.id;
    }
    void lockTerm()
    {
        term.state = QStringLiteral("locked");
        REQUIRE(store.save(term).has_value());
    }
    attendance::DayList stored(QDate on) { return attendance::readList(store, group, on).value(); }

    storage::Store& store;
    Term term;
    ClassGroupId group;
    StudentId ani;
    StudentId budi;
    StudentId citra;
    const QDate monday{2026, 3, 2};
};

inline attendance::ListEntry
entry(const StudentId& student, const char* code, const char* note = "")
{
    attendance::ListEntry made = attendance::entryOfCode(student, QString::fromUtf8(code));
    made.note = QString::fromUtf8(note);
    return made;
}

/// Each issue as "field rule limit", with the names of the class's students.
inline QStringList issuesOf(const SmallClass& small, const Error& error)
{
    QStringList shown;
    for (const Issue& issue : error.issues) {
        QString field = QString::fromStdString(issue.field);
        if (field == small.ani.text()) field = QStringLiteral("Ani");
        if (field == small.budi.text()) field = QStringLiteral("Budi");
        if (field == small.citra.text()) field = QStringLiteral("Citra");
        shown.append(
            QStringLiteral("%1 %2 %3")
                .arg(field, QString::fromStdString(issue.rule), QString::fromStdString(issue.limit))
                .trimmed());
    }
    return shown;
}

} // namespace edupro::tests
