// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/AuditModel.h"

#include "ui/common/ChangeText.h"
#include "ui/common/Format.h"
#include "ui/common/Roles.h"

#include <QDateTime>

namespace edupro::ui {

using storage::AuditRecord;
using Page = std::vector<AuditRecord>;

AuditModel::AuditModel(storage::StoreLane& store, QObject* parent)
    : QAbstractTableModel(parent)
    , m_store(store)
{
}

void AuditModel::setFilter(const storage::AuditFilter& filter)
{
    beginResetModel();
    m_filter = filter;
    m_records.clear();
    m_complete = false;
    endResetModel();
    ask();
}

bool AuditModel::isFiltered() const
{
    return !m_filter.person.isEmpty() || !m_filter.actions.isEmpty() || !m_filter.table.isEmpty() ||
           m_filter.from || m_filter.until;
}

void AuditModel::setNames(const QHash<QString, QString>& names)
{
    m_names = names;
    retranslate();
}

QString AuditModel::nameOf(const QString& person) const
{
    if (person.isEmpty()) return QString(QChar(0x2014));
    return m_names.value(person, person);
}

const AuditRecord* AuditModel::recordAt(int row) const
{
    return row >= 0 && row < rowCount() ? &m_records[static_cast<std::size_t>(row)] : nullptr;
}

void AuditModel::retranslate()
{
    emit headerDataChanged(Qt::Horizontal, 0, columns - 1);
    if (!m_records.empty()) emit dataChanged(index(0, 0), index(rowCount() - 1, columns - 1));
}

void AuditModel::ask()
{
    m_fetching = true;
    std::optional<qint64> below;
    if (!m_records.empty()) below = m_records.back().n;
    const auto work = [filter = m_filter, below](storage::Store& store, const Progress&) {
        return storage::auditPage(store, filter, below, pageSize);
    };
    m_asking.ask(m_store.submit(work), this, [this](Result<Page> page) { take(std::move(page)); });
}

void AuditModel::take(Result<Page> page)
{
    m_fetching = false;
    if (!page) {
        m_complete = true; // until somebody asks anew
        emit failed(page.error());
        return;
    }
    m_complete = page->size() < pageSize;
    if (!page->empty()) {
        const int first = rowCount();
        beginInsertRows({}, first, first + static_cast<int>(page->size()) - 1);
        std::move(page->begin(), page->end(), std::back_inserter(m_records));
        endInsertRows();
    }
    emit loaded();
}

int AuditModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_records.size());
}

int AuditModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : columns;
}

QVariant AuditModel::data(const QModelIndex& index, int role) const
{
    const AuditRecord* record = recordAt(index.row());
    if (!record || !index.isValid()) return {};
    if (role == idRole) return QString::number(record->n);
    if (role != Qt::DisplayRole) return {};
    switch (index.column()) {
    case At:
        return format::dateTime(QDateTime::fromMSecsSinceEpoch(record->at));
    case Person:
        return nameOf(record->person);
    case Act:
        return actWord(record->action);
    case Table:
        return tableWord(record->table);
    case Device:
        return record->device;
    default:
        return {};
    }
}

QVariant AuditModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    const QString words[] = {tr("When"), tr("Who"), tr("What"), tr("Of what"), tr("Computer")};
    return section >= 0 && section < columns ? words[section] : QVariant();
}

bool AuditModel::canFetchMore(const QModelIndex& parent) const
{
    return !parent.isValid() && !m_complete && !m_fetching;
}

void AuditModel::fetchMore(const QModelIndex& parent)
{
    if (canFetchMore(parent)) ask();
}

} // namespace edupro::ui
