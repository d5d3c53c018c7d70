// SPDX-License-Identifier: GPL-3.0-or-later
// A table of ready-made cells, for short lists.
#pragma once

#include "ui/common/Badge.h"

#include <QAbstractTableModel>
#include <QStringList>

#include <functional>
#include <optional>
#include <vector>

namespace edupro::ui {

/// Cells are texts in the language of the window: the words are asked for anew when it changes.
class TextRows : public QAbstractTableModel {
    Q_OBJECT
public:
    struct Row {
        QString id;
        QStringList cells;
        std::optional<Chip> chip; ///< shown in the first column, instead of its cell
    };
    struct Table {
        QStringList headings;
        std::vector<Row> rows;
        QList<int> numbers; ///< columns whose cells stand at the right
    };
    using Say = std::function<Table()>;

    using QAbstractTableModel::QAbstractTableModel;

    /// Shows what `say` answers, now and after each retranslate().
    void show(Say say);
    /// Asks again; rows keep their places when their ids do.
    void retranslate();
    /// -1 when it is not there.
    int indexOf(const QString& id) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    Say m_say;
    Table m_table;
};

} // namespace edupro::ui
