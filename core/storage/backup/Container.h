// SPDX-License-Identifier: GPL-3.0-or-later
// A backup as one file: a zip archive of the manifest, the database and its key file, with
// a hash of the whole at its end.
#pragma once

#include "core/base/Progress.h"
#include "core/base/Result.h"
#include "core/storage/backup/Manifest.h"
#include "core/storage/backup/ZipDevice.h"

#include <memory>

class QIODevice;

namespace edupro::storage {

/// What goes into a container.
struct ContainerContent {
    BackupManifest manifest; ///< its members are filled in
    QString database;        ///< path of a closed database file
    QByteArray keys;         ///< the key file's bytes; empty: a plain school
};

/// Writes a whole container to an empty, seekable device open for reading and writing. Blocks for
/// as long as hashing and packing take (some 10 ms per MB); a plain database is compressed, an
/// encrypted one cannot be. Errors: `store.full`, Io `backup.io`, Cancelled.
Result<BackupManifest>
writeContainer(QIODevice& device, ContainerContent content, const Progress& progress);

/// An opened container. Everything it hands out has been compared with the manifest, and the whole
/// with its hash. Member names never become paths.
class BackupReader {
public:
    /// Takes the device, which must be open for reading and seekable. Reads every byte once.
    /// Errors: Corrupt `backup.foreign`, `backup.newer`, `backup.damaged`; Validation
    /// `backup.too_big`; Io.
    static Result<BackupReader>
    open(std::unique_ptr<QIODevice> device, const Progress& progress = noProgress());
    /// The same for a path; Io `backup.missing`, `backup.unreadable` name it.
    static Result<BackupReader>
    openFile(const QString& path, const Progress& progress = noProgress());
    /// The manifest alone, without reading the rest of the file: for lists.
    static Result<BackupManifest> readManifest(const QString& path);

    const BackupManifest& manifest() const { return m_manifest; }
    /// Writes the database to `path` (an existing file is replaced) and flushes it to the disk.
    /// Errors: Corrupt `backup.damaged`, `store.full` before or while writing, Io, Cancelled; no
    /// file remains then.
    Done extractDatabase(const QString& path, const Progress& progress = noProgress());
    /// The key file's bytes; empty for a plain school.
    Result<QByteArray> keys();

private:
    BackupReader(std::unique_ptr<QIODevice> device, Zip zip, BackupManifest manifest);
    static Result<BackupReader> opened(std::unique_ptr<QIODevice> device);
    Done copyMember(const BackupMember& member, QIODevice& to, const Progress& progress);

    std::unique_ptr<QIODevice> m_device; // outlives the archive on it
    Zip m_zip;
    BackupManifest m_manifest;
};

} // namespace edupro::storage
