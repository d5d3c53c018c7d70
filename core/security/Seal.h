// SPDX-License-Identifier: GPL-3.0-or-later
// Sealed columns: single values that the key of the file alone does not open.
#pragma once

#include "core/security/SecretBytes.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace edupro::security {

/// Where a value stands. A sealed value that was copied to another place does not open there.
struct SealedPlace {
    QString table;
    QString row; ///< the row's id
    QString column;
};

/// Whether a column's text is the sealed form "s1:...", whatever key it was sealed with.
bool isSealed(QStringView text);

/// "s1:" and base 64 of nonce, AES-256-GCM under `sealKey` (32 bytes) and tag; another text each
/// time.
QString sealValue(const SecretBytes& sealKey, const SealedPlace& place, const QByteArray& value);

/// The value; nothing without the key (empty, or another school's), at another place or from a text
/// that was changed. Wipe it after use.
std::optional<QByteArray>
openValue(const SecretBytes& sealKey, const SealedPlace& place, QStringView text);

/// 8 bytes that are the same for equal values of one column, so that a sealed value can be looked
/// up by equality, and that say nothing without the key. Normalise the value first. Two values may
/// share an index (1 in 2^64): compare what was opened.
QByteArray sealedIndex(const SecretBytes& sealKey, const QString& column, const QByteArray& value);

} // namespace edupro::security
