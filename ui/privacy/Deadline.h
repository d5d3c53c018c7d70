// SPDX-License-Identifier: GPL-3.0-or-later
// What is left of the 72 hours of a request or a breach, as a chip says it.
#pragma once

#include "core/record/Field.h"
#include "ui/common/Badge.h"

namespace edupro::ui {

/// "51 hours left", "2 hours late". Risk when it is over, Watch on the last day.
Chip deadlineChip(Instant dueAt, Instant now);

} // namespace edupro::ui
