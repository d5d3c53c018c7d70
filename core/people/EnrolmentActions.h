// SPDX-License-Identifier: GPL-3.0-or-later
// Writing an enrolment: the rules that need the class's year and the student's other classes.
#pragma once

#include "core/people/Enrolment.h"
#include "core/storage/Store.h"

namespace edupro::people {

/// Saves an enrolment; every path that writes one goes through here. Beyond the errors of
/// Store::save(), Validation with the issues "outside_year" (starts_on, ends_on: not in the class's
/// school year) and "overlap" (starts_on: the student is in another class then; the limit names
/// it).
Result<storage::Saved> saveEnrolment(
    storage::Store& store, Enrolment& enrolment, const storage::SaveOptions& options = {});

} // namespace edupro::people
