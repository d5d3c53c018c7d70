// SPDX-License-Identifier: GPL-3.0-or-later
// A page with one of everything that pages are made of, with invented figures, to look at the parts
// together.
#pragma once

#include <QWidget>

class QPushButton;
class QStandardItemModel;

namespace edupro::ui {
class ChartCard;
class Context;
class PageHeader;
class RecordTable;
class StateStack;
class UndoBar;
} // namespace edupro::ui

namespace edupro::tests {

class SamplePage : public QWidget {
    Q_OBJECT
public:
    explicit SamplePage(ui::Context& context);

    ui::StateStack& list() { return *m_list; }
    ui::UndoBar& undoBar() { return *m_undo; }
    ui::ChartCard& bars() { return *m_bars; }

protected:
    void changeEvent(QEvent* event) override;

private:
    QWidget* makeList();
    void fill();
    void say();

    ui::Context& m_context;
    ui::PageHeader* m_header;
    QPushButton* m_print;
    QPushButton* m_import;
    ui::ChartCard* m_bars;
    ui::ChartCard* m_lines;
    ui::ChartCard* m_scatter;
    ui::RecordTable* m_table;
    QStandardItemModel* m_model;
    ui::StateStack* m_list;
    ui::UndoBar* m_undo;
};

} // namespace edupro::tests
