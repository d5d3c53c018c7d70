// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/backup/TableScan.h"

#include "core/storage/backup/Contents.h"

#include <QSqlQuery>

#include <limits>

namespace edupro::storage {

namespace {

using EachRow = std::function<Done(const QVariantList& row)>;

/// A missing value as such: typed, it would be written as an empty text.
QVariant cell(const QSqlQuery& row, int column)
{
    return row.isNull(column) ? QVariant() : row.value(column);
}

constexpr qint64 lastRowNumber = std::numeric_limits<qint64>::max();

QString columnList(const QStringList& columns)
{
    QStringList quoted;
    for (const QString& column : columns)
        quoted.append(quotedName(column));
    return quoted.join(QStringLiteral(", "));
}

/// A table whose rows have numbers.
class NumberedScan {
public:
    NumberedScan(Connection& connection, const QString& table, const QStringList& columns)
        : m_connection(connection)
        , m_width(columns.size())
        , m_select(QStringLiteral("SELECT %1, rowid FROM %2 WHERE rowid >= ? ORDER BY rowid")
                       .arg(columnList(columns), quotedName(table)))
        , m_probe(QStringLiteral("SELECT rowid FROM %1 WHERE rowid >= ? ORDER BY rowid LIMIT 1")
                      .arg(quotedName(table)))
    {
    }

    Result<ScanReport> run(const EachRow& each)
    {
        ScanReport report;
        std::optional<qint64> from = std::numeric_limits<qint64>::min();
        while (from) {
            Done handled = done();
            const Done read = readFrom(*from, each, report, handled);
            if (!handled) return handled.error();
            if (read) break;
            ++report.gaps;
            from = m_last == lastRowNumber ? std::nullopt : nextReadable(m_last + 1);
        }
        return report;
    }

private:
    Done readFrom(qint64 from, const EachRow& each, ScanReport& report, Done& handled)
    {
        m_last = std::max(m_last, from == std::numeric_limits<qint64>::min() ? qint64{0} : from);
        return m_connection.read(m_select, {from}, [&](const QSqlQuery& row) {
            QVariantList values;
            for (int i = 0; i < m_width; ++i)
                values.append(cell(row, i));
            handled = each(values);
            if (!handled) return false;
            ++report.rows;
            m_last = row.value(static_cast<int>(m_width)).toLongLong();
            return true;
        });
    }

    /// Whether a row from this number on can be found, or that there is none.
    bool isReadable(qint64 number) { return m_connection.scalar(m_probe, {number}).has_value(); }

    /// The lowest number from which on the table can be entered again.
    std::optional<qint64> nextReadable(qint64 number)
    {
        qint64 unreadable = number;
        qint64 readable = number;
        for (qint64 step = 1; !isReadable(readable); step *= 2) {
            if (readable > lastRowNumber - step || step > lastRowNumber / 2) return std::nullopt;
            unreadable = readable;
            readable += step;
        }
        while (readable - unreadable > 1) {
            const qint64 middle = unreadable + (readable - unreadable) / 2;
            (isReadable(middle) ? readable : unreadable) = middle;
        }
        return readable;
    }

    Connection& m_connection;
    qsizetype m_width;
    QString m_select;
    QString m_probe;
    qint64 m_last = 0; ///< number of the last row that was read, or from where on it was tried
};

/// A table that is itself the index of its key: forward as far as it goes, then backward.
Result<ScanReport> scanFromBothEnds(
    Connection& connection,
    const QString& table,
    const QStringList& columns,
    const QStringList& key,
    const EachRow& each)
{
    ScanReport report;
    QVariantList lastForward;
    Done handled = done();
    const auto keyOf = [&](const QVariantList& row) {
        QVariantList values;
        for (const QString& column : key)
            values.append(row.value(columns.indexOf(column)));
        return values;
    };
    const auto read = [&](const char* direction, bool backward) {
        QStringList order;
        for (const QString& column : key)
            order.append(quotedName(column) + QLatin1String(direction));
        const QString sql =
            QStringLiteral("SELECT %1 FROM %2 ORDER BY %3")
                .arg(columnList(columns), quotedName(table), order.join(QStringLiteral(", ")));
        return connection.read(sql, {}, [&](const QSqlQuery& row) {
            QVariantList values;
            for (int i = 0; i < columns.size(); ++i)
                values.append(cell(row, i));
            if (backward && keyOf(values) == lastForward) return false;
            handled = each(values);
            if (!handled) return false;
            ++report.rows;
            if (!backward) lastForward = keyOf(values);
            return true;
        });
    };
    const Done forward = read(" ASC", false);
    if (!handled) return handled.error();
    if (forward) return report;
    ++report.gaps;
    (void)read(" DESC", true); // as far as it goes
    if (!handled) return handled.error();
    return report;
}

/// The columns of the primary key in its order.
Result<QStringList> keyColumns(Connection& connection, const QString& table)
{
    QStringList key;
    Done read = connection.read(
        QStringLiteral("SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk"),
        {table},
        [&](const QSqlQuery& row) {
            key.append(row.value(0).toString());
            return true;
        });
    if (!read) return read.error();
    return key;
}

Result<bool> hasRowNumbers(Connection& connection, const QString& table)
{
    const Result<QVariant> without = connection.scalar(
        QStringLiteral("SELECT wr FROM pragma_table_list WHERE schema = 'main' AND name = ?"),
        {table});
    if (!without) return without.error();
    return without->toInt() == 0;
}

} // namespace

Result<ScanReport> scanTable(
    Connection& connection, const QString& table, const QStringList& columns, const EachRow& each)
{
    const Result<bool> numbered = hasRowNumbers(connection, table);
    if (!numbered) return numbered.error();
    if (*numbered) return NumberedScan(connection, table, columns).run(each);
    const Result<QStringList> key = keyColumns(connection, table);
    if (!key) return key.error();
    return scanFromBothEnds(connection, table, columns, *key, each);
}

Result<QStringList> idsByIndex(Connection& connection, const QString& table)
{
    QStringList ids;
    // Ordered by the key and with nothing but the key, so that the index alone is read.
    Done read = connection.read(
        QStringLiteral("SELECT id FROM %1 ORDER BY id").arg(quotedName(table)),
        {},
        [&](const QSqlQuery& row) {
            ids.append(row.value(0).toString());
            return true;
        });
    if (!read) return read.error();
    return ids;
}

} // namespace edupro::storage
