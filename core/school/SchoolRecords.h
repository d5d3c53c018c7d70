// SPDX-License-Identifier: GPL-3.0-or-later
// Listing and saving what a school is set up from: its profile, classes, subjects, calendar.
#pragma once

#include "core/school/CalendarDay.h"
#include "core/school/ClassGroup.h"
#include "core/school/School.h"
#include "core/school/Subject.h"
#include "core/storage/Store.h"

namespace edupro::school {

/// In the school's order, then by name.
Result<std::vector<Subject>> listSubjects(storage::Store& store);

/// Of a span of days, by day.
Result<std::vector<CalendarDay>> listCalendarDays(storage::Store& store, QDate from, QDate to);

/// Saves a class; every path that writes one goes through here. Validation with the issue "unique"
/// (name) when another class of that year has the name; a new class never becomes one that is
/// there.
Result<storage::Saved>
saveClassGroup(storage::Store& store, ClassGroup& group, const storage::SaveOptions& options = {});

/// Saves a subject likewise; names are compared without case.
Result<storage::Saved>
saveSubject(storage::Store& store, Subject& subject, const storage::SaveOptions& options = {});

/// Enters all of the days or, when one breaks a rule, none; what a day was called before is
/// replaced. Answers the days as they were before, for taking it back: those that were not named
/// have no name.
Result<std::vector<CalendarDay>>
enterCalendarDays(storage::Store& store, const std::vector<CalendarDay>& days);

/// Takes the days out of the calendar that have no name, and enters the others: the inverse of
/// enterCalendarDays(), and the way to take one day out.
Done putBackCalendarDays(storage::Store& store, const std::vector<CalendarDay>& days);

struct RemovedRow {
    const EntityInfo* entity = nullptr;
    QUuid id;
};

/// Takes a class or subject away together with what classes learn of it (class_subjects), which
/// says nothing alone. Answers what was taken, for restoreRows(). Constraint `store.referred` while
/// students, marks or teachers refer to it; then nothing is taken.
Result<std::vector<RemovedRow>>
removeRow(storage::Store& store, const EntityInfo& entity, const QUuid& id);
Done restoreRows(storage::Store& store, const std::vector<RemovedRow>& rows);

/// The school year after the newest one, with its usual terms. NotFound `term.none` without terms.
Result<AcademicYear> addNextYear(storage::Store& store);

} // namespace edupro::school
