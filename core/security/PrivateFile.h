// SPDX-License-Identifier: GPL-3.0-or-later
// Replaces small files that only this account of the computer may read: keys, and what is
// remembered.
#pragma once

#include "core/base/Result.h"

#include <QByteArray>
#include <QString>

namespace edupro::security {

/// Afterwards, also after a power cut, `path` holds the new bytes; when it fails, those before. Its
/// folder must exist. Errors: Io `store.read_only`, `store.full`.
Done replacePrivateFile(const QString& path, const QByteArray& bytes);

} // namespace edupro::security
