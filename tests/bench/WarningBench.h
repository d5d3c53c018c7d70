// SPDX-License-Identifier: GPL-3.0-or-later
// The early warning of a school of 1,000 students, from training to stored predictions.
#pragma once

#include "core/base/Result.h"

#include <QString>

namespace edupro::bench {

Done warnOfThousand(const QString& folder);

} // namespace edupro::bench
