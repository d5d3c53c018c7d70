// SPDX-License-Identifier: GPL-3.0-or-later
// The list of a class on a day as a value, and the rules that it has to obey.
#pragma once

#include "core/attendance/AttendanceDay.h"
#include "core/attendance/AttendanceRules.h"
#include "core/school/SchoolCalendar.h"

namespace edupro::attendance {

using school::DayKind;
using school::SchoolDay;

/// One student on a list.
struct ListEntry {
    StudentId student;
    QString code = QStringLiteral("H"); ///< H present, S sick, I excused, A absent
    bool late = false;
    bool leftEarly = false;
    QString note;

    /// Present and nothing else to tell: such an entry has no row.
    bool isSimplyPresent() const { return code == u"H" && !late && !leftEarly && note.isEmpty(); }
    friend bool operator==(const ListEntry&, const ListEntry&) = default;
};

/// Reads what people write: H, S, I, A or the words (hadir, sakit, izin, alpa; present, sick,
/// excused, absent), T or L for late, P or E for left early, TP or LE for both. Case and spaces do
/// not matter. The code "?" for anything else, which issuesOfEntry() then refuses; empty text is
/// present.
ListEntry entryOfCode(const StudentId& student, const QString& text);

enum class ListState { NotTaken, Draft, Submitted, Corrected };

/// Whether the day counts: a draft does not.
inline bool isRecord(ListState state)
{
    return state >= ListState::Submitted;
}

struct DayList {
    ClassGroupId classGroup;
    QDate day;
    ListState state = ListState::NotTaken;
    QString reason;                 ///< of the last correction
    std::vector<ListEntry> entries; ///< who was not simply present, by student

    /// A student without an entry is simply present.
    ListEntry entryOf(const StudentId& student) const;
    /// Puts `entry` in the place of the student's; takes it out when there is nothing to tell.
    void set(const ListEntry& entry);
    friend bool operator==(const DayList&, const DayList&) = default;
};

/// Days in a class, first and last included; without a last one to the end of the school year.
struct Stay {
    QDate first;
    std::optional<QDate> last;

    bool covers(QDate day) const { return first <= day && (!last || day <= *last); }
    friend bool operator==(const Stay&, const Stay&) = default;
};

struct ClassStudent {
    StudentId id;
    QString nis;
    QString name;
    std::vector<Stay> stays; ///< oldest first

    bool isInClass(QDate day) const;
};

/// What decides whether a list of a day may be written.
struct DayFacts {
    SchoolDay day;
    QDate today;
    QString termState; ///< empty: the day is in no term of the class's school year
};

/// Whether a locked term may be written, as it may with a reason.
enum class Writing { Usual, Correction };

/// Issues of the field "day": "future", "no_term", "locked", "weekend", "holiday" (limit: its
/// name).
std::vector<Issue> issuesOfDay(const DayFacts& facts, Writing writing);

/// Issues whose field is the student's id: "choice" (a code other than H S I A), "not_present"
/// (late or left early without being present), "length" (of the note), "before_enrolment" and
/// "after_enrolment" (limit: the first or last day in the class), "not_enrolled" (never in the
/// class), "twice".
std::vector<Issue> issuesOfEntries(
    QDate day, const std::vector<ListEntry>& entries, const std::vector<ClassStudent>& students);

/// The rules of one entry; `student` null: never in the class.
std::vector<Issue> issuesOfEntry(QDate day, const ListEntry& entry, const ClassStudent* student);

} // namespace edupro::attendance
