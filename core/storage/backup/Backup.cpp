// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/backup/Backup.h"

#include "core/security/Platform.h"
#include "core/storage/backup/BackupFolder.h"
#include "core/storage/backup/Container.h"
#include "core/storage/backup/Contents.h"
#include "core/storage/backup/PageCopy.h"
#include "core/storage/backup/Unpacked.h"
#include "core/storage/backup/WorkFolder.h"
#include "core/storage/Durable.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

namespace edupro::storage {

struct BackupRun::Parts {
    BackupPlan plan;
    QString school;
    SchoolFile::Keys keys;
    QByteArray keyFile;
    Instant at = 0;
    QStringList erasures;
    std::unique_ptr<WorkFolder> folder;
    std::shared_ptr<PageCopy> copy;
};

namespace {

constexpr double described = 0.1;
constexpr double packed = 0.6;

Error folderError(const QString& folder, const char* what)
{
    return {
        .code = ErrorCode::Io,
        .key = "backup.folder",
        .detail = QDir::toNativeSeparators(folder).toStdString() + ": " + what};
}

/// The key file as it is now. Read before the first page is copied: its anchor must not be newer
/// than the audit in the copy.
Result<QByteArray> readKeyFile(const QString& school)
{
    QFile file(school + QStringLiteral("-keys"));
    if (!file.open(QIODevice::ReadOnly) || file.size() > largestKeyFile) {
        return Error{
            .code = ErrorCode::Io,
            .key = "key.missing",
            .detail = QDir::toNativeSeparators(file.fileName()).toStdString() +
                      ": the key file cannot be read"};
    }
    return file.readAll();
}

Done prepareFolder(const QString& folder, qint64 size)
{
    if (!QDir().mkpath(folder)) return folderError(folder, "cannot be made");
    if (!QFileInfo(folder).isWritable()) return folderError(folder, "cannot be written");
    return checkSpace(folder, size, spaceKeptByBackups);
}

Result<BackupManifest> describeCopy(const QString& copy, const security::SchoolKeys* keys)
{
    auto connection = Connection::openSqlite(copy, Connection::Mode::Existing, keys);
    if (!connection) return connection.error();
    const Result<DatabaseContents> contents = contentsOf(**connection);
    if (!contents) return contents.error();
    return BackupManifest{
        .program = QStringLiteral(EDUPRO_VERSION),
        .identity = contents->identity,
        .schema = contents->schema,
        .encrypted = keys != nullptr,
        .audit = contents->audit,
        .rows = contents->rows};
}

Done writeFile(const QString& path, const ContainerContent& content, const Progress& progress)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadWrite | QIODevice::Truncate))
        return folderError(QFileInfo(path).path(), "cannot be written");
    keepPrivate(path);
    const Result<BackupManifest> written = writeContainer(file, content, progress);
    if (!written) return written.error();
    return flushed(file);
}

Result<BackupSource> sourceOf(Store& store)
{
    if (store.path().isEmpty()) {
        return Error{
            .code = ErrorCode::Internal,
            .key = "backup.no_file",
            .detail = "only school files can be backed up"};
    }
    return BackupSource{
        .connection = &store.connection(),
        .school = store.path(),
        .keys = store.keys(),
        .now = store.now()};
}

Result<BackupFile> completed(BackupRun& run, const Progress& progress)
{
    constexpr double copied = 0.4;
    while (true) {
        const Result<bool> complete = run.copyStep();
        if (!complete) return complete.error();
        if (*complete) break;
        if (!progress(copied * run.copied())) return cancelled();
    }
    return run.finish(partOf(progress, copied, 1.0));
}

/// A name that is free: two backups may begin in one second.
QString freeName(const QString& folder, const QString& name)
{
    const QFileInfo wanted(QDir(folder).filePath(name));
    QString path = wanted.filePath();
    for (int n = 2; QFileInfo::exists(path); ++n)
        path = QStringLiteral("%1/%2-%3.%4")
                   .arg(wanted.path(), wanted.completeBaseName())
                   .arg(n)
                   .arg(wanted.suffix());
    return path;
}

} // namespace

BackupRun::BackupRun(std::unique_ptr<Parts> parts)
    : m_parts(std::move(parts))
{
}

BackupRun::~BackupRun()
{
    if (m_parts->copy) m_parts->copy->abandon();
}

Result<std::unique_ptr<BackupRun>> BackupRun::begin(Store& store, BackupPlan plan)
{
    if (plan.cause == BackupCause::Manual) {
        const Done may = store.require(security::Action::Create, security::Object::Backups);
        if (!may) return may.error();
    }
    const Result<BackupSource> source = sourceOf(store);
    if (!source) return source.error();
    return begin(*source, std::move(plan));
}

