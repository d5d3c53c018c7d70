// SPDX-License-Identifier: GPL-3.0-or-later
// Everything about the attendance of one class in one term, as a value that pages show.
#pragma once

#include "core/attendance/Figures.h"
#include "core/school/Term.h"

#include <QHash>

#include <map>

namespace edupro::attendance {

/// A class as the choice of classes shows it.
struct ClassRow {
    ClassGroupId id;
    QString name;
    bool mine = false; ///< the person is its homeroom teacher

    static constexpr auto schema()
    {
        return entity(
            "list_term_classes",
            field(&ClassRow::id, "id"),
            field(&ClassRow::name, "name"),
            field(&ClassRow::mine, "mine"));
    }
};

struct ClassTerm {
    ClassGroup classGroup;
    Term term;
    QDate today;
    std::vector<ClassStudent> students; ///< who was in it during the term, in the order of names
    std::map<QDate, DayList> lists;     ///< of the days whose list was begun
    std::vector<SchoolDay> days;        ///< every day of the term
    AttendanceRules rules;              ///< of today, or of the term's last day when it is over
    QHash<StudentId, AttendanceTotal> totals;

    /// The list of a day; one that was not taken when there is none.
    DayList listOn(QDate day) const;
    ListState stateOn(QDate day) const;
    /// What the calendar says of a day; a Break outside the term.
    SchoolDay dayOn(QDate day) const;
    DayFacts factsOf(QDate day) const;
    const ClassStudent* find(const StudentId& student) const;
    /// The last day before `day` with a record; invalid when there is none.
    QDate recordBefore(QDate day) const;

    /// Of the term up to today. A total goes before the daily lists, as on the report card.
    Figures figuresOf(const StudentId& student) const;
    /// School days from today to the end of the term without a record, on which the student is in
    /// the class.
    int remainingDaysOf(const StudentId& student) const;
};

/// The classes of the term's school year that the person may see, as people count: 7A, 8A, 10A.
/// `person`: whose homeroom class is named; may be null.
Result<std::vector<ClassRow>>
listClasses(storage::Store& store, const QString& termCode, const QUuid& person);

/// Errors: NotFound `class.unknown`, `term.unknown` (also when it is of another school year than
/// the class), `setting.missing`. Permission. A constant number of indexed queries.
Result<ClassTerm>
readClassTerm(storage::Store& store, const ClassGroupId& classGroup, const QString& termCode);

} // namespace edupro::attendance
