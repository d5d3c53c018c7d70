// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/regions/IndicatorImport.h"

#include "core/regions/Indicator.h"
#include "core/regions/IndicatorTable.h"

namespace edupro::regions {

using exchange::ImportRow;
using exchange::ImportTable;
using exchange::RowOutcome;

namespace {

/// +1 or -1 for the indicators whose names are fixed, 0 (not decided) for all others.
int directionOf(const QString& code)
{
    static const QHash<QString, int> known{
        {"angka_melek_huruf", +1},
        {"rata_lama_sekolah", +1},
        {"harapan_lama_sekolah", +1},
        {"rasio_guru_murid", -1},
        {"anggaran_pendidikan_persen", +1}};
    return known.value(code, 0);
}

RowOutcome combined(RowOutcome a, RowOutcome b)
{
    if (a == RowOutcome::Added || b == RowOutcome::Added) return RowOutcome::Added;
    return a == RowOutcome::Updated ? a : b;
}

class IndicatorImport final : public exchange::RowImport {
public:
    IndicatorImport(RegionDirectory regions, IndicatorImportOptions options)
        : m_regions(std::move(regions))
        , m_options(std::move(options))
        , m_table(m_regions)
    {
    }

    QList<exchange::WantedField> fields() const override { return indicatorFields(); }
    Result<exchange::TableHead> headOf(
        const QList<exchange::CsvRow>& firstRows,
        const QList<exchange::HeadingOverride>& map) override
    {
        return m_table.headOf(firstRows, map);
    }
    void look(const ImportTable& table, const exchange::CsvRow& row) override
    {
        m_table.look(table, row);
    }
    Done begin(storage::Store& store, const ImportTable& table) override;
    Result<RowOutcome> take(storage::Store& store, ImportRow& row) override;

private:
    using Values = std::vector<std::pair<ValueColumn, IndicatorValue>>;

    std::optional<QString> regionOf(ImportRow& row) const;
    std::optional<QString> regionByCode(ImportRow& row) const;
    Values valuesOf(ImportRow& row, const QString& region) const;
    Result<IndicatorId>
    indicatorOf(storage::Store& store, const ValueColumn& column, const ImportRow& row);
    QString wordsOf(const ImportRow& row) const;

