// SPDX-License-Identifier: GPL-3.0-or-later
// The homes that the pupils of the example school come from: parents, work and income.
#pragma once

#include "core/base/Random.h"
#include "core/income/GuardianIncome.h"
#include "core/people/Guardian.h"

#include <QString>

#include <optional>
#include <vector>

namespace edupro::demo {

struct Parent {
    Guardian guardian;
    QString relation; ///< father, mother or guardian
    std::optional<GuardianIncome> income;
};

struct Household {
    QString familyName;
    double incomeScore = 0.0; ///< standard score of the logarithm of the income
    std::vector<Parent> parents;
};

/// A home whose parents earn together about 3.3 million rupiah a month (median). Each income is an
/// amount or a band; one in eight is not known. Incomes count from `since`. `newId` gives the
/// guardians their identities.
Household makeHousehold(Random& random, QDate since, const IdSource& newId);

/// The Dapodik band of an amount of whole rupiah per month, "11" to "16".
QString incomeBandOf(qint64 rupiah);

} // namespace edupro::demo
