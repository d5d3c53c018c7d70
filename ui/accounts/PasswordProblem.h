// SPDX-License-Identifier: GPL-3.0-or-later
// Why a password did not open, in words, where it is asked for again.
#pragma once

#include "core/base/Error.h"

#include <QString>

namespace edupro::ui {

/// The seconds of a `key.wait`; 0 for every other error.
int secondsToWait(const Error& error);

/// `wrong`: what is said of a wrong password.
QString passwordProblem(const Error& error, const QString& wrong);

} // namespace edupro::ui
