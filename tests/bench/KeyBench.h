// SPDX-License-Identifier: GPL-3.0-or-later
// Opening an encrypted school by password.
#pragma once

#include "core/base/Result.h"

#include <QString>

namespace edupro::bench {

/// On a copy of the school that importStudents() makes, with the usual cost of a password.
Done openWithPassword(const QString& folder);

} // namespace edupro::bench
