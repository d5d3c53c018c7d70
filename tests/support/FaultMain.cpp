// SPDX-License-Identifier: GPL-3.0-or-later
#define CATCH_CONFIG_RUNNER
#include "tests/faults/FaultDisk.h"
#include "tests/faults/ForeignLock.h"
#include "tests/faults/ScarceMemory.h"
#include "tests/faults/Writer.h"
#include "tests/support/Catch.h"
#include "tests/support/Scratch.h"

#include <QCoreApplication>
#include <QTemporaryDir>

#include <cstring>

namespace {

/// What this program does when another test has started it; null: it runs the tests.
int (*childOf(int argc, char** argv))(const QStringList&)
{
    if (argc < 2) return nullptr;
    if (std::strcmp(argv[1], "--writer") == 0) return edupro::tests::writeUntilKilled;
    if (std::strcmp(argv[1], "--lock") == 0) return edupro::tests::holdLocks;
    return nullptr;
}

} // namespace

int main(int argc, char** argv)
{
    edupro::tests::ScarceMemory::install();
    edupro::tests::FaultDisk::install();
    if (const auto child = childOf(argc, argv)) {
        const QCoreApplication app(argc, argv);
        return child(QCoreApplication::arguments().mid(2));
    }
    const QTemporaryDir scratch(edupro::tests::scratchTemplate("faults"));
    for (const char* name :
         {"TMPDIR", "HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"})
        qputenv(name, scratch.path().toLocal8Bit());
    const QCoreApplication app(argc, argv);
    return Catch::Session().run(argc, argv);
}
