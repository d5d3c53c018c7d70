// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/TextRows.h"

#include "ui/common/Roles.h"

#include <algorithm>

namespace edupro::ui {

namespace {

bool sameRows(const TextRows::Table& a, const TextRows::Table& b)
{
    return a.headings.size() == b.headings.size() &&
           std::equal(
               a.rows.begin(),
               a.rows.end(),
               b.rows.begin(),
               b.rows.end(),
               [](const TextRows::Row& x, const TextRows::Row& y) { return x.id == y.id; });
}

} // namespace

void TextRows::show(Say say)
{
    m_say = std::move(say);
    retranslate();
}

void TextRows::retranslate()
{
    if (!m_say) return;
    Table table = m_say();
    if (!sameRows(m_table, table)) {
        beginResetModel();
        m_table = std::move(table);
        endResetModel();
        return;
    }
    m_table = std::move(table);
    emit headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    if (!m_table.rows.empty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

int TextRows::indexOf(const QString& id) const
{
    const auto found = std::find_if(
        m_table.rows.begin(), m_table.rows.end(), [&](const Row& row) { return row.id == id; });
    return found == m_table.rows.end() ? -1 : static_cast<int>(found - m_table.rows.begin());
}

int TextRows::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_table.rows.size());
}

int TextRows::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_table.headings.size());
}

QVariant TextRows::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount()) return {};
    const Row& row = m_table.rows[static_cast<std::size_t>(index.row())];
    const bool chip = index.column() == 0 && row.chip;
    if (role == idRole) return row.id;
    if (role == chipRole && chip) return static_cast<int>(row.chip->tone);
    if (role == Qt::TextAlignmentRole && m_table.numbers.contains(index.column()))
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole) return {};
    return chip ? row.chip->word : row.cells.value(index.column());
}

QVariant TextRows::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole && m_table.numbers.contains(section))
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    return role == Qt::DisplayRole ? QVariant(m_table.headings.value(section)) : QVariant();
}

} // namespace edupro::ui
