// SPDX-License-Identifier: GPL-3.0-or-later
// What a table model may answer beyond Qt's own roles.
#pragma once

#include <QObject>

namespace edupro::ui {

/// int(dashboard::Tone): the cell is shown as a level chip with its display text as the word.
inline constexpr int chipRole = Qt::UserRole + 1;
/// int(dashboard::Tone): the text takes the tone's colour and weight (a mark below the passing
/// mark).
inline constexpr int toneRole = Qt::UserRole + 2;
/// The id of the row's record as text; the same in every column.
inline constexpr int idRole = Qt::UserRole + 3;

} // namespace edupro::ui
