// SPDX-License-Identifier: GPL-3.0-or-later
// A school file that somebody else holds, or that may not be written.
#include "tests/faults/FaultDisk.h"
#include "tests/faults/ForeignLock.h"
#include "tests/faults/Ledger.h"
#include "tests/support/Catch.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

using namespace edupro;
using namespace edupro::storage;
using namespace edupro::tests;

namespace {

constexpr int patience = 60'000; // ms

std::string keyOfOpening(const QString& path, const Keeping& keeping)
{
    const auto store = Store::openFile(path, keepingOptions(keeping));
    return store ? "opened" : store.error().key;
}

/// This program as another one, started with `words`; it has said that it is ready.
class Other {
public:
    explicit Other(const QStringList& words)
    {
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(QCoreApplication::applicationFilePath(), words);
        REQUIRE(m_process.waitForReadyRead(patience));
    }
    ~Other() { end(); }
    void end()
    {
        m_process.kill();
        m_process.waitForFinished(patience);
    }

private:
    QProcess m_process;
};

} // namespace

TEST_CASE(
    "A school that another program has open is refused, and free once that one is dead", "[faults]")
{
    for (const Keeping& keeping : everyKeeping()) {
        INFO(keeping.name);
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("a.edupro"));
        createKept(path, keeping).reset();
        Other other({QStringLiteral("--writer"), path, QString::fromLatin1(keeping.name), "1"});
        CHECK(keyOfOpening(path, keeping) == "store.in_use");
        other.end();
        CHECK(keyOfOpening(path, keeping) == "opened");
    }
}

TEST_CASE(
    "A lock of a foreign program is waited for, then refused, and nothing is lost", "[faults]")
{
    if (!canLockAsOthersDo()) return saySkipped("locks of foreign programs", "no POSIX locks here");
    for (const Keeping& keeping : everyKeeping()) {
        INFO(keeping.name);
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("a.edupro"));
        {
            const auto store = createKept(path, keeping);
            REQUIRE(Ledger::write(*store, 1).has_value());
        }
        {
            const Other scanner({QStringLiteral("--lock"), path});
            CHECK(keyOfOpening(path, keeping) == "store.busy");
        }
        const auto store = openKept(path, keeping);
        CHECK(Ledger::read(*store).value() == 1);
    }
}

TEST_CASE("A lock that is let go in time is only waited for", "[faults]")
{
    if (!canLockAsOthersDo()) return saySkipped("locks of foreign programs", "no POSIX locks here");
    for (const Keeping& keeping : everyKeeping()) {
        INFO(keeping.name);
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("a.edupro"));
        createKept(path, keeping).reset();
        const Other scanner({QStringLiteral("--lock"), path, QStringLiteral("700")});
        CHECK(keyOfOpening(path, keeping) == "opened");
    }
}

TEST_CASE("What may not be written is refused by name and left as it is", "[faults]")
{
    using What = ReadOnlyPlace::What;
    for (const Keeping& keeping : everyKeeping()) {
        for (const What what : {What::Files, What::FilesAndFolder}) {
            INFO(keeping.name << (what == What::Files ? ", the file" : ", the folder too"));
            const QTemporaryDir parent;
            const QString folder = parent.filePath(QStringLiteral("data"));
            REQUIRE(QDir().mkdir(folder));
            const QString path = folder + QStringLiteral("/a.edupro");
            createKept(path, keeping).reset();
            const QStringList before = QDir(folder).entryList(QDir::Files);
            {
                const ReadOnlyPlace place(folder, what);
                if (!place.isReadOnly())
                    return saySkipped("read-only files", "no such rights here");
                CHECK(keyOfOpening(path, keeping) == "store.read_only");
                const auto other = Store::createFile(
                    folder + QStringLiteral("/b.edupro"), keepingOptions(keeping));
                if (what == What::FilesAndFolder) CHECK(other.error().key == "store.read_only");
            }
            if (what == What::FilesAndFolder) CHECK(QDir(folder).entryList(QDir::Files) == before);
            CHECK(keyOfOpening(path, keeping) == "opened");
        }
    }
}

TEST_CASE("What may not be read is refused by name", "[faults]")
{
    for (const Keeping& keeping : everyKeeping()) {
        INFO(keeping.name);
        const QTemporaryDir parent;
        const QString folder = parent.filePath(QStringLiteral("data"));
        REQUIRE(QDir().mkdir(folder));
        const QString path = folder + QStringLiteral("/a.edupro");
        createKept(path, keeping).reset();
        {
            const ReadOnlyPlace place(folder, ReadOnlyPlace::What::Reading);
            if (!place.isReadOnly()) return saySkipped("unreadable files", "no such rights here");
            CHECK(keyOfOpening(path, keeping) == "store.unreadable");
        }
        CHECK(keyOfOpening(path, keeping) == "opened");
    }
}
