// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dashboard/PaperCharts.h"

#include "ui/common/Format.h"

#include <QCoreApplication>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace edupro::ui {

using dashboard::Lines;
using dashboard::StackedBars;
using dashboard::Tone;

namespace {

constexpr double tallestRow = 24.0;
constexpr double lowestRow = 13.0; // of a readable bar
constexpr double keyHeight = 20.0;
constexpr double labelWidth = 44.0;
constexpr double endWidth = 26.0;
constexpr double gap = 1.5;
constexpr std::size_t mostSteps = 12;
constexpr double nameWidth = 100.0; // of a line, at its end
constexpr double axisWidth = 30.0;
constexpr double stepHeight = 18.0;
constexpr double marker = 3.0;

void drawText(QPainter& painter, const QRectF& area, int flags, const QString& text)
{
    painter.drawText(area, flags | Qt::TextSingleLine, text);
}

/// The categories that are drawn, in their order.
std::vector<std::size_t> drawnCategories(const StackedBars& chart, double height)
{
    std::vector<std::size_t> all(chart.categories.size());
    std::iota(all.begin(), all.end(), std::size_t{0});
    const auto room = static_cast<std::size_t>(std::max(1.0, std::floor(height / lowestRow)));
    if (all.size() <= room || !chart.direct) return all;
    const std::vector<double>& risk = chart.parts[*chart.direct].values;
    std::stable_sort(
        all.begin(), all.end(), [&](std::size_t a, std::size_t b) { return risk[a] > risk[b]; });
    all.resize(room - 1); // one line says what was left out
    std::sort(all.begin(), all.end());
    return all;
}

void paintBar(
    QPainter& painter,
    const QRectF& bar,
    const StackedBars& chart,
    std::size_t category,
    const HouseStyle& style)
{
    double sum = 0.0;
    for (const StackedBars::Part& part : chart.parts)
        sum += part.values[category];
    if (sum <= 0.0) return;
    double left = bar.left();
    for (const StackedBars::Part& part : chart.parts) {
        const double value = part.values[category];
        if (value <= 0.0) continue;
        const double width = bar.width() * value / sum;
        const QRectF piece(left, bar.top(), std::max(1.0, width - gap), bar.height());
        painter.fillRect(piece, paperFill(part.tone, style));
        const QString text =
            part.name.left(1).toUpper() + format::noBreakSpace + format::count(std::llround(value));
        if (painter.fontMetrics().horizontalAdvance(text) + 4 < piece.width()) {
            painter.setPen(style.color(Token::Ink));
            drawText(painter, piece, Qt::AlignCenter, text);
        }
        left += width;
    }
}

void paintBarKey(
    QPainter& painter, const QRectF& area, const StackedBars& chart, const HouseStyle& style)
{
    double left = area.left() + labelWidth;
    for (const StackedBars::Part& part : chart.parts) {
        painter.fillRect(QRectF(left, area.center().y() - 4, 8, 8), paperFill(part.tone, style));
        const QString text = part.name.left(1).toUpper() + QStringLiteral(" = ") + part.name;
        painter.setPen(style.color(Token::InkSoft));
        drawText(
            painter,
            QRectF(left + 13, area.top(), area.right() - left, area.height()),
            Qt::AlignVCenter,
            text);
        left += 13 + painter.fontMetrics().horizontalAdvance(text) + 18;
    }
}

struct Scale {
    double low = 0.0;
    double high = 1.0;
    double step = 1.0;
};

Scale scaleOf(const Lines& chart, std::size_t first)
{
    double low = 1e300;
    double high = -1e300;
    for (const Lines::Line& line : chart.lines) {
        for (std::size_t i = first; i < line.values.size(); ++i) {
            if (!line.values[i]) continue;
            low = std::min(low, *line.values[i]);
            high = std::max(high, *line.values[i]);
        }
    }
    if (low > high) return {};
    const double step = high - low > 25.0 ? 10.0 : high - low > 8.0 ? 5.0 : 2.0;
    Scale scale{std::floor(low / step) * step, std::ceil(high / step) * step, step};
    if (scale.high <= scale.low) scale.high = scale.low + step;
    return scale;
}

// Where steps and values stand on the paper.
struct Plot {
    QRectF area;
    Scale scale;
    std::size_t first = 0;
    std::size_t steps = 0;

