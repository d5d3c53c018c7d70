// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/SchoolFile.h"

#include "core/security/Platform.h"
#include "core/storage/backup/Upgrade.h"
#include "core/storage/Conversion.h"
#include "core/storage/Durable.h"
#include "core/storage/encrypted/EncryptedVfs.h"
#include "core/storage/encrypted/FileHeader.h"
#include "core/storage/encrypted/FileState.h"
#include "core/storage/encrypted/StoredFile.h"
#include "core/storage/encrypted/VerifyFile.h"
#include "core/storage/encrypted/WalAudit.h"
#include "core/storage/FileSwap.h"
#include "core/storage/Migrator.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSaveFile>
#include <QStandardPaths>
#include <QtEndian>

#include <optional>
#include <utility>

namespace edupro::storage {

namespace {

constexpr qint64 pageSize = 4096;
constexpr Instant checkAgainAfter = 7LL * 24 * 60 * 60 * 1000;

Error failure(ErrorCode code, const char* key, const QString& path, const char* what)
{
    return {
        .code = code,
        .key = key,
        .detail = QDir::toNativeSeparators(path).toStdString() + ": " + what};
}

QString logOf(const QString& path)
{
    return path + QStringLiteral("-wal");
}

QString folderOf(const QString& path)
{
    return QFileInfo(path).absolutePath();
}

/// Whether a write-ahead log with content lies beside the file.
bool hasLog(const QString& path)
{
    return QFileInfo(logOf(path)).size() > 0;
}

/// SQLite's check reports a page that the disk did not give as a finding, with the code of the
/// failure; a tag that does not fit is such a failure, too, but one of the page.
bool isUnreadable(const QString& finding)
{
    static const QRegularExpression form(QStringLiteral("error code=([0-9]+)"));
    const auto match = form.match(finding);
    if (!match.hasMatch()) return false;
    const int code = match.captured(1).toInt();
    return (code & 0xFF) == SQLITE_IOERR && code != encrypted::notAuthentic;
}

bool isFull(const Error& error)
{
    return error.key == "store.full";
}

Error at(const QString& path, Error error)
{
    error.detail = QDir::toNativeSeparators(path).toStdString() + ": " + error.detail;
    return error;
}

/// What the first 100 bytes say (SQLite file format, section 1.3).
Done checkHeader(const QString& path, const QByteArray& header, qint64 size)
{
    const auto word = [&header](qsizetype at) {
        return qFromBigEndian<quint32>(header.constData() + at);
    };
    if (word(68) != static_cast<quint32>(applicationId))
        return failure(
            ErrorCode::Corrupt, "store.foreign", path, "is a database of another program");
    if (static_cast<int>(word(60)) > newestSchema(Dialect::Sqlite))
        return failure(
            ErrorCode::Corrupt, "store.newer", path, "was made by a newer version of EduPro");
    // A power cut may have torn a checkpoint; the log still holds what the file lacks.
    if (hasLog(path)) return done();
    const qint64 pages = word(28);
    const bool pagesKnown = word(24) == word(92);
    if (size % pageSize != 0 || (pagesKnown && pages * pageSize > size))
        return failure(ErrorCode::Corrupt, "store.damaged", path, "is shorter than it should be");
    return done();
}

/// That there is something to lock; touches nothing.
Done checkThere(const QString& path)
{
    const QFileInfo info(path);
    if (!info.exists()) return failure(ErrorCode::Io, "store.missing", path, "does not exist");
    if (info.isDir())
        return failure(ErrorCode::Io, "store.directory", path, "is a folder, not a school file");
    if (info.size() == 0) return failure(ErrorCode::Corrupt, "store.empty", path, "is empty");
    return done();
}

/// That the file is ours, whole by its length, and fits the keys. Only under the file's lock:
/// closing a file that this process has open elsewhere would give up SQLite's locks on it.
Done checkBeforeOpening(const QString& path, const SchoolFile::Keys& keys)
{
    using encrypted::FileForm;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorCode::Io, "store.unreadable", path, "cannot be read");
    const QByteArray start = file.read(encrypted::databaseHeaderSize);
    const FileForm form = encrypted::formOf(start);
    if (form == FileForm::Encrypted && !keys)
        return failure(ErrorCode::Permission, "key.needed", path, "is encrypted; sign in to it");
    if (form == FileForm::Plain && keys)
        return failure(
            ErrorCode::Permission, "key.unneeded", path, "is not encrypted; open it without a key");
    if (keys) {
        QFile log(logOf(path));
        const bool hasLog = log.open(QIODevice::ReadOnly);
        const auto header = encrypted::encryptedHeader(file, hasLog ? &log : nullptr, keys->file);
        if (!header) return at(path, header.error());
        return header->isEmpty() ? done() : checkHeader(path, *header, file.size());
    }
    if (form == FileForm::Foreign || start.size() < encrypted::databaseHeaderSize)
        return failure(ErrorCode::Corrupt, "store.foreign", path, "is not a school file");
    return checkHeader(path, start, file.size());
}

/// Whether SQLite will find in the log what was written to it. Only under the file's lock.
Result<encrypted::WalFinding> auditLog(const QString& path, const SchoolFile::Keys& keys)
{
    QFile log(logOf(path));
    if (!log.exists()) return encrypted::WalFinding();
    if (!log.open(QIODevice::ReadOnly))
        return failure(ErrorCode::Io, "store.unreadable", logOf(path), "cannot be read");
    std::optional<encrypted::FileKeys> fileKeys;
    if (keys) {
        QFile file(path);
        file.open(QIODevice::ReadOnly);
        const auto salt = encrypted::saltOf(file.read(encrypted::databaseHeaderSize));
        if (!salt) return failure(ErrorCode::Corrupt, "store.foreign", path, "has lost its salt");
        fileKeys = encrypted::FileKeys::derive(keys->file, *salt);
    }
    const auto finding = encrypted::auditWal(log, fileKeys ? &*fileKeys : nullptr);
    if (finding.state != encrypted::WalState::Damaged) return finding;
    return failure(
        ErrorCode::Corrupt,
        "store.wal_damaged",
        logOf(path),
        "is damaged; keep both files and restore the last good copy");
}

/// Where this computer remembers how it left the file; a lost or foreign note only costs a check.
QString noteOf(const QString& path)
{
    const QByteArray name = QCryptographicHash::hash(
        QFileInfo(path).absoluteFilePath().toUtf8(), QCryptographicHash::Sha256);
    return QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation) +
           QStringLiteral("/edupro/closed-") + QString::fromLatin1(name.toHex().left(32)) +
           QStringLiteral(".json");
}

