// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ml/Dataset.h"

#include <algorithm>
#include <utility>

namespace edupro::ml {

namespace {

Error refuse(std::string key, std::string detail, std::string column = {}, std::string rule = {})
{
    Error error{ErrorCode::Validation, std::move(key), std::move(detail)};
    if (!column.empty())
        error.issues.push_back({.field = std::move(column), .rule = std::move(rule)});
    return error;
}

std::string at(const Column& column, std::size_t row)
{
    return "column \"" + column.name + "\", row " + std::to_string(row + 1);
}

bool isCategory(double value, double count)
{
    if (!(value >= 0.0 && value < count)) return false;
    return value == static_cast<double>(static_cast<std::int64_t>(value));
}

/// Whether there is nothing to object to, quickly: no branch a value, so that compilers can work on
/// several at once.
bool isClean(const Column& column)
{
    bool bad = false;
    if (!column.isNominal()) {
        for (const double value : column.values)
            bad |= std::abs(value) > std::numeric_limits<double>::max();
        return !bad;
    }
    const auto categories = static_cast<double>(column.categories.size());
    for (const double value : column.values) {
        const bool missing = isMissing(value);
        const bool category = isCategory(value, categories);
        bad |= !(missing | category);
    }
    return !bad;
}

Done checkColumn(const Column& column, std::size_t rows)
{
    if (column.values.size() != rows) {
        return refuse(
            "train.ragged",
            "column \"" + column.name + "\" has " + std::to_string(column.values.size()) +
                " values, the class column has " + std::to_string(rows),
            column.name,
            "length");
    }
    if (isClean(column)) return done();
    for (std::size_t row = 0; row < rows; ++row) {
        const double value = column.values[row];
        if (isMissing(value)) continue;
        if (std::isinf(value)) {
            return refuse(
                "train.infinite",
                "infinite value in " + at(column, row) + "; leave it missing instead",
                column.name,
                "range");
        }
        if (column.isNominal() &&
            !isCategory(value, static_cast<double>(column.categories.size()))) {
            return refuse(
                "train.category",
                "not the index of a category in " + at(column, row),
                column.name,
                "choice");
        }
    }
    return done();
}

Done checkWeights(const Dataset& data)
{
    if (data.weights.empty()) return done();
    if (data.weights.size() != data.rows()) {
        return refuse("train.ragged", "the number of row weights is not the number of rows");
    }
    double total = 0.0;
    for (std::size_t row = 0; row < data.rows(); ++row) {
        const double weight = data.weights[row];
        if (!(weight >= 0.0) || std::isinf(weight)) {
            return refuse(
                "train.weight",
                "the weight of row " + std::to_string(row + 1) + " is not a number from 0 up");
        }
        total += weight;
    }
    constexpr double largestTotal = 1e15; // beyond it a single row no longer changes the sum
    if (total > largestTotal) return refuse("train.weight", "the row weights add up to over 1e15");
    return done();
}

Done checkClasses(const Dataset& data)
{
    double first = missing; // the first class that occurs
    int classes = 0;
    for (std::size_t row = 0; row < data.rows() && classes < 2; ++row) {
        const double value = data.target.values[row];
        if (isMissing(value) || !(data.weight(row) > 0.0) || value == first) continue;
        first = value;
        ++classes;
    }
    const std::string& name = data.target.name;
    if (classes == 0) {
        return refuse("train.no_class", "no row has a known class", name, "required");
    }
    if (classes == 1) {
        return refuse(
            "train.one_class",
            "every row is of one class, so there is nothing to tell apart; add rows of another "
            "class",
            name,
            "choice");
    }
    return done();
}

} // namespace

bool anyMissing(std::span<const double> values)
{
    constexpr std::size_t block = 4096; // known values are looked at without branching
    for (std::size_t begin = 0; begin < values.size(); begin += block) {
        bool any = false;
        for (const double value : values.subspan(begin, std::min(block, values.size() - begin)))
            any |= isMissing(value);
        if (any) return true;
    }
    return false;
}

std::vector<double> Dataset::row(std::size_t index) const
{
    std::vector<double> values;
    values.reserve(columns.size());
    for (const Column& column : columns)
        values.push_back(column.values[index]);
    return values;
}

Column numericColumn(std::string name, std::vector<double> values)
{
    return {std::move(name), ColumnKind::Numeric, {}, std::move(values)};
}

Column
nominalColumn(std::string name, std::vector<std::string> categories, std::vector<double> values)
{
    return {std::move(name), ColumnKind::Nominal, std::move(categories), std::move(values)};
}

Column nominalFromTexts(std::string name, std::span<const std::string> texts)
{
    std::vector<std::string> categories(texts.begin(), texts.end());
    std::sort(categories.begin(), categories.end());
    categories.erase(std::unique(categories.begin(), categories.end()), categories.end());
    std::erase(categories, std::string());

    std::vector<double> values;
    values.reserve(texts.size());
    for (const std::string& text : texts) {
        const auto place = std::lower_bound(categories.begin(), categories.end(), text);
        values.push_back(text.empty() ? missing : static_cast<double>(place - categories.begin()));
    }
    return nominalColumn(std::move(name), std::move(categories), std::move(values));
}

Dataset subset(const Dataset& data, std::span<const std::size_t> rows)
{
    const auto pick = [rows](const std::vector<double>& all) {
        std::vector<double> picked;
        picked.reserve(rows.size());
        for (const std::size_t row : rows)
            picked.push_back(all[row]);
        return picked;
    };
    const auto pickColumn = [&pick](const Column& column) {
        return Column{column.name, column.kind, column.categories, pick(column.values)};
    };
    Dataset part;
    part.columns.reserve(data.columns.size());
    for (const Column& column : data.columns)
        part.columns.push_back(pickColumn(column));
    part.target = pickColumn(data.target);
    if (!data.weights.empty()) part.weights = pick(data.weights);
    return part;
}

Done checkForTraining(const Dataset& data, const Progress& progress)
{
    if (data.columns.empty()) return refuse("train.empty", "there is no column to learn from");
    if (data.rows() == 0) return refuse("train.empty", "there is no row to learn from");
    if (data.rows() >= std::numeric_limits<std::uint32_t>::max()) {
        return refuse("train.too_big", "more than 4 billion rows");
    }
    if (!data.target.isNominal()) {
        return refuse(
            "train.no_class", "the class column must be nominal", data.target.name, "choice");
    }
    if (Done good = checkColumn(data.target, data.rows()); !good) return good;
    bool anyKnown = false;
    for (const Column& column : data.columns) {
        if (!progress(0.0)) return cancelled();
        if (Done good = checkColumn(column, data.rows()); !good) return good;
        anyKnown = anyKnown || !std::all_of(column.values.begin(), column.values.end(), isMissing);
    }
    if (Done good = checkWeights(data); !good) return good;
    if (Done good = checkClasses(data); !good) return good;
    if (!anyKnown) {
        return refuse("train.all_missing", "every value of every column is missing");
    }
    return done();
}

} // namespace edupro::ml
