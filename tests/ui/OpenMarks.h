// SPDX-License-Identifier: GPL-3.0-or-later
// The marks page in a window of its own, over a class of any size, for its tests.
#pragma once

#include "core/grades/AssessmentActions.h"
#include "core/grades/MarkActions.h"
#include "core/people/Enrolment.h"
#include "tests/support/OpenSchool.h"
#include "ui/common/StateStack.h"
#include "ui/grades/GradesPage.h"
#include "ui/grid/DataGrid.h"
#include "ui/grid/GridModel.h"

#include <QApplication>
#include <QComboBox>
#include <QLabel>

namespace edupro::tests {

/// The class 8B of term 20252 with students named Siswa 01.. and subjects Mapel 01.. (short M1..).
inline void fillClass(storage::Store& store, int students, int subjects)
{
    const auto saved = [&store](auto record) {
        if (const auto done = store.save(record); !done) FAIL(done.error().detail);
        return record;
    };
    REQUIRE(school::createSchool(store, "SMP Contoh", {}));
    const auto term = school::ensureTerm(store, "20252");
    REQUIRE(term);
    const auto group = school::ensureClassGroup(store, term->academicYear, "8B");
    REQUIRE(group);
    for (int i = 1; i <= subjects; ++i)
        saved(Subject{
            .name = QString("Mapel %1").arg(i, 2, 10, QChar('0')),
            .shortName = QString("M%1").arg(i)});
    for (int i = 1; i <= students; ++i) {
        const Student student = saved(Student{
            .nis = QString::number(10'000 + i),
            .name = QString("Siswa %1").arg(i, 2, 10, QChar('0'))});
        saved(Enrolment{
            .student = student.id, .classGroup = group->id, .startsOn = QDate(2025, 7, 1)});
    }
}

struct OpenMarks {
    Desk desk;
    std::unique_ptr<ui::GradesPage> page;
    ui::StateStack* list = nullptr;

    OpenMarks(
        int students,
        int subjects,
        ui::Tongue tongue = ui::Tongue::English,
        const std::function<void(storage::Store&)>& more = {})
        : desk(tongue)
    {
        openSchool(desk, [&](storage::Store& store) {
            fillClass(store, students, subjects);
            if (more) more(store);
        });
        desk.context.selectTerm("20252");
        page = std::make_unique<ui::GradesPage>(desk.context);
        page->resize(1140, 640);
        page->show();
        QApplication::setActiveWindow(page.get());
        REQUIRE(QTest::qWaitForWindowExposed(page.get()));
        list = page->findChild<ui::StateStack*>("marksList");
        REQUIRE(waits([&] { return list->state() != ui::StateStack::State::Loading; }));
        if (list->state() == ui::StateStack::State::Data) grid()->setFocus();
    }

    template<class Held>
    static bool waits(Held held)
    {
        return QTest::qWaitFor(held, patience);
    }
    /// Of that name in the open dialog, else in the page: the one that is seen, if any is.
    template<class Widget>
    Widget* find(const char* name) const
    {
        QWidget* dialog = QApplication::activeModalWidget();
        auto all = dialog ? dialog->findChildren<Widget*>(name) : page->findChildren<Widget*>(name);
        INFO(name);
        REQUIRE_FALSE(all.isEmpty());
        for (Widget* one : all)
            if (one->isVisible()) return one;
        return all.first();
    }
    /// Some visible label says just that.
    bool says(const char* text) const
    {
        for (const QLabel* label : page->findChildren<QLabel*>())
            if (label->isVisible() && label->text() == text) return true;
        return false;
    }
    ui::DataGrid* grid() const
    {
        for (const char* name : {"classGrid", "assessmentGrid"})
            if (auto* one = page->findChild<ui::DataGrid*>(name); one->isVisible()) return one;
        FAIL("no grid is shown");
        return nullptr;
    }
    ui::GridModel& model() const { return *grid()->gridModel(); }
    QString shown(int row, int column) const { return model().at(row, column).shown(); }
    void goTo(int row, int column) const { grid()->setCurrentIndex(model().index(row, column)); }
    void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const
    {
        QWidget* focus = QApplication::focusWidget();
        QTest::keyClick(focus ? focus : grid(), static_cast<Qt::Key>(key), modifiers);
    }
    void type(const QString& text, int end = Qt::Key_Return) const
    {
        for (const QChar sign : text)
            QTest::keyClick(QApplication::focusWidget(), sign.toLatin1());
        press(end);
    }
    /// What a window manager does when a dialog has closed.
    void activate() const
    {
        REQUIRE(waits([this] {
            QApplication::setActiveWindow(page.get());
            return page->isActiveWindow();
        }));
        grid()->setFocus();
    }
    /// Every step has been answered.
    void settle() const
    {
        REQUIRE(waits([&] { return model().savingCount() == 0; }));
    }
    /// Chooses a subject by its name; "" is the first entry.
    void chooseSubject(const QString& name)
    {
        auto* box = find<QComboBox>("subjectOfMarks");
        const int at = name.isEmpty() ? 0 : box->findText(name);
        REQUIRE(at >= 0);
        box->setFocus();
        while (box->currentIndex() != at)
            QTest::keyClick(box, box->currentIndex() < at ? Qt::Key_Down : Qt::Key_Up);
        const char* wanted = name.isEmpty() ? "classGrid" : "assessmentGrid";
        REQUIRE(waits([&] { return page->findChild<ui::DataGrid*>(wanted)->isVisible(); }));
        grid()->setFocus();
    }
    std::vector<FinalMark> stored()
    {
        return ask(desk, [](storage::Store& store) { return store.list<FinalMark>(); });
    }
};

} // namespace edupro::tests
