// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/HurtSession.h"

#include "tests/support/Catch.h"
#include "tests/support/Memory.h"

#include <QFile>
#include <QTemporaryDir>

namespace edupro::tests {

using namespace edupro::storage;

namespace {

const QString fileName = QStringLiteral("a.edupro");
constexpr int transactions = 5;

Done aCheckpoint(Store& store)
{
    return store.connection().execute(QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)"));
}

void take(Outcome& outcome, const Done& answer)
{
    if (!answer) outcome.errors.push_back(answer.error());
}

/// One transaction. What was refused at the very end may be there all the same, whole: ask.
void writeNext(Store& store, Outcome& outcome)
{
    const Done written = Ledger::write(store, outcome.acknowledged + 1);
    take(outcome, written);
    if (written) {
        ++outcome.acknowledged;
        return;
    }
    const Result<int> last = Ledger::read(store);
    if (!last) outcome.errors.push_back(last.error());
    if (last && *last > outcome.acknowledged) outcome.acknowledged = *last;
}

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
            writeNext(**store, outcome);
            if (i == 2) take(outcome, aCheckpoint(**store));
        }
    }
    return outcome;
}

} // namespace

HurtSession::HurtSession(const Keeping& keeping)
    : m_keeping(keeping)
{
    const QTemporaryDir folder;
    {
        const auto store = createKept(folder.filePath(fileName), keeping);
        REQUIRE(Ledger::write(*store, 1).has_value());
    }
    QFile file(folder.filePath(fileName));
    REQUIRE(file.open(QIODevice::ReadOnly));
    m_bytes = file.readAll();
}

Outcome
HurtSession::run(const std::function<void()>& arm, const std::function<void()>& disarm) const
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(fileName);
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    REQUIRE(file.write(m_bytes) == m_bytes.size());
    file.close();
    forgetFiles(); // the run before has seen more of this file
    arm();
    Outcome outcome = session(path, m_keeping);
    disarm();
    outcome.fault = faultOf(path, outcome);
    return outcome;
}

std::string HurtSession::faultOf(const QString& path, const Outcome& outcome) const
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

} // namespace edupro::tests
