// SPDX-License-Identifier: GPL-3.0-or-later
// The audit of a large school.
#pragma once

#include "core/base/Result.h"

#include <QString>

namespace edupro::bench {

/// On the school that importStudents() makes.
Done walkAudit(const QString& folder);

} // namespace edupro::bench
