// SPDX-License-Identifier: GPL-3.0-or-later
// Codes and passwords that are shown once, as a page to print.
#pragma once

#include "core/accounts/UserActions.h"
#include "core/base/Result.h"

#include <QString>

#include <vector>

namespace edupro::ui {

/// The recovery code, to be locked away. Writes a page A4 as PDF. Errors: Io `export.unwritable`.
Done writeCodePaper(const QString& path, const QString& school, const QString& code);

/// A slip for each person, to be cut and handed over. Errors alike.
Done writePasswordSlips(
    const QString& path,
    const QString& school,
    const std::vector<accounts::Invitation>& invitations);

} // namespace edupro::ui
