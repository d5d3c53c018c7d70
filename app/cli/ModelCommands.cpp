// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/ModelCommands.h"

#include "app/cli/SignedStore.h"
#include "core/people/PeopleActions.h"
#include "core/regions/Segments.h"
#include "core/warning/ForecastFile.h"
#include "core/warning/RiskModel.h"

#include <limits>

namespace edupro::cli {

namespace {

// As many as fit a screen; --csv and --json have them all.
constexpr std::size_t shownStudents = 10;

QString percent(double share)
{
    return QString::number(share * 100.0, 'f', 1) + QStringLiteral(" %");
}

Result<warning::Target> targetOf(const Arguments& arguments)
{
    if (!arguments.has("target")) return warning::Target::NextTerm;
    if (const auto target = warning::targetOf(arguments.value("target"))) return *target;
    return Error{
        .code = ErrorCode::Validation,
        .key = "usage",
        .detail = "--target takes next-term or status-now, not \"" +
                  arguments.value("target").toStdString() + '"'};
}

QStringList linesOf(const warning::TrainReport& report)
{
    const warning::ForwardResult& last = report.steps.back();
    QStringList lines{
        QStringLiteral("Trained version %1 for %2 on %3 rows: %4 leaves, %5 nodes")
            .arg(report.modelVersion)
            .arg(warning::nameOf(report.target))
            .arg(report.rows)
            .arg(report.leaves)
            .arg(report.size),
        QStringLiteral("Tested on %1 students of term %2: accuracy %3 (95 % from %4 to %5)")
            .arg(last.rows)
            .arg(
                last.term,
                percent(report.accuracy),
                percent(report.accuracyLow),
                percent(report.accuracyHigh)),
        QStringLiteral("Baselines: majority %1, persistence %2")
            .arg(percent(report.majority), percent(report.persistence)),
        QStringLiteral("With income %1, without %2")
            .arg(percent(report.withIncome), percent(report.withoutIncome))};
    if (report.ruleReplication)
        lines.append(QStringLiteral(
            "This target re-learns the rule: its accuracy says nothing about the future."));
    else if (!report.betterThanBaseline)
        lines.append(QStringLiteral(
            "Not better than the better baseline: trust the baseline, not this model."));
    return lines;
}

QString lineOf(const warning::Forecast& forecast)
{
    const warning::Explanation& said = forecast.explanation;
    QStringList reasons;
    for (const warning::ReasonStep& step : said.steps)
        reasons.append(warning::lineOf(step));
    return QStringLiteral("%1  %2  %3  %4  Rendah %5  [%6]")
        .arg(
            forecast.student.nis,
            forecast.student.name,
            forecast.student.className,
            warning::levelText(said))
        .arg(
            percent(said.shares[static_cast<std::size_t>(warning::Level::Low)]),
            reasons.join(QStringLiteral("; ")));
}

QString namesOf(const std::vector<regions::Omission>& omissions)
{
    QStringList names;
    for (const regions::Omission& omission : omissions)
        names.append(omission.name);
    return names.join(QStringLiteral(", "));
}

QStringList linesOf(const regions::ClusterReport& report)
{
    QStringList lines{
        QStringLiteral(
            "Grouped %1 provinces by %2 indicators into %3 clusters (version %4, silhouette %5)")
            .arg(report.assignments.size())
            .arg(report.columns.size())
            .arg(report.k)
            .arg(report.modelVersion)
            .arg(report.silhouette, 0, 'f', 3)};
    QStringList indicators;
    for (const regions::MatrixColumn& column : report.columns)
        indicators.append(QStringLiteral("%1 %2").arg(column.name).arg(column.year));
    lines.append(QStringLiteral("Indicators: %1").arg(indicators.join(QStringLiteral(", "))));
    for (const regions::KFigures& figures : report.sweep) {
        const bool recommended = figures.k == report.recommendedK;
        lines.append(QStringLiteral("  k = %1: silhouette %2, Davies-Bouldin %3, inertia %4%5")
                         .arg(figures.k)
                         .arg(figures.silhouette, 0, 'f', 3)
                         .arg(figures.daviesBouldin, 0, 'f', 3)
                         .arg(figures.inertia, 0, 'f', 1)
                         .arg(recommended ? QStringLiteral("  <- recommended") : QString()));
    }
    for (std::size_t i = 0; i < report.clusters.size(); ++i) {
        QStringList names;
        for (const regions::Assignment& assignment : report.assignments) {
            if (assignment.cluster == i) names.append(assignment.row.name);
        }
        lines.append(QStringLiteral("%1 (%2): %3")
                         .arg(report.clusters[i].label)
                         .arg(names.size())
                         .arg(names.join(QStringLiteral(", "))));
    }
    if (!report.leftOutColumns.empty())
        lines.append(QStringLiteral("Indicators left out: %1").arg(namesOf(report.leftOutColumns)));
    if (!report.leftOutRows.empty())
        lines.append(QStringLiteral("Provinces left out: %1").arg(namesOf(report.leftOutRows)));
    if (!report.withoutDirection.empty()) {
        lines.append(QStringLiteral("Taken as \"more is better\", because nobody has said "
                                    "otherwise: %1 of %2 indicators")
                         .arg(report.withoutDirection.size())
                         .arg(report.columns.size()));
    }
    return lines;
}

/// By NIS, or by a part of the name that only one student has.
Result<StudentId> studentOf(storage::Store& store, const QString& word)
{
    const auto byNis = people::studentOfNis(store, word);
    if (!byNis) return byNis.error();
    if (byNis->has_value()) return **byNis;
    const auto found = people::listStudents(store, {.text = word}, 0, 2);
    if (!found) return found.error();
    if (found->size() == 1) return found->front().id;
    return Error{
        .code = ErrorCode::NotFound,
        .key = found->empty() ? "student.unknown" : "student.ambiguous",
        .detail = found->empty() ? "no student has the NIS or name that was given"
                                 : "more than one student has the name that was given"};
}

} // namespace

Done trainModel(const Arguments& arguments, Terminal& terminal)
{
    const auto target = targetOf(arguments);
    if (!target) return target.error();
    auto store = openStore(arguments);
    if (!store) return store.error();
    const warning::TrainOptions options{
        .target = *target, .useIncome = !arguments.has("without-income")};
    const auto report =
        warning::train(**store, options, terminal.progress(QStringLiteral("Training")));
    if (!report) return report.error();
    for (const QString& line : linesOf(*report))
        terminal.say(line);
    terminal.give(warning::toJson(*report));
    return done();
}

Done predictStudents(const Arguments& arguments, Terminal& terminal)
{
    const auto target = targetOf(arguments);
    if (!target) return target.error();
    auto store = openStore(arguments);
    if (!store) return store.error();
    const warning::PredictOptions options{.target = *target, .term = arguments.value("term")};
    const auto report =
        warning::predict(**store, options, terminal.progress(QStringLiteral("Predicting")));
    if (!report) return report.error();
    terminal.say(QStringLiteral("Predicted %1 of %2 students from term %3 with version %4; %5 "
                                "without enough data, %6 without figures")
                     .arg(report->predicted)
                     .arg(report->students)
                     .arg(report->term)
                     .arg(report->modelVersion)
                     .arg(report->notEnoughData)
                     .arg(report->withoutFigures));
    for (std::size_t i = 0; i < std::min(shownStudents, report->rows.size()); ++i)
        terminal.say(QStringLiteral("  ") + lineOf(report->rows[i]));
    if (arguments.has("csv")) {
        const Done written = warning::writeForecasts(
            arguments.value("csv"),
            report->term,
            report->rows,
            {.byteOrderMark = false}); // programs read it
        if (!written) return written;
        terminal.say(QStringLiteral("All %1 rows are in %2")
                         .arg(report->rows.size())
                         .arg(arguments.value("csv")));
    }
    terminal.give(warning::toJson(*report));
    return done();
}

Done explainStudent(const Arguments& arguments, Terminal& terminal)
{
    const auto target = targetOf(arguments);
    if (!target) return target.error();
    auto store = openStore(arguments);
    if (!store) return store.error();
    const auto student = studentOf(**store, arguments.word(0));
    if (!student) return student.error();
    const auto forecast =
        warning::explain(**store, *student, {.target = *target, .term = arguments.value("term")});
    if (!forecast) return forecast.error();
    const warning::Explanation& said = forecast->explanation;
    terminal.say(QStringLiteral("%1 %2 %3: %4")
                     .arg(
                         forecast->student.nis,
                         forecast->student.name,
                         forecast->student.className,
                         warning::levelText(said)));
    for (const warning::ReasonStep& step : said.steps)
        terminal.say(QStringLiteral("  ") + warning::lineOf(step));
    terminal.say(QStringLiteral("Support: %1 similar rows in training, %2 of them so")
                     .arg(said.support)
                     .arg(said.supportOfLevel));
    for (const warning::Level level :
         {warning::Level::Low, warning::Level::Medium, warning::Level::High})
        terminal.say(QStringLiteral("  %1 %2").arg(
            warning::nameOf(level), percent(said.shares[static_cast<std::size_t>(level)])));
    terminal.give(warning::toJson(*forecast));
    return done();
}

Done clusterRegions(const Arguments& arguments, Terminal& terminal)
{
    const auto k = arguments.number("k", 3, regions::fewestClusters, regions::mostClusters);
    if (!k) return k.error();
    const auto seed = arguments.number("seed", 1, 0, std::numeric_limits<qint64>::max());
    if (!seed) return seed.error();
    auto store = openStore(arguments);
    if (!store) return store.error();
    const regions::ClusterOptions options{
        .k = static_cast<std::size_t>(*k), .seed = static_cast<std::uint64_t>(*seed)};
    const auto report =
        regions::cluster(**store, options, terminal.progress(QStringLiteral("Clustering")));
    if (!report) return report.error();
    for (const QString& line : linesOf(*report))
        terminal.say(line);
    terminal.give(regions::toJson(*report));
    return done();
}

} // namespace edupro::cli
