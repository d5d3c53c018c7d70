// SPDX-License-Identifier: GPL-3.0-or-later
// Rows as a table of text on a terminal.
#pragma once

#include "app/cli/Terminal.h"

#include <QStringList>
#include <QVariant>

#include <vector>

namespace edupro::cli {

/// A value on one line, without what could steer a terminal; bytes as hexadecimal text.
QString plainText(const QVariant& value);

/// Headings, a rule and the rows, numbers to the right. `rows`: as many values as columns each.
void sayTable(
    Terminal& terminal, const QStringList& columns, const std::vector<QVariantList>& rows);

} // namespace edupro::cli
