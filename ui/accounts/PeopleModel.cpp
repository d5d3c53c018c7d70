// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/PeopleModel.h"

#include "core/dashboard/Series.h"
#include "ui/common/Format.h"
#include "ui/common/Roles.h"
#include "ui/shell/Person.h"

#include <QDateTime>

namespace edupro::ui {

using accounts::PersonRow;
using dashboard::Tone;

namespace {

QString stateWord(const PersonRow& row)
{
    if (row.disabled) return PeopleModel::tr("Disabled");
    if (row.mustChangePassword) return PeopleModel::tr("Invited");
    return row.running > 0 ? PeopleModel::tr("Signed in") : PeopleModel::tr("Active");
}

} // namespace

void PeopleModel::setRows(std::vector<PersonRow> rows)
{
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

const PersonRow* PeopleModel::rowOf(const QString& id) const
{
    const int index = indexOf({QUuid::fromString(id)});
    return index < 0 ? nullptr : &m_rows[static_cast<std::size_t>(index)];
}

int PeopleModel::indexOf(const UserId& id) const
{
    const auto found = std::find_if(
        m_rows.begin(), m_rows.end(), [&id](const PersonRow& row) { return row.id == id; });
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

void PeopleModel::retranslate()
{
    emit headerDataChanged(Qt::Horizontal, 0, columns - 1);
    if (!m_rows.empty()) emit dataChanged(index(0, 0), index(rowCount() - 1, columns - 1));
}

int PeopleModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int PeopleModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : columns;
}

QVariant PeopleModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount()) return {};
    const PersonRow& row = m_rows[static_cast<std::size_t>(index.row())];
    if (role == idRole) return row.id.text();
    if (role == toneRole && index.column() == State && row.mustChangePassword && !row.disabled)
        return static_cast<int>(Tone::Watch);
    if (role != Qt::DisplayRole) return {};
    switch (index.column()) {
    case Name:
        return row.name;
    case Login:
        return row.login;
    case Roles:
        return roleWords(security::rolesOf(row.roles));
    case State:
        return stateWord(row);
    case LastSignIn:
        return row.lastSignIn ? format::dateTime(QDateTime::fromMSecsSinceEpoch(*row.lastSignIn))
                              : tr("never");
    default:
        return {};
    }
}

QVariant PeopleModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    const QString words[] = {
        tr("Name"), tr("User name"), tr("Roles"), tr("State"), tr("Last sign-in")};
    return section >= 0 && section < columns ? words[section] : QVariant();
}

} // namespace edupro::ui
