// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/regions/IndicatorMatrix.h"

#include "core/record/Schema.h"

#include <algorithm>
#include <map>

namespace edupro::regions {

namespace {

struct ValueRow {
    QString code;
    QString name;
    std::optional<QString> unit;
    int direction = 0;
    QString region;
    QString regionName;
    int year = 0;
    double value = 0.0;

    static constexpr auto schema()
    {
        return entity(
            "indicator_matrix",
            field(&ValueRow::code, "code"),
            field(&ValueRow::name, "name"),
            field(&ValueRow::unit, "unit"),
            field(&ValueRow::direction, "direction"),
            field(&ValueRow::region, "region_code"),
            field(&ValueRow::regionName, "region"),
            field(&ValueRow::year, "year"),
            field(&ValueRow::value, "value"));
    }
};

// What is there, before anything is left out.
struct Cells {
    std::map<QString, MatrixColumn> columns;             ///< by code
    std::map<QString, QString> regions;                  ///< code -> name
    std::map<QString, std::map<QString, double>> values; ///< indicator -> region -> value
};

Error refusal(const char* key, std::string detail)
{
    return {.code = ErrorCode::Validation, .key = key, .detail = std::move(detail)};
}

bool isWanted(const MatrixOptions& options, const QString& code)
{
    const auto& wanted = options.indicators;
    return wanted.empty() || std::find(wanted.begin(), wanted.end(), code) != wanted.end();
}

Result<Cells> readCells(storage::Store& store, const MatrixOptions& options)
{
    auto rows = store.query<ValueRow>(
        QStringLiteral("regions/indicator_matrix"),
        {{QStringLiteral("year"), options.year.value_or(0)}});
    if (!rows) return rows.error();
    Cells cells;
    for (const ValueRow& row : *rows) {
        if (!isWanted(options, row.code)) continue;
        cells.columns[row.code] = {
            row.code, row.name, row.unit.value_or(QString()), row.direction, row.year};
        cells.regions[row.region] = row.regionName;
        cells.values[row.code][row.region] = row.value;
    }
    for (const QString& code : options.indicators) {
        if (cells.columns.count(code) > 0) continue;
        return Error{
            .code = ErrorCode::NotFound,
            .key = "indicator.unknown",
            .detail = "no values of an indicator \"" + code.toStdString() + '"'};
    }
    if (cells.columns.empty()) {
        return refusal(
            "cluster.no_data",
            options.year ? "no indicator has a value in " + std::to_string(*options.year) +
                               "; choose another year or import one"
                         : std::string("there are no indicators of provinces yet; import some"));
    }
    return cells;
}

void leaveOutColumns(Cells& cells, IndicatorMatrix& matrix)
{
    const std::size_t regions = cells.regions.size();
    for (const auto& [code, column] : cells.columns) {
        const std::size_t filled = cells.values[code].size();
        if (static_cast<double>(filled) >= leastFilled * static_cast<double>(regions)) {
            matrix.columns.push_back(column);
        } else {
            matrix.leftOutColumns.push_back(
                {code, column.name, LeftOut::Incomplete, filled, regions});
        }
    }
}

void leaveOutRows(Cells& cells, IndicatorMatrix& matrix)
{
    for (const auto& [region, name] : cells.regions) {
        std::size_t filled = 0;
        for (const MatrixColumn& column : matrix.columns)
            filled += cells.values[column.code].count(region);
        if (filled == matrix.columns.size()) {
            matrix.rows.push_back({region, name});
        } else {
            matrix.leftOutRows.push_back(
                {region, name, LeftOut::Incomplete, filled, matrix.columns.size()});
        }
    }
}

bool isConstant(const std::map<QString, double>& values, const std::vector<MatrixRow>& rows)
{
    const double first = values.at(rows.front().region);
    return std::all_of(rows.begin(), rows.end(), [&](const MatrixRow& row) {
        return values.at(row.region) == first;
    });
}

void leaveOutConstants(Cells& cells, IndicatorMatrix& matrix)
{
    std::vector<MatrixColumn> telling;
    for (const MatrixColumn& column : matrix.columns) {
        if (isConstant(cells.values[column.code], matrix.rows)) {
            const std::size_t filled = matrix.rows.size();
            matrix.leftOutColumns.push_back(
                {column.code, column.name, LeftOut::Constant, filled, filled});
        } else {
            telling.push_back(column);
        }
    }
    matrix.columns = std::move(telling);
}

} // namespace

Result<IndicatorMatrix> indicatorMatrix(storage::Store& store, const MatrixOptions& options)
{
    auto cells = readCells(store, options);
    if (!cells) return cells.error();
    IndicatorMatrix matrix;
    leaveOutColumns(*cells, matrix);
    if (!matrix.columns.empty()) leaveOutRows(*cells, matrix);
    if (!matrix.columns.empty() && matrix.rows.empty()) {
        return refusal(
            "cluster.no_rows",
            "no province has a value of every one of the " + std::to_string(matrix.columns.size()) +
                " indicators; choose fewer indicators");
    }
    if (!matrix.rows.empty()) leaveOutConstants(*cells, matrix);
    if (matrix.columns.empty()) {
        return refusal(
            "cluster.no_columns",
            "every indicator is the same everywhere or has values of fewer than 80 % of the " +
                std::to_string(cells->regions.size()) + " provinces; import more values");
    }
    matrix.values = ml::Matrix(matrix.rows.size(), matrix.columns.size());
    for (std::size_t row = 0; row < matrix.rows.size(); ++row) {
        for (std::size_t column = 0; column < matrix.columns.size(); ++column) {
            matrix.values.row(row)[column] =
                cells->values[matrix.columns[column].code][matrix.rows[row].region];
        }
    }
    return matrix;
}

} // namespace edupro::regions
