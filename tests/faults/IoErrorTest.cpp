// SPDX-License-Identifier: GPL-3.0-or-later
// The n-th operation on the disk fails, for every n, once or from then on: commands fail with a
// code, and the file keeps every acknowledged transaction.
#include "core/people/Student.h"
#include "tests/faults/FaultDisk.h"
#include "tests/faults/Ledger.h"
#include "tests/support/Catch.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using namespace edupro;
using namespace edupro::storage;
using namespace edupro::tests;

namespace {

constexpr int transactions = 5;

/// What a session with a failing disk came to.
struct Outcome {
    int acknowledged = 1;
    std::vector<Error> errors;
    qint64 failed = 0; ///< operations of the disk
};

Done aCheckpoint(Store& store)
{
    return store.connection().execute(QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)"));
}

void take(Outcome& outcome, const Done& answer)
{
    if (!answer) outcome.errors.push_back(answer.error());
}

/// Opens the file, writes, reads, checkpoints, opens it again; goes on after failures as a person
/// would.
Outcome session(const QString& path, const Keeping& keeping)
{
    Outcome outcome;
    for (int opening = 0; opening < 2; ++opening) {
        auto store = Store::openFile(path, keepingOptions(keeping));
        if (!store) {
            outcome.errors.push_back(store.error());
            continue;
        }
        for (int i = 0; i < transactions; ++i) {
            const Done written = Ledger::write(**store, outcome.acknowledged + 1);
            if (written) ++outcome.acknowledged;
            take(outcome, written);
            if (!written) {
                // What was refused at the end may be there all the same, whole: ask.
                const Result<int> last = Ledger::read(**store);
                if (!last) outcome.errors.push_back(last.error());
                if (last && *last > outcome.acknowledged) outcome.acknowledged = *last;
            }
            if (i == 2) take(outcome, aCheckpoint(**store));
        }
    }
    return outcome;
}

class Template {
public:
    explicit Template(const Keeping& keeping)
        : m_keeping(keeping)
    {
        const QTemporaryDir folder;
        {
            const auto store = createKept(folder.filePath(QStringLiteral("a.edupro")), keeping);
            REQUIRE(Ledger::write(*store, 1).has_value());
        }
        QFile file(folder.filePath(QStringLiteral("a.edupro")));
        REQUIRE(file.open(QIODevice::ReadOnly));
        m_bytes = file.readAll();
    }

    /// Runs a session on a fresh copy under `plan`, then opens the file on a mended disk.
    Outcome run(const FailurePlan& plan, std::string& fault) const
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("a.edupro"));
        QFile file(path);
        REQUIRE(file.open(QIODevice::WriteOnly));
        REQUIRE(file.write(m_bytes) == m_bytes.size());
        file.close();
        FaultDisk::fail(plan);
        Outcome outcome = session(path, m_keeping);
        outcome.failed = FaultDisk::failedOperations();
        FaultDisk::fail({.operations = 0});
        fault = faultOf(path, outcome);
        return outcome;
    }

private:
    std::string faultOf(const QString& path, const Outcome& outcome) const
    {
        for (const Error& error : outcome.errors) {
            if (error.code == ErrorCode::Internal || error.key.empty() || error.key == "ledger")
                return "answered " + error.key + ": " + error.detail;
        }
        auto store = Store::openFile(path, keepingOptions(m_keeping));
        if (!store) return "does not open: " + store.error().key + ": " + store.error().detail;
        const Result<int> last = Ledger::read(**store);
        if (!last) return "is not sound: " + last.error().detail;
        if (*last < outcome.acknowledged) return "lost transaction " + std::to_string(*last + 1);
        if (const Done more = Ledger::write(**store, *last + 1); !more)
            return "cannot be written any more: " + more.error().detail;
        return {};
    }

    Keeping m_keeping;
    QByteArray m_bytes;
};

struct Kind {
    const char* name;
    unsigned operations;
};

constexpr Kind kinds[] = {
    {"read", ReadOperation},
    {"write", WriteOperation},
    {"sync", SyncOperation},
    {"truncate", TruncateOperation},
    {"open", OpenOperation},
    {"remove", RemoveOperation},
    {"size", SizeOperation},
    {"lock", LockOperation},
};

/// Every `step`-th n of every kind; every n of kinds with few.
void failEverywhere(const Keeping& keeping, qint64 step)
{
    const MendedDisk mended;
    const Template file(keeping);
    int runs = 0;
    int refused = 0;
    for (const Kind& kind : kinds) {
        std::string fault;
        file.run({.operations = kind.operations}, fault);
        REQUIRE(fault.empty());
        for (const bool forEver : {false, true}) {
            qint64 n = 1;
            while (true) {
                const Outcome outcome =
                    file.run({.operations = kind.operations, .n = n, .forEver = forEver}, fault);
                INFO(keeping.name << ": " << kind.name << " " << n << (forEver ? " on" : ""));
                INFO(fault);
                CHECK(fault.empty());
                if (outcome.failed == 0) break;
                ++runs;
                refused += outcome.errors.empty() ? 0 : 1;
                n += n < 20 ? 1 : step;
            }
        }
    }
    std::cout << "T-IOERR " << keeping.name << ": " << runs << " runs, " << refused
              << " with refused commands" << std::endl;
    CHECK(runs > 100);
    CHECK(refused > runs / 2);
}

} // namespace

TEST_CASE("An I/O error anywhere refuses the command and loses nothing acknowledged", "[faults]")
{
    for (const Keeping& keeping : everyKeeping())
        failEverywhere(keeping, 7);
}

TEST_CASE("An I/O error at every single operation loses nothing acknowledged", "[.nightly]")
{
    for (const Keeping& keeping : everyKeeping())
        failEverywhere(keeping, 1);
}
