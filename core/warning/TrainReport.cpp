// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/warning/RiskModel.h"

#include <QJsonArray>

namespace edupro::warning {

namespace {

QJsonObject stepJson(const ForwardResult& step)
{
    return {
        {QStringLiteral("term"), step.term},
        {QStringLiteral("training_rows"), static_cast<qint64>(step.trainingRows)},
        {QStringLiteral("rows"), static_cast<qint64>(step.rows)},
        {QStringLiteral("accuracy"), step.accuracy},
        {QStringLiteral("majority"), step.majority},
        {QStringLiteral("persistence"), step.persistence}};
}

QJsonObject groupJson(const GroupErrors& group)
{
    return {
        {QStringLiteral("attribute"), group.attribute},
        {QStringLiteral("group"), group.group},
        {QStringLiteral("rows"), static_cast<qint64>(group.rows)},
        {QStringLiteral("error_rate"), group.errorRate}};
}

QJsonArray confusionJson(const std::vector<std::vector<std::size_t>>& confusion)
{
    QJsonArray rows;
    for (const auto& actual : confusion) {
        QJsonArray row;
        for (const std::size_t count : actual)
            row.append(static_cast<qint64>(count));
        rows.append(row);
    }
    return rows;
}

} // namespace

QJsonObject toJson(const TrainReport& report)
{
    QJsonArray classes;
    for (const QString& name : report.classes)
        classes.append(name);
    QJsonArray steps;
    for (const ForwardResult& step : report.steps)
        steps.append(stepJson(step));
    QJsonArray groups;
    for (const GroupErrors& group : report.groups)
        groups.append(groupJson(group));
    const QJsonObject baselines{
        {QStringLiteral("majority"), report.majority},
        {QStringLiteral("persistence"), report.persistence}};
    const QJsonObject newlyLow{
        {QStringLiteral("fell"), static_cast<qint64>(report.newlyLow)},
        {QStringLiteral("found"), static_cast<qint64>(report.newlyLowFound)},
        {QStringLiteral("warned"), static_cast<qint64>(report.newlyLowWarned)}};
    return {
        {QStringLiteral("target"), nameOf(report.target)},
        {QStringLiteral("rows"), static_cast<qint64>(report.rows)},
        {QStringLiteral("classes"), classes},
        {QStringLiteral("leaves"), static_cast<qint64>(report.leaves)},
        {QStringLiteral("size"), static_cast<qint64>(report.size)},
        {QStringLiteral("accuracy"), report.accuracy},
        {QStringLiteral("accuracy_range"), QJsonArray{report.accuracyLow, report.accuracyHigh}},
        {QStringLiteral("baselines"), baselines},
        {QStringLiteral("better_than_baseline"), report.betterThanBaseline},
        {QStringLiteral("rule_replication"), report.ruleReplication},
        {QStringLiteral("newly_low"), newlyLow},
        {QStringLiteral("confusion"), confusionJson(report.confusion)},
        {QStringLiteral("steps"), steps},
        {QStringLiteral("uses_income"), report.usesIncome},
        {QStringLiteral("with_income"), report.withIncome},
        {QStringLiteral("without_income"), report.withoutIncome},
        {QStringLiteral("error_rates"), groups},
        {QStringLiteral("model_version"), report.modelVersion},
        {QStringLiteral("seconds"), report.seconds}};
}

} // namespace edupro::warning
