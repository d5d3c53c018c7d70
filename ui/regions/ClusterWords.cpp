// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/regions/ClusterWords.h"

#include "ui/common/CategoryWord.h"
#include "ui/common/Format.h"

#include <QCoreApplication>

#include <algorithm>

namespace edupro::ui {

using dashboard::Scatter;
using regions::Assignment;
using regions::ClusterReport;
using regions::LeftOut;
using regions::Omission;

namespace {

// A context of its own: these are functions, not members of a page.
struct ClusterWords {
    Q_DECLARE_TR_FUNCTIONS(ClusterWords)
};

QString count(std::size_t number)
{
    return format::count(static_cast<qint64>(number));
}

QString groupedText(const ClusterReport& report)
{
    return ClusterWords::tr("%1 provinces in %2 groups")
        .arg(count(report.assignments.size()), count(report.k));
}

QString nameOf(const ClusterReport& report, const QString& code)
{
    const auto found =
        std::find_if(report.columns.begin(), report.columns.end(), [&](const auto& column) {
            return column.code == code;
        });
    return found == report.columns.end() ? code : found->name;
}

QString whyOf(const Omission& omission)
{
    if (omission.why == LeftOut::Constant) return ClusterWords::tr("the same everywhere");
    return ClusterWords::tr("%1 of %2 values").arg(count(omission.values), count(omission.wanted));
}

/// "<b>Heading</b> name (why), name (why)"; empty without omissions.
QString omissionsText(const QString& heading, const std::vector<Omission>& omissions)
{
    QStringList names;
    for (const Omission& omission : omissions)
        names << omission.name.toHtmlEscaped() + QStringLiteral(" (") + whyOf(omission) + u')';
    if (names.isEmpty()) return {};
    return QStringLiteral("<b>%1</b> %2").arg(heading, names.join(QStringLiteral(", ")));
}

QString columnsText(const ClusterReport& report)
{
    QStringList names;
    for (const regions::MatrixColumn& column : report.columns)
        names << QStringLiteral("%1 %2").arg(column.name.toHtmlEscaped()).arg(column.year);
    return QStringLiteral("<b>%1</b> %2")
        .arg(ClusterWords::tr("Used:"), names.join(QStringLiteral(", ")));
}

QString directionText(const ClusterReport& report)
{
    if (report.withoutDirection.empty()) return {};
    QStringList names;
    for (const QString& code : report.withoutDirection)
        names << nameOf(report, code).toHtmlEscaped();
    return QStringLiteral("<b>%1</b> %2")
        .arg(
            ClusterWords::tr("Taken as “more is better” because no direction is given:"),
            names.join(QStringLiteral(", ")));
}

} // namespace

Tone readinessTone(const QString& label)
{
    if (label.startsWith(QLatin1String("Menengah"))) return Tone::Watch;
    if (label.endsWith(QLatin1String("tinggi"), Qt::CaseInsensitive)) return Tone::Fine;
    if (label.endsWith(QLatin1String("rendah"), Qt::CaseInsensitive)) return Tone::Risk;
    return Tone::Neutral;
}

Scatter scatterOf(const ClusterReport& report)
{
    const auto axis = [](int number, double share) {
        return ClusterWords::tr("Component %1 (%2 of the differences)")
            .arg(number)
            .arg(format::percent(100.0 * share, 0));
    };
    Scatter scatter{.xName = axis(1, report.shareX), .yName = axis(2, report.shareY), .groups = {}};
    for (const regions::ClusterSummary& cluster : report.clusters) {
        scatter.groups.push_back(
            {.name = categoryWord(cluster.label),
             .tone = readinessTone(cluster.label),
             .points = {}});
    }
    for (const Assignment& one : report.assignments)
        scatter.groups[one.cluster].points.push_back(
            {.name = one.row.name, .x = one.x, .y = one.y});
    return scatter;
}

QString regionAt(const ClusterReport& report, ChartPlace place)
{
    int item = place.item;
    for (const Assignment& one : report.assignments) {
        if (static_cast<int>(one.cluster) == place.series && item-- == 0) return one.row.region;
    }
    return {};
}

QString toldOf(const ClusterReport& report)
{
    return ClusterWords::tr("%1, model v%2").arg(groupedText(report)).arg(report.modelVersion);
}

QString subtitleOf(const regions::StoredClusters& stored)
{
    const QDate date = QDateTime::fromMSecsSinceEpoch(stored.trainedAt).date();
    return ClusterWords::tr("%1 · silhouette %2 · model v%3, %4")
        .arg(groupedText(stored.report), format::number(stored.report.silhouette, 2))
        .arg(stored.report.modelVersion)
        .arg(format::date(date));
}

QString notesOf(const ClusterReport& report)
{
    QStringList notes = {
        omissionsText(ClusterWords::tr("Indicators left out:"), report.leftOutColumns),
        omissionsText(ClusterWords::tr("Provinces left out:"), report.leftOutRows),
        directionText(report),
        columnsText(report)};
    notes.removeAll(QString());
    if (report.leftOutColumns.empty() && report.leftOutRows.empty())
        notes.prepend(ClusterWords::tr("Nothing was left out."));
    return QStringLiteral("<p style=\"margin:0 0 4px 0\">") +
           notes.join(QStringLiteral("</p><p style=\"margin:0 0 4px 0\">")) +
           QStringLiteral("</p>");
}

} // namespace edupro::ui
