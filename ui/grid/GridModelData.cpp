// SPDX-License-Identifier: GPL-3.0-or-later
// What views, tool tips and screen readers ask of a grid's model.
#include "ui/grid/GridModel.h"

namespace edupro::ui {

int GridModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_contents.rows.size());
}

int GridModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_contents.columns.size());
}

QVariant GridModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid()) return {};
    const GridCell& asked = cell(index);
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
        return asked.shown();
    case Qt::ToolTipRole:
    case Qt::AccessibleDescriptionRole:
        if (asked.refusal) return words(*asked.refusal);
        return asked.note.isEmpty() ? QVariant() : asked.note;
    case Qt::TextAlignmentRole: {
        const bool centred = m_contents.columns[static_cast<std::size_t>(index.column())].centred;
        return QVariant(Qt::AlignVCenter | (centred ? Qt::AlignHCenter : Qt::AlignRight));
    }
    case Qt::AccessibleTextRole: {
        const QString place = m_contents.rows[static_cast<std::size_t>(index.row())].name + ", " +
                              m_contents.columns[static_cast<std::size_t>(index.column())].spoken();
        const QString sign = asked.refusal                 ? tr("refused")
                             : asked.look == CellLook::Low ? tr("too low")
                                                           : QString();
        const QString value = asked.shown().isEmpty() ? tr("empty") : asked.shown();
        return sign.isEmpty() ? QString("%1: %2").arg(place, value)
                              : QString("%1: %2, %3").arg(place, value, sign);
    }
    default:
        return {};
    }
}

bool GridModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (!index.isValid() || role != Qt::EditRole || cell(index).readOnly) return false;
    enter({{index.row(), index.column(), value.toString()}}, {});
    return true;
}

QVariant GridModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    const auto at = static_cast<std::size_t>(section);
    if (orientation == Qt::Horizontal && at < m_contents.columns.size()) {
        const GridColumn& column = m_contents.columns[at];
        if (role == Qt::DisplayRole) return column.title;
        if (role == Qt::ToolTipRole || role == Qt::AccessibleTextRole)
            return QStringList({column.spoken(), column.note}).join(' ').trimmed();
    }
    if (orientation == Qt::Vertical && at < m_contents.rows.size()) {
        if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole)
            return m_contents.rows[at].name;
    }
    return {};
}

Qt::ItemFlags GridModel::flags(const QModelIndex& index) const
{
    if (!index.isValid()) return Qt::NoItemFlags;
    const Qt::ItemFlags base = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    return cell(index).readOnly ? base : base | Qt::ItemIsEditable;
}

} // namespace edupro::ui
