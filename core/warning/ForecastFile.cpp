// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/warning/ForecastFile.h"

#include <QLocale>

namespace edupro::warning {

namespace {

/// Exact, for programs that read on.
QString plain(double number)
{
    return QString::number(number, 'g', QLocale::FloatingPointShortest);
}

/// As far as a person looks.
QString rounded(double number)
{
    return QString::number(number, 'g', 4);
}

QString reasonOf(const Explanation& explanation)
{
    QStringList lines;
    for (const ReasonStep& step : explanation.steps)
        lines.append(lineOf(step));
    return lines.join(QStringLiteral("; "));
}

} // namespace

QString lineOf(const ReasonStep& step)
{
    if (step.relation == u"unknown") return step.feature + QStringLiteral(" ?");
    if (step.category)
        return QStringLiteral("%1 %2 %3").arg(step.feature, step.relation, *step.category);
    QString line = QStringLiteral("%1 %2 %3")
                       .arg(step.feature, step.relation, rounded(step.threshold.value_or(0.0)));
    if (step.value) line += QStringLiteral(" (%1)").arg(rounded(*step.value));
    return line;
}

Done writeForecasts(
    const QString& path,
    const QString& term,
    const std::vector<Forecast>& forecasts,
    const exchange::CsvStyle& style)
{
    auto writer = exchange::CsvWriter::open(path, style);
    if (!writer) return writer.error();
    writer->write(
        {QStringLiteral("nis"),
         QStringLiteral("nama"),
         QStringLiteral("kelas"),
         QStringLiteral("semester"),
         QStringLiteral("prediksi_prestasi"),
         QStringLiteral("peluang_rendah"),
         QStringLiteral("peluang_sedang"),
         QStringLiteral("peluang_tinggi"),
         QStringLiteral("dukungan"),
         QStringLiteral("alasan")});
    for (const Forecast& forecast : forecasts) {
        const Explanation& said = forecast.explanation;
        writer->write(
            {forecast.student.nis,
             forecast.student.name,
             forecast.student.className,
             term,
             levelText(said),
             plain(said.shares[static_cast<std::size_t>(Level::Low)]),
             plain(said.shares[static_cast<std::size_t>(Level::Medium)]),
             plain(said.shares[static_cast<std::size_t>(Level::High)]),
             plain(said.support),
             reasonOf(said)});
    }
    return writer->commit();
}

} // namespace edupro::warning
