// SPDX-License-Identifier: GPL-3.0-or-later
// The name of a line of text for those who hear it, its buttons included.
#pragma once

#include <QString>

class QLineEdit;

namespace edupro::ui {

/// Names the line and the buttons in it: the one that empties it, and others as the line. Call it
/// again after a change of the language.
void nameForHearing(QLineEdit& line, const QString& name);

} // namespace edupro::ui
