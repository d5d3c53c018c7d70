// SPDX-License-Identifier: GPL-3.0-or-later
#define CATCH_CONFIG_RUNNER
#include "tests/faults/FaultDisk.h"
#include "tests/support/Catch.h"

#include <QCoreApplication>
#include <QDir>
#include <QTemporaryDir>

namespace {

/// Everything the tests and their children write goes to one folder, in memory where there is such
/// a place: thousands of files live here for a moment.
QString scratchTemplate()
{
    const QString inMemory = QStringLiteral("/dev/shm");
    const QString parent = QFileInfo(inMemory).isWritable() ? inMemory : QDir::tempPath();
    return parent + QStringLiteral("/edupro-faults-XXXXXX");
}

} // namespace

int main(int argc, char** argv)
{
    edupro::tests::FaultDisk::install();
    const QTemporaryDir scratch(scratchTemplate());
    for (const char* name :
         {"TMPDIR", "HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"})
        qputenv(name, scratch.path().toLocal8Bit());
    const QCoreApplication app(argc, argv);
    return Catch::Session().run(argc, argv);
}
