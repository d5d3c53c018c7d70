// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/FileSwap.h"

#include "core/storage/Durable.h"
#include "tests/support/Catch.h"

#include <QDir>
#include <QFile>
#include <QMap>
#include <QTemporaryDir>

using namespace edupro;
using namespace edupro::storage;

namespace {

struct Folder {
    QString school() const { return path("school.edupro"); }
    QString path(const char* name) const { return directory.filePath(QString::fromUtf8(name)); }
    void write(const char* name, const QByteArray& bytes) const
    {
        QFile file(path(name));
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }
    QMap<QString, QByteArray> contents() const
    {
        QMap<QString, QByteArray> all;
        for (const QString& name : QDir(directory.path()).entryList(QDir::Files | QDir::Hidden)) {
            QFile file(directory.filePath(name));
            REQUIRE(file.open(QIODevice::ReadOnly));
            all.insert(name, file.readAll());
        }
        return all;
    }
    QTemporaryDir directory;
};

const std::vector<FileMove> exchange{
    {QStringLiteral("school.edupro"), QStringLiteral("school-kept.edupro")},
    {QStringLiteral("school.edupro-wal"), QStringLiteral("school-kept.edupro-wal")},
    {QStringLiteral("school.edupro-keys"), QStringLiteral("school-kept.edupro-keys")},
    {QStringLiteral("school.edupro-next"), QStringLiteral("school.edupro")},
    {QStringLiteral("school.edupro-next-keys"), QStringLiteral("school.edupro-keys")}};

void fill(const Folder& folder)
{
    folder.write("school.edupro", "old");
    folder.write("school.edupro-wal", "old log");
    folder.write("school.edupro-keys", "old keys");
    folder.write("school.edupro-next", "new");
    folder.write("school.edupro-next-keys", "new keys");
}

const QMap<QString, QByteArray> exchanged{
    {QStringLiteral("school-kept.edupro"), "old"},
    {QStringLiteral("school-kept.edupro-wal"), "old log"},
    {QStringLiteral("school-kept.edupro-keys"), "old keys"},
    {QStringLiteral("school.edupro"), "new"},
    {QStringLiteral("school.edupro-keys"), "new keys"}};

} // namespace

TEST_CASE("Files are exchanged, and the journal goes", "[storage]")
{
    const Folder folder;
    fill(folder);
    REQUIRE(swapFiles(folder.school(), exchange).has_value());
    CHECK(folder.contents() == exchanged);
    CHECK_FALSE(isSwapPending(folder.school()));
}

TEST_CASE("An exchange stopped after any step is ended at the next opening", "[storage]")
{
    int steps = 0;
    for (int stopAt = 0;; ++stopAt) {
        const Folder folder;
        fill(folder);
        const Done swapped =
            swapFiles(folder.school(), exchange, [&](int step) { return step != stopAt; });
        if (swapped) break; // no such step any more
        ++steps;
        // The second crash comes in the middle of the mending.
        (void)finishSwap(folder.school(), [&](int step) { return step != stopAt / 2; });
        REQUIRE(finishSwap(folder.school()).has_value());
        INFO("stopped after step " << stopAt);
        CHECK(folder.contents() == exchanged);
    }
    CHECK(steps == 7); // the journal, five moves, the end of the journal
}

TEST_CASE("An exchange that cannot go on is taken back, or says that it is not", "[storage]")
{
    const Folder folder;
    fill(folder);
    const auto before = folder.contents();
    SECTION("a file that cannot be moved: all names are as they were")
    {
        auto moves = exchange;
        moves.back().to = QStringLiteral("school.edupro-taken");
        REQUIRE(QFile::link(folder.path("no folder/nothing"), folder.path("school.edupro-taken")));
        const Done swapped = swapFiles(folder.school(), moves);
        REQUIRE_FALSE(swapped.has_value());
        CHECK(swapped.error().key == "store.read_only");
        CHECK(folder.contents() == before);
        CHECK_FALSE(isSwapPending(folder.school()));
    }
    SECTION("nor back: the next opening ends it")
    {
        const char* inTheWay = "school.edupro-keys";
        const char* inTheWayBack = "school.edupro-wal";
        const Done swapped = swapFiles(folder.school(), exchange, [&](int step) {
            if (step != 4) return true;
            REQUIRE(QFile::link(folder.path("no folder/nothing"), folder.path(inTheWay)));
            folder.write(inTheWayBack, "somebody else's");
            return true;
        });
        REQUIRE_FALSE(swapped.has_value());
        CHECK(swapped.error().key == "store.swap_pending");
        CHECK(isSwapPending(folder.school()));
        CHECK_FALSE(finishSwap(folder.school()).has_value());
        REQUIRE(QFile::remove(folder.path(inTheWay)));
        REQUIRE(QFile::remove(folder.path(inTheWayBack)));
        REQUIRE(finishSwap(folder.school()).has_value());
        CHECK(folder.contents() == exchanged);
    }
}

TEST_CASE("A journal that may not be obeyed moves nothing", "[storage]")
{
    const QByteArray journals[] = {
        "",
        "{}",
        "no json",
        R"({"format":2,"moves":[{"from":"school.edupro","to":"school-kept.edupro"}]})",
        R"({"format":1,"moves":[]})",
        R"({"format":1,"moves":[{"from":"../school.edupro","to":"school-kept.edupro"}]})",
        R"({"format":1,"moves":[{"from":"school.edupro","to":"/tmp/school.edupro"}]})",
        R"({"format":1,"moves":[{"from":"other.edupro","to":"school-kept.edupro"}]})",
        R"({"format":1,"moves":[{"from":"school.edupro","to":""}]})",
    };
    for (const QByteArray& journal : journals) {
        const Folder folder;
        fill(folder);
        folder.write("other.edupro", "another school");
        folder.write("school.edupro-swap", journal);
        const auto before = folder.contents();
        const Done ended = finishSwap(folder.school());
        INFO(journal.constData());
        REQUIRE_FALSE(ended.has_value());
        CHECK(ended.error().key == "store.swap");
        CHECK(folder.contents() == before);
    }
}

TEST_CASE("Too little space is said before anything is written", "[storage]")
{
    const QTemporaryDir folder;
    CHECK(checkSpace(folder.path(), 1, 0).has_value());
    const Done room = checkSpace(folder.path(), qint64{1} << 60);
    REQUIRE_FALSE(room.has_value());
    CHECK(room.error().key == "store.full");
    CHECK_THAT(room.error().detail, ContainsSubstring("MiB too little space"));
}
