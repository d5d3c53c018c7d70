// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dashboard/Cards.h"

#include "core/warning/Predict.h"

#include <algorithm>
#include <map>

namespace edupro::dashboard {

namespace {

struct MarksRow {
    QString code;
    qint64 students = 0;
    double average = 0.0;

    static constexpr auto schema()
    {
        return entity(
            "list_term_marks",
            field(&MarksRow::code, "code"),
            field(&MarksRow::students, "students"),
            field(&MarksRow::average, "average"));
    }
};

struct DaysRow {
    QString code;
    qint64 effective = 0;
    qint64 missed = 0;

    static constexpr auto schema()
    {
        return entity(
            "list_term_attendance",
            field(&DaysRow::code, "code"),
            field(&DaysRow::effective, "effective"),
            field(&DaysRow::missed, "missed"));
    }
};

struct StudentsRow {
    qint64 students = 0;
    qint64 withMarks = 0;
    qint64 withAttendance = 0;
    qint64 withIncome = 0;

    static constexpr auto schema()
    {
        return entity(
            "count_term_students",
            field(&StudentsRow::students, "students"),
            field(&StudentsRow::withMarks, "with_marks"),
            field(&StudentsRow::withAttendance, "with_attendance"),
            field(&StudentsRow::withIncome, "with_income"));
    }
};

struct RisksRow {
    qint64 predicted = 0;
    qint64 low = 0;

    static constexpr auto schema()
    {
        return entity(
            "count_risks", field(&RisksRow::predicted, "predicted"), field(&RisksRow::low, "low"));
    }
};

struct ForecastRow {
    PredictionId id;
    StudentId student;
    TermId term;
    QString target;
    ModelVersionId modelVersion;
    QString level;
    double probabilityLow = 0.0;
    double probabilityMedium = 0.0;
    double probabilityHigh = 0.0;
    double support = 0.0;
    QString reason;
    QString nis;
    QString name;
    QString className;

