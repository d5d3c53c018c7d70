// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/RecordTable.h"

#include "tests/support/Catch.h"
#include "ui/common/Badge.h"
#include "ui/common/Roles.h"
#include "ui/common/Theme.h"

#include <QApplication>
#include <QClipboard>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTest>

using namespace edupro::ui;

namespace {

void fill(QStandardItemModel& model)
{
    model.setHorizontalHeaderLabels({"Name", "Status"});
    for (int i = 0; i < 40; ++i) {
        auto* name = new QStandardItem(QString("Student %1").arg(i));
        auto* status = new QStandardItem("At risk");
        status->setData(static_cast<int>(Tone::Risk), chipRole);
        for (QStandardItem* item : {name, status})
            item->setData(QString("id-%1").arg(i), idRole);
        model.appendRow({name, status});
    }
}

} // namespace

TEST_CASE("The house table shows at least twenty rows on a page of a small screen", "[ui]")
{
    const Theme theme(Scheme::Light);
    QStandardItemModel model;
    RecordTable table(theme);
    fill(model);
    table.setModel(&model);
    table.resize(1000, 580);
    table.show();
    QApplication::processEvents();
    CHECK(table.rowAt(table.viewport()->height() - 1) >= 19);
    const QModelIndex status = model.index(0, 1);
    CHECK(
        table.sizeHintForIndex(status).width() >=
        chipSize(theme, {.tone = Tone::Risk, .word = "At risk"}).width());
}

TEST_CASE("The house table is worked by the keyboard alone", "[ui]")
{
    const Theme theme(Scheme::Light);
    QStandardItemModel model;
    RecordTable table(theme);
    fill(model);
    table.setModel(&model);
    table.show();
    QSignalSpy moved(&table, &RecordTable::currentMoved);
    QSignalSpy opened(&table, &RecordTable::opened);
    QSignalSpy deleting(&table, &RecordTable::deleteRequested);
    table.setCurrentIndex(model.index(0, 0));
    QTest::keyClick(&table, Qt::Key_Down);
    CHECK(table.currentId() == "id-1");
    CHECK(moved.last().first().toString() == "id-1");
    QTest::keyClick(&table, Qt::Key_Return);
    CHECK(opened.value(0).value(0).toString() == "id-1");
    QTest::keyClick(&table, Qt::Key_Delete);
    CHECK(deleting.value(0).value(0).toString() == "id-1");
    QTest::keyClick(&table, Qt::Key_Down, Qt::ShiftModifier);
    QTest::keyClick(&table, Qt::Key_C, Qt::ControlModifier);
    CHECK(
        QApplication::clipboard()->text() ==
        "Name\tStatus\nStudent 1\tAt risk\nStudent 2\tAt risk");
}

TEST_CASE("A level is told by colour, icon and word", "[ui]")
{
    const Theme theme(Scheme::Light);
    for (const Tone tone : {Tone::Risk, Tone::Watch, Tone::Fine}) {
        CHECK_FALSE(toneWord(tone).isEmpty());
        CHECK_FALSE(toneIcon(tone).isEmpty());
        Badge badge(theme);
        badge.setChip({.tone = tone, .word = {}});
        CHECK(badge.accessibleName() == toneWord(tone));
    }
}
