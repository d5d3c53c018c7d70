// SPDX-License-Identifier: GPL-3.0-or-later
// Reading and writing a school of 100,000 students.
#pragma once

#include "core/base/Result.h"

#include <QString>

namespace edupro::bench {

Done importStudents(const QString& folder);
Done openAndList(const QString& folder);
Done editStudents(const QString& folder);

} // namespace edupro::bench
