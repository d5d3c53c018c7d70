// SPDX-License-Identifier: GPL-3.0-or-later
// SQL as text: cut into statements, and named placeholders turned into positional ones.
#pragma once

#include "core/base/Result.h"

#include <QString>
#include <QStringList>

namespace edupro::storage {

/// The statements of a script, without their semicolons; empty ones and pure comments are left out.
/// Knows '..', "..", `--`, nested /* */ and PostgreSQL's dollar quotes.
QStringList splitStatements(const QString& script);

struct PositionalSql {
    QString text;      ///< with `?` for each placeholder
    QStringList names; ///< the placeholder's name at each position; a name may occur more than once
};

/// `:name` -> `?`, outside quotes; `::` is left alone, comments are left out.
PositionalSql positional(const QString& sql);

} // namespace edupro::storage
