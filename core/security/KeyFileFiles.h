// SPDX-License-Identifier: GPL-3.0-or-later
// The two generations of a key file on disk.
#pragma once

#include "core/base/Result.h"

#include <QByteArray>
#include <QString>

namespace edupro::security {

/// "x.edupro-keys" -> "x.edupro-keys.old"
QString olderGenerationOf(const QString& path);

/// At most 16 MiB. Errors: Io `key.missing`, `store.unreadable`; Corrupt `key.damaged`.
Result<QByteArray> readKeyFile(const QString& path);

/// Replaces `path` so that after a power cut it holds the old bytes or the new ones. What was
/// there, when it can be read as a key file, stays as the older generation; `replaceBoth`: that
/// becomes the new one too. Errors: Io `store.read_only`, `store.full`.
Done writeKeyFile(const QString& path, const QByteArray& json, bool replaceBoth);

} // namespace edupro::security
