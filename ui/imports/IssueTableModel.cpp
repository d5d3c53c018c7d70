// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/imports/IssueTableModel.h"

#include "ui/common/Badge.h"
#include "ui/common/Format.h"
#include "ui/common/Roles.h"
#include "ui/imports/ImportWords.h"

namespace edupro::ui {

void IssueTableModel::setIssues(std::vector<exchange::ImportIssue> issues)
{
    beginResetModel();
    m_issues = std::move(issues);
    endResetModel();
}

int IssueTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_issues.size());
}

int IssueTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : columns;
}

QVariant IssueTableModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid()) return {};
    const exchange::ImportIssue& issue = m_issues[static_cast<std::size_t>(index.row())];
    if (role == Qt::TextAlignmentRole && index.column() == Row)
        return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
    if (role == toneRole && index.column() == Reason)
        return static_cast<int>(issue.warning ? Tone::Watch : Tone::Risk);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole) return {};
    switch (index.column()) {
    case Row:
        return format::count(issue.row);
    case Heading:
        return issue.column;
    case Value:
        return issue.value.isEmpty() ? QString(format::missing) : issue.value;
    default:
        return issue.warning ? tr("Taken, but: %1").arg(reasonOf(issue)) : reasonOf(issue);
    }
}

QVariant IssueTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role == Qt::TextAlignmentRole && section == Row)
        return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    switch (section) {
    case Row:
        return tr("Row");
    case Heading:
        return tr("Column");
    case Value:
        return tr("Value");
    default:
        return tr("Reason");
    }
}

void IssueTableModel::retranslate()
{
    emit headerDataChanged(Qt::Horizontal, 0, columns - 1);
    if (!m_issues.empty())
        emit dataChanged(index(0, 0), index(static_cast<int>(m_issues.size()) - 1, columns - 1));
}

} // namespace edupro::ui
