// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dashboard/DashboardText.h"

#include "ui/common/CategoryWord.h"
#include "ui/common/Format.h"
#include "ui/warning/ReasonText.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QStringList>

#include <algorithm>
#include <cmath>

namespace edupro::ui {

using dashboard::Dashboard;
using dashboard::Figure;
using dashboard::Tone;
using warning::Level;

namespace {

QString said(const char* text)
{
    return QCoreApplication::translate("DashboardText", text);
}

enum class Better { Neither, More, Less };

void sayChange(FigureCard::Words& words, const Figure& figure, int decimals, Better better)
{
    if (!figure.change) return;
    const QString size = format::number(std::abs(*figure.change), decimals);
    if (size == format::number(0.0, decimals)) return;
    const bool rises = *figure.change > 0;
    words.change =
        (rises ? QStringLiteral("▲") : QStringLiteral("▼")) + format::noBreakSpace + size;
    if (better == Better::Neither) return;
    words.tone = rises == (better == Better::More) ? Tone::Fine : Tone::Risk;
}

/// What a change is measured from.
QString sinceText(const FigureCard::Words& words, const Figure& figure)
{
    if (!figure.change) return {};
    return words.change.isEmpty() ? QCoreApplication::translate("DashboardText", "as last term")
                                  : QCoreApplication::translate("DashboardText", "since last term");
}

QString riskNote(const Dashboard& dashboard)
{
    const dashboard::Cards& cards = dashboard.cards;
    if (!cards.atRisk.value)
        return QCoreApplication::translate("DashboardText", "no prediction yet");
    if (!cards.students.value || *cards.students.value <= 0.0) return {};
    return QCoreApplication::translate("DashboardText", "%1 of the students")
        .arg(format::percent(100.0 * *cards.atRisk.value / *cards.students.value, 0));
}

/// The largest gap: "24 students without income".
QString gapNote(const dashboard::Completeness& parts)
{
    struct Kind {
        std::size_t known;
        const char* text;
    };
    const Kind kinds[] = {
        {parts.withMarks, QT_TRANSLATE_NOOP("DashboardText", "%1 without marks")},
        {parts.withAttendance, QT_TRANSLATE_NOOP("DashboardText", "%1 without attendance")},
        {parts.withIncome, QT_TRANSLATE_NOOP("DashboardText", "%1 without income")},
    };
    const Kind* worst =
        std::min_element(std::begin(kinds), std::end(kinds), [](const Kind& a, const Kind& b) {
            return a.known < b.known;
        });
    if (worst->known >= parts.students)
        return QCoreApplication::translate("DashboardText", "marks, attendance, income");
    return said(worst->text).arg(format::count(static_cast<qint64>(parts.students - worst->known)));
}

QString shortTerm(const QString& code)
{
    //: Short for the first and the second semester, below a chart
    const QString half = code.endsWith('1') ? QCoreApplication::translate("DashboardText", "S1")
                                            : QCoreApplication::translate("DashboardText", "S2");
    return half + ' ' + code.mid(2, 2);
}

dashboard::ChartWords chartWords(const QString& category)
{
    return {
        .category = category,
        .withoutClass = QCoreApplication::translate("DashboardText", "No class"),
        .high = levelWord(Level::High),
        .medium = levelWord(Level::Medium),
        .low = levelWord(Level::Low),
        .unknown = QCoreApplication::translate("DashboardText", "Not enough data"),
        .average = QCoreApplication::translate("DashboardText", "Average"),
        .attendance = QCoreApplication::translate("DashboardText", "Attendance")};
}

QString dayOf(Instant instant)
{
    return format::date(QDateTime::fromMSecsSinceEpoch(instant).date());
}

QString whole(const Figure& figure)
{
    return figure.value ? format::count(std::llround(*figure.value)) : QString(format::missing);
}

} // namespace

std::array<FigureCard::Words, 5> figureWords(const Dashboard& dashboard)
{
    const dashboard::Cards& cards = dashboard.cards;
    const auto name = [](const char* text) {
        return said(text);
    };
    // Rounded down: only what lacks nothing is 100 %.
    std::optional<double> completed = cards.completeness.value;
    if (completed) completed = std::floor(*completed);
    std::array<FigureCard::Words, 5> words;
    words[0] = {name(QT_TRANSLATE_NOOP("DashboardText", "Active students")), whole(cards.students)};
    words[1] = {
        name(QT_TRANSLATE_NOOP("DashboardText", "Average mark")),
        format::number(cards.average.value)};
    words[2] = {
        name(QT_TRANSLATE_NOOP("DashboardText", "Attendance this term")),
        format::percent(cards.attendance.value)};
    words[3] = {name(QT_TRANSLATE_NOOP("DashboardText", "Need attention")), whole(cards.atRisk)};
    words[4] = {
        name(QT_TRANSLATE_NOOP("DashboardText", "Data complete")), format::percent(completed, 0)};
    sayChange(words[0], cards.students, 0, Better::Neither);
    sayChange(words[1], cards.average, 1, Better::More);
    sayChange(words[2], cards.attendance, 1, Better::More);
    sayChange(words[3], cards.atRisk, 0, Better::Less);
    sayChange(words[4], cards.completeness, 0, Better::More);
    words[0].note = sinceText(words[0], cards.students);
    words[1].note = sinceText(words[1], cards.average);
    words[2].note = sinceText(words[2], cards.attendance);
    words[3].note = riskNote(dashboard);
    words[4].note = gapNote(cards.parts);
    for (const std::size_t other : {3, 4}) { // a fact of its own, not the measure of the change
        if (!words[other].change.isEmpty()) words[other].note.prepend(QStringLiteral("· "));
    }
    return words;
}

dashboard::StackedBars forecastChart(const Dashboard& dashboard)
{
    return dashboard::forecastChart(
        dashboard, chartWords(QCoreApplication::translate("DashboardText", "Class")));
}

dashboard::Lines trendChart(const Dashboard& dashboard)
{
    dashboard::Lines chart = dashboard::trendChart(
        dashboard, chartWords(QCoreApplication::translate("DashboardText", "Term")));
    for (QString& step : chart.steps)
        step = shortTerm(step);
    return chart;
}

QString provincesText(const dashboard::Overview& overview)
{
    if (!overview.provinces) {
        return QCoreApplication::translate(
            "DashboardText", "The provinces have not been grouped yet.");
    }
    const regions::ClusterReport& report = overview.provinces->report;
    QStringList groups;
    for (const regions::ClusterSummary& cluster : report.clusters) {
        groups << format::count(static_cast<qint64>(cluster.size)) + format::noBreakSpace +
                      categoryWord(cluster.label);
    }
    return QCoreApplication::translate(
               "DashboardText", "%1 provinces by %2 indicators: %3 (model v%4)")
        .arg(report.assignments.size())
        .arg(report.columns.size())
        .arg(groups.join(QStringLiteral(", ")))
        .arg(report.modelVersion);
}

QString ageText(const dashboard::Overview& overview)
{
    QStringList parts;
    if (overview.dataChangedAt) {
        parts << QCoreApplication::translate("DashboardText", "Data of %1")
                     .arg(dayOf(*overview.dataChangedAt));
    }
    if (const auto& model = overview.dashboard.model) {
        parts << QCoreApplication::translate("DashboardText", "model v%1 of %2")
                     .arg(model->number)
                     .arg(dayOf(model->trainedAt));
    } else {
        parts << QCoreApplication::translate("DashboardText", "no model yet");
    }
    return parts.join(QStringLiteral(" · "));
}

} // namespace edupro::ui
