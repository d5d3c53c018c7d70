// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/regions/IndicatorTable.h"

#include "core/record/Fold.h"

namespace edupro::regions {

using exchange::CsvRow;
using exchange::HeadingOverride;
using exchange::ImportTable;
using exchange::TableHead;
using exchange::WantedField;

const QString provinceField = QStringLiteral("province");
const QString provinceCodeField = QStringLiteral("province_code");
const QString kemendagriField = QStringLiteral("code_kemendagri");
const QString bpsField = QStringLiteral("code_bps");
const QString yearField = QStringLiteral("year");
const QString unitField = QStringLiteral("unit");

namespace {

constexpr qsizetype fewWords = 12;    ///< a column with more different texts tells nothing apart
constexpr double mostlyNumbers = 0.8; ///< of its filled cells, in a column of numbers
constexpr qsizetype longestCode = 100;
constexpr qsizetype longestName = 200;

bool isRowNumber(const QString& heading)
{
    static const QStringList names{"no", "nomor", "nourut", "id", "idx", "index"};
    return names.contains(exchange::foldHeading(heading));
}

/// The code of a column; where the joined headings are too long, the last one is kept, because it
/// tells the columns below one title apart.
QString codeOf(const ColumnHeading& heading)
{
    const QString code = indicatorCode(heading.name);
    if (code.size() < longestCode) return code;
    const QString last = u'_' + indicatorCode(heading.last);
    return code.left(std::max<qsizetype>(0, longestCode - last.size())) + last.left(longestCode);
}

QString nameOf(const ColumnHeading& heading)
{
    if (heading.name.size() <= longestName) return heading.name;
    const QString last = QStringLiteral(" ... ") + heading.last.left(longestName / 2);
    return heading.name.left(longestName - last.size()) + last;
}

qsizetype columnNamed(const QStringList& headings, const QString& name)
{
    for (qsizetype i = 0; i < headings.size(); ++i)
        if (exchange::foldHeading(headings[i]) == exchange::foldHeading(name)) return i;
    return -1;
}

} // namespace

QList<WantedField> indicatorFields()
{
    return {
        {provinceField},
        {provinceCodeField},
        {kemendagriField},
        {bpsField},
        {yearField},
        {unitField}};
}

QString indicatorCode(const QString& name)
{
    // Signs that folding would drop, although they tell two columns apart.
    static const std::pair<QChar, QString> signs[] = {
        {u'<', QStringLiteral(" kurang dari ")},
        {u'>', QStringLiteral(" lebih dari ")},
        {QChar(0x2264), QStringLiteral(" paling banyak ")},
        {QChar(0x2265), QStringLiteral(" paling sedikit ")},
        {u'%', QStringLiteral(" persen ")}};
    QString spoken = name;
    for (const auto& [sign, words] : signs)
        spoken.replace(sign, words);
    return folded(spoken).replace(u' ', u'_').left(longestCode);
}

bool IndicatorTable::Content::isNumeric() const
{
    return numbers > 0 &&
           static_cast<double>(numbers) >= mostlyNumbers * static_cast<double>(filled);
}

bool IndicatorTable::Content::hasFewWords() const
{
    return words.size() > 1 && words.size() <= fewWords;
}

IndicatorTable::Start IndicatorTable::findStart(const QList<CsvRow>& firstRows) const
{
    const auto isRegion = [this](const QString& cell) {
        return exchange::foldHeading(cell) == u"indonesia" || m_regions.byName(cell).has_value();
    };
    for (qsizetype i = 0; i < firstRows.size(); ++i) {
        const QStringList& cells = firstRows[i].cells;
        const auto cell = std::find_if(cells.begin(), cells.end(), isRegion);
        if (cell != cells.end()) return {i, static_cast<int>(cell - cells.begin())};
    }
    for (qsizetype i = 0; i < firstRows.size(); ++i)
        if (exchange::knownHeadings(firstRows[i].cells, indicatorFields()) > 0) return {i + 1, -1};
    return {};
}

/// Remembers the codes given by hand and answers the rest of `map`.
QList<HeadingOverride>
IndicatorTable::takeCodes(const QStringList& headings, const QList<HeadingOverride>& map)
{
    QList<HeadingOverride> ofFields;
    for (const HeadingOverride& asked : map) {
        const qsizetype column = columnNamed(headings, asked.heading);
        const bool isField = exchange::knownHeadings({asked.field}, indicatorFields()) > 0;
        if (column >= 0 && !isField)
            m_codes.insert(static_cast<int>(column), indicatorCode(asked.field));
        else
            ofFields.append(asked);
    }
    return ofFields;
}

Result<TableHead>
IndicatorTable::headOf(const QList<CsvRow>& firstRows, const QList<HeadingOverride>& map)
{
    const Start start = findStart(firstRows);
    if (start.dataRow == 0)
        return Error{
            .code = ErrorCode::Validation,
            .key = "import.heading_missing",
            .detail = "no province below a heading row was found; the file needs a column of "
                      "province names or codes with a heading above it",
            .issues = {{.field = "province", .rule = "import.heading_missing"}}};
    QList<QStringList> rows;
    for (qsizetype i = 0; i < start.dataRow; ++i)
        rows.append(firstRows[i].cells);
    m_headings = headingsOf(rows, start.region);
    TableHead head{.headings = {}, .columnOf = {}, .unused = {}, .headRows = start.dataRow};
    for (const ColumnHeading& column : m_headings)
        head.headings.append(column.name);
    m_content.resize(head.headings.size());

    const QList<HeadingOverride> ofFields = takeCodes(head.headings, map);
    QStringList others; // a table's title above the heading of a field is no part of it
    for (const ColumnHeading& column : m_headings)
        others.append(
            exchange::knownHeadings({column.last}, indicatorFields()) > 0 ? column.last
                                                                          : column.name);
    const bool byHand = std::any_of(ofFields.begin(), ofFields.end(), [&](const auto& asked) {
        return columnNamed(head.headings, asked.heading) == start.region;
    });
    if (start.region >= 0 && !byHand) others[start.region].clear();
    const auto match = exchange::matchHeadings(others, indicatorFields(), ofFields);
    if (!match) return match.error();
    head.columnOf = match->columnOf;
    if (head.columnOf[0] < 0) head.columnOf[0] = start.region;
    return head;
}

void IndicatorTable::look(const ImportTable& table, const CsvRow& row)
{
    const QString name = row.cells.value(table.column(provinceField));
    const bool hasNames = table.column(provinceField) >= 0;
    if (hasNames && !m_regions.byName(name)) return; // totals and footnotes say nothing of columns
    const qsizetype width = std::min(row.cells.size(), m_content.size());
    for (qsizetype i = 0; i < width; ++i) {
        const QString& cell = row.cells[i];
        if (exchange::isMissing(cell)) continue;
        Content& content = m_content[i];
        ++content.filled;
        const auto number = exchange::parseNumber(cell, exchange::DecimalMark::Unknown);
        if (number || number.error().key != "number")
            ++content.numbers; // one that has two readings or has lost its digits still is one
        else if (content.words.size() <= fewWords)
            content.words.insert(cell.simplified());
    }
    QStringList key{name};
    for (const QString& field : {provinceCodeField, kemendagriField, bpsField, yearField})
        key.append(row.cells.value(table.column(field)));
    const qsizetype before = m_seen.size();
    m_seen.insert(key.join(u'\n'));
    if (m_seen.size() == before) m_repeats = true;
}

bool IndicatorTable::isLeftOut(const ImportTable& table, int column) const
{
    if (m_codes.contains(column)) return m_codes.value(column).isEmpty();
    return table.columnOf.contains(column) || isRowNumber(m_headings[column].last);
}

Done IndicatorTable::findColumns(const ImportTable& table)
{
    QHash<QString, QString> headingOf;
    for (int column = 0; column < m_headings.size(); ++column) {
        if (isLeftOut(table, column)) continue;
        const ColumnHeading& heading = m_headings[column];
        if (m_repeats && m_content[column].hasFewWords()) m_wordColumns.append(column);
        if (heading.name.isEmpty() || !m_content[column].isNumeric()) continue;
        const QString code = m_codes.value(column, codeOf(heading));
        const QString key = code + u'/' + QString::number(heading.year.value_or(0));
        if (headingOf.contains(key))
            return Error{
                .code = ErrorCode::Validation,
                .key = "import.heading_twice",
                .detail = ("the headings \"" + headingOf.value(key) + "\" and \"" + heading.name +
                           "\" name the same indicator; leave one out with --map \"Heading=\"")
                              .toStdString()};
        headingOf.insert(key, heading.name);
        m_values.append({column, code, nameOf(heading), heading.year});
    }
    if (!m_values.isEmpty()) return done();
    return Error{
        .code = ErrorCode::Validation,
        .key = "import.no_numbers",
        .detail = "no column of numbers was found beside the provinces"};
}

} // namespace edupro::regions