QJsonObject fingerprint(const QString& path)
{
    const QFileInfo info(path);
    return {
        {QStringLiteral("size"), info.size()},
        {QStringLiteral("modified"), info.lastModified().toMSecsSinceEpoch()}};
}

} // namespace

Done endInterruptedSwap(const QString& path)
{
    if (!isSwapPending(path)) return done();
    const auto lock = lockSchool(path);
    if (!lock) return lock.error();
    return finishSwap(path);
}

SchoolFile::SchoolFile(QString path, std::unique_ptr<QLockFile> lock)
    : m_path(std::move(path))
    , m_lock(std::move(lock))
{
}

SchoolFile::~SchoolFile()
{
    if (!m_connection) return;
    m_connection.reset(); // the last connection checkpoints and removes the log
    QJsonObject note = fingerprint(m_path);
    note.insert(QStringLiteral("checked"), m_checkedAt);
    QDir().mkpath(QFileInfo(noteOf(m_path)).path());
    QSaveFile file(noteOf(m_path));
    if (file.open(QIODevice::WriteOnly)) {
        file.write(QJsonDocument(note).toJson(QJsonDocument::Compact));
        file.commit();
    }
}

Result<std::unique_ptr<SchoolFile>>
SchoolFile::create(const QString& path, Instant now, const Keys& keys)
{
    // Or its moves would be made later, over the new file.
    if (Done ended = endInterruptedSwap(path); !ended) return ended.error();
    if (QFileInfo::exists(path))
        return failure(ErrorCode::Io, "store.exists", path, "exists already");
    if (!QFileInfo(folderOf(path)).isDir())
        return failure(ErrorCode::Io, "store.missing_folder", path, "its folder does not exist");
    auto lock = lockSchool(path);
    if (!lock) return lock.error();
    const QString unfinished = path + QStringLiteral("-new");
    const auto discard = [&unfinished] {
        for (const char* suffix : {"", "-wal", "-shm"})
            QFile::remove(unfinished + QLatin1String(suffix));
    };
    discard();
    {
        auto connection =
            Connection::openSqlite(unfinished, Connection::Mode::CreateNew, keys.get());
        if (!connection) {
            discard();
            return connection.error();
        }
        keepPrivate(unfinished);
        Done made =
            (*connection)->execute(QStringLiteral("PRAGMA application_id=%1").arg(applicationId));
        if (made) made = migrate(**connection, now);
        if (!made) {
            connection.value().reset();
            discard();
            return made.error();
        }
    }
    if (!QFile::rename(unfinished, path)) {
        discard();
        return failure(ErrorCode::Io, "store.read_only", path, "cannot be written");
    }
    security::flushFolder(QFileInfo(path).absolutePath());
    lock->reset();
    return open(path, now, keys);
}

