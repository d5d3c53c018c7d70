// SPDX-License-Identifier: GPL-3.0-or-later
// Writing files so that they are there after a power cut, and knowing beforehand whether they will
// fit.
#pragma once

#include "core/base/Result.h"

#include <QString>

class QFileDevice;
class QIODevice;

namespace edupro::storage {

/// What stays free on a disk when something large is written to it.
inline constexpr qint64 spaceKeptFree = qint64{200} << 20;

/// Lets only the person of this account of the computer read and write a file, as far as the system
/// and the disk know such rights.
void keepPrivate(const QString& path);

/// Flushes an open file through to the disk. Errors: `store.full`, Io `store.io`.
Done flushed(QFileDevice& file);

/// Why the last write to `device` failed: `store.full` when the disk is full, else Io `store.io`.
Error writeFailed(const QIODevice& device);

/// `store.full` unless `bytes` fit on the disk of an existing folder and `kept` bytes besides; says
/// how much is missing. Fine when the system does not tell.
Done checkSpace(const QString& folder, qint64 bytes, qint64 kept = spaceKeptFree);

} // namespace edupro::storage
