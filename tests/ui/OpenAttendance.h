// SPDX-License-Identifier: GPL-3.0-or-later
// The attendance page in a window of its own, on Monday, 2 March 2026, with three students in 7A:
// Adi, Kartika and Rizki.
#pragma once

#include "core/attendance/ClassTerm.h"
#include "core/attendance/ListActions.h"
#include "core/school/DatedRules.h"
#include "tests/support/SchoolDesk.h"
#include "ui/attendance/AttendanceGrid.h"
#include "ui/attendance/AttendanceModel.h"
#include "ui/attendance/AttendancePage.h"
#include "ui/common/StateStack.h"

#include <QComboBox>
#include <QLineEdit>

namespace edupro::tests {

struct OpenAttendance {
    using Prepare = std::function<Done(storage::Store&)>;

    explicit OpenAttendance(const Prepare& prepare = {}, int students = 54)
    {
        openSchool(desk, students);
        group = inStore(desk, [&](storage::Store& store) -> Result<ClassGroupId> {
            DatedSetting week{
                .name = QString::fromLatin1(school::rules::weekDays),
                .since = QDate(2025, 7, 1),
                .value = 5};
            if (auto saved = school::saveRule(store, week); !saved) return saved.error();
            auto classes = attendance::listClasses(store, "20252", {});
            if (!classes) return classes.error();
            return classes->front().id;
        });
        if (prepare) inStore(desk, prepare);
        desk.context.setSchool({.name = "SMP Contoh", .terms = {"20251", "20252"}}, "20252");
    }
    void show()
    {
        page = std::make_unique<ui::AttendancePage>(desk.context);
        page->resize(1140, 640);
        showActive(*page);
        grid = child<ui::AttendanceGrid>(*page, "attendanceGrid");
        model = page->findChild<ui::AttendanceModel*>();
        list = child<ui::StateStack>(*page, "attendanceList");
        emit desk.context.pageOpened("attendance", {});
        REQUIRE(soon([&] { return list->state() != ui::StateStack::State::Loading; }));
    }

    /// One press of a key (or keys together), to whatever has the keyboard.
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        ++presses;
        QWidget* focus = page->window()->focusWidget();
        QTest::keyClick(focus ? focus : page.get(), key, modifiers);
    }
    void type(const char* letters)
    {
        for (const char* letter = letters; *letter; ++letter)
            press(static_cast<Qt::Key>(*letter));
    }
    /// The list as the store has it: its state and who was not simply present, by NIS.
    QString stored(QDate day = QDate(2026, 3, 2))
    {
        return inStore(desk, [&](storage::Store& store) -> Result<QString> {
            auto term = attendance::readClassTerm(store, group, "20252");
            if (!term) return term.error();
            static const char* const states[] = {"not taken", "draft", "submitted", "corrected"};
            const attendance::DayList found = term->listOn(day);
            QString text = states[static_cast<int>(found.state)];
            for (const attendance::ClassStudent& student : term->students) {
                const attendance::ListEntry entry = found.entryOf(student.id);
                if (entry.isSimplyPresent()) continue;
                text += " " + student.name.section(' ', 0, 0) + "=" + entry.code +
                        (entry.late ? "+" : "") + (entry.leftEarly ? "-" : "");
                if (!entry.note.isEmpty()) text += "(" + entry.note + ")";
            }
            return text;
        });
    }
    bool comesTo(const char* text, QDate day = QDate(2026, 3, 2))
    {
        const bool came = soon([&] { return stored(day) == text; });
        if (!came) UNSCOPED_INFO(stored(day).toStdString());
        return came;
    }
    /// What a column shows of a student's row; the column by its key.
    QString cell(int row, const QString& column) const
    {
        for (std::size_t i = 0; i < model->columns().size(); ++i)
            if (model->columns()[i].key == column)
                return model->at(row, static_cast<int>(i)).shown().simplified();
        return "no such column";
    }
    QString text(const char* name) const { return child<QLabel>(*page, name)->text(); }
    QWidget* part(const char* name) const { return child<QWidget>(*page, name); }

    Desk desk;
    std::unique_ptr<ui::AttendancePage> page;
    ui::AttendanceGrid* grid = nullptr;
    ui::AttendanceModel* model = nullptr;
    ui::StateStack* list = nullptr;
    ClassGroupId group;
    int presses = 0;
};

} // namespace edupro::tests
