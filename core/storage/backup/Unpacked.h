// SPDX-License-Identifier: GPL-3.0-or-later
// A container unpacked to a file and opened: the only way by which a backup counts as good.
#pragma once

#include "core/storage/backup/Backup.h"

namespace edupro::storage {

/// The unpacked files stay until they are removed by whoever gave their path.
class Unpacked {
public:
    /// Reads the container (every byte hashed), writes the database to `path` and its key file to
    /// `path`-keys, opens it and runs quick_check. With null `keys` an encrypted one stays closed.
    /// Errors: those of BackupReader, of `keys` and of Connection, Corrupt `store.damaged`.
    static Result<std::unique_ptr<Unpacked>> into(
        const QString& backup,
        const QString& path,
        const KeySource& keys,
        const Progress& progress);

    /// The same, of a version that this program knows, opened and found to hold what the manifest
    /// says. Errors besides: Permission `key.needed`, Corrupt `store.newer`, `backup.mismatch`.
    static Result<std::unique_ptr<Unpacked>> checked(
        const QString& backup,
        const QString& path,
        const KeySource& keys,
        const Progress& progress);

    const BackupManifest& manifest() const { return m_manifest; }
    bool isOpen() const { return m_connection != nullptr; }
    /// Precondition: isOpen().
    Connection& connection() { return *m_connection; }
    const SchoolFile::Keys& keys() const { return m_keys; }
    void close() { m_connection.reset(); }

    /// Corrupt `backup.mismatch` when identity, schema, audit or row counts differ.
    /// Precondition: isOpen().
    Done compareWithManifest();

private:
    Unpacked() = default;
    Done openDatabase(const QString& path);

    BackupManifest m_manifest;
    SchoolFile::Keys m_keys;
    std::unique_ptr<Connection> m_connection;
};

} // namespace edupro::storage
