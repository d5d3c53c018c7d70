// SPDX-License-Identifier: GPL-3.0-or-later
// The program is killed while it writes: the file opens at once and has every acknowledged
// transaction.
#include "core/base/Random.h"
#include "tests/faults/Ledger.h"
#include "tests/faults/SideBySide.h"
#include "tests/support/Catch.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QProcess>
#include <QTemporaryDir>
#include <QThread>

using namespace edupro;
using namespace edupro::storage;
using namespace edupro::tests;

namespace {

constexpr int patience = 60'000;     // ms, for a child to begin
constexpr int killsPerFile = 25;     // then a new file, for reading takes longer and longer
constexpr unsigned longestLife = 60; // ms after the first acknowledged transaction

struct Figures {
    int kills = 0;
    int transactions = 0;
    int lost = 0;
    qint64 slowestOpening = 0; ///< ms
};

/// Lets a child write for a random time and kills it; answers the last number it acknowledged.
int acknowledgedBeforeKill(const QString& path, const Keeping& keeping, std::uint64_t seed)
{
    QProcess child;
    child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    child.start(
        QCoreApplication::applicationFilePath(),
        {QStringLiteral("--writer"),
         path,
         QString::fromLatin1(keeping.name),
         QString::number(seed)});
    REQUIRE(child.waitForReadyRead(patience));
    QThread::msleep(static_cast<unsigned long>(Random(seed).below(longestLife)));
    child.kill();
    REQUIRE(child.waitForFinished(patience));
    REQUIRE(child.exitStatus() == QProcess::CrashExit); // it did not end by itself
    const QByteArray said = child.readAllStandardOutput();
    const qsizetype end = said.lastIndexOf('\n');
    const qsizetype begin = end > 0 ? said.lastIndexOf('\n', end - 1) + 1 : 0;
    return said.mid(begin, end - begin).toInt();
}

void checkAfterKill(const QString& path, const Keeping& keeping, int acknowledged, Figures& figures)
{
    QElapsedTimer timer;
    timer.start();
    const auto store = openKept(path, keeping);
    figures.slowestOpening = std::max(figures.slowestOpening, timer.elapsed());
    const Result<int> last = Ledger::read(*store);
    if (!last) FAIL(last.error().detail);
    figures.lost += std::max(0, acknowledged - *last);
    CHECK(*last >= acknowledged);
    CHECK(*last <= acknowledged + 1); // what was being written, at most
}

void killOften(int kills)
{
    for (const Keeping& keeping : everyKeeping()) {
        Figures figures;
        while (figures.kills < kills) {
            const QTemporaryDir folder;
            const QString path = folder.filePath(QStringLiteral("a.edupro"));
            createKept(path, keeping).reset();
            int acknowledged = 0;
            for (int i = 0; i < killsPerFile && figures.kills < kills; ++i) {
                const auto seed = static_cast<std::uint64_t>(++figures.kills);
                INFO(keeping.name << ", kill " << figures.kills);
                acknowledged = acknowledgedBeforeKill(path, keeping, seed);
                checkAfterKill(path, keeping, acknowledged, figures);
            }
            figures.transactions += acknowledged;
        }
        std::cout << "T-KILL " << keeping.name << ": " << figures.kills << " kills, "
                  << figures.transactions << " acknowledged transactions, " << figures.lost
                  << " lost, slowest opening " << figures.slowestOpening << " ms" << std::endl;
    }
}

} // namespace

TEST_CASE("A killed program leaves a file that opens at once with all it acknowledged", "[faults]")
{
    sideBySide("[.kills]");
}

TEST_CASE(
    "A killed program leaves a file that opens at once with all it acknowledged, in one process",
    "[.kills]")
{
    killOften(200);
}

TEST_CASE("A thousand kills lose no acknowledged transaction", "[.nightly]")
{
    sideBySide("[.kills-nightly]");
}

TEST_CASE("A thousand kills lose no acknowledged transaction, in one process", "[.kills-nightly]")
{
    killOften(1000);
}
