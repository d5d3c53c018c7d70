// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/warning/TrainingTable.h"

#include <algorithm>

namespace edupro::warning {

namespace {

const TermData* termWithCode(const std::vector<TermData>& terms, const QString& code)
{
    const auto found = std::find_if(
        terms.begin(), terms.end(), [&](const TermData& data) { return data.term.code == code; });
    return found == terms.end() ? nullptr : &*found;
}

/// One pair of terms: features at the end of `now` (and `before`), category at the end of `target`.
struct Pair {
    const TermData& now;
    const TermData* before;
    const TermData& target;
};

// Collects rows column by column.
class TableBuilder {
public:
    TableBuilder()
        : m_columns(featureColumns(true))
        , m_reader(FeatureReader::forColumns(m_columns).value())
    {
        for (const ml::TreeColumn& column : m_columns)
            m_table.data.columns.push_back({column.name, column.kind, column.categories, {}});
        m_table.data.target = ml::nominalColumn("prediksi_prestasi", {}, {});
        for (const Level level : {Level::Low, Level::Medium, Level::High})
            m_table.data.target.categories.push_back(nameOf(level).toStdString());
    }

    void add(const Pair& pair)
    {
        const std::size_t first = m_table.data.rows();
        const auto period = static_cast<std::int64_t>(m_table.terms.size());
        for (const StudentTerm& row : pair.now.students) {
            const StudentTerm* outcome = pair.target.find(row.student);
            if (!outcome) continue;
            const auto level = levelOf(*outcome, pair.target.thresholds);
            if (!level) continue;
            addRow(row, pair);
            m_table.data.target.values.push_back(static_cast<double>(*level));
            m_table.periods.push_back(period);
        }
        if (m_table.data.rows() > first) m_table.terms.push_back(pair.target.term.code);
    }

    TrainingTable take() { return std::move(m_table); }

private:
    void addRow(const StudentTerm& row, const Pair& pair)
    {
        const StudentTerm* before = pair.before ? pair.before->find(row.student) : nullptr;
        const school::Thresholds& rule = pair.now.thresholds;
        const std::vector<double> values = m_reader.row(row, before, rule);
        for (std::size_t i = 0; i < values.size(); ++i)
            m_table.data.columns[i].values.push_back(values[i]);
        m_table.levels.push_back(levelOf(row, rule));
        m_table.genders.push_back(row.gender);
        m_table.incomes.push_back(incomeLevelOf(row, rule));
    }

    std::vector<ml::TreeColumn> m_columns;
    FeatureReader m_reader;
    TrainingTable m_table;
};

} // namespace

TrainingTable trainingTable(const std::vector<TermData>& terms, Target target)
{
    TableBuilder builder;
    for (const TermData& now : terms) {
        const TermData* outcome =
            target == Target::StatusNow ? &now : termWithCode(terms, termAfter(now.term.code));
        if (outcome) builder.add({now, termWithCode(terms, termBefore(now.term.code)), *outcome});
    }
    return builder.take();
}

ml::Dataset withoutIncome(const ml::Dataset& data)
{
    const std::vector<ml::TreeColumn> kept = featureColumns(false);
    ml::Dataset rest{.columns = {}, .target = data.target, .weights = data.weights};
    for (const ml::Column& column : data.columns) {
        const bool keep = std::any_of(kept.begin(), kept.end(), [&](const ml::TreeColumn& wanted) {
            return wanted.name == column.name;
        });
        if (keep) rest.columns.push_back(column);
    }
    return rest;
}

} // namespace edupro::warning
