// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/warning/PredictionsModel.h"

#include "core/record/Fold.h"
#include "ui/common/Badge.h"
#include "ui/common/Format.h"
#include "ui/common/Roles.h"
#include "ui/warning/ReasonText.h"

#include <algorithm>
#include <numeric>

namespace edupro::ui {

using warning::Forecast;
using warning::Level;

namespace {

double chanceOfLow(const Forecast& forecast)
{
    return forecast.explanation.shares[static_cast<std::size_t>(Level::Low)];
}

/// Class names as people count them: 7A before 10A.
bool isClassBefore(const QString& a, const QString& b)
{
    const auto number = [](const QString& name) {
        int digits = 0;
        while (digits < name.size() && name[digits].isDigit())
            ++digits;
        return digits > 0 ? name.left(digits).toInt() : 0;
    };
    return std::pair(number(a), a) < std::pair(number(b), b);
}

QString statusWord(const Forecast& forecast)
{
    if (!forecast.explanation.level) return PredictionsModel::tr("Not enough data");
    return toneWord(toneOf(forecast.explanation.level));
}

bool isBefore(const Forecast& a, const Forecast& b, int column)
{
    switch (column) {
    case PredictionsModel::Name:
        return folded(a.student.name) < folded(b.student.name);
    case PredictionsModel::Class:
        return isClassBefore(a.student.className, b.student.className);
    default:
        return warning::isRiskier(b, a);
    }
}

} // namespace

void PredictionsModel::setRows(std::vector<Forecast> rows)
{
    beginResetModel();
    m_rows = std::move(rows);
    arrange();
    endResetModel();
}

void PredictionsModel::setFilter(const PredictionsFilter& filter)
{
    beginResetModel();
    m_filter = filter;
    arrange();
    endResetModel();
}

std::vector<Forecast> PredictionsModel::shown() const
{
    std::vector<Forecast> rows;
    rows.reserve(m_order.size());
    for (const std::size_t row : m_order)
        rows.push_back(m_rows[row]);
    return rows;
}

const Forecast* PredictionsModel::find(const QString& id) const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [&](const Forecast& forecast) {
        return forecast.student.id.text() == id;
    });
    return found == m_rows.end() ? nullptr : &*found;
}

int PredictionsModel::rowOf(const QString& id) const
{
    const auto found = std::find_if(m_order.begin(), m_order.end(), [&](std::size_t row) {
        return m_rows[row].student.id.text() == id;
    });
    return found == m_order.end() ? -1 : static_cast<int>(found - m_order.begin());
}

QStringList PredictionsModel::classes() const
{
    QStringList names;
    for (const Forecast& forecast : m_rows) {
        if (!forecast.student.className.isEmpty()) names << forecast.student.className;
    }
    names.removeDuplicates();
    std::sort(names.begin(), names.end(), isClassBefore);
    return names;
}

void PredictionsModel::sayAnew()
{
    emit headerDataChanged(Qt::Horizontal, 0, columns - 1);
    if (!m_order.empty()) emit dataChanged(index(0, 0), index(rowCount() - 1, columns - 1));
}

int PredictionsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_order.size());
}

int PredictionsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : columns;
}

QVariant PredictionsModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid()) return {};
    const Forecast& forecast = at(index.row());
    if (role == idRole) return forecast.student.id.text();
    if (role == chipRole && index.column() == Status)
        return static_cast<int>(toneOf(forecast.explanation.level));
    if (role == Qt::TextAlignmentRole && index.column() == Chance)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole) return reasonLine(forecast.explanation);
    if (role != Qt::DisplayRole) return {};
    switch (index.column()) {
    case Name:
        return forecast.student.name;
    case Class:
        return forecast.student.className;
    case Status:
        return statusWord(forecast);
    default:
        break;
    }
    if (!forecast.explanation.level) return QString(format::missing);
    return format::percent(100.0 * chanceOfLow(forecast), 0);
}

QVariant PredictionsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole && section == Chance)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && section == Chance) return tr("Chance of Low");
    if (role != Qt::DisplayRole) return {};
    switch (section) {
    case Name:
        return tr("Student");
    case Class:
        return tr("Class");
    case Status:
        return tr("Status");
    default:
        return tr("Chance") + QString(4, format::noBreakSpace); // room for the arrow of the order
    }
}

void PredictionsModel::sort(int column, Qt::SortOrder order)
{
    emit layoutAboutToBeChanged();
    const QModelIndexList before = persistentIndexList();
    QStringList ids;
    for (const QModelIndex& index : before)
        ids << index.data(idRole).toString();
    m_sortColumn = column;
    m_sortOrder = order;
    arrange();
    QModelIndexList after;
    for (int i = 0; i < before.size(); ++i)
        after << index(rowOf(ids[i]), before[i].column());
    changePersistentIndexList(before, after);
    emit layoutChanged();
}

bool PredictionsModel::passes(const Forecast& forecast) const
{
    if (!m_filter.className.isEmpty() && forecast.student.className != m_filter.className)
        return false;
    if (m_filter.level && forecast.explanation.level != *m_filter.level) return false;
    const QString part = folded(m_filter.name.trimmed());
    return part.isEmpty() || folded(forecast.student.name).contains(part) ||
           folded(forecast.student.nis).startsWith(part);
}

void PredictionsModel::arrange()
{
    m_order.clear();
    for (std::size_t row = 0; row < m_rows.size(); ++row) {
        if (passes(m_rows[row])) m_order.push_back(row);
    }
    std::stable_sort(m_order.begin(), m_order.end(), [this](std::size_t a, std::size_t b) {
        return m_sortOrder == Qt::AscendingOrder ? isBefore(m_rows[a], m_rows[b], m_sortColumn)
                                                 : isBefore(m_rows[b], m_rows[a], m_sortColumn);
    });
}

} // namespace edupro::ui
