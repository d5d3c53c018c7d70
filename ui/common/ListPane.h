// SPDX-License-Identifier: GPL-3.0-or-later
// A short list on its card: the table, its rows and its four states.
#pragma once

#include "ui/common/TextRows.h"

#include <QFrame>

namespace edupro::ui {

class RecordTable;
class StateStack;
class Theme;

class ListPane : public QFrame {
    Q_OBJECT
public:
    /// `name` is the table's object name; its states are NAME + "States".
    ListPane(const Theme& theme, const QString& name, QWidget* parent = nullptr);

    TextRows& rows() { return *m_rows; }
    RecordTable& table() { return *m_table; }
    StateStack& states() { return *m_states; }
    /// Widths of the columns; 0: takes what is left.
    void setWidths(const std::vector<int>& widths);
    /// Shows the rows; the chosen one stays chosen, or else the first becomes it.
    void show(TextRows::Say say);
    QString chosen() const;
    void choose(const QString& id);

private:
    TextRows* m_rows;
    RecordTable* m_table;
    StateStack* m_states;
    std::vector<int> m_widths;
};

} // namespace edupro::ui
