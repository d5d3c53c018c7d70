// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/backup/Restore.h"

#include "core/security/KeyFile.h"
#include "core/storage/audit/AuditTrail.h"
#include "core/storage/backup/Contents.h"
#include "core/storage/backup/Differences.h"
#include "core/storage/backup/ReaderTraces.h"
#include "core/storage/backup/Replacement.h"
#include "core/storage/backup/Unpacked.h"
#include "core/storage/Migrator.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QLockFile>
#include <QSysInfo>
#include <QTemporaryDir>

#include <algorithm>
#include <iterator>

namespace edupro::storage {

namespace {

struct KinshipRow {
    Kinship kinship;
    const char* name;
};

constexpr KinshipRow kinships[] = {
    {Kinship::NothingThere, "nothing-there"},
    {Kinship::SameLine, "same-line"},
    {Kinship::OtherLine, "other-line"},
    {Kinship::OtherSchool, "other-school"},
};

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

/// Unpacked, opened, and found to be what it says.
Result<std::unique_ptr<Unpacked>> unpackChecked(
    const QString& backup, const QString& path, const KeySource& keys, const Progress& progress)
{
    auto unpacked = Unpacked::into(backup, path, keys, progress);
    if (!unpacked) return unpacked;
    if (!(*unpacked)->isOpen()) return needsKey(backup);
    if (Done known = checkSchema((*unpacked)->manifest()); !known) return known.error();
    if (Done same = (*unpacked)->compareWithManifest(); !same) return same.error();
    return unpacked;
}

Done checkKinship(Kinship kinship, const RestoreOptions& options)
{
    if (kinship == Kinship::OtherSchool && !options.evenOtherSchool) {
        return Error{
            .code = ErrorCode::Conflict,
            .key = "backup.other_school",
            .detail = "the backup is of another school than the file it would replace"};
    }
    if (kinship == Kinship::OtherLine && !options.evenOtherLine) {
        return Error{
            .code = ErrorCode::Conflict,
            .key = "backup.other_line",
            .detail = "the file was restored, copied or upgraded since the backup was made"};
    }
    return done();
}

Done addIds(const QString& keyFile, QStringList& erasures)
{
    if (!QFileInfo::exists(keyFile)) return done();
    const Result<security::KeyFile> file = security::KeyFile::load(keyFile);
    if (!file) return done(); // a damaged key file must not stand in the way of a restore
    for (const QUuid& row : file->erasures())
        erasures.append(row.toString(QUuid::WithoutBraces));
    return done();
}

/// The register of everything that knows of erasures, once each.
Result<QStringList> allErasures(
    const QString& school,
    const QString& prepared,
    const BackupManifest& manifest,
    Connection* current,
    const ErasureHooks& hooks)
{
    QStringList erasures = manifest.erasures;
    for (const QString& path : {school, prepared}) {
        if (Done added = addIds(path + QStringLiteral("-keys"), erasures); !added)
            return added.error();
    }
    if (current && hooks.read) {
        const Result<QStringList> read = hooks.read(*current);
        if (!read) return read.error();
        erasures += *read;
    }
    erasures.removeDuplicates();
    return erasures;
}

/// As the last link of the chain that the backup brought.
Done noteRestore(
    Connection& connection, const BackupManifest& manifest, const RestoreOptions& options)
{
    ChangeContext& changes = *connection.changes();
    changes.actor = options.by.toUtf8();
    changes.device = QSysInfo::machineHostName().toUtf8();
    changes.at = options.now;
    return appendEvent(
        connection,
        {.action = AuditAction::RestoreFile,
         .reason = QStringLiteral("backup of %1")
                       .arg(QDateTime::fromMSecsSinceEpoch(manifest.createdAt, Qt::UTC)
                                .toString(Qt::ISODate))});
}

/// Begins a new line of the file and notes the restore, in one transaction.
Done beginLine(
    Connection& connection, const BackupManifest& manifest, const RestoreOptions& options)
{
    const Result<Lineage> before = lineageOf(connection);
    if (!before) return before.error();
    if (before->all.isEmpty()) return done(); // its first opening gives it an identity
    if (Done begun = connection.execute(QStringLiteral("BEGIN IMMEDIATE")); !begun) return begun;
    const Result<qint64> added = connection.run(
        QStringLiteral("INSERT INTO lineage (uuid, parent, since, cause) VALUES (?, ?, ?, ?)"),
        {QVariant::fromValue(QUuid::createUuid()),
         before->all.last(),
         static_cast<qlonglong>(options.now),
         QStringLiteral("restore")});
    Done noted = added ? noteRestore(connection, manifest, options) : Done(added.error());
    if (noted) noted = connection.execute(QStringLiteral("COMMIT"));
    if (!noted) (void)connection.execute(QStringLiteral("ROLLBACK"));
    return noted;
}

Done extendKeyFile(
    const QString& path, const security::SchoolKeys* keys, const QStringList& erasures)
{
    if (!keys || erasures.isEmpty()) return done();
    Result<security::KeyFile> file = security::KeyFile::load(path);
    if (!file) return file.error();
    const std::size_t before = file->erasures().size();
    for (const QString& row : erasures)
        file->addErasure(QUuid::fromString(row));
    return file->erasures().size() == before ? done() : file->save(path, keys->file);
}

} // namespace

QString kinshipName(Kinship kinship)
{
    const auto* row =
        std::find_if(std::begin(kinships), std::end(kinships), [&](const KinshipRow& r) {
            return r.kinship == kinship;
        });
    return QLatin1String(row->name);
}

Result<RestorePreview> previewRestore(
    const QString& backup, Connection* current, const KeySource& keys, const Progress& progress)
{
    const QTemporaryDir folder;
    const auto unpacked =
        unpackChecked(backup, folder.filePath(databaseMember), keys, partOf(progress, 0.0, 0.6));
    if (!unpacked) return unpacked.error();
    Connection& restored = (*unpacked)->connection();
    const Result<Kinship> kinship = kinshipOf(current, restored);
    if (!kinship) return kinship.error();
    auto tables = differencesOf(current, restored, partOf(progress, 0.6, 1.0));
    if (!tables) return tables.error();
    return RestorePreview{
        .manifest = (*unpacked)->manifest(),
        .kinship = *kinship,
        .tables = std::move(tables).value()};
}

Result<Restored> restoreBackup(
    const QString& backup,
    const QString& school,
    const RestoreOptions& options,
    const Progress& progress)
{
    auto replacement = Replacement::of(school, options.step);
    if (!replacement) return replacement.error();
    const auto unpacked =
        unpackChecked(backup, (*replacement)->prepared(), options.keys, partOf(progress, 0.0, 0.7));
    if (!unpacked) return unpacked.error();
    if (!(*replacement)->goOn()) return cancelled();
    Connection& restored = (*unpacked)->connection();
    QStringList erasures;
    {
        const ReaderTraces traces(school);
        const auto current = openBesides(school, options.currentKeys.get());
        const Result<Kinship> kinship = kinshipOf(current.get(), restored);
        if (!kinship) return kinship.error();
        if (Done kin = checkKinship(*kinship, options); !kin) return kin.error();
        auto found = allErasures(
            school,
            (*replacement)->prepared(),
            (*unpacked)->manifest(),
            current.get(),
            options.erasure);
        if (!found) return found.error();
        erasures = std::move(found).value();
    }
    if (Done migrated = migrate(restored, options.now); !migrated) return migrated.error();
    if (Done begun = beginLine(restored, (*unpacked)->manifest(), options); !begun)
        return begun.error();
    if (!erasures.isEmpty() && options.erasure.apply) {
        if (Done erased = options.erasure.apply(restored, erasures); !erased) return erased.error();
    }
    const QString keyFile = (*replacement)->prepared() + QStringLiteral("-keys");
    if (Done kept = extendKeyFile(keyFile, (*unpacked)->keys().get(), erasures); !kept)
        return kept.error();
    if (Done whole = quickCheck(restored); !whole) return whole.error();
    const Result<Lineage> lineage = lineageOf(restored);
    if (!lineage) return lineage.error();
    (*unpacked)->close();
    if (!(*replacement)->goOn() || !progress(0.9)) return cancelled();
    const QString kept = keptName(school, QStringLiteral("before-restore"), options.now);
    if (Done swapped = (*replacement)->swap(kept); !swapped) return swapped.error();
    return Restored{
        .keptFile = QFileInfo::exists(kept) ? kept : QString(), .identity = lineage->identity};
}

} // namespace edupro::storage
