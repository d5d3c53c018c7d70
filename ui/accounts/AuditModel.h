// SPDX-License-Identifier: GPL-3.0-or-later
// The audit as a table that grows downwards while somebody scrolls: newest first, page by page.
#pragma once

#include "core/jobs/LatestOnly.h"
#include "core/storage/audit/AuditLog.h"
#include "core/storage/StoreLane.h"

#include <QAbstractTableModel>
#include <QHash>

namespace edupro::ui {

/// A page is read on the storage lane when the view comes near the end of the one before; pages are
/// found by the number of their first event, so that the millionth costs what the first does.
class AuditModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { At, Person, Act, Table, Device, columns };
    static constexpr int pageSize = 200;

    explicit AuditModel(storage::StoreLane& store, QObject* parent = nullptr);

    /// Begins anew with what this filter leaves.
    void setFilter(const storage::AuditFilter& filter);
    const storage::AuditFilter& filter() const { return m_filter; }
    bool isFiltered() const;
    /// Names by id, for the column of persons.
    void setNames(const QHash<QString, QString>& names);
    QString nameOf(const QString& person) const;
    /// Null when the row is not there.
    const storage::AuditRecord* recordAt(int row) const;
    bool isComplete() const { return m_complete; }
    void retranslate();

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;

signals:
    void loaded(); ///< a page has come
    void failed(const edupro::Error& error);

private:
    void ask();
    void take(Result<std::vector<storage::AuditRecord>> page);

    storage::StoreLane& m_store;
    storage::AuditFilter m_filter;
    std::vector<storage::AuditRecord> m_records;
    QHash<QString, QString> m_names;
    jobs::LatestOnly m_asking;
    bool m_fetching = false;
    bool m_complete = false;
};

} // namespace edupro::ui
