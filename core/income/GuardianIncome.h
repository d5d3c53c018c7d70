// SPDX-License-Identifier: GPL-3.0-or-later
// What a guardian earns per month from a day on: an amount or a band.
#pragma once

#include "core/people/Guardian.h"

#include <QDate>

#include <optional>
#include <vector>

namespace edupro {

using GuardianIncomeId = Id<struct GuardianIncomeTag>;

struct GuardianIncome {
    GuardianIncomeId id;
    GuardianId guardian;
    QDate since;
    std::optional<qint64> amount; ///< whole rupiah per month
    std::optional<QString> band;  ///< Dapodik code, see reference_codes of kind income_band

    static constexpr auto schema()
    {
        // clang-format off
        return entity("guardian_incomes",
            field(&GuardianIncome::id,       "id",          label("GuardianIncome", "Id"),       {.key = true, .hidden = true}),
            field(&GuardianIncome::guardian, "guardian_id", label("GuardianIncome", "Guardian"), {.required = true, .references = "guardians"}),
            field(&GuardianIncome::since,    "since",       label("GuardianIncome", "Since"),    {.required = true}),
            field(&GuardianIncome::amount,   "amount",      label("GuardianIncome", "Amount"),   {.sealed = true, .range = Range{0, 1e12}}),
            field(&GuardianIncome::band,     "band",        label("GuardianIncome", "Band"),     {.pattern = "[0-9]{2}"}));
        // clang-format on
    }
    friend bool operator==(const GuardianIncome&, const GuardianIncome&) = default;
};

inline QString naturalKeyOf(const GuardianIncome& income)
{
    return income.guardian.text() + u'/' + income.since.toString(Qt::ISODate);
}

/// Exactly one of amount and band is given.
inline std::vector<Issue> issuesOf(const GuardianIncome& income)
{
    if (income.amount.has_value() != income.band.has_value()) return {};
    return {{.field = "amount", .rule = "one_of", .limit = "amount|band"}};
}

} // namespace edupro
