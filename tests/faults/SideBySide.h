// SPDX-License-Identifier: GPL-3.0-or-later
// Long tests for plain and encrypted files in two processes at the same time.
#pragma once

namespace edupro::tests {

/// Runs the hidden test cases with `tag` once for each way to keep a school, each in a process of
/// its own in which everyKeeping() gives that one only. Fails the test when one of them fails.
void sideBySide(const char* tag);

} // namespace edupro::tests
