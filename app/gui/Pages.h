// SPDX-License-Identifier: GPL-3.0-or-later
// The table of pages of the program.
#pragma once

#include "ui/shell/Pages.h"

namespace edupro::gui {

/// In the order of the navigation.
const std::vector<ui::PageRow>& pages();

} // namespace edupro::gui
