// SPDX-License-Identifier: GPL-3.0-or-later
// Students as hits of the search field at the top of the window.
#pragma once

namespace edupro::ui {

class Context;

/// From now on the search field finds students by name and NIS; a hit opens the students page at
/// that student.
void addStudentSearch(Context& context);

} // namespace edupro::ui
