// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/security/Platform.h"

#include <QtGlobal>

#ifdef Q_OS_WIN
#include <io.h>
#include <windows.h>
#else
#include <QByteArray>
#include <QFile>

#include <ctime>
#include <fcntl.h>
#include <sys/resource.h>
#include <unistd.h>
#ifdef Q_OS_LINUX
#include <sys/prctl.h>
#endif
#endif

namespace edupro::security {

#ifdef Q_OS_WIN

Instant sinceBoot()
{
    return static_cast<Instant>(GetTickCount64());
}

long long freeMemory()
{
    MEMORYSTATUSEX status{};
    status.dwLength = sizeof(status);
    return GlobalMemoryStatusEx(&status) ? static_cast<long long>(status.ullAvailPhys) : -1;
}

void hardenProcess()
{
    SetErrorMode(SEM_FAILCRITICALERRORS | SEM_NOGPFAULTERRORBOX); // no dump by error reporting
}

bool flushFile(int handle)
{
    return ::_commit(handle) == 0;
}

void flushFolder(const QString&)
{
}

#else

Instant sinceBoot()
{
#ifdef CLOCK_BOOTTIME
    constexpr clockid_t clock = CLOCK_BOOTTIME;
#else
    constexpr clockid_t clock = CLOCK_MONOTONIC; // counts sleep where there is no CLOCK_BOOTTIME
#endif
    timespec time{};
    if (clock_gettime(clock, &time) != 0) qFatal("the system has no steady clock");
    return static_cast<Instant>(time.tv_sec) * 1000 + time.tv_nsec / 1'000'000;
}

long long freeMemory()
{
    QFile file(QStringLiteral("/proc/meminfo"));
    if (!file.open(QIODevice::ReadOnly)) return -1;
    // A file of /proc has no size, so lines are read until there is none.
    for (QByteArray line = file.readLine(); !line.isEmpty(); line = file.readLine()) {
        const QByteArray name = QByteArrayLiteral("MemAvailable:");
        if (!line.startsWith(name)) continue;
        bool isNumber = false;
        const QByteArray amount = line.mid(name.size()).trimmed().split(' ').value(0);
        const long long kibibytes = amount.toLongLong(&isNumber);
        return isNumber ? kibibytes * 1024 : -1;
    }
    return -1;
}

void hardenProcess()
{
    const rlimit none{.rlim_cur = 0, .rlim_max = 0};
    setrlimit(RLIMIT_CORE, &none);
#ifdef Q_OS_LINUX
    prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
#endif
}

bool flushFile(int handle)
{
    return ::fsync(handle) == 0;
}

void flushFolder(const QString& folder)
{
    const int handle = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY);
    if (handle < 0) return;
    (void)::fsync(handle);
    (void)::close(handle);
}

#endif

} // namespace edupro::security
