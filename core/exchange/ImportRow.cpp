// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/ImportRow.h"

#include "core/exchange/Csv.h"

namespace edupro::exchange {

namespace {

constexpr qsizetype shownLength = 200;

/// The field that names what an identity column stands for.
QString fieldOfColumn(const QString& column)
{
    if (column == u"student_id") return QStringLiteral("nis");
    if (column == u"achieved_on") return QStringLiteral("date");
    return column.endsWith(u"_id") ? column.chopped(3) : column;
}

const FieldInfo& plainText()
{
    static const FieldInfo field{.column = QStringLiteral("text"), .type = FieldType::Text};
    return field;
}

} // namespace

int ImportTable::column(QStringView field) const
{
    for (qsizetype i = 0; i < fields.size(); ++i)
        if (fields[i].name == field) return columnOf[i];
    return -1;
}

QString ImportTable::headingOf(const QString& field) const
{
    const int at = column(field);
    return at >= 0 ? headings[at].trimmed() : field;
}

ImportRow::ImportRow(const ImportTable& table, const CsvRow& row, ClaimedKeys& claimed)
    : m_table(table)
    , m_row(row)
    , m_claimed(claimed)
{
}

bool ImportRow::has(const QString& field) const
{
    return !isMissing(cell(field));
}

QString ImportRow::cell(int column) const
{
    return column >= 0 && column < m_row.cells.size() ? withoutGuard(m_row.cells[column])
                                                      : QString();
}

QString ImportRow::text(const QString& field)
{
    const QString raw = cell(field);
    if (isMissing(raw)) return {};
    const Result<QVariant> clean = valueFromText(plainText(), raw);
    if (clean) return clean->toString();
    const std::vector<Issue>& issues = clean.error().issues;
    reject(field, QStringLiteral("characters"), messageOf(issues.front()));
    return {};
}

QString ImportRow::identifier(const QString& field)
{
    if (!hasLostDigits(cell(field))) return text(field);
    reject(
        field,
        QStringLiteral("digits_lost"),
        QStringLiteral("was shortened by a spreadsheet and its digits are lost; format the column "
                       "as text in the original and save again"));
    return {};
}

std::optional<double> ImportRow::number(int column)
{
    const QString raw = cell(column);
    if (isMissing(raw)) return std::nullopt;
    const Result<double> number = parseNumber(raw, m_table.marks.value(column));
    if (number) return *number;
    reject(
        column,
        QString::fromStdString(number.error().key),
        QString::fromStdString(number.error().detail));
    return std::nullopt;
}

std::optional<double> ImportRow::number(const QString& field)
{
    return number(m_table.column(field));
}

std::optional<qint64> ImportRow::whole(const QString& field)
{
    if (!has(field)) return std::nullopt;
    const Result<qint64> number =
        parseWhole(cell(field), m_table.marks.value(m_table.column(field)));
    if (number) return *number;
    refuse(field, number.error());
    return std::nullopt;
}

std::optional<qint64> ImportRow::rupiah(const QString& field)
{
    if (!has(field)) return std::nullopt;
    const Result<qint64> amount = parseRupiah(cell(field));
    if (amount) return *amount;
    refuse(field, amount.error());
    return std::nullopt;
}

std::optional<QDate> ImportRow::date(const QString& field)
{
    if (!has(field)) return std::nullopt;
    const Result<QDate> date = parseDate(cell(field));
    if (date) return *date;
    refuse(field, date.error());
    return std::nullopt;
}

std::optional<QString> ImportRow::gender(const QString& field)
{
    if (!has(field)) return std::nullopt;
    const Result<QChar> gender = parseGender(cell(field));
    if (gender) return QString(*gender);
    refuse(field, gender.error());
    return std::nullopt;
}

void ImportRow::refuse(const QString& field, const Error& error)
{
    reject(field, QString::fromStdString(error.key), QString::fromStdString(error.detail));
}

void ImportRow::reject(const QString& field, const QString& rule, const QString& message)
{
    m_rejected = true;
    m_issues.push_back(
        {.row = m_row.line,
         .column = m_table.headingOf(field),
         .value = cell(field).left(shownLength),
         .rule = rule,
         .message = message});
}

void ImportRow::reject(int column, const QString& rule, const QString& message)
{
    m_rejected = true;
    m_issues.push_back(
        {.row = m_row.line,
         .column = m_table.headings.value(column).trimmed(),
         .value = cell(column).left(shownLength),
         .rule = rule,
         .message = message});
}

void ImportRow::require(const QString& field)
{
    if (has(field)) return;
    reject(field, QStringLiteral("required"), messageOf({.rule = "required"}));
}

bool ImportRow::claim(const QString& field, const QString& key)
{
    qint64& line = m_claimed[naturalId(key)];
    if (line == 0) {
        line = m_row.line;
        return true;
    }
    reject(
        field,
        QStringLiteral("duplicate"),
        QStringLiteral("stands in line %1 already; keep one of the two rows").arg(line));
    m_issues.back().limit = QString::number(line);
    return false;
}

void ImportRow::add(const std::vector<Issue>& issues, const QStringList& ignored)
{
    for (const Issue& issue : issues) {
        const QString column = QString::fromStdString(issue.field);
        if (!ignored.contains(column)) add(fieldOfColumn(column), issue);
    }
}

void ImportRow::add(const QString& field, const Issue& issue)
{
    // A cell that could not be read is missing in the record; a value kept from before is no fault
    // of this row.
    const QString heading = m_table.headingOf(field);
    const bool told =
        std::any_of(m_issues.begin(), m_issues.end(), [&](const ImportIssue& earlier) {
            return earlier.column == heading && !earlier.warning;
        });
    if (told || (issue.warning && !has(field))) return;
    const QString raw = cell(field);
    m_issues.push_back(
        {.row = m_row.line,
         .column = heading,
         .value = raw.isEmpty() ? QString::fromStdString(issue.value) : raw.left(shownLength),
         .rule = QString::fromStdString(issue.rule),
         .message = messageOf(issue),
         .limit = QString::fromStdString(issue.limit),
         .warning = issue.warning});
    if (!issue.warning) m_rejected = true;
}

Result<RowOutcome>
saveRow(storage::Store& store, const EntityInfo& entity, Values& values, ImportRow& row)
{
    const Result<storage::Saved> saved = store.save(entity, values);
    if (!saved) {
        const Error& error = saved.error();
        const bool wrongData =
            error.code == ErrorCode::Validation || error.code == ErrorCode::Constraint;
        if (!wrongData || error.issues.empty()) return error;
        row.add(error.issues);
        return RowOutcome::Rejected;
    }
    switch (*saved) {
    case storage::Saved::Added:
        return RowOutcome::Added;
    case storage::Saved::Updated:
        return RowOutcome::Updated;
    case storage::Saved::Unchanged:
        break;
    }
    return RowOutcome::Unchanged;
}

} // namespace edupro::exchange
