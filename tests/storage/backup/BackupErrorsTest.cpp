// SPDX-License-Identifier: GPL-3.0-or-later
// Backups that do not belong where they are to go, and disks that do not give what they hold.
#include "core/storage/backup/Container.h"
#include "core/storage/backup/Restore.h"
#include "tests/storage/backup/SchoolFolder.h"
#include "tests/support/FileBytes.h"

#include <QBuffer>

using namespace edupro;
using namespace edupro::storage;
using namespace edupro::tests;

namespace {

std::string keyOf(const Result<Restored>& answer)
{
    return answer ? "restored" : answer.error().key;
}

} // namespace

TEST_CASE("A backup of another school replaces nothing unless that is wanted", "[storage][backup]")
{
    SchoolFolder ours;
    SchoolFolder theirs;
    ours.create().reset();
    auto store = theirs.create();
    work(*store, 1, 10);
    const BackupFile backup = theirs.backUp(*store);
    const QByteArray before = bytesOf(ours.school());
    RestoreOptions options = ours.restoreOptions();
    CHECK(keyOf(restoreBackup(backup.path, ours.school(), options)) == "backup.other_school");
    CHECK(bytesOf(ours.school()) == before);
    options.evenOtherSchool = true;
    const auto restored = restoreBackup(backup.path, ours.school(), options);
    REQUIRE(restored.has_value());
    CHECK(bytesOf(restored->keptFile) == before);
}

TEST_CASE(
    "A backup from before a restore replaces nothing unless that is wanted", "[storage][backup]")
{
    SchoolFolder folder;
    auto store = folder.create();
    work(*store, 1, 10);
    const BackupFile backup = folder.backUp(*store);
    store.reset();
    RestoreOptions options = folder.restoreOptions();
    REQUIRE(keyOf(restoreBackup(backup.path, folder.school(), options)) == "restored");
    const auto then = dumpOf(folder.open()->connection());
    const QByteArray before = bytesOf(folder.school());
    CHECK(keyOf(restoreBackup(backup.path, folder.school(), options)) == "backup.other_line");
    CHECK(bytesOf(folder.school()) == before);
    options.evenOtherLine = true;
    CHECK(keyOf(restoreBackup(backup.path, folder.school(), options)) == "restored");
    CHECK(dumpOf(folder.open()->connection()) == then);
}

TEST_CASE("A copy that cannot be read makes no backup", "[storage][backup]")
{
    const QTemporaryDir folder;
    QBuffer device;
    REQUIRE(device.open(QIODevice::ReadWrite));
    const auto written =
        writeContainer(device, {.database = folder.filePath("none")}, noProgress());
    REQUIRE_FALSE(written.has_value());
    CHECK(written.error().key == "backup.io");
    CHECK(device.size() == 0);
}
