// SPDX-License-Identifier: GPL-3.0-or-later
// What a backup says about itself: whose it is, from when, and what must be inside.
#pragma once

#include "core/base/Clock.h"
#include "core/base/Result.h"

#include <QByteArray>
#include <QMap>
#include <QString>
#include <QStringList>
#include <QUuid>

#include <vector>

namespace edupro::storage {

/// Why a backup was made. The daily ones and those before something risky are thinned out; the ones
/// that a person asked for never are.
enum class BackupCause { Manual, Daily, BeforeImport, BeforeMigration, BeforeRestore };

/// "manual", "daily", "before-import", "before-migration", "before-restore": in manifests and file
/// names.
QString causeName(BackupCause cause);

/// Who a school file is. A file keeps `file` for ever; every restore begins a new `lineage`.
struct FileIdentity {
    QUuid file;    ///< null: made before files had identities
    QUuid lineage; ///< null likewise
    friend bool operator==(const FileIdentity&, const FileIdentity&) = default;
};

/// Where the chain of audit events ended.
struct AuditEnd {
    qint64 number = 0; ///< of the last event; 0: none yet
    QByteArray hash;   ///< lower-case hex; empty without events
    friend bool operator==(const AuditEnd&, const AuditEnd&) = default;
};

/// Names of the members of a container; it may have no others.
inline const QString manifestMember = QStringLiteral("manifest.json");
inline const QString databaseMember = QStringLiteral("school.edupro");
inline const QString keysMember = QStringLiteral("school.edupro-keys");

struct BackupMember {
    QString name;
    qint64 size = 0;
    QByteArray sha256; ///< lower-case hex
    friend bool operator==(const BackupMember&, const BackupMember&) = default;
};

/// A label, readable without a key and hence not proof of anything: what counts is read from the
/// opened database and compared with it.
struct BackupManifest {
    Instant createdAt = 0;
    BackupCause cause = BackupCause::Manual;
    QString program; ///< version that made it
    FileIdentity identity;
    int schema = 0;
    bool encrypted = false;
    AuditEnd audit;
    QMap<QString, qint64> rows;        ///< by table, deleted ones included
    std::vector<BackupMember> members; ///< all but the manifest
    QStringList erasures;              ///< row ids of the erasure register

    const BackupMember* member(const QString& name) const;
    friend bool operator==(const BackupManifest&, const BackupManifest&) = default;
};

inline constexpr int backupFormat = 1;
inline constexpr qint64 largestManifest = qint64{1} << 20;
inline constexpr qint64 largestKeyFile = qint64{1} << 20;
inline constexpr qint64 largestDatabase = qint64{1} << 34; ///< 16 GiB

QByteArray toJson(const BackupManifest& manifest);
/// Any bytes. Errors: Corrupt `backup.damaged` (no JSON, a field missing or of another type, a
/// member that may not be), Corrupt `backup.newer` (another format), Validation `backup.too_big`.
Result<BackupManifest> manifestFromJson(const QByteArray& json);

} // namespace edupro::storage
