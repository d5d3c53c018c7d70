// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/backup/Unpacked.h"

#include "core/storage/backup/Container.h"
#include "core/storage/backup/Contents.h"
#include "core/storage/Durable.h"
#include "core/storage/Migrator.h"

#include <QDir>
#include <QFile>

namespace edupro::storage {

namespace {

Done writeKeyFile(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate)) return writeFailed(file);
    keepPrivate(path);
    if (file.write(bytes) != bytes.size()) return writeFailed(file);
    return flushed(file);
}

Error needsKey(const QString& backup)
{
    return {
        .code = ErrorCode::Permission,
        .key = "key.needed",
        .detail = QDir::toNativeSeparators(backup).toStdString() +
                  ": is encrypted; its own password or recovery code opens it"};
}

Done checkSchema(const BackupManifest& manifest)
{
    if (manifest.schema <= newestSchema(Dialect::Sqlite)) return done();
    return Error{
        .code = ErrorCode::Corrupt,
        .key = "store.newer",
        .detail = "the backup has schema " + std::to_string(manifest.schema) +
                  ", this program knows up to " + std::to_string(newestSchema(Dialect::Sqlite))};
}

} // namespace

Result<std::unique_ptr<Unpacked>> Unpacked::into(
    const QString& backup, const QString& path, const KeySource& keys, const Progress& progress)
{
    Result<BackupReader> reader = BackupReader::openFile(backup, partOf(progress, 0.0, 0.3));
    if (!reader) return reader.error();
    std::unique_ptr<Unpacked> unpacked(new Unpacked);
    unpacked->m_manifest = reader->manifest();
    if (Done written = reader->extractDatabase(path, partOf(progress, 0.3, 0.7)); !written)
        return written.error();
    keepPrivate(path);
    if (unpacked->m_manifest.encrypted) {
        const Result<QByteArray> keyFile = reader->keys();
        if (!keyFile) return keyFile.error();
        if (Done written = writeKeyFile(path + QStringLiteral("-keys"), *keyFile); !written)
            return written.error();
        if (!keys) return unpacked;
        Result<SchoolFile::Keys> opened = keys(*keyFile);
        if (!opened) return opened.error();
        unpacked->m_keys = std::move(opened).value();
    }
    if (Done opened = unpacked->openDatabase(path); !opened) return opened.error();
    if (!progress(1.0)) return cancelled();
    return unpacked;
}

Result<std::unique_ptr<Unpacked>> Unpacked::checked(
    const QString& backup, const QString& path, const KeySource& keys, const Progress& progress)
{
    auto unpacked = into(backup, path, keys, progress);
    if (!unpacked) return unpacked;
    if (!(*unpacked)->isOpen()) return needsKey(backup);
    if (Done known = checkSchema((*unpacked)->manifest()); !known) return known.error();
    if (Done same = (*unpacked)->compareWithManifest(); !same) return same.error();
    return unpacked;
}

Done Unpacked::openDatabase(const QString& path)
{
    auto connection = Connection::openSqlite(path, Connection::Mode::Existing, m_keys.get());
    if (!connection) return connection.error();
    m_connection = std::move(connection).value();
    return quickCheck(*m_connection);
}

Done Unpacked::compareWithManifest()
{
    const Result<DatabaseContents> contents = contentsOf(*m_connection);
    if (!contents) return contents.error();
    const DatabaseContents stated{
        .identity = m_manifest.identity,
        .schema = m_manifest.schema,
        .audit = m_manifest.audit,
        .rows = m_manifest.rows};
    if (*contents == stated) return done();
    return Error{
        .code = ErrorCode::Corrupt,
        .key = "backup.mismatch",
        .detail = "the database in the backup differs from the backup's own description"};
}

} // namespace edupro::storage
