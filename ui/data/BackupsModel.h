// SPDX-License-Identifier: GPL-3.0-or-later
// The backups in a folder as a table.
#pragma once

#include "ui/data/BackupTasks.h"

#include <QAbstractTableModel>
#include <QDateTime>
#include <QHash>

namespace edupro::ui {

/// "weekly", "before an import", in the language of the window.
QString kindWord(storage::BackupCause cause, storage::Keeping keeping);

/// Files that cannot be read stand below the others.
class BackupsModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Made, Kind, Students, Size, State, columns };
    using QAbstractTableModel::QAbstractTableModel;

    /// What checks found of files that are still there stays.
    void setListed(const BackupsListed& listed);
    /// Notes what a check found: whole and opened, whole but locked, or damaged.
    enum class Check { Whole, Locked, Damaged };
    void setCheck(const QString& path, Check check, const QDateTime& at);

    struct Row {
        storage::BackupFile backup;
        storage::Keeping keeping = storage::Keeping::ByHand;
        bool readable = true;
    };
    /// Null when there is no such row.
    const Row* at(int row) const;
    /// -1: none.
    int indexOf(const QString& path) const;
    void retranslate();

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Checked {
        Check check;
        QDateTime at;
    };
    QString text(const Row& row, int column) const;
    QString stateText(const Row& row) const;
    QVariant stateTone(const Row& row) const;

    std::vector<Row> m_rows;
    QHash<QString, Checked> m_checks; ///< by path, of this visit
};

} // namespace edupro::ui
