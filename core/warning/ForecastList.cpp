// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/warning/ForecastList.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <map>

namespace edupro::warning {

namespace {

std::size_t countIn(const QJsonObject& object, QStringView name)
{
    return static_cast<std::size_t>(std::max<qint64>(0, object[name].toInteger()));
}

ForwardResult stepFrom(const QJsonObject& object)
{
    return {
        .term = object[u"term"].toString(),
        .trainingRows = countIn(object, u"training_rows"),
        .rows = countIn(object, u"rows"),
        .accuracy = object[u"accuracy"].toDouble(),
        .majority = object[u"majority"].toDouble(),
        .persistence = object[u"persistence"].toDouble()};
}

GroupErrors groupFrom(const QJsonObject& object)
{
    return {
        .attribute = object[u"attribute"].toString(),
        .group = object[u"group"].toString(),
        .rows = countIn(object, u"rows"),
        .errorRate = object[u"error_rate"].toDouble()};
}

void readLists(const QJsonObject& object, TrainReport& report)
{
    for (const QJsonValue& name : object[u"classes"].toArray())
        report.classes.push_back(name.toString());
    for (const QJsonValue& step : object[u"steps"].toArray())
        report.steps.push_back(stepFrom(step.toObject()));
    for (const QJsonValue& group : object[u"error_rates"].toArray())
        report.groups.push_back(groupFrom(group.toObject()));
    for (const QJsonValue& actual : object[u"confusion"].toArray()) {
        std::vector<std::size_t>& row = report.confusion.emplace_back();
        for (const QJsonValue& count : actual.toArray())
            row.push_back(static_cast<std::size_t>(std::max<qint64>(0, count.toInteger())));
    }
}

Result<std::vector<Forecast>>
forecastsFrom(const std::vector<Prediction>& predictions, const std::vector<Candidate>& students)
{
    std::map<StudentId, const Prediction*> ofStudent;
    for (const Prediction& prediction : predictions)
        ofStudent[prediction.student] = &prediction;
    std::vector<Forecast> forecasts;
    for (const Candidate& student : students) {
        const auto found = ofStudent.find(student.id);
        if (found == ofStudent.end()) continue;
        auto explanation = explanationOf(*found->second);
        if (!explanation) return explanation.error();
        forecasts.push_back({student, std::move(explanation).value()});
    }
    std::stable_sort(forecasts.begin(), forecasts.end(), isRiskier);
    return forecasts;
}

Result<int> numberOf(storage::Store& store, const std::vector<Prediction>& predictions)
{
    if (predictions.empty()) return 0;
    auto model = store.find<ModelVersion>(predictions.front().modelVersion);
    if (!model) return model.error();
    return model->has_value() ? (*model)->record.number : 0;
}

} // namespace

Result<TrainReport> trainReportOf(const ModelVersion& version)
{
    const QJsonObject object = QJsonDocument::fromJson(version.metrics.toUtf8()).object();
    const auto target = targetOf(object[u"target"].toString());
    if (!target || !object[u"accuracy"].isDouble() || !object[u"steps"].isArray()) {
        return Error{
            .code = ErrorCode::Corrupt,
            .key = "model.damaged",
            .detail = "the measures of model version " + std::to_string(version.number) +
                      " cannot be read; train a new one"};
    }
    const QJsonArray range = object[u"accuracy_range"].toArray();
    const QJsonObject baselines = object[u"baselines"].toObject();
    const QJsonObject newlyLow = object[u"newly_low"].toObject();
    TrainReport report{
        .target = *target,
        .usesIncome = object[u"uses_income"].toBool(),
        .rows = countIn(object, u"rows"),
        .classes = {},
        .leaves = countIn(object, u"leaves"),
        .size = countIn(object, u"size"),
        .accuracy = object[u"accuracy"].toDouble(),
        .accuracyLow = range.at(0).toDouble(),
        .accuracyHigh = range.at(1).toDouble(),
        .majority = baselines[u"majority"].toDouble(),
        .persistence = baselines[u"persistence"].toDouble(),
        .confusion = {},
        .steps = {},
        .withIncome = object[u"with_income"].toDouble(),
        .withoutIncome = object[u"without_income"].toDouble(),
        .groups = {},
        .betterThanBaseline = object[u"better_than_baseline"].toBool(),
        .newlyLow = countIn(newlyLow, u"fell"),
        .newlyLowFound = countIn(newlyLow, u"found"),
        .newlyLowWarned = countIn(newlyLow, u"warned"),
        .ruleReplication = object[u"rule_replication"].toBool(),
        .modelVersion = version.number,
        .seconds = object[u"seconds"].toDouble()};
    readLists(object, report);
    return report;
}

Result<std::optional<ModelInUse>> modelInUse(storage::Store& store, Target target)
{
    auto model = riskModelInUse(store, target);
    if (!model) return model.error();
    if (!model->has_value()) return std::optional<ModelInUse>();
    auto report = trainReportOf(**model);
    if (!report) return report.error();
    return std::optional<ModelInUse>(
        {(*model)->number, (*model)->trainedAt, std::move(report).value()});
}

Result<ForecastList> storedForecasts(storage::Store& store, const PredictOptions& options)
{
    if (Done may = store.require(security::Action::Read, security::Object::Predictions); !may)
        return may.error();
    ForecastList list{.target = options.target, .term = {}, .model = {}, .rows = {}};
    auto model = modelInUse(store, options.target);
    if (!model) return model.error();
    list.model = std::move(model).value();
    const auto term =
        options.term.isEmpty() ? school::currentTerm(store) : school::termOf(store, options.term);
    if (!term && term.error().key == "term.none") return list;
    if (!term) return term.error();
    list.term = term->code;
    const QVariant id = QVariant::fromValue(term->id.value);
    auto students = store.query<Candidate>(
        QStringLiteral("warning/list_active_students"),
        {{QStringLiteral("term"), id}, {QStringLiteral("objecting"), 1}});
    if (!students) return students.error();
    auto predictions = store.query<Prediction>(
        QStringLiteral("warning/list_predictions"),
        {{QStringLiteral("term"), id}, {QStringLiteral("target"), nameOf(options.target)}});
    if (!predictions) return predictions.error();
    auto rows = forecastsFrom(*predictions, *students);
    if (!rows) return rows.error();
    const auto number = numberOf(store, *predictions);
    if (!number) return number.error();
    list.students = students->size();
    list.predictedBy = *number;
    list.rows = std::move(rows).value();
    return list;
}

} // namespace edupro::warning
