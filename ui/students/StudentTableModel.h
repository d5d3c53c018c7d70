// SPDX-License-Identifier: GPL-3.0-or-later
// The students that a search finds, as a table: knows how many there are and loads the rows that
// are looked at.
#pragma once

#include "core/jobs/LatestOnly.h"
#include "core/people/PeopleActions.h"
#include "core/storage/StoreLane.h"
#include "ui/common/RowWindows.h"

#include <QAbstractTableModel>

namespace edupro::ui {

/// Never touches the store itself: every question goes to the storage lane, and an answer that came
/// too late is dropped. A row that is not there yet has no texts.
class StudentTableModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Nis, Name, Class, Gender, Born, Status, columns };

    explicit StudentTableModel(storage::StoreLane& store, QObject* parent = nullptr);

    const QString& searchText() const { return m_search.text; }
    const QString& className() const { return m_search.className; }
    bool isFiltered() const { return !m_search.text.isEmpty() || !m_search.className.isEmpty(); }
    /// Lists what this search finds, from its beginning or around `focus`.
    void setSearch(const QString& text, const QString& className, const StudentId& focus = {});
    /// Only Name and Nis are orders; the rest is ignored.
    void sort(int column, Qt::SortOrder order, const StudentId& focus);
    void sort(int column, Qt::SortOrder order) override { sort(column, order, {}); }
    /// Asks anew. loaded() then tells where `focus` stands; without one the rows around `near` come
    /// at once.
    void reload(const StudentId& focus = {}, int near = 0);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    /// The row's name; empty while it is not there.
    QString nameAt(int row) const;
    StudentId idAt(int row) const;
    /// The texts have changed with the language.
    void retranslate();

signals:
    void loaded(int focusRow); ///< after a reset; -1 when the student is not among those found
    void failed(const edupro::Error& error);

private:
    struct Opening;

    void show(Opening opening);
    RowWindows<people::StudentRow>::Fetch fetch() const;
    QVariant textOf(const people::StudentRow& row, int column) const;

    storage::StoreLane& m_store;
    people::StudentSearch m_search;
    bool m_descending = false;
    qint64 m_total = 0;
    jobs::LatestOnly m_latest;
    std::unique_ptr<RowWindows<people::StudentRow>> m_windows;
};

} // namespace edupro::ui
