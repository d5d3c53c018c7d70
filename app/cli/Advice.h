// SPDX-License-Identifier: GPL-3.0-or-later
// What a person at the command line can do about an error.
#pragma once

#include "core/base/Error.h"

#include <QString>

namespace edupro::cli {

/// One sentence of advice for an error's key; empty when there is none to give.
QString adviceFor(const Error& error);

} // namespace edupro::cli
