// SPDX-License-Identifier: GPL-3.0-or-later
// What a file of incomes looks like and how its rows become incomes of guardians.
#pragma once

#include "core/exchange/Importer.h"

#include <memory>

namespace edupro::income {

/// Fields: nis (required); either amount or band with relation (father, mother, guardian; without
/// it: guardian) and guardian (the name), or father_income, mother_income, guardian_income;
/// father_nik, mother_nik, guardian_nik; since or term. An income is an amount in rupiah, a Dapodik
/// band's code or its label. In a file without since and term incomes count from the beginning of
/// today's term, and one that is known already is not stored again. Guardians that are not there
/// are made.
std::unique_ptr<exchange::RowImport> incomeImport();

} // namespace edupro::income
