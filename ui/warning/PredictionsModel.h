// SPDX-License-Identifier: GPL-3.0-or-later
// The list of predictions as a table: filtered by class, level and name, sorted by any column.
#pragma once

#include "core/warning/Predict.h"

#include <QAbstractTableModel>

#include <optional>
#include <vector>

namespace edupro::ui {

/// What is shown; everything when nothing is set.
struct PredictionsFilter {
    QString className;
    /// A level; an inner nullopt stands for those without enough data.
    std::optional<std::optional<warning::Level>> level{};
    QString name; ///< a part of the name or NIS, case and accents ignored

    friend bool operator==(const PredictionsFilter&, const PredictionsFilter&) = default;
};

class PredictionsModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Name, Class, Status, Chance, columns };

    using QAbstractTableModel::QAbstractTableModel;

    /// Keeps filter and order. `rows` come in the order of the risk.
    void setRows(std::vector<warning::Forecast> rows);
    void setFilter(const PredictionsFilter& filter);
    const PredictionsFilter& filter() const { return m_filter; }

    const std::vector<warning::Forecast>& all() const { return m_rows; }
    /// What is shown, in the order shown.
    std::vector<warning::Forecast> shown() const;
    /// Null when the student is not among the rows.
    const warning::Forecast* find(const QString& id) const;
    /// The row shown of a student; -1 when it is hidden.
    int rowOf(const QString& id) const;
    /// The classes there are, in order.
    QStringList classes() const;
    /// After a change of the language.
    void sayAnew();

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant
    headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

private:
    const warning::Forecast& at(int row) const
    {
        return m_rows[m_order[static_cast<std::size_t>(row)]];
    }
    bool passes(const warning::Forecast& forecast) const;
    void arrange();

    std::vector<warning::Forecast> m_rows;
    std::vector<std::size_t> m_order; ///< of those that pass the filter
    PredictionsFilter m_filter;
    int m_sortColumn = Chance;
    Qt::SortOrder m_sortOrder = Qt::DescendingOrder;
};

} // namespace edupro::ui
