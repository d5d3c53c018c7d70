// SPDX-License-Identifier: GPL-3.0-or-later
// Invented people of the example school: common Indonesian names, streets and occupations, put
// together at random.
#pragma once

#include "core/base/Random.h"

#include <QString>

namespace edupro::demo {

enum class Sex { Male, Female };

/// A family name, or empty: many Indonesians have none.
QString familyName(Random& random);

/// One to three given names and the family name, if any: "Siti Nur'aini", "Yohanes Agung Sinaga".
QString fullName(Random& random, Sex sex, const QString& family);

/// "Jl. Melati No. 12, RT 03/RW 05".
QString streetAddress(Random& random);

/// An occupation that earns about this much a month.
QString occupationEarning(Random& random, qint64 rupiah);

/// The title of a competition or award of pupils.
QString competition(Random& random);

} // namespace edupro::demo
