// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/students/StudentTableModel.h"

#include "tests/support/SchoolDesk.h"
#include "ui/common/RecordTable.h"
#include "ui/students/StudentsPage.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QScrollBar>
#include <QTimer>

using namespace edupro;
using namespace edupro::tests;
using namespace edupro::ui;

namespace {

/// The longest time in which the window's thread did not come round, in milliseconds.
class LongestGap {
public:
    LongestGap()
    {
        m_since.start();
        QObject::connect(&m_beat, &QTimer::timeout, [this] {
            m_longest = std::max(m_longest, m_since.restart());
        });
        m_beat.start(0);
    }
    qint64 milliseconds() const { return m_longest; }

private:
    QTimer m_beat;
    QElapsedTimer m_since;
    qint64 m_longest = 0;
};

} // namespace

TEST_CASE("The table of students keeps the rules of item models while it loads", "[ui][students]")
{
    Desk desk;
    openSchool(desk, 450);
    StudentTableModel model(desk.store);
    const QAbstractItemModelTester tester(
        &model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.reload();
    REQUIRE(soon([&] { return model.rowCount() == 450; }));
    CHECK(model.idAt(0).isNull() == false);
    CHECK(model.nameAt(449).isEmpty()); // asked for now
    REQUIRE(soon([&] { return !model.nameAt(449).isEmpty(); }));
    const QString last = model.nameAt(449);
    model.sort(StudentTableModel::Name, Qt::DescendingOrder);
    REQUIRE(soon([&] { return model.nameAt(0) == last; }));
    REQUIRE(soon([&] { return !model.nameAt(201).isEmpty(); }));
    model.setSearch("putri", {});
    REQUIRE(soon([&] { return model.rowCount() < 450; }));
    CHECK(model.nameAt(0).startsWith("Putri"));
}

TEST_CASE("Only the answer to the latest question is shown", "[ui][students]")
{
    Desk desk;
    openSchool(desk, 450);
    StudentTableModel model(desk.store);
    std::vector<int> counts;
    QObject::connect(
        &model, &StudentTableModel::loaded, [&] { counts.push_back(model.rowCount()); });
    for (const char* typed : {"p", "pu", "put", "putri", "putri nur"})
        model.setSearch(typed, {});
    REQUIRE(soon([&] { return !counts.empty(); }));
    QTest::qWait(50);
    REQUIRE(counts.size() == 1);
    CHECK(model.nameAt(0) == "Putri Nur'aini");
}

TEST_CASE(
    "A hundred thousand students scroll to the end and leave the window alive", "[ui][students]")
{
    Desk desk;
    openSchool(desk, 100'000);
    StudentsPage page(desk.context);
    page.resize(1140, 640);
    page.show();
    auto* table = child<RecordTable>(page, "studentsTable");
    QAbstractItemModel* model = table->model();
    REQUIRE(soon([&] { return model->rowCount() == 100'000; }));
    const auto text = [&](int row) {
        return model->index(row, 1).data().toString();
    };
    LongestGap gap;
    QScrollBar* bar = table->verticalScrollBar();
    for (int step = 1; step <= 60; ++step) {
        bar->setValue(bar->maximum() / 60 * step);
        QTest::qWait(5);
    }
    bar->setValue(bar->maximum());
    QElapsedTimer waited;
    waited.start();
    REQUIRE(soon([&] { return !text(99'999).isEmpty(); }));
    const qint64 end = waited.elapsed();
    waited.restart();
    QTest::keyClicks(child<QLineEdit>(page, "searchStudents"), "zahra yul");
    REQUIRE(soon([&] { return model->rowCount() < 5'000; }));
    const qint64 found = waited.elapsed();
    std::cout << "100,000 students: end of the list after " << end << " ms, search after " << found
              << " ms, longest gap of the event loop " << gap.milliseconds() << " ms" << std::endl;
    CHECK(text(0).startsWith("Zahra"));
}
