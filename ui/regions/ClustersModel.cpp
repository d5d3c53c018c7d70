// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/regions/ClustersModel.h"

#include "ui/common/CategoryWord.h"
#include "ui/common/Format.h"
#include "ui/common/Roles.h"
#include "ui/regions/ClusterWords.h"

#include <algorithm>

namespace edupro::ui {

using regions::Assignment;

namespace {

constexpr int decimals = 2;

bool isFigure(int column)
{
    return column == ClustersModel::Distance || column == ClustersModel::Silhouette;
}

bool isBefore(const Assignment& a, const Assignment& b, int column)
{
    switch (column) {
    case ClustersModel::Readiness:
        return a.cluster < b.cluster;
    case ClustersModel::Distance:
        return a.distance < b.distance;
    case ClustersModel::Silhouette:
        return a.silhouette < b.silhouette;
    default:
        return a.row.name.localeAwareCompare(b.row.name) < 0;
    }
}

} // namespace

void ClustersModel::setReport(const regions::ClusterReport& report)
{
    beginResetModel();
    m_rows = report.assignments;
    m_labels.clear();
    for (const regions::ClusterSummary& cluster : report.clusters)
        m_labels.push_back(cluster.label);
    arrange();
    endResetModel();
}

int ClustersModel::rowOf(const QString& region) const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [&](const Assignment& one) {
        return one.row.region == region;
    });
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

void ClustersModel::sayAnew()
{
    emit headerDataChanged(Qt::Horizontal, 0, columns - 1);
    if (!m_rows.empty()) emit dataChanged(index(0, 0), index(rowCount() - 1, columns - 1));
}

int ClustersModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ClustersModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : columns;
}

QVariant ClustersModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid()) return {};
    const Assignment& one = m_rows[static_cast<std::size_t>(index.row())];
    if (role == idRole) return one.row.region;
    if (role == chipRole && index.column() == Readiness)
        return static_cast<int>(readinessTone(labelOf(one)));
    if (role == Qt::TextAlignmentRole && isFigure(index.column()))
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole) return {};
    switch (index.column()) {
    case Province:
        return one.row.name;
    case Readiness:
        return categoryWord(labelOf(one));
    case Distance:
        return format::number(one.distance, decimals);
    default:
        return format::number(one.silhouette, decimals);
    }
}

QVariant ClustersModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole && isFigure(section))
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && section == Distance)
        return tr("From the centre of its group; 0 is the most typical province");
    if (role == Qt::ToolTipRole && section == Silhouette)
        return tr("How well it fits: near 1 well, near 0 on the border, below 0 closer to "
                  "another group");
    if (role != Qt::DisplayRole) return {};
    switch (section) {
    case Province:
        return tr("Province");
    case Readiness:
        return tr("Readiness");
    case Distance:
        return tr("Distance");
    default:
        return tr("Silhouette");
    }
}

void ClustersModel::sort(int column, Qt::SortOrder order)
{
    emit layoutAboutToBeChanged();
    const QModelIndexList before = persistentIndexList();
    QStringList regions;
    for (const QModelIndex& index : before)
        regions << index.data(idRole).toString();
    m_sortColumn = column;
    m_sortOrder = order;
    arrange();
    QModelIndexList after;
    for (int i = 0; i < before.size(); ++i)
        after << index(rowOf(regions[i]), before[i].column());
    changePersistentIndexList(before, after);
    emit layoutChanged();
}

void ClustersModel::arrange()
{
    // Names part what is equal, whatever the order was before.
    std::stable_sort(m_rows.begin(), m_rows.end(), [](const Assignment& a, const Assignment& b) {
        return isBefore(a, b, Province);
    });
    std::stable_sort(
        m_rows.begin(), m_rows.end(), [this](const Assignment& a, const Assignment& b) {
            return m_sortOrder == Qt::AscendingOrder ? isBefore(a, b, m_sortColumn)
                                                     : isBefore(b, a, m_sortColumn);
        });
}

} // namespace edupro::ui