Result<std::unique_ptr<BackupRun>> BackupRun::begin(const BackupSource& source, BackupPlan plan)
{
    const QString& school = source.school;
    const qint64 size =
        QFileInfo(school).size() + QFileInfo(school + QStringLiteral("-wal")).size();
    const Done room = checkSpace(QFileInfo(school).absolutePath(), size, spaceKeptByBackups);
    if (!room) return room.error();
    if (Done ready = prepareFolder(plan.folder, size); !ready) return ready.error();
    auto folder = WorkFolder::of(school);
    if (!folder) return folder.error();
    auto parts = std::make_unique<Parts>();
    parts->school = school;
    parts->keys = source.keys;
    parts->at = source.now;
    parts->folder = std::move(folder).value();
    if (parts->keys) {
        Result<QByteArray> keyFile = readKeyFile(school);
        if (!keyFile) return keyFile.error();
        parts->keyFile = std::move(keyFile).value();
    }
    if (plan.erasures) {
        Result<QStringList> erasures = plan.erasures(*source.connection);
        if (!erasures) return erasures.error();
        parts->erasures = std::move(erasures).value();
    }
    parts->plan = std::move(plan);
    auto copy = PageCopy::begin(
        *source.connection, parts->folder->filePath(databaseMember), parts->keys.get());
    if (!copy) return copy.error();
    parts->copy = std::move(copy).value();
    return std::unique_ptr<BackupRun>(new BackupRun(std::move(parts)));
}

Result<bool> BackupRun::copyStep(int pages)
{
    return m_parts->copy->step(pages);
}

double BackupRun::copied() const
{
    return m_parts->copy->fraction();
}

Result<BackupFile> BackupRun::finish(const Progress& progress)
{
    const Parts& parts = *m_parts;
    const QString copy = parts.folder->filePath(databaseMember);
    Result<BackupManifest> manifest = describeCopy(copy, parts.keys.get());
    if (!manifest) return manifest.error();
    manifest->createdAt = parts.at;
    manifest->cause = parts.plan.cause;
    manifest->erasures = parts.erasures;
    if (!progress(described)) return cancelled();
    const QString name = backupFileName(parts.school, parts.at, parts.plan.cause);
    const QString unfinished = QDir(parts.plan.folder).filePath(name + QStringLiteral(".part"));
    const ContainerContent content{.manifest = *manifest, .database = copy, .keys = parts.keyFile};
    Done made = writeFile(unfinished, content, partOf(progress, described, packed));
    QFile::remove(copy); // its space may be needed to unpack
    if (made) {
        const auto unpacked = Unpacked::into(
            unfinished,
            parts.folder->filePath(QStringLiteral("check")),
            [keys = parts.keys](const QByteArray&) { return keys; },
            partOf(progress, packed, 1.0));
        made = unpacked ? (*unpacked)->compareWithManifest() : Done(unpacked.error());
    }
    const QString path = freeName(parts.plan.folder, name);
    if (made && !QFile::rename(unfinished, path))
        made = folderError(parts.plan.folder, "cannot be written");
    if (!made) {
        QFile::remove(unfinished);
        return made.error();
    }
    security::flushFolder(parts.plan.folder);
    Result<BackupManifest> whole = BackupReader::readManifest(path);
    if (!whole) return whole.error();
    return BackupFile{
        .path = path, .size = QFileInfo(path).size(), .manifest = std::move(whole).value()};
}

Result<BackupFile> createBackup(Store& store, const BackupPlan& plan, const Progress& progress)
{
    auto run = BackupRun::begin(store, plan);
    if (!run) return run.error();
    Result<BackupFile> made = completed(**run, progress);
    // It is made, whether or not that can be noted: the disk of the school may be full.
    if (made) {
        (void)store.note({.action = AuditAction::Backup, .reason = causeName(plan.cause)});
    }
    return made;
}

Result<BackupFile>
createBackup(const BackupSource& source, const BackupPlan& plan, const Progress& progress)
{
    auto run = BackupRun::begin(source, plan);
    if (!run) return run.error();
    return completed(**run, progress);
}

Result<BackupCheck>
verifyBackup(const QString& path, const KeySource& keys, const Progress& progress)
{
    const QTemporaryDir folder;
    if (!folder.isValid()) return folderError(folder.path(), "cannot be made");
    const auto unpacked = Unpacked::into(path, folder.filePath(databaseMember), keys, progress);
    if (!unpacked) return unpacked.error();
    const bool opened = (*unpacked)->isOpen();
    if (opened) {
        if (Done same = (*unpacked)->compareWithManifest(); !same) return same.error();
    }
    BackupCheck check{.manifest = (*unpacked)->manifest(), .opened = opened};
    if (check.manifest.encrypted) {
        auto keyFile = security::KeyFile::load(folder.filePath(keysMember));
        if (!keyFile) return keyFile.error();
        check.keyFile = std::move(keyFile).value();
    }
    return check;
}

} // namespace edupro::storage
