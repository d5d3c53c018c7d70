// SPDX-License-Identifier: GPL-3.0-or-later
// Where this user's files go.
#pragma once

#include "app/Services.h"
#include "ui/welcome/WelcomePage.h"

namespace edupro::gui {

ui::WelcomeOptions userPlaces(const Services& services);

} // namespace edupro::gui
