// SPDX-License-Identifier: GPL-3.0-or-later
// The students page in a window of its own, for its tests.
#pragma once

#include "core/people/PeopleActions.h"
#include "tests/support/SchoolDesk.h"
#include "ui/common/RecordTable.h"
#include "ui/common/StateStack.h"
#include "ui/students/StudentsPage.h"

#include <QLineEdit>

namespace edupro::tests {

/// The page in a window of its own, as a person has it before them.
struct OpenPage {
    Desk desk;
    std::unique_ptr<ui::StudentsPage> page;
    ui::RecordTable* table = nullptr;
    ui::StateStack* list = nullptr;

    explicit OpenPage(int students, ui::Tongue tongue = ui::Tongue::English)
        : desk(tongue)
    {
        openSchool(desk, students);
        page = std::make_unique<ui::StudentsPage>(desk.context);
        page->resize(1140, 640);
        showActive(*page);
        table = child<ui::RecordTable>(*page, "studentsTable");
        list = child<ui::StateStack>(*page, "studentsList");
        REQUIRE(soon([&] { return list->state() != ui::StateStack::State::Loading; }));
    }

    int rows() const { return table->model()->rowCount(); }
    QString cell(int row, int column) const
    {
        return table->model()->index(row, column).data().toString().replace(QChar(0xA0), ' ');
    }
    QString current() const { return table->currentIndex().siblingAtColumn(1).data().toString(); }
    QWidget* field(const char* name) const { return child<QWidget>(*page, name); }
    QString note(const char* field) const
    {
        auto* label = child<QLabel>(*page, (QByteArray(field) + "Note").constData());
        return label->isVisible() ? label->text() : QString();
    }
    bool formIsOpen() const { return field("studentForm")->isVisible(); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const
    {
        QWidget* focus = page->window()->focusWidget();
        QTest::keyClick(focus ? focus : page.get(), key, modifiers);
    }
    void openForm(Qt::Key key = Qt::Key_Insert)
    {
        table->setFocus();
        press(key);
        REQUIRE(soon([&] { return formIsOpen(); }));
    }

    std::vector<people::StudentRow> stored(const QString& text)
    {
        return inStore(desk, [&](storage::Store& store) {
            return people::listStudents(store, {.text = text, .className = {}}, 0, 50);
        });
    }
};

} // namespace edupro::tests
