// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/ProcessLock.h"

#include "core/storage/backup/WorkFolder.h"
#include "core/storage/SchoolFile.h"
#include "tests/support/Catch.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

#ifdef Q_OS_UNIX
#include <csignal>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/wait.h>
#include <unistd.h>
#endif

using namespace edupro;
using namespace edupro::storage;

#ifdef Q_OS_UNIX
namespace {

/// Makes a lock as QLockFile does, and is killed before it writes its name into it.
void dieWhileLocking(const QString& path)
{
    const QByteArray name = QFile::encodeName(path);
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        const int file = ::open(name.constData(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
        if (file < 0 || ::flock(file, LOCK_EX | LOCK_NB) != 0) ::_exit(1);
        ::kill(::getpid(), SIGKILL);
    }
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    REQUIRE(WIFSIGNALED(status));
    REQUIRE(QFileInfo(path).size() == 0);
}

} // namespace

TEST_CASE("A lock without a name, left by a killed process, holds nobody up", "[storage][backup]")
{
    const QTemporaryDir folder;
    const QString school = folder.filePath(QStringLiteral("a.edupro"));
    SECTION("of a school")
    {
        dieWhileLocking(school + QStringLiteral("-lock"));
        CHECK(lockSchool(school).has_value());
    }
    SECTION("of the folder in which backups are prepared")
    {
        dieWhileLocking(school + QStringLiteral("-work-lock"));
        CHECK(WorkFolder::of(school).has_value());
    }
}
#endif

TEST_CASE("A lock that a living process holds is not taken", "[storage][backup]")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("lock"));
    const auto first = takeLock(path);
    REQUIRE(first.has_value());
    CHECK(takeLock(path).error().key == "store.in_use");
    // Not even while its name is missing from it.
    REQUIRE(QFile::resize(path, 0));
    CHECK(takeLock(path).error().key == "store.in_use");
    CHECK(takeLock(folder.filePath(QStringLiteral("none/lock"))).error().key == "store.read_only");
}
