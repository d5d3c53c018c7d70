// SPDX-License-Identifier: GPL-3.0-or-later
// The settings page over a new school, for its tests.
#pragma once

#include "core/school/SchoolActions.h"
#include "tests/support/SchoolDesk.h"
#include "tests/support/Stores.h"
#include "ui/common/RecordTable.h"
#include "ui/school/SettingsPage.h"

#include <QAbstractButton>
#include <QTabBar>

namespace edupro::tests {

/// The page in a window of its own, as a person has it before them. It is 2 March 2026.
struct OpenSettingsPage {
    Desk desk;
    std::unique_ptr<ui::SettingsPage> page;

    template<class Work>
    auto ask(Work work)
    {
        return inStore(desk, std::move(work));
    }
    /// `fill` is what the school has beyond being new.
    explicit OpenSettingsPage(std::function<Done(storage::Store&)> fill = {})
    {
        auto opened = desk.store.open([] { return storage::Store::openMemory(testOptions()); });
        REQUIRE(soon([&] { return opened.isFinished(); }));
        REQUIRE(opened.resultAt(0).has_value());
        ask([&fill](storage::Store& store) -> Done {
            const auto made = school::createSchool(store, "SMP Contoh", {});
            if (!made) return made.error();
            return fill ? fill(store) : done();
        });
        desk.context.setSchool({.name = "SMP Contoh", .terms = {"20251", "20252"}}, "20252");
        page = std::make_unique<ui::SettingsPage>(desk.context);
        page->resize(1140, 680);
        showActive(*page);
    }

    void open(int tab) const { child<QTabBar>(*page, "settingsTabs")->setCurrentIndex(tab); }
    ui::RecordTable* table(const char* name) const { return child<ui::RecordTable>(*page, name); }
    bool hasRows(const char* name, int rows) const
    {
        return soon([&] {
            const auto* found = page->findChild<ui::RecordTable*>(name);
            return found && found->model()->rowCount() == rows;
        });
    }
    QString cell(const char* name, int row, int column) const
    {
        return table(name)->model()->index(row, column).data().toString().replace(QChar(0xA0), ' ');
    }
    void choose(const char* name, int row) const
    {
        table(name)->selectRow(row);
        table(name)->setFocus();
    }
    void press(const char* button) const { child<QAbstractButton>(*page, button)->click(); }
    /// Types into a field of a panel: ("classPanel", "name", ...).
    void type(const char* panel, const char* field, const QString& text) const
    {
        typeInto(child<QWidget>(*child<QWidget>(*page, panel), field), text);
    }
    QString note(const char* panel, const char* field) const
    {
        const auto* label =
            child<QLabel>(*child<QWidget>(*page, panel), (QByteArray(field) + "Note").constData());
        return label->isVisible() ? label->text().replace(QChar(0xA0), ' ') : QString();
    }
    bool notes(const char* panel, const char* field, const char* part) const
    {
        return soon([&] {
            return note(panel, field).contains(QString::fromUtf8(part), Qt::CaseInsensitive);
        });
    }
    /// Presses the *Undo* that is offered.
    void undo() const
    {
        QAbstractButton* offered = nullptr;
        REQUIRE(soon([&] {
            for (auto* button : page->findChildren<QAbstractButton*>("undo"))
                if (button->isVisible()) offered = button;
            return offered != nullptr;
        }));
        offered->click();
    }
    /// Presses a key where the keyboard is.
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const
    {
        QWidget* focus = page->focusWidget();
        REQUIRE(focus);
        QTest::keyClick(focus, key, modifiers);
    }
    QString text(const char* label) const
    {
        const auto* found = child<QLabel>(*page, label);
        return found->isVisible() ? found->text().replace(QChar(0xA0), ' ') : QString();
    }
    bool says(const char* label, const char* part) const
    {
        return soon([&] { return text(label).contains(QString::fromUtf8(part)); });
    }
};

} // namespace edupro::tests
