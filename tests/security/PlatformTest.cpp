// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/security/Platform.h"

#include "tests/support/Catch.h"

#include <QtGlobal>

#ifdef Q_OS_LINUX
#include <QDir>
#include <QTemporaryDir>

#include <csignal>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#endif

using namespace edupro;
using namespace edupro::security;

TEST_CASE("The free memory of this computer is known", "[security]")
{
#ifdef Q_OS_LINUX
    CHECK(freeMemory() > 1024 * 1024);
#endif
    CHECK(freeMemory() < (1LL << 50));
}

#ifdef Q_OS_LINUX
TEST_CASE("A hardened process leaves no core dump and lets nobody look into it", "[security]")
{
    const QTemporaryDir folder;
    const QByteArray path = folder.path().toLocal8Bit();
    const pid_t child = fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        // Only what is safe after fork(): no allocation, no test library.
        std::signal(SIGSEGV, SIG_DFL);
        rlimit most{};
        getrlimit(RLIMIT_CORE, &most);
        most.rlim_cur = most.rlim_max; // as far as this computer allows dumps at all
        setrlimit(RLIMIT_CORE, &most);
        if (chdir(path.constData()) != 0) _exit(1);
        hardenProcess();
        rlimit limit{};
        if (getrlimit(RLIMIT_CORE, &limit) != 0 || limit.rlim_cur != 0 || limit.rlim_max != 0)
            _exit(2);
        if (prctl(PR_GET_DUMPABLE, 0, 0, 0, 0) != 0) _exit(3);
        raise(SIGSEGV);
        _exit(4);
    }
    int status = 0;
    REQUIRE(waitpid(child, &status, 0) == child);
    REQUIRE(WIFSIGNALED(status));
    CHECK(WTERMSIG(status) == SIGSEGV);
    CHECK_FALSE(WCOREDUMP(status));
    CHECK(QDir(folder.path()).isEmpty());
}
#endif
