// SPDX-License-Identifier: GPL-3.0-or-later
// A small school in memory for tests of the window and for pictures of it.
#pragma once

#include "core/storage/Store.h"

namespace edupro::tests {

/// A school with `students` of believable names in the classes 7A to 9F of 2025/2026. Their NIS run
/// from 10001; the same number gives the same school.
Result<std::unique_ptr<storage::Store>> sampleSchool(int students);

} // namespace edupro::tests