    static constexpr auto schema()
    {
        return entity(
            "list_forecasts",
            field(&ForecastRow::id, "id"),
            field(&ForecastRow::student, "student_id"),
            field(&ForecastRow::term, "term_id"),
            field(&ForecastRow::target, "target"),
            field(&ForecastRow::modelVersion, "model_version_id"),
            field(&ForecastRow::level, "level"),
            field(&ForecastRow::probabilityLow, "probability_low"),
            field(&ForecastRow::probabilityMedium, "probability_medium"),
            field(&ForecastRow::probabilityHigh, "probability_high"),
            field(&ForecastRow::support, "support"),
            field(&ForecastRow::reason, "reason"),
            field(&ForecastRow::nis, "nis"),
            field(&ForecastRow::name, "name"),
            field(&ForecastRow::className, "class_name"));
    }
};

// The figures of one term, each none when there is nothing to compute it from.
struct TermFigures {
    Completeness parts;
    std::optional<double> students;
    std::optional<double> average;
    std::optional<double> attendance;
    std::optional<double> atRisk;
    std::optional<double> completeness;
};

using Trend = std::map<QString, TermTrend>; ///< by code, so oldest first

Result<Trend> readTrend(storage::Store& store)
{
    Trend trend;
    auto marks = store.query<MarksRow>(QStringLiteral("dashboard/list_term_marks"));
    if (!marks) return marks.error();
    auto days = store.query<DaysRow>(QStringLiteral("dashboard/list_term_attendance"));
    if (!days) return days.error();
    for (const MarksRow& row : *marks)
        trend[row.code].average = row.average;
    for (const DaysRow& row : *days) {
        trend[row.code].attendance = 100.0 * static_cast<double>(row.effective - row.missed) /
                                     static_cast<double>(row.effective);
    }
    for (auto& [code, figures] : trend)
        figures.term = code;
    return trend;
}

storage::Parameters termParameters(const school::TermRow& term)
{
    return {
        {QStringLiteral("term"), QVariant::fromValue(term.id.value)},
        {QStringLiteral("starts_on"), term.startsOn},
        {QStringLiteral("ends_on"), term.endsOn}};
}

std::optional<double> percentComplete(const Completeness& parts)
{
    if (parts.students == 0) return std::nullopt;
    const auto known = parts.withMarks + parts.withAttendance + parts.withIncome;
    return 100.0 * static_cast<double>(known) / static_cast<double>(3 * parts.students);
}

Result<TermFigures>
readFigures(storage::Store& store, const school::TermRow& term, const Trend& trend)
{
    auto counted = store.query<StudentsRow>(
        QStringLiteral("dashboard/count_term_students"), termParameters(term));
    if (!counted) return counted.error();
    auto risks =
        store.query<RisksRow>(QStringLiteral("dashboard/count_risks"), termParameters(term));
    if (!risks) return risks.error();
    const StudentsRow& row = counted->front();
    TermFigures figures;
    figures.parts = {
        .students = static_cast<std::size_t>(row.students),
        .withMarks = static_cast<std::size_t>(row.withMarks),
        .withAttendance = static_cast<std::size_t>(row.withAttendance),
        .withIncome = static_cast<std::size_t>(row.withIncome)};
    if (row.students > 0) figures.students = static_cast<double>(row.students);
    if (risks->front().predicted > 0) figures.atRisk = static_cast<double>(risks->front().low);
    figures.completeness = percentComplete(figures.parts);
    if (const auto found = trend.find(term.code); found != trend.end()) {
        figures.average = found->second.average;
        figures.attendance = found->second.attendance;
    }
    return figures;
}

Figure figureOf(const std::optional<double>& now, const std::optional<double>& before)
{
    Figure figure{.value = now};
    if (now && before) figure.change = *now - *before;
    return figure;
}

Cards cardsOf(const TermFigures& now, const TermFigures& before)
{
    return {
        .students = figureOf(now.students, before.students),
        .average = figureOf(now.average, before.average),
        .attendance = figureOf(now.attendance, before.attendance),
        .atRisk = figureOf(now.atRisk, before.atRisk),
        .completeness = figureOf(now.completeness, before.completeness),
        .parts = now.parts};
}

Prediction predictionOf(const ForecastRow& row)
{
    return {
        .id = row.id,
        .student = row.student,
        .term = row.term,
        .target = row.target,
        .modelVersion = row.modelVersion,
        .level = row.level,
        .probabilityLow = row.probabilityLow,
        .probabilityMedium = row.probabilityMedium,
        .probabilityHigh = row.probabilityHigh,
        .support = row.support,
        .reason = row.reason};
}

/// By grade level (none at the end), then by name.
bool comesBefore(const ClassForecast& a, const ClassForecast& b)
{
    constexpr int none = 99;
    const int gradeA = gradeLevelOf(a.className).value_or(none);
    const int gradeB = gradeLevelOf(b.className).value_or(none);
    return gradeA != gradeB ? gradeA < gradeB : a.className < b.className;
}

std::vector<ClassForecast> byClass(const std::vector<ForecastRow>& rows)
{
    std::map<QString, ClassForecast> classes;
    for (const ForecastRow& row : rows) {
        ClassForecast& group = classes[row.className];
        group.className = row.className;
        bool known = false;
        for (const auto level :
             {warning::Level::Low, warning::Level::Medium, warning::Level::High}) {
            if (row.level != warning::nameOf(level)) continue;
            group.levels[static_cast<std::size_t>(level)] += 1;
            known = true;
        }
        group.unknown += known ? 0 : 1;
    }
    std::vector<ClassForecast> ordered;
    for (auto& [name, group] : classes)
        ordered.push_back(std::move(group));
    std::sort(ordered.begin(), ordered.end(), comesBefore);
    return ordered;
}

Result<std::vector<Attention>> attentionOf(const std::vector<ForecastRow>& rows)
{
    std::vector<Attention> needed;
    for (const ForecastRow& row : rows) {
        if (needed.size() == mostAttention) break;
        if (row.level != warning::nameOf(warning::Level::Low)) continue;
        auto explanation = warning::explanationOf(predictionOf(row));
        if (!explanation) return explanation.error();
        needed.push_back(
            {row.student, row.nis, row.name, row.className, std::move(explanation).value()});
    }
    return needed;
}

Done addForecasts(storage::Store& store, Dashboard& dashboard)
{
    auto rows = store.query<ForecastRow>(
        QStringLiteral("dashboard/list_forecasts"), termParameters(dashboard.term));
    if (!rows) return rows.error();
    dashboard.classes = byClass(*rows);
    auto attention = attentionOf(*rows);
    if (!attention) return attention.error();
    dashboard.attention = std::move(attention).value();
    auto model = warning::riskModelInUse(store, warning::Target::NextTerm);
    if (!model) return model.error();
    if (model->has_value()) dashboard.model = {(*model)->number, (*model)->trainedAt};
    return done();
}

} // namespace

Result<Dashboard> dashboardOf(storage::Store& store, const QString& code)
{
    auto term = code.isEmpty() ? school::currentTerm(store) : school::termOf(store, code);
    if (!term) return term.error();
    auto terms = school::listTerms(store);
    if (!terms) return terms.error();
    auto trend = readTrend(store);
    if (!trend) return trend.error();
    Dashboard dashboard{.term = *term};
    auto now = readFigures(store, *term, *trend);
    if (!now) return now.error();
    TermFigures before;
    for (const school::TermRow& row : *terms) {
        if (row.code != warning::termBefore(term->code)) continue;
        auto figures = readFigures(store, row, *trend);
        if (!figures) return figures.error();
        before = *figures;
        dashboard.termBefore = row.code;
    }
    dashboard.cards = cardsOf(*now, before);
    for (const auto& [termCode, figures] : *trend) {
        if (termCode <= term->code) dashboard.trend.push_back(figures);
    }
    if (Done added = addForecasts(store, dashboard); !added) return added.error();
    return dashboard;
}

} // namespace edupro::dashboard