Result<std::unique_ptr<SchoolFile>>
SchoolFile::open(const QString& path, Instant now, const Keys& keys)
{
    if (Done ended = endInterruptedSwap(path); !ended) return ended.error();
    if (Done there = checkThere(path); !there) return there.error();
    auto lock = lockSchool(path);
    if (!lock && !isFull(lock.error())) return lock.error();
    if (Done fine = checkBeforeOpening(path, keys); !fine) return fine.error();
    const auto log = auditLog(path, keys);
    if (!log) return log.error();
    std::unique_ptr<SchoolFile> file(
        new SchoolFile(path, lock ? std::move(lock).value() : nullptr));
    if (!file->m_lock) file->noteFullDisk();
    const bool clean = file->readClosingNote();
    auto connection = file->connect(keys);
    if (!connection) return at(path, connection.error());
    file->m_connection = std::move(connection).value();
    if (Done ours = file->checkIdentity(); !ours) return ours.error();
    if (log->state == encrypted::WalState::Tail) {
        const Done cut = file->dropTail(log->good);
        if (!cut && !isFull(cut.error())) return cut.error();
    }
    if (!clean || now - file->m_checkedAt > checkAgainAfter || now < file->m_checkedAt) {
        if (Done whole = file->check(); !whole) return whole.error();
        file->m_checkedAt = now;
    }
    if (Done current = file->bringUpToDate(now, keys); !current) return current.error();
    if (encrypted::pagesWritten(file->m_connection->sqliteHandle()) >= encrypted::rekeyAtWrites)
        file->m_notices.push_back(failure(
            ErrorCode::Io,
            "store.rekey_due",
            path,
            "has been written so often that it is due for "
            "a new file key"));
    removeLeftovers(path); // only now that the file is known to be good
    return file;
}

Result<std::unique_ptr<Connection>> SchoolFile::connect(const Keys& keys) const
{
    if (m_lock) {
        auto connection = Connection::openSqlite(m_path, Connection::Mode::Existing, keys.get());
        if (connection || !isFull(connection.error())) return connection;
    }
    return Connection::openSqlite(m_path, Connection::Mode::Alone, keys.get());
}

void SchoolFile::noteFullDisk()
{
    if (std::exchange(m_fullNoted, true)) return;
    m_notices.push_back(failure(
        ErrorCode::Io, "store.full", m_path, "its disk is full: it can be read, but not written"));
}

Done SchoolFile::takeLock()
{
    if (m_lock) return done();
    auto lock = lockSchool(m_path);
    if (!lock) return lock.error();
    m_lock = std::move(lock).value();
    return done();
}

Done SchoolFile::bringUpToDate(Instant now, const Keys& keys)
{
    const Result<int> schema = schemaVersion(*m_connection);
    if (!schema) return at(m_path, schema.error());
    if (*schema < newestSchema(Dialect::Sqlite)) {
        auto upgraded = upgradeFile(m_path, std::move(m_connection), {.keys = keys, .now = now});
        if (!upgraded) return upgraded.error();
        m_connection = std::move(upgraded).value();
        m_checkedAt = now;
    }
    return migrate(*m_connection, now);
}

Done SchoolFile::verify(const Progress& progress)
{
    // What a torn checkpoint left behind is made whole by the log first.
    Done written = m_connection->execute(QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)"));
    if (!written) return at(m_path, written.error());
    const auto pages =
        encrypted::damagedPages(m_connection->sqliteHandle(), partOf(progress, 0, 0.8));
    if (!pages) return at(m_path, pages.error());
    if (!pages->empty()) {
        Error error = failure(ErrorCode::Corrupt, "store.damaged", m_path, "damaged pages: ");
        error.detail += std::to_string(pages->size());
        error.detail += ", the first is " + std::to_string(pages->front());
        return error;
    }
    const auto answer = m_connection->scalar(QStringLiteral("PRAGMA integrity_check(1)"));
    if (!answer) return at(m_path, answer.error());
    if (answer->toString() == u"ok") return progress(1) ? done() : cancelled();
    return failure(
        ErrorCode::Corrupt, "store.damaged", m_path, "is damaged; restore it from a backup");
}

bool SchoolFile::readClosingNote()
{
    QFile file(noteOf(m_path));
    if (hasLog(m_path) || !file.open(QIODevice::ReadOnly)) return false;
    QJsonObject note = QJsonDocument::fromJson(file.readAll()).object();
    m_checkedAt = note.take(QStringLiteral("checked")).toInteger();
    return note == fingerprint(m_path);
}

/// The same as before opening, by what the log adds: page 1 may have been there only.
Done SchoolFile::checkIdentity()
{
    const Result<QVariant> id = m_connection->scalar(QStringLiteral("PRAGMA application_id"));
    if (!id) return at(m_path, id.error());
    if (id->toInt() == applicationId) return done();
    return failure(ErrorCode::Corrupt, "store.foreign", m_path, "is a database of another program");
}

/// Takes over what the log holds and empties it, so that what lies behind its last whole frame is
/// never judged again; says it once.
Done SchoolFile::dropTail(quint64 goodFrames)
{
    Error notice = failure(
        ErrorCode::Corrupt, "store.wal_tail", m_path, "the last transaction is incomplete, after ");
    notice.detail += std::to_string(goodFrames) + " frames of the log";
    m_notices.push_back(std::move(notice));
    Done cut = m_connection->execute(QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)"));
    return cut ? cut : Done(at(m_path, cut.error()));
}

Done SchoolFile::check()
{
    Result<QVariant> answer = m_connection->scalar(QStringLiteral("PRAGMA quick_check(1)"));
    if (!answer) return answer.error();
    if (answer->toString() == u"ok") return done();
    if (isUnreadable(answer->toString()))
        return failure(
            ErrorCode::Io, "store.io", m_path, "the disk could not be read; it may be failing");
    return failure(
        ErrorCode::Corrupt, "store.damaged", m_path, "is damaged; restore it from a backup");
}

} // namespace edupro::storage