    RegionDirectory m_regions;
    IndicatorImportOptions m_options;
    IndicatorTable m_table;
    QHash<QString, IndicatorId> m_indicators;
};

Done IndicatorImport::begin(storage::Store&, const ImportTable& table)
{
    if (const Done found = m_table.findColumns(table); !found) return found.error();
    if (!m_options.year) m_options.year = yearInFileName(m_options.fileName);
    const bool everyColumn =
        std::all_of(m_table.values().begin(), m_table.values().end(), [](const auto& column) {
            return column.year.has_value();
        });
    if (table.column(yearField) >= 0 || m_options.year || everyColumn) return done();
    return Error{
        .code = ErrorCode::Validation,
        .key = "import.year_missing",
        .detail = "nothing says which year the figures are of; say it with --year, or add a "
                  "column \"tahun\""};
}

std::optional<QString> IndicatorImport::regionByCode(ImportRow& row) const
{
    if (row.has(kemendagriField))
        return m_regions.byCode(row.cell(kemendagriField), CodeSystem::Kemendagri);
    if (row.has(bpsField)) return m_regions.byCode(row.cell(bpsField), CodeSystem::Bps);
    const QString code = row.cell(provinceCodeField);
    if (m_options.codes == CodeSystem::Unknown && RegionDirectory::isAmbiguous(code)) {
        row.reject(
            provinceCodeField,
            QStringLiteral("ambiguous_code"),
            QStringLiteral("names different provinces in the numberings of Kemendagri and BPS; say "
                           "which one the file uses with --codes kemendagri or --codes bps"));
        return std::nullopt;
    }
    return m_regions.byCode(code, m_options.codes);
}

std::optional<QString> IndicatorImport::regionOf(ImportRow& row) const
{
    const QString name = row.cell(provinceField);
    if (RegionDirectory::isAggregate(name)) {
        row.reject(
            provinceField,
            QStringLiteral("aggregate"),
            QStringLiteral("is a total, not a province; it is left out"));
        return std::nullopt;
    }
    // A code beside an unknown name may be that of the province a regency lies in: no guess.
    const auto region = name.trimmed().isEmpty() ? regionByCode(row) : m_regions.byName(name);
    if (!region && !row.isRejected())
        row.reject(
            provinceField,
            QStringLiteral("unknown_region"),
            QStringLiteral("is not a province; regencies and notes are left out, otherwise check "
                           "the spelling"));
    return region;
}

QString IndicatorImport::wordsOf(const ImportRow& row) const
{
    QStringList words;
    for (const int column : m_table.wordColumns())
        words.append(row.cell(column).simplified());
    return words.join(QStringLiteral(", "));
}

/// The numbers of the row; rejects it when one cannot be read or there is none.
IndicatorImport::Values IndicatorImport::valuesOf(ImportRow& row, const QString& region) const
{
    std::optional<int> rowYear;
    if (row.has(yearField)) {
        rowYear = yearOf(row.cell(yearField));
        if (!rowYear)
            row.reject(
                yearField,
                QStringLiteral("year"),
                QStringLiteral("is not a year between 1950 and 2100"));
    }
    Values values;
    for (const ValueColumn& column : m_table.values()) {
        const auto number = row.number(column.column);
        if (!number) continue;
        const auto year = rowYear ? rowYear : column.year ? column.year : m_options.year;
        if (!year) {
            row.require(yearField);
            break;
        }
        values.push_back({column, {.region = region, .year = *year, .value = *number}});
    }
    if (values.empty() && !row.isRejected())
        row.reject(
            m_table.values().front().column,
            QStringLiteral("required"),
            QStringLiteral("there is no value in any column of this row"));
    return values;
}

Result<RowOutcome> IndicatorImport::take(storage::Store& store, ImportRow& row)
{
    const auto region = regionOf(row);
    if (!region) return RowOutcome::Rejected;
    Values values = valuesOf(row, *region);
    if (row.isRejected()) return RowOutcome::Rejected;
    const QString key =
        *region + u'/' + QString::number(values.front().second.year) + u'/' + wordsOf(row);
    if (!row.claim(provinceField, key)) return RowOutcome::Rejected;

    RowOutcome outcome = RowOutcome::Unchanged;
    for (auto& [column, value] : values) {
        const auto indicator = indicatorOf(store, column, row);
        if (!indicator) return indicator.error();
        value.indicator = *indicator;
        const auto stored = exchange::saveRow(store, value, row);
        if (!stored || *stored == RowOutcome::Rejected) return stored;
        outcome = combined(outcome, *stored);
    }
    return outcome;
}

/// The indicator of a column, made when it is not there. One that is known keeps what people have
/// written about it.
Result<IndicatorId>
IndicatorImport::indicatorOf(storage::Store& store, const ValueColumn& column, const ImportRow& row)
{
    const QString words = wordsOf(row);
    Indicator indicator;
    indicator.code = words.isEmpty() ? column.code : indicatorCode(column.code + u' ' + words);
    const auto known = m_indicators.constFind(indicator.code);
    if (known != m_indicators.constEnd()) return *known;
    indicator.id = {naturalId(entityInfo<Indicator>().table + u'/' + naturalKeyOf(indicator))};
    const auto found = store.find<Indicator>(indicator.id);
    if (!found) return found.error();
    if (!found->has_value()) {
        indicator.name = words.isEmpty() ? column.name : column.name + " (" + words + ")";
        indicator.name.truncate(200);
        indicator.direction = directionOf(indicator.code);
        if (const QString unit = row.cell(unitField).simplified(); !unit.isEmpty())
            indicator.unit = unit.left(40);
        if (!m_options.fileName.isEmpty()) indicator.source = m_options.fileName.left(300);
        if (const auto saved = store.save(indicator); !saved) return saved.error();
    }
    m_indicators.insert(indicator.code, indicator.id);
    return indicator.id;
}

} // namespace

Result<std::unique_ptr<exchange::RowImport>>
indicatorImport(storage::Store& store, const IndicatorImportOptions& options)
{
    auto regions = RegionDirectory::load(store);
    if (!regions) return regions.error();
    return std::unique_ptr<exchange::RowImport>(
        std::make_unique<IndicatorImport>(std::move(*regions), options));
}

} // namespace edupro::regions
