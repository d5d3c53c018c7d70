// SPDX-License-Identifier: GPL-3.0-or-later
// The provinces with their readiness as a table that sorts by any column.
#pragma once

#include "core/regions/Segments.h"

#include <QAbstractTableModel>

#include <vector>

namespace edupro::ui {

class ClustersModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Province, Readiness, Distance, Silhouette, columns };

    using QAbstractTableModel::QAbstractTableModel;

    /// Keeps the order.
    void setReport(const regions::ClusterReport& report);
    /// The row of a region's code; -1 when it is not among them.
    int rowOf(const QString& region) const;
    /// After a change of the language.
    void sayAnew();

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant
    headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

private:
    const QString& labelOf(const regions::Assignment& assignment) const
    {
        return m_labels[assignment.cluster];
    }
    void arrange();

    std::vector<regions::Assignment> m_rows; ///< in the order shown
    std::vector<QString> m_labels;           ///< of the clusters, the readiest first
    int m_sortColumn = Readiness;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
};

} // namespace edupro::ui
