// SPDX-License-Identifier: GPL-3.0-or-later
// The audit of years: opened, scrolled to its end and filtered, with the figures printed.
#include "core/people/Student.h"
#include "core/storage/audit/AuditLog.h"
#include "tests/support/SchoolDesk.h"
#include "ui/accounts/AuditModel.h"
#include "ui/accounts/AuditTab.h"
#include "ui/common/RecordTable.h"
#include "ui/common/StateStack.h"

#include <QComboBox>
#include <QElapsedTimer>
#include <QPushButton>
#include <QScrollBar>
#include <QTimer>

#include <iostream>

using namespace edupro;
using namespace edupro::tests;
using namespace edupro::ui;
using storage::Store;

namespace {

constexpr int students = 1'000;
constexpr int rounds = 99; ///< of changes to each of them
constexpr qint64 events = students * (rounds + 1);

Result<int> fill(Store& store)
{
    std::vector<Student> all;
    for (int i = 0; i < students; ++i)
        all.push_back({.nis = QString::number(10'000 + i), .name = "Siswa"});
    for (int round = 0; round <= rounds; ++round) {
        auto transaction = storage::Transaction::begin(store);
        if (!transaction) return transaction.error();
        for (Student& student : all) {
            student.address = QString("Jalan %1").arg(round);
            if (auto saved = store.save(student); !saved) return saved.error();
        }
        if (Done committed = transaction->commit(); !committed) return committed.error();
    }
    return 0;
}

/// The longest time in which the window answered nobody.
class LoopWatch {
public:
    LoopWatch()
    {
        m_since.start();
        QObject::connect(&m_beat, &QTimer::timeout, [this] {
            m_longest = std::max(m_longest, m_since.restart());
        });
        m_beat.start(0);
    }
    qint64 longest() const { return m_longest; }

private:
    QTimer m_beat;
    QElapsedTimer m_since;
    qint64 m_longest = 0;
};

void say(const char* what, qint64 milliseconds)
{
    std::cout << "audit of " << events << " events, " << what << ": " << milliseconds << " ms"
              << std::endl;
}

void choose(QComboBox* box, const QString& data)
{
    box->setCurrentIndex(box->findData(data));
    emit box->activated(box->currentIndex());
}

} // namespace

TEST_CASE("The audit of years opens, scrolls to its end and is filtered", "[.nightly][ui]")
{
    Desk desk;
    openSchool(desk, 0);
    inStore(desk, fill);
    QElapsedTimer time;
    time.start();
    AuditTab tab(desk.context);
    tab.resize(1140, 600);
    showActive(tab);
    auto* table = child<RecordTable>(tab, "auditTable");
    auto* model = qobject_cast<AuditModel*>(table->model());
    REQUIRE(model);
    REQUIRE(soon([&] { return model->rowCount() == AuditModel::pageSize; }));
    say("first page", time.elapsed());

    const LoopWatch watch;
    QScrollBar* bar = table->verticalScrollBar();
    qint64 slowest = 0;
    time.restart();
    while (!model->isComplete()) {
        const int before = model->rowCount();
        QElapsedTimer page;
        page.start();
        bar->setValue(bar->maximum());
        REQUIRE(soon([&] { return model->rowCount() > before || model->isComplete(); }));
        slowest = std::max(slowest, page.elapsed());
    }
    say("scrolled through all pages", time.elapsed());
    say("slowest page", slowest);
    REQUIRE(model->rowCount() >= events);
    for (int row = 1; row < model->rowCount(); ++row)
        if (model->recordAt(row)->n != model->recordAt(row - 1)->n - 1) FAIL("a gap at " << row);

    const auto states = child<StateStack>(tab, "auditStates");
    time.restart();
    choose(child<QComboBox>(tab, "auditAct"), "insert");
    REQUIRE(soon([&] { return states->state() == StateStack::State::Data; }));
    say("filter that finds the oldest only", time.elapsed());
    CHECK(model->recordAt(0)->action == "insert");
    time.restart();
    choose(child<QComboBox>(tab, "auditAct"), "breach");
    REQUIRE(soon([&] { return states->state() == StateStack::State::Empty; }));
    say("filter that finds nothing", time.elapsed());
    say("longest the window did not answer", watch.longest());
}
