// SPDX-License-Identifier: GPL-3.0-or-later
// Good, edge and bad texts of a field, made from its rules and not by the code that checks them.
#pragma once

#include "core/record/Schema.h"

#include <QDate>

#include <string>
#include <vector>

namespace edupro::tests {

/// What a person might type, and the rule that it breaks; none: it is taken.
struct FieldSample {
    QString text; ///< dates as YYYY-MM-DD
    std::string broken;
};

/// Of fields that a person fills in: not keys and not references.
std::vector<FieldSample> samplesOf(const FieldInfo& field, QDate today);

} // namespace edupro::tests
