// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/warning/Predict.h"

#include "core/registry/ModelRegistry.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <set>

namespace edupro::warning {

namespace {

constexpr std::size_t rowsBetweenReports = 200; // well under 50 ms of saving

Result<ModelVersion> modelFor(storage::Store& store, Target target)
{
    auto model = riskModelInUse(store, target);
    if (!model) return model.error();
    if (!model->has_value()) {
        return Error{
            .code = ErrorCode::NotFound,
            .key = "model.none",
            .detail = "no model for the target " + nameOf(target).toStdString() +
                      " has been trained yet; train one first"};
    }
    return **model;
}

Result<school::TermRow> termFor(storage::Store& store, const QString& code)
{
    return code.isEmpty() ? school::currentTerm(store) : school::termOf(store, code);
}

Result<std::optional<TermData>> readTermBefore(storage::Store& store, const QString& code)
{
    auto terms = school::listTerms(store);
    if (!terms) return terms.error();
    const QString before = termBefore(code);
    for (const school::TermRow& term : *terms) {
        if (term.code != before) continue;
        auto data = readTerm(store, term);
        if (!data) return data.error();
        return std::optional<TermData>(std::move(data).value());
    }
    return std::optional<TermData>();
}

Error noFigures(const char* who, const QString& term)
{
    return {
        .code = ErrorCode::Validation,
        .key = "predict.no_figures",
        .detail = std::string(who).append(" has neither marks nor attendance in term ") +
                  term.toStdString() + "; import them or choose another term"};
}

Prediction predictionOf(const Forecast& forecast, const PredictionData& data)
{
    const Explanation& said = forecast.explanation;
    return {
        .student = forecast.student.id,
        .term = data.now.term.id,
        .target = nameOf(data.target),
        .modelVersion = data.model.id,
        .level = levelText(said),
        .probabilityLow = said.shares[static_cast<std::size_t>(Level::Low)],
        .probabilityMedium = said.shares[static_cast<std::size_t>(Level::Medium)],
        .probabilityHigh = said.shares[static_cast<std::size_t>(Level::High)],
        .support = said.support,
        .reason = reasonText(said)};
}

/// Predictions of students who are no longer asked about.
Done removeOthers(
    storage::Store& store, const PredictionData& data, const std::vector<Forecast>& forecasts)
{
    auto stored = store.query<Prediction>(
        QStringLiteral("warning/list_predictions"),
        {{QStringLiteral("term"), QVariant::fromValue(data.now.term.id.value)},
         {QStringLiteral("target"), nameOf(data.target)}});
    if (!stored) return stored.error();
    std::set<StudentId> kept;
    for (const Forecast& forecast : forecasts)
        kept.insert(forecast.student.id);
    for (const Prediction& prediction : *stored) {
        if (kept.count(prediction.student) > 0) continue;
        Done removed = store.remove(entityInfo<Prediction>(), prediction.id.value);
        if (!removed) return removed;
    }
    return done();
}

Done saveAll(
    storage::Store& store,
    const PredictionData& data,
    const std::vector<Forecast>& forecasts,
    const Progress& progress)
{
    auto transaction = storage::Transaction::begin(store);
    if (!transaction) return transaction.error();
    if (Done removed = removeOthers(store, data, forecasts); !removed) return removed;
    std::size_t saved = 0;
    for (const Forecast& forecast : forecasts) {
        Prediction prediction = predictionOf(forecast, data);
        if (auto one = store.save(prediction); !one) return one.error();
        const auto part = static_cast<double>(++saved) / static_cast<double>(forecasts.size());
        if (saved % rowsBetweenReports == 0 && !progress(part)) return cancelled();
    }
    return transaction->commit();
}

} // namespace

bool isRiskier(const Forecast& a, const Forecast& b)
{
    const bool known = a.explanation.level.has_value();
    if (known != b.explanation.level.has_value()) return known;
    return a.explanation.shares[0] > b.explanation.shares[0];
}

Result<std::optional<ModelVersion>> riskModelInUse(storage::Store& store, Target target)
{
    return registry::productionModel(store, QStringLiteral("tree"), nameOf(target));
}

Result<PredictionData> readPredictionData(storage::Store& store, const PredictOptions& options)
{
    PredictionData data{.target = options.target, .startedAt = store.now()};
    auto model = modelFor(store, options.target);
    if (!model) return model.error();
    auto term = termFor(store, options.term);
    if (!term) return term.error();
    auto now = readTerm(store, *term);
    if (!now) return now.error();
    auto before = readTermBefore(store, term->code);
    if (!before) return before.error();
    auto students = store.query<Candidate>(
        QStringLiteral("warning/list_active_students"),
        {{QStringLiteral("term"), QVariant::fromValue(term->id.value)},
         {QStringLiteral("objecting"), 0}});
    if (!students) return students.error();
    data.model = std::move(model).value();
    data.now = std::move(now).value();
    data.before = std::move(before).value();
    data.students = std::move(students).value();
    return data;
}

Result<std::vector<Forecast>> forecastsOf(const PredictionData& data, const Progress& progress)
{
    const auto model = RiskModel::of(data.model);
    if (!model) return model.error();
    std::vector<Forecast> forecasts;
    for (const Candidate& student : data.students) {
        const auto part =
            static_cast<double>(forecasts.size()) / static_cast<double>(data.students.size());
        if (forecasts.size() % rowsBetweenReports == 0 && !progress(part)) return cancelled();
        const StudentTerm* now = data.now.find(student.id);
        if (!now) continue;
        const StudentTerm* before = data.before ? data.before->find(student.id) : nullptr;
        forecasts.push_back({student, model->explain(*now, before, data.now.thresholds)});
    }
    if (forecasts.empty()) return noFigures("no student at school", data.now.term.code);
    std::stable_sort(forecasts.begin(), forecasts.end(), isRiskier);
    return forecasts;
}

Result<PredictReport> keepForecasts(
    storage::Store& store,
    const PredictionData& data,
    std::vector<Forecast> forecasts,
    const Progress& progress)
{
    if (Done saved = saveAll(store, data, forecasts, progress); !saved) return saved.error();
    PredictReport report{
        .target = data.target,
        .term = data.now.term.code,
        .modelVersion = data.model.number,
        .students = data.students.size(),
        .withoutFigures = data.students.size() - forecasts.size()};
    for (const Forecast& forecast : forecasts) {
        const auto level = forecast.explanation.level;
        (level ? report.predicted : report.notEnoughData) += 1;
        if (level) report.levels[static_cast<std::size_t>(*level)] += 1;
    }
    report.rows = std::move(forecasts);
    report.seconds = static_cast<double>(store.now() - data.startedAt) / 1000.0;
    return report;
}

Result<PredictReport>
predict(storage::Store& store, const PredictOptions& options, const Progress& progress)
{
    if (!progress(0.0)) return cancelled();
    const auto data = readPredictionData(store, options);
    if (!data) return data.error();
    auto forecasts = forecastsOf(*data, partOf(progress, 0.2, 0.4));
    if (!forecasts) return forecasts.error();
    return keepForecasts(store, *data, std::move(forecasts).value(), partOf(progress, 0.4, 1.0));
}

Result<Forecast>
explain(storage::Store& store, const StudentId& student, const PredictOptions& options)
{
    auto data = readPredictionData(store, options);
    if (!data) return data.error();
    const auto found =
        std::find_if(data->students.begin(), data->students.end(), [&](const Candidate& candidate) {
            return candidate.id == student;
        });
    if (found == data->students.end()) {
        return Error{
            .code = ErrorCode::NotFound,
            .key = "student.unknown",
            .detail = "no student at school with this identity whose parents agree to "
                      "predictions"};
    }
    const StudentTerm* now = data->now.find(student);
    if (!now) return noFigures("this student", data->now.term.code);
    const auto model = RiskModel::of(data->model);
    if (!model) return model.error();
    const StudentTerm* before = data->before ? data->before->find(student) : nullptr;
    return Forecast{*found, model->explain(*now, before, data->now.thresholds)};
}

QJsonObject toJson(const Forecast& forecast)
{
    const Explanation& said = forecast.explanation;
    QJsonObject probabilities;
    for (const Level level : {Level::Low, Level::Medium, Level::High})
        probabilities.insert(nameOf(level), said.shares[static_cast<std::size_t>(level)]);
    return {
        {QStringLiteral("nis"), forecast.student.nis},
        {QStringLiteral("nama"), forecast.student.name},
        {QStringLiteral("kelas"), forecast.student.className},
        {QStringLiteral("prediksi_prestasi"), levelText(said)},
        {QStringLiteral("probabilities"), probabilities},
        {QStringLiteral("support"), said.support},
        {QStringLiteral("reason"), QJsonDocument::fromJson(reasonText(said).toUtf8()).object()}};
}

QJsonObject toJson(const PredictReport& report)
{
    QJsonObject levels;
    for (const Level level : {Level::Low, Level::Medium, Level::High}) {
        const std::size_t count = report.levels[static_cast<std::size_t>(level)];
        levels.insert(nameOf(level), static_cast<qint64>(count));
    }
    QJsonArray rows;
    for (const Forecast& forecast : report.rows)
        rows.append(toJson(forecast));
    return {
        {QStringLiteral("target"), nameOf(report.target)},
        {QStringLiteral("term"), report.term},
        {QStringLiteral("model_version"), report.modelVersion},
        {QStringLiteral("students"), static_cast<qint64>(report.students)},
        {QStringLiteral("predicted"), static_cast<qint64>(report.predicted)},
        {QStringLiteral("not_enough_data"), static_cast<qint64>(report.notEnoughData)},
        {QStringLiteral("without_figures"), static_cast<qint64>(report.withoutFigures)},
        {QStringLiteral("levels"), levels},
        {QStringLiteral("rows"), rows},
        {QStringLiteral("seconds"), report.seconds}};
}

} // namespace edupro::warning
