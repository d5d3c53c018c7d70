// SPDX-License-Identifier: GPL-3.0-or-later
// Carries out a set-up plan, and takes it back as a whole.
#pragma once

#include "core/school/SetupPlan.h"
#include "core/storage/Store.h"

namespace edupro::school {

/// What a plan has made, in the order of making; what was there already is not part of it.
struct AppliedSetup {
    struct Row {
        const EntityInfo* entity = nullptr;
        QUuid id;
    };
    std::vector<Row> made;
    int classes = 0;
    int subjects = 0;
    int holidays = 0;
};

/// Makes what the plan names, in one transaction: the school year and its terms, the week from the
/// first day of that year, subjects, classes, what each class learns in both terms, holidays. What
/// is there already stays as it is. Errors: Permission; Validation of a name that the person
/// changed.
Result<AppliedSetup> applySetup(storage::Store& store, const SetupPlan& plan);

/// Takes back what was made, all of it or, with Constraint `store.referred`, nothing: as long as no
/// student, mark or teacher refers to a class or subject of it.
Done undoSetup(storage::Store& store, const AppliedSetup& applied);

} // namespace edupro::school
