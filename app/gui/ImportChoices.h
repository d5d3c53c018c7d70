// SPDX-License-Identifier: GPL-3.0-or-later
// The kinds of files that can be imported, as the window asks for them.
#pragma once

#include "ui/imports/FileLook.h"

namespace edupro::gui {

/// One per row of importKinds(), in its order.
std::vector<ui::ImportChoice> importChoices();

} // namespace edupro::gui
