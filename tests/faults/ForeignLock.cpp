// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/ForeignLock.h"

#include <QDir>
#include <QFile>
#include <QThread>

#include <cstdio>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <unistd.h>
#endif

namespace edupro::tests {

namespace {

constexpr auto readable = QFile::ReadOwner | QFile::ReadUser | QFile::ReadGroup | QFile::ReadOther;
constexpr auto enterable = QFile::ExeOwner | QFile::ExeUser | QFile::ExeGroup | QFile::ExeOther;
constexpr auto writable = QFile::WriteOwner | QFile::WriteUser;
constexpr auto writableByAll = writable | QFile::WriteGroup | QFile::WriteOther;

/// Lets everybody pass through the folders above, up to the first that is open to all anyway.
void openTheWay(const QString& folder)
{
    QDir above(folder);
    while (above.cdUp() && !(QFile::permissions(above.path()) & QFile::ExeOther))
        QFile::setPermissions(above.path(), QFile::permissions(above.path()) | enterable);
}

} // namespace

#ifdef Q_OS_UNIX

bool canLockAsOthersDo()
{
    return true;
}

int holdLocks(const QStringList& arguments)
{
    const int file = ::open(QFile::encodeName(arguments.value(0)).constData(), O_RDWR);
    struct flock all = {};
    all.l_type = F_WRLCK;
    all.l_whence = SEEK_SET;
    all.l_start = 0x40000000; // SQLite file format, section 1.2: the lock-byte page
    all.l_len = 512;
    if (file < 0 || ::fcntl(file, F_SETLK, &all) != 0) return 1;
    std::printf("locked\n");
    std::fflush(stdout);
    const unsigned long time = arguments.value(1, QStringLiteral("3600000")).toULong();
    QThread::msleep(time);
    return 0;
}

#else

bool canLockAsOthersDo()
{
    return false;
}

int holdLocks(const QStringList&)
{
    return 1;
}

#endif

ReadOnlyPlace::ReadOnlyPlace(const QString& folder, What what)
    : m_folder(folder)
{
    const auto left = what == What::Reading ? QFile::Permissions() : QFile::Permissions(readable);
    for (const QFileInfo& file : QDir(folder).entryInfoList(QDir::Files))
        QFile::setPermissions(file.filePath(), left);
    const bool alsoFolder = what == What::FilesAndFolder;
    QFile::setPermissions(
        folder, readable | enterable | (alsoFolder ? QFile::Permissions() : writableByAll));
#ifdef Q_OS_UNIX
    constexpr uid_t nobody = 65534;
    if (::geteuid() == 0) {
        openTheWay(folder);
        m_wasRoot = ::seteuid(nobody) == 0;
    }
    m_readOnly = ::geteuid() != 0;
#endif
}

ReadOnlyPlace::~ReadOnlyPlace()
{
#ifdef Q_OS_UNIX
    if (m_wasRoot && ::seteuid(0) != 0) std::abort();
#endif
    QFile::setPermissions(m_folder, readable | enterable | writable);
    for (const QFileInfo& file : QDir(m_folder).entryInfoList(QDir::Files))
        QFile::setPermissions(file.filePath(), readable | writable);
}

} // namespace edupro::tests
