// SPDX-License-Identifier: GPL-3.0-or-later
// The tabs of the settings page, in their order; drafts name them by number.
#pragma once

namespace edupro::ui {

namespace SettingsTab {
enum Number { School, Terms, Calendar, Classes, Subjects, Rules, count };
}

} // namespace edupro::ui
