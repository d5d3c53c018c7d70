// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/ChartBuilder.h"

#include "ui/charts/HouseChart.h"
#include "ui/charts/Ticks.h"

#include <QAbstractBarSeries>
#include <QBarCategoryAxis>
#include <QBarSet>
#include <QCoreApplication>
#include <QGraphicsScene>
#include <QHorizontalPercentBarSeries>
#include <QHorizontalStackedBarSeries>
#include <QLineSeries>
#include <QPainter>
#include <QScatterSeries>
#include <QValueAxis>

#include <cmath>
#include <numeric>

namespace edupro::ui {

using dashboard::Chart;
using dashboard::Lines;
using dashboard::Scatter;
using dashboard::StackedBars;
using dashboard::Tone;

namespace {

void styleAxis(QAbstractAxis& axis, const HouseStyle& style)
{
    axis.setLabelsFont(style.font(TextSize::Small));
    axis.setLabelsColor(style.color(Token::InkSoft));
    axis.setTitleFont(style.font(TextSize::Small));
    axis.setTitleBrush(style.color(Token::InkSoft));
    axis.setLineVisible(false);
    axis.setGridLinePen(QPen(style.color(Token::ChartGrid), 1));
}

QValueAxis* valueAxis(HouseChart& chart, const Ticks& ticks, Qt::Alignment side)
{
    auto* axis = new QValueAxis(&chart);
    styleAxis(*axis, chart.style());
    axis->setRange(ticks.extent.low, ticks.extent.high);
    axis->setTickCount(ticks.count);
    axis->setLabelFormat(QString("%.%1f").arg(ticks.decimals));
    chart.addAxis(axis, side);
    return axis;
}

QBarCategoryAxis* categoryAxis(HouseChart& chart, const QStringList& categories, Qt::Alignment side)
{
    auto* axis = new QBarCategoryAxis(&chart);
    styleAxis(*axis, chart.style());
    axis->setGridLineVisible(false);
    axis->append(categories);
    axis->setTruncateLabels(side != Qt::AlignBottom); // Qt cuts short steps that would fit
    chart.addAxis(axis, side);
    return axis;
}

std::vector<DirectLabel> barLabels(const StackedBars& bars, double longest)
{
    std::vector<DirectLabel> labels;
    const double count = static_cast<double>(bars.categories.size());
    for (std::size_t i = 0; i < bars.categories.size(); ++i) {
        const double middle = (static_cast<double>(i) + 0.5) / count;
        labels.push_back(
            {.at = {0.0, middle},
             .text = bars.categories[i],
             .color = Token::InkSoft,
             .side = DirectLabel::Side::Left,
             .bold = false});
        if (!bars.direct) continue;
        const auto& part = bars.parts[*bars.direct];
        const double sum = std::accumulate(
            bars.parts.begin(), bars.parts.end(), 0.0, [i](double s, const auto& p) {
                return s + p.values[i];
            });
        const double end = bars.shares ? 1.0 : sum / longest;
        labels.push_back(
            {.at = {end, middle},
             .text = valueText(part.values[i], bars.format),
             .color = chartInk(part.tone)});
    }
    return labels;
}

double longestBar(const StackedBars& bars)
{
    double longest = 0;
    for (std::size_t i = 0; i < bars.categories.size(); ++i) {
        double sum = 0;
        for (const auto& part : bars.parts)
            sum += part.values[i];
        longest = std::max(longest, sum);
    }
    return longest > 0 ? longest : 1.0;
}

/// Qt counts bars from the bottom; our data from the top.
QBarSet* barSet(const StackedBars::Part& part, const HouseStyle& style)
{
    auto* set = new QBarSet(part.name);
    for (auto value = part.values.rbegin(); value != part.values.rend(); ++value)
        *set << *value;
    set->setBrush(style.color(chartFill(part.tone)));
    set->setPen(QPen(style.color(Token::Panel), 1));
    return set;
}

void draw(HouseChart& chart, const StackedBars& bars)
{
    QAbstractBarSeries* series = nullptr;
    if (bars.shares)
        series = new QHorizontalPercentBarSeries(&chart);
    else
        series = new QHorizontalStackedBarSeries(&chart);
    series->setBarWidth(0.68);
    const int last = static_cast<int>(bars.categories.size()) - 1;
    std::vector<KeyEntry> key;
    for (std::size_t p = 0; p < bars.parts.size(); ++p) {
        QBarSet* set = barSet(bars.parts[p], chart.style());
        series->append(set);
        const QString& name = bars.parts[p].name;
        //: in the key below a chart; %1 is the name of a level
        const QString withFigures =
            QCoreApplication::translate("Charts", "%1 (figures at the right)").arg(name);
        key.push_back(
            {.name = bars.direct == p ? withFigures : name, .fill = chartFill(bars.parts[p].tone)});
        const int part = static_cast<int>(p);
        QObject::connect(
            set, &QBarSet::hovered, &chart, [&chart, part, last](bool over, int index) {
                if (over)
                    emit chart.pointed({.series = part, .item = last - index});
                else
                    emit chart.left();
            });
        QObject::connect(set, &QBarSet::clicked, &chart, [&chart, part, last](int index) {
            emit chart.clicked({.series = part, .item = last - index});
        });
    }
    chart.addSeries(series);
    const double longest = longestBar(bars);
    QStringList categories(bars.categories.rbegin(), bars.categories.rend());
    QBarCategoryAxis* names = categoryAxis(chart, categories, Qt::AlignLeft);
    names->setVisible(false); // Qt shortens even short names to dots; ours are direct labels
    series->attachAxis(names);
    const Ticks ticks{.extent = {.low = 0, .high = bars.shares ? 100.0 : longest}};
    QValueAxis* values = valueAxis(chart, ticks, Qt::AlignBottom);
    values->setVisible(false);
    series->attachAxis(values);
    chart.setDirectLabels(barLabels(bars, longest));
    if (key.size() > 1) chart.setKey(key);
}

void listen(
    HouseChart& chart, QXYSeries& series, std::function<int(const QPointF&)> itemAt, int index)
{
    QObject::connect(
        &series,
        &QXYSeries::hovered,
        &chart,
        [&chart, itemAt, index](const QPointF& at, bool over) {
            if (over)
                emit chart.pointed({.series = index, .item = itemAt(at)});
            else
                emit chart.left();
        });
    QObject::connect(
        &series, &QXYSeries::clicked, &chart, [&chart, itemAt, index](const QPointF& at) {
            emit chart.clicked({.series = index, .item = itemAt(at)});
        });
}

/// The runs of present values of a line, each a list of points; a missing value parts two runs.
std::vector<QList<QPointF>> runs(const Lines::Line& line)
{
    std::vector<QList<QPointF>> found;
    bool open = false;
    for (std::size_t i = 0; i < line.values.size(); ++i) {
        if (!line.values[i]) {
            open = false;
            continue;
        }
        if (!open) found.emplace_back();
        open = true;
        found.back() << QPointF(static_cast<double>(i), *line.values[i]);
    }
    return found;
}

void drawLine(
    HouseChart& chart, const Lines& lines, int index, const std::array<QAbstractAxis*, 2>& axes)
{
    const auto& line = lines.lines[static_cast<std::size_t>(index)];
    const QColor color = chart.style().color(chartInk(line.tone));
    auto* marks = new QScatterSeries(&chart);
    marks->setColor(color);
    marks->setBorderColor(color);
    marks->setMarkerSize(6);
    for (const QList<QPointF>& run : runs(line)) {
        auto* series = new QLineSeries(&chart);
        series->setPen(QPen(color, 2, line.dashed ? Qt::DashLine : Qt::SolidLine));
        series->append(run);
        marks->append(run);
        chart.addSeries(series);
        for (QAbstractAxis* axis : axes)
            series->attachAxis(axis);
    }
    listen(
        chart,
        *marks,
        [](const QPointF& at) { return static_cast<int>(std::lround(at.x())); },
        index);
    chart.addSeries(marks);
    for (QAbstractAxis* axis : axes)
        marks->attachAxis(axis);
}

void draw(HouseChart& chart, const Lines& lines)
{
    Extent data;
    for (const auto& line : lines.lines) {
        for (const auto& value : line.values) {
            if (value) data.include(*value);
        }
    }
    const Ticks ticks = niceTicks(data);
    QStringList steps(lines.steps.begin(), lines.steps.end());
    const std::array<QAbstractAxis*, 2> axes = {
        categoryAxis(chart, steps, Qt::AlignBottom), valueAxis(chart, ticks, Qt::AlignLeft)};
    std::vector<DirectLabel> labels;
    for (std::size_t i = 0; i < lines.lines.size(); ++i) {
        const auto& line = lines.lines[i];
        drawLine(chart, lines, static_cast<int>(i), axes);
        const auto lastKnown = std::find_if(
            line.values.rbegin(), line.values.rend(), [](const auto& v) { return v.has_value(); });
        if (lastKnown == line.values.rend()) continue;
        labels.push_back(
            {.at = {1.0, 1.0 - ticks.extent.share(**lastKnown)},
             .text = line.name + ' ' + valueText(*lastKnown, line.format),
             .color = chartInk(line.tone)});
    }
    chart.setDirectLabels(labels);
}

constexpr std::array shapes = {
    KeyShape::Circle,
    KeyShape::Square,
    KeyShape::Triangle,
    KeyShape::Diamond,
    KeyShape::Pentagon,
    KeyShape::Star};

QScatterSeries::MarkerShape markerShape(KeyShape shape)
{
    switch (shape) {
    case KeyShape::Square:
        return QScatterSeries::MarkerShapeRectangle;
    case KeyShape::Triangle:
        return QScatterSeries::MarkerShapeTriangle;
    case KeyShape::Diamond:
        return QScatterSeries::MarkerShapeRotatedRectangle;
    case KeyShape::Pentagon:
        return QScatterSeries::MarkerShapePentagon;
    case KeyShape::Star:
        return QScatterSeries::MarkerShapeStar;
    case KeyShape::Circle:
        break;
    }
    return QScatterSeries::MarkerShapeCircle;
}

void drawGroup(
    HouseChart& chart, const Scatter& scatter, int index, const std::array<QAbstractAxis*, 2>& axes)
{
    const auto& group = scatter.groups[static_cast<std::size_t>(index)];
    const auto itemAt = [points = group.points](const QPointF& at) {
        const auto found =
            std::find_if(points.begin(), points.end(), [&](const Scatter::Point& point) {
                return point.x == at.x() && point.y == at.y();
            });
        return static_cast<int>(found - points.begin());
    };
    for (const bool emphasized : {false, true}) {
        auto* series = new QScatterSeries(&chart);
        series->setMarkerShape(
            markerShape(shapes[static_cast<std::size_t>(index) % shapes.size()]));
        series->setMarkerSize(emphasized ? 15 : 9);
        series->setColor(chart.style().color(chartFill(group.tone)));
        series->setBorderColor(chart.style().color(emphasized ? Token::Ink : Token::Panel));
        for (const auto& point : group.points) {
            if (point.emphasized == emphasized) series->append(point.x, point.y);
        }
        listen(chart, *series, itemAt, index);
        chart.addSeries(series);
        for (QAbstractAxis* axis : axes)
            series->attachAxis(axis);
    }
}

void draw(HouseChart& chart, const Scatter& scatter)
{
    Extent x;
    Extent y;
    for (const auto& group : scatter.groups) {
        for (const auto& point : group.points) {
            x.include(point.x);
            y.include(point.y);
        }
    }
    const Ticks xTicks = niceTicks(x);
    const Ticks yTicks = niceTicks(y);
    const std::array<QAbstractAxis*, 2> axes = {
        valueAxis(chart, xTicks, Qt::AlignBottom), valueAxis(chart, yTicks, Qt::AlignLeft)};
    axes[0]->setTitleText(scatter.xName);
    axes[1]->setTitleText(scatter.yName);
    std::vector<KeyEntry> key;
    std::vector<DirectLabel> labels;
    for (std::size_t g = 0; g < scatter.groups.size(); ++g) {
        const auto& group = scatter.groups[g];
        drawGroup(chart, scatter, static_cast<int>(g), axes);
        key.push_back(
            {.name = group.name,
             .fill = chartFill(group.tone),
             .shape = shapes[g % shapes.size()]});
        for (const auto& point : group.points) {
            if (!point.emphasized) continue;
            const QPointF at(xTicks.extent.share(point.x), 1.0 - yTicks.extent.share(point.y));
            labels.push_back({.at = at, .text = point.name, .color = Token::Ink, .gap = 11});
        }
    }
    chart.setDirectLabels(labels);
    chart.setKey(key);
}

} // namespace

Token chartFill(Tone tone)
{
    switch (tone) {
    case Tone::Accent:
        return Token::Accent;
    case Tone::Fine:
        return Token::ChartFine;
    case Tone::Watch:
        return Token::ChartWatch;
    case Tone::Risk:
        return Token::ChartRisk;
    case Tone::Neutral:
        break;
    }
    return Token::ChartNeutral;
}

Token chartInk(Tone tone)
{
    switch (tone) {
    case Tone::Accent:
        return Token::AccentInk;
    case Tone::Fine:
        return Token::Fine;
    case Tone::Watch:
        return Token::Watch;
    case Tone::Risk:
        return Token::Risk;
    case Tone::Neutral:
        break;
    }
    return Token::InkSoft;
}

std::unique_ptr<HouseChart> buildChart(const Chart& chart, const HouseStyle& style)
{
    auto made = std::make_unique<HouseChart>(style);
    std::visit([&made](const auto& data) { draw(*made, data); }, chart);
    return made;
}

void paintChart(
    QPainter& painter, const QRectF& target, const Chart& chart, const HouseStyle& style)
{
    const qreal scale = painter.device()->logicalDpiX() / 96.0;
    const QRectF source(QPointF(), target.size() / scale);
    QGraphicsScene scene;
    HouseChart* drawn = buildChart(chart, style).release(); // the scene owns it from here
    scene.addItem(drawn);
    drawn->resize(source.size());
    scene.setSceneRect(source);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    scene.render(&painter, target, source);
    painter.restore();
}

} // namespace edupro::ui
