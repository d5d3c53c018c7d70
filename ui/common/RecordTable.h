// SPDX-License-Identifier: GPL-3.0-or-later
// The house table: dense rows, no grid, level chips, keyboard and copy; works with any item model.
#pragma once

#include <QTableView>

namespace edupro::ui {

class Theme;

/// Selects whole rows. The model answers DisplayRole with formatted text, Qt::TextAlignmentRole
/// right for numbers, chipRole or toneRole for levels (see Roles.h) and idRole for the record.
/// Sorting is the model's: sort(column, order).
class RecordTable : public QTableView {
    Q_OBJECT
public:
    explicit RecordTable(const Theme& theme, QWidget* parent = nullptr);

    /// The idRole of the current row; empty without one.
    QString currentId() const;
    /// Selected rows as tab-separated text with a heading row, as a spreadsheet takes it.
    QString selectedText() const;

signals:
    void opened(const QString& id);          ///< double click or Enter
    void currentMoved(const QString& id);    ///< to another row; empty when there is none
    void deleteRequested(const QString& id); ///< the Delete key

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;

private:
    void copySelection() const;
};

/// A card around a table, as pages show it. Takes the place of the table in its parent.
QFrame* onCard(RecordTable* table);

} // namespace edupro::ui
