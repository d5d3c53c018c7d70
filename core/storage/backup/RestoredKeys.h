// SPDX-License-Identifier: GPL-3.0-or-later
// The keys of a restored school: today's wherever they can be, so that what was revoked since the
// backup stays revoked.
#pragma once

#include "core/security/KeyFile.h"
#include "core/storage/SchoolFile.h"

#include <QStringList>

#include <optional>

namespace edupro::storage {

/// The key file beside a school, found to be of the key that its person holds.
struct TodaysKeys {
    SchoolFile::Keys keys;
    security::KeyFile file;
};

/// None when `keys` are null, or when no generation of the key file has a MAC of theirs.
std::optional<TodaysKeys> todaysKeys(const QString& school, const SchoolFile::Keys& keys);

/// Whether a database under the keys `old` can go on under `today`: they are the same, or the
/// school got a new file key since, which leaves the key of sealed columns as it is.
bool canGoOnUnder(const security::SchoolKeys& today, const security::SchoolKeys& old);

/// Encrypts the closed database `path`, which `old` opens, with `today`'s keys. Errors: those of
/// the disk; Corrupt `store.damaged` when the copy holds something else.
Done encryptAnew(
    const QString& path, const security::SchoolKeys& old, const security::SchoolKeys& today);

/// Writes both generations of today's key file as `path`, anchored where the restored database
/// ends. What lies there, the key file of the backup's day, goes.
Done writeTodaysKeys(
    const QString& path, TodaysKeys today, Connection& restored, const QStringList& erasures);

/// Lets the backup's own key file, which lies at `path`, know of the erasures.
Done extendKeyFile(
    const QString& path, const security::SchoolKeys& keys, const QStringList& erasures);

} // namespace edupro::storage
