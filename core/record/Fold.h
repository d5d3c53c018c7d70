// SPDX-License-Identifier: GPL-3.0-or-later
// Texts folded for searching and ordering, the same on every database.
#pragma once

#include <QString>

namespace edupro {

/// Lower case, without accents and apostrophes, punctuation as one space: "Nur'aini  D'Souza" ->
/// "nuraini dsouza".
QString folded(const QString& text);

} // namespace edupro
