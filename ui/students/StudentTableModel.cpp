// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/students/StudentTableModel.h"

#include "ui/common/ChoiceWords.h"
#include "ui/common/Format.h"
#include "ui/common/Roles.h"

#include <QCoreApplication>

namespace edupro::ui {

using people::StudentOrder;
using people::StudentRow;
using people::StudentSearch;
using Windows = RowWindows<StudentRow>;

namespace {

/// The rows [offset, offset + windowSize) of the list as it is shown.
Result<Windows::Rows> shownRows(
    storage::Store& store,
    const StudentSearch& search,
    bool descending,
    qint64 total,
    qint64 offset)
{
    const qint64 end = std::min(total, offset + Windows::windowSize);
    if (end <= offset) return Windows::Rows{};
    if (!descending) return people::listStudents(store, search, offset, end - offset);
    auto rows = people::listStudents(store, search, total - end, end - offset);
    if (!rows) return rows.error();
    return Windows::Rows(
        std::make_move_iterator(rows->rbegin()), std::make_move_iterator(rows->rend()));
}

const FieldInfo& studentField(QStringView column)
{
    const EntityInfo& info = entityInfo<Student>();
    return info.fields[static_cast<std::size_t>(info.indexOf(column))];
}

} // namespace

/// What a new list begins with, from one visit to the store.
struct StudentTableModel::Opening {
    qint64 total = 0;
    int focusRow = -1;
    qint64 start = 0;
    Windows::Rows rows;
};

StudentTableModel::StudentTableModel(storage::StoreLane& store, QObject* parent)
    : QAbstractTableModel(parent)
    , m_store(store)
    , m_windows(std::make_unique<Windows>(
          this,
          [this](qint64 first, qint64 count) {
              emit dataChanged(
                  index(static_cast<int>(first), 0),
                  index(static_cast<int>(first + count - 1), columns - 1));
          },
          [this](const Error& error) { emit failed(error); }))
{
}

void StudentTableModel::setSearch(
    const QString& text, const QString& className, const StudentId& focus)
{
    m_search.text = text;
    m_search.className = className;
    reload(focus);
}

void StudentTableModel::sort(int column, Qt::SortOrder order, const StudentId& focus)
{
    if (column != Name && column != Nis) return;
    m_search.order = column == Name ? StudentOrder::Name : StudentOrder::Nis;
    m_descending = order == Qt::DescendingOrder;
    reload(focus);
}

void StudentTableModel::reload(const StudentId& focus, int near)
{
    const auto work = [search = m_search, descending = m_descending, focus, near](
                          storage::Store& store, const Progress&) -> Result<Opening> {
        const auto total = people::countStudents(store, search);
        if (!total) return total.error();
        Opening opening{.total = *total};
        if (!focus.isNull()) {
            const auto place = people::placeOf(store, search, focus);
            if (!place) return place.error();
            if (*place)
                opening.focusRow = static_cast<int>(descending ? *total - 1 - **place : **place);
        }
        const qint64 look = opening.focusRow >= 0 ? opening.focusRow : near;
        opening.start = Windows::startOf(std::clamp<qint64>(look, 0, std::max(*total - 1, 0LL)));
        auto rows = shownRows(store, search, descending, *total, opening.start);
        if (!rows) return rows.error();
        opening.rows = std::move(*rows);
        return opening;
    };
    m_latest.ask(m_store.submit(work), this, [this](Result<Opening> opening) {
        if (opening)
            show(std::move(*opening));
        else if (opening.error().code != ErrorCode::Cancelled)
            emit failed(opening.error());
    });
}

void StudentTableModel::show(Opening opening)
{
    beginResetModel();
    m_total = opening.total;
    m_windows->reset(fetch());
    m_windows->put(opening.start, std::move(opening.rows));
    endResetModel();
    emit loaded(opening.focusRow);
}

Windows::Fetch StudentTableModel::fetch() const
{
    return [&lane = m_store, search = m_search, descending = m_descending, total = m_total](
               qint64 offset) {
        return lane.submit([=](storage::Store& store, const Progress&) {
            return shownRows(store, search, descending, total, offset);
        });
    };
}

int StudentTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_total);
}

int StudentTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : columns;
}

QVariant StudentTableModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || (role != Qt::DisplayRole && role != idRole)) return {};
    const StudentRow* row = m_windows->at(index.row());
    if (!row) return role == Qt::DisplayRole ? QVariant(QString()) : QVariant();
    return role == idRole ? QVariant(row->id.text()) : textOf(*row, index.column());
}

QVariant StudentTableModel::textOf(const StudentRow& row, int column) const
{
    switch (column) {
    case Nis:
        return row.nis;
    case Name:
        return row.name;
    case Class:
        return row.className.value_or(format::missing);
    case Gender:
        return row.gender ? choiceWord(studentField(u"gender"), *row.gender)
                          : QString(format::missing);
    case Born:
        return format::date(row.birthDate.value_or(QDate()));
    default:
        return choiceWord(studentField(u"status"), row.status);
    }
}

QVariant StudentTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    constexpr std::array fields = {u"nis", u"name", u"", u"gender", u"birth_date", u"status"};
    if (section < 0 || section >= columns) return {};
    if (section == Class) return QCoreApplication::translate("Enrolment", "Class");
    return fieldWord(studentField(fields[static_cast<std::size_t>(section)]));
}

QString StudentTableModel::nameAt(int row) const
{
    const StudentRow* found = row >= 0 && row < m_total ? m_windows->at(row) : nullptr;
    return found ? found->name : QString();
}

StudentId StudentTableModel::idAt(int row) const
{
    const StudentRow* found = row >= 0 && row < m_total ? m_windows->at(row) : nullptr;
    return found ? found->id : StudentId();
}

void StudentTableModel::retranslate()
{
    emit headerDataChanged(Qt::Horizontal, 0, columns - 1);
    if (m_total > 0)
        emit dataChanged(index(0, 0), index(static_cast<int>(m_total) - 1, columns - 1));
}

} // namespace edupro::ui
