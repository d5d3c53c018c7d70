// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/backup/Replacement.h"

#include "core/storage/backup/Contents.h"
#include "core/storage/Durable.h"
#include "core/storage/SchoolFile.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace edupro::storage {

namespace {

// What may lie beside a database under its name.
constexpr const char* companions[] = {"", "-wal", "-shm", "-keys", "-keys.old"};

const QString keptSuffix = QStringLiteral(".edupro");

QString startOfKept(const QString& school)
{
    return QFileInfo(school).completeBaseName() + QStringLiteral("_before-restore_");
}

Done flushFile(const QString& path)
{
    QFile file(path);
    if (!file.exists()) return done();
    if (!file.open(QIODevice::ReadWrite)) return writeFailed(file);
    return flushed(file);
}

} // namespace

Replacement::Replacement(QString school, std::unique_ptr<QLockFile> lock, SwapStep step)
    : m_school(std::move(school))
    , m_lock(std::move(lock))
    , m_step(std::move(step))
{
    removePrepared();
}

Replacement::~Replacement()
{
    if (!m_leave) removePrepared();
}

Result<std::unique_ptr<Replacement>> Replacement::of(const QString& school, SwapStep step)
{
    if (!QFileInfo(QFileInfo(school).absolutePath()).isDir()) {
        return Error{
            .code = ErrorCode::Io,
            .key = "store.missing_folder",
            .detail =
                QDir::toNativeSeparators(school).toStdString() + ": its folder does not exist"};
    }
    auto lock = lockSchool(school);
    if (!lock) return lock.error();
    if (Done ended = finishSwap(school); !ended) return ended.error();
    return std::unique_ptr<Replacement>(
        new Replacement(school, std::move(lock).value(), std::move(step)));
}

std::unique_ptr<Replacement> Replacement::underLock(const QString& school, SwapStep step)
{
    return std::unique_ptr<Replacement>(new Replacement(school, nullptr, std::move(step)));
}

QString Replacement::prepared() const
{
    return m_school + QStringLiteral("-next");
}

void Replacement::removePrepared() const
{
    for (const char* companion : companions)
        QFile::remove(prepared() + QLatin1String(companion));
    for (const char* companion : {"", "-wal", "-shm"}) // of encryptAnew()
        QFile::remove(prepared() + QStringLiteral("-anew") + QLatin1String(companion));
}

bool Replacement::goOn()
{
    if (!m_step || m_step(m_stepsDone++)) return true;
    m_leave = true;
    return false;
}

Done Replacement::swap(const QString& kept, bool withKeys)
{
    // Who may read the school stays as it was decided for the file that goes.
    if (QFileInfo::exists(m_school))
        QFile::setPermissions(
            prepared(), QFile::permissions(m_school) | QFile::ReadOwner | QFile::WriteOwner);
    else
        keepPrivate(prepared());
    for (const char* companion : {"", "-keys"}) {
        if (Done safe = flushFile(prepared() + QLatin1String(companion)); !safe) return safe;
    }
    const QString name = QFileInfo(m_school).fileName();
    const QString keptFile = QFileInfo(kept).fileName();
    const QString next = QFileInfo(prepared()).fileName();
    std::vector<FileMove> moves;
    for (const char* companion : companions) {
        const auto suffix = QLatin1String(companion);
        if (withKeys || !suffix.startsWith(QLatin1String("-keys")))
            moves.push_back({name + suffix, keptFile + suffix});
    }
    for (const char* companion : {"", "-keys", "-keys.old"})
        moves.push_back({next + QLatin1String(companion), name + QLatin1String(companion)});
    m_leave = true;
    return swapFiles(m_school, moves, [this](int) { return goOn(); });
}

QString keptName(const QString& school, Instant at)
{
    const QDateTime moment = QDateTime::fromMSecsSinceEpoch(at);
    const QString start = QFileInfo(school).absoluteDir().filePath(
        startOfKept(school) + moment.toString(QStringLiteral("yyyy-MM-dd_HHmmss")));
    QString path = start + keptSuffix;
    for (int n = 2; QFileInfo::exists(path); ++n)
        path = start + QStringLiteral("-%1").arg(n) + keptSuffix;
    return path;
}

QStringList keptFiles(const QString& school)
{
    if (school.isEmpty()) return {};
    const QString start = startOfKept(school);
    QStringList names = QFileInfo(school).absoluteDir().entryList(QDir::Files, QDir::Name);
    names.removeIf([&start](const QString& name) {
        return !name.startsWith(start) || !name.endsWith(keptSuffix);
    });
    return names;
}

std::unique_ptr<Connection> openBesides(const QString& school, const security::SchoolKeys* keys)
{
    if (!isSchoolByHeader(school)) return nullptr;
    auto connection = Connection::openSqlite(school, Connection::Mode::ReadOnly, keys);
    if (!connection) return nullptr;
    if (!quickCheck(**connection)) return nullptr;
    return std::move(connection).value();
}

} // namespace edupro::storage
