// SPDX-License-Identifier: GPL-3.0-or-later
// The fixed category names of files and models, as a person reads them.
#pragma once

#include <QString>

namespace edupro::ui {

/// "High" of "Tinggi", in the language of the window; a name that is none of ours as it is.
QString categoryWord(const QString& category);

} // namespace edupro::ui
