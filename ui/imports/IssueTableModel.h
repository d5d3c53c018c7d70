// SPDX-License-Identifier: GPL-3.0-or-later
// The faulty rows of a file as a table: row, column, value, reason.
#pragma once

#include "core/exchange/ImportReport.h"

#include <QAbstractTableModel>

namespace edupro::ui {

class IssueTableModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Row, Heading, Value, Reason, columns };

    using QAbstractTableModel::QAbstractTableModel;

    void setIssues(std::vector<exchange::ImportIssue> issues);
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    /// The texts have changed with the language.
    void retranslate();

private:
    std::vector<exchange::ImportIssue> m_issues;
};

} // namespace edupro::ui
