// SPDX-License-Identifier: GPL-3.0-or-later
// Records as JSON: for the change log, the command line and exports.
#pragma once

#include "core/record/Schema.h"

#include <QJsonObject>

namespace edupro {

/// One member per field, by column name; missing values are left out. Whole numbers stay exact up
/// to 2^53.
QJsonObject toJson(const EntityInfo& entity, const Values& values);

/// Only the fields that differ, with the value of `values`; JSON null where it has none.
QJsonObject changedFields(const EntityInfo& entity, const Values& values, const Values& other);

} // namespace edupro
