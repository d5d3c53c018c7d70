// SPDX-License-Identifier: GPL-3.0-or-later
// The people with a login as a table.
#pragma once

#include "core/accounts/People.h"

#include <QAbstractTableModel>

namespace edupro::ui {

class PeopleModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Name, Login, Roles, State, LastSignIn, columns };
    using QAbstractTableModel::QAbstractTableModel;

    void setRows(std::vector<accounts::PersonRow> rows);
    /// Null when there is no such row.
    const accounts::PersonRow* rowOf(const QString& id) const;
    int indexOf(const UserId& id) const;
    void retranslate();

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<accounts::PersonRow> m_rows;
};

} // namespace edupro::ui
