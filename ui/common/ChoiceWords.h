// SPDX-License-Identifier: GPL-3.0-or-later
// The words for fields and for the choices they offer, in the language of the window.
#pragma once

#include "core/record/Schema.h"

#include <QString>
#include <QStringList>

namespace edupro::ui {

/// The heading of a field: its label, translated.
QString fieldWord(const FieldInfo& field);

/// The word for one choice of a field ("L" of Student.gender -> "Male"). A choice without a word of
/// its own is shown as it is stored.
QString choiceWord(const FieldInfo& field, const QString& choice);

/// The choices of a field as they are stored, in the order of its description.
QStringList choicesOf(const FieldInfo& field);

} // namespace edupro::ui
