// SPDX-License-Identifier: GPL-3.0-or-later
// A program that writes into a school file until somebody kills it.
#pragma once

#include <QStringList>

namespace edupro::tests {

/// Writes transactions into the file and says each number on stdout once it is acknowledged; takes
/// checkpoints, closes the file and opens it again. Arguments: the file, the name of the keeping, a
/// seed. Returns only when something failed, with the reason on stderr.
int writeUntilKilled(const QStringList& arguments);

} // namespace edupro::tests
