// SPDX-License-Identifier: GPL-3.0-or-later
// The recovery code as one page to print and lock away.
#pragma once

#include "core/base/Result.h"

#include <QString>

namespace edupro::ui {

/// Writes a page A4 as PDF. Errors: Io `export.unwritable`.
Done writeCodePaper(const QString& path, const QString& school, const QString& code);

} // namespace edupro::ui
