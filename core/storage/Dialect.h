// SPDX-License-Identifier: GPL-3.0-or-later
// The differences between SQLite and PostgreSQL, all in one place.
#pragma once

#include "core/base/Error.h"
#include "core/record/Field.h"

#include <QString>
#include <QVariant>

class QSqlError;

namespace edupro::storage {

enum class Dialect { Sqlite, Postgres };

/// Replaces the type tokens of a migration: {uuid} {text} {int} {real} {flag} {date} {instant}
/// {json} {bytes} {strict}, and {stamp}, the columns that the store adds to every entity.
QString expandTokens(const QString& text, Dialect dialect);

/// A value in the form the driver binds. Missing values stay missing.
QVariant toDatabase(const QVariant& value);

/// A driver's value as the field's type (a flag comes back from SQLite as an integer, a date as
/// text).
QVariant fromDatabase(FieldType type, const QVariant& value);

/// What a driver's error means: code, key and, for constraints, the field. The driver's own text
/// goes to `detail` only when it cannot contain values of a row.
Error toError(const QSqlError& error, Dialect dialect, const char* doing);

} // namespace edupro::storage