    double x(std::size_t step) const
    {
        if (steps - first < 2) return area.center().x();
        return area.left() + area.width() * static_cast<double>(step - first) /
                                 static_cast<double>(steps - first - 1);
    }
    double y(double value) const
    {
        return area.bottom() - area.height() * (value - scale.low) / (scale.high - scale.low);
    }
};

void paintGrid(QPainter& painter, const Plot& plot, const Lines& chart, const HouseStyle& style)
{
    for (double value = plot.scale.low; value <= plot.scale.high + 1e-9; value += plot.scale.step) {
        const double y = plot.y(value);
        painter.setPen(QPen(style.color(Token::ChartGrid), 1));
        painter.drawLine(QPointF(plot.area.left(), y), QPointF(plot.area.right(), y));
        painter.setPen(style.color(Token::InkSoft));
        drawText(
            painter,
            QRectF(plot.area.left() - axisWidth, y - 8, axisWidth - 6, 16),
            Qt::AlignRight | Qt::AlignVCenter,
            format::number(value, 0));
    }
    for (std::size_t step = plot.first; step < plot.steps; ++step) {
        drawText(
            painter,
            QRectF(plot.x(step) - 30, plot.area.bottom() + 4, 60, stepHeight),
            Qt::AlignHCenter | Qt::AlignTop,
            chart.steps[step]);
    }
}

void paintMarker(QPainter& painter, const QPointF& at, bool square)
{
    const QRectF box(at.x() - marker, at.y() - marker, 2 * marker, 2 * marker);
    square ? painter.drawRect(box) : painter.drawEllipse(box);
}

QPointF
paintLine(QPainter& painter, const Plot& plot, const Lines::Line& line, const HouseStyle& style)
{
    const QColor color = paperFill(line.tone, style);
    QPainterPath path;
    std::vector<QPointF> points;
    bool joined = false;
    for (std::size_t i = plot.first; i < line.values.size(); ++i) {
        if (!line.values[i]) {
            joined = false;
            continue;
        }
        points.emplace_back(plot.x(i), plot.y(*line.values[i]));
        joined ? path.lineTo(points.back()) : path.moveTo(points.back());
        joined = true;
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(color, 1.8, line.dashed ? Qt::DashLine : Qt::SolidLine));
    painter.drawPath(path);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    for (const QPointF& point : points)
        paintMarker(painter, point, line.dashed);
    return points.empty() ? plot.area.bottomRight() : points.back();
}

QString endText(const Lines::Line& line)
{
    const auto last = std::find_if(line.values.rbegin(), line.values.rend(), [](const auto& value) {
        return value.has_value();
    });
    if (last == line.values.rend()) return line.name;
    return line.name + ' ' +
           (line.format.percent ? format::percent(*last, line.format.decimals)
                                : format::number(*last, line.format.decimals));
}

} // namespace

QColor paperFill(Tone tone, const HouseStyle& style)
{
    switch (tone) {
    case Tone::Risk:
        return style.color(Token::ChartRisk);
    case Tone::Watch:
        return style.color(Token::ChartWatch);
    case Tone::Fine:
        return style.color(Token::ChartFine);
    case Tone::Accent:
        return style.color(Token::Accent);
    case Tone::Neutral:
        break;
    }
    return style.color(Token::ChartNeutral);
}

void paintBars(
    QPainter& painter, const QRectF& area, const StackedBars& chart, const HouseStyle& style)
{
    const QRectF rows = area.adjusted(0, 0, 0, -keyHeight);
    const std::vector<std::size_t> drawn = drawnCategories(chart, rows.height());
    const bool isCut = drawn.size() < chart.categories.size();
    const double lines = static_cast<double>(drawn.size() + (isCut ? 1 : 0));
    const double height = std::min(tallestRow, rows.height() / std::max(1.0, lines));
    painter.setFont(style.font(TextSize::Small));
    double top = rows.top();
    for (const std::size_t category : drawn) {
        const QRectF line(rows.left(), top, rows.width(), height);
        painter.setPen(style.color(Token::Ink));
        drawText(painter, line, Qt::AlignVCenter, chart.categories[category]);
        const double air = height > 18.0 ? 3.0 : 0.5;
        paintBar(painter, line.adjusted(labelWidth, air, -endWidth, -air), chart, category, style);
        if (chart.direct) {
            painter.setPen(style.color(Token::Risk));
            const double value = chart.parts[*chart.direct].values[category];
            drawText(
                painter,
                line,
                Qt::AlignRight | Qt::AlignVCenter,
                format::count(std::llround(value)));
        }
        top += height;
    }
    if (isCut) {
        painter.setPen(style.color(Token::InkSoft));
        drawText(
            painter,
            QRectF(rows.left(), top, rows.width(), height),
            Qt::AlignVCenter,
            QCoreApplication::translate("PaperCharts", "and %1 classes with fewer at Low")
                .arg(chart.categories.size() - drawn.size()));
        top += height;
    }
    paintBarKey(painter, QRectF(area.left(), top + 2, area.width(), keyHeight), chart, style);
}

void paintLines(QPainter& painter, const QRectF& area, const Lines& chart, const HouseStyle& style)
{
    Plot plot{.area = area.adjusted(axisWidth, 8, -nameWidth, -stepHeight - 4)};
    plot.steps = chart.steps.size();
    plot.first = plot.steps > mostSteps ? plot.steps - mostSteps : 0;
    plot.scale = scaleOf(chart, plot.first);
    painter.setFont(style.font(TextSize::Small));
    paintGrid(painter, plot, chart, style);
    std::vector<double> used;
    for (const Lines::Line& line : chart.lines) {
        const QPointF end = paintLine(painter, plot, line, style);
        double y = end.y();
        for (const double other : used) {
            if (std::abs(y - other) < 14.0) y = other + (y < other ? -14.0 : 14.0);
        }
        used.push_back(y);
        painter.setPen(style.color(line.tone == Tone::Accent ? Token::AccentInk : Token::InkSoft));
        drawText(
            painter,
            QRectF(plot.area.right() + 8, y - 8, nameWidth - 8, 16),
            Qt::AlignVCenter,
            endText(line));
    }
}

} // namespace edupro::ui
