// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/Catch.h"
#include "ui/charts/ChartBuilder.h"
#include "ui/charts/ChartCard.h"
#include "ui/charts/HouseChart.h"
#include "ui/charts/Ticks.h"
#include "ui/common/Format.h"
#include "ui/common/Language.h"
#include "ui/common/RecordTable.h"
#include "ui/common/StateStack.h"
#include "ui/common/Theme.h"

#include <QBarSet>
#include <QBuffer>
#include <QLineSeries>
#include <QPainter>
#include <QPdfWriter>
#include <QScatterSeries>
#include <QSignalSpy>
#include <QTest>

using namespace edupro;
using namespace edupro::ui;
using dashboard::Lines;
using dashboard::Scatter;
using dashboard::StackedBars;

namespace {

StackedBars twoClasses()
{
    return {
        .categoryName = "Class",
        .categories = {"7A", "7B"},
        .parts =
            {{.name = "High", .tone = dashboard::Tone::Fine, .values = {24, 20}},
             {.name = "Low", .tone = dashboard::Tone::Risk, .values = {8, 5}}},
        .shares = true,
        .direct = 1};
}

Lines withGap()
{
    return {
        .stepName = "Term",
        .steps = {"20241", "20242", "20251", "20252"},
        .lines = {{.name = "Marks", .values = {78.0, std::nullopt, 79.5, 79.4}}}};
}

Scatter threeSchools()
{
    return {
        .xName = "Teachers",
        .yName = "Rooms",
        .groups = {
            {.name = "High",
             .points = {{.name = "A", .x = 1, .y = 2}, {.name = "B", .x = 3, .y = 4}}},
            {.name = "Low", .points = {{.name = "C", .x = 5, .y = 6, .emphasized = true}}}}};
}

std::string flat(const ChartTable& table)
{
    QStringList lines{table.header.join(" | ")};
    for (const QStringList& row : table.rows)
        lines << row.join(" | ");
    return lines.join('\n').toStdString();
}

} // namespace

TEST_CASE("A chart can be read as a table", "[ui]")
{
    const Language language(Tongue::English);
    CHECK(flat(tableOf(twoClasses())) == "Class | High | Low\n7A | 24 | 8\n7B | 20 | 5");
    CHECK(
        flat(tableOf(withGap())) ==
        "Term | Marks\n20241 | 78.0\n20242 | —\n20251 | 79.5\n20252 | 79.4");
    CHECK(
        flat(tableOf(threeSchools())) == "Name | Group | Teachers | Rooms\nA | High | 1.00 | "
                                         "2.00\nB | High | 3.00 | 4.00\nC | Low | 5.00 | 6.00");
    CHECK(isEmpty(StackedBars{}));
    CHECK_FALSE(isEmpty(withGap()));
}

TEST_CASE("The pointer reads the value, with its share and names", "[ui]")
{
    const Language language(Tongue::English);
    CHECK(textAt(twoClasses(), {.series = 1, .item = 0}) == "7A · Low: 8 (25%)");
    CHECK(textAt(withGap(), {.series = 0, .item = 2}) == "20251 · Marks: 79.5");
    CHECK(
        textAt(threeSchools(), {.series = 1, .item = 0}) == "C · Low\nTeachers: 5.00\nRooms: 6.00");
}

TEST_CASE("Ticks are round numbers around the data", "[ui]")
{
    struct Case {
        double low, high, first, last;
        int count, decimals;
    };
    const Case cases[] = {
        {.low = 78, .high = 79.5, .first = 78, .last = 79.5, .count = 4, .decimals = 1},
        {.low = 66.2, .high = 94.1, .first = 60, .last = 100, .count = 5, .decimals = 0},
        {.low = 0.012, .high = 0.058, .first = 0, .last = 0.06, .count = 4, .decimals = 2},
        {.low = 5, .high = 5, .first = 4, .last = 6, .count = 3, .decimals = 0}};
    for (const Case& wanted : cases) {
        const Ticks ticks = niceTicks({.low = wanted.low, .high = wanted.high});
        INFO(wanted.low << " to " << wanted.high);
        CHECK(ticks.extent.low == Approx(wanted.first).margin(1e-12));
        CHECK(ticks.extent.high == Approx(wanted.last));
        CHECK(ticks.count == wanted.count);
        CHECK(ticks.decimals == wanted.decimals);
    }
    CHECK(niceTicks({}).extent.high >= 1);
}

TEST_CASE("A click on a bar names the class and the level it was made for", "[ui]")
{
    const Theme theme(Scheme::Light);
    const auto chart = buildChart(twoClasses(), theme.style());
    QSignalSpy clicked(chart.get(), &HouseChart::clicked);
    QSignalSpy pointed(chart.get(), &HouseChart::pointed);
    auto* low = chart->findChildren<QBarSet*>().last();
    REQUIRE(low->label() == "Low");
    emit low->clicked(1); // Qt counts from the bottom: the upper bar, 7A
    REQUIRE(clicked.count() == 1);
    CHECK(clicked[0][0].value<ChartPlace>() == ChartPlace{.series = 1, .item = 0});
    emit low->hovered(true, 0);
    CHECK(pointed[0][0].value<ChartPlace>() == ChartPlace{.series = 1, .item = 1});
}

TEST_CASE("A missing value parts a line and is never drawn as zero", "[ui]")
{
    const Theme theme(Scheme::Light);
    const auto chart = buildChart(withGap(), theme.style());
    const auto lines = chart->findChildren<QLineSeries*>();
    REQUIRE(lines.size() == 2);
    CHECK(lines[0]->count() == 1);
    CHECK(lines[1]->count() == 2);
    const auto marks = chart->findChildren<QScatterSeries*>();
    REQUIRE(marks.size() == 1);
    for (const QPointF& mark : marks[0]->points())
        CHECK(mark.y() > 70);
}

TEST_CASE("A point of a scatter answers with its own name", "[ui]")
{
    const Theme theme(Scheme::Light);
    const auto chart = buildChart(threeSchools(), theme.style());
    QSignalSpy pointed(chart.get(), &HouseChart::pointed);
    for (QScatterSeries* series : chart->findChildren<QScatterSeries*>()) {
        for (const QPointF& point : series->points())
            emit series->hovered(point, true);
    }
    std::vector<ChartPlace> places;
    for (const auto& call : pointed)
        places.push_back(call[0].value<ChartPlace>());
    CHECK(places == std::vector<ChartPlace>{{0, 0}, {0, 1}, {1, 0}});
}

TEST_CASE("A card shows its figures as a table that the keyboard drills into", "[ui]")
{
    const Theme theme(Scheme::Light);
    const Language language(Tongue::English);
    ChartCard card(theme);
    card.setTitle("Predicted achievement");
    CHECK(card.states().state() == StateStack::State::Loading);
    card.setChart(twoClasses());
    CHECK(card.states().state() == StateStack::State::Data);
    card.setTableVisible(true);
    card.show();
    auto* table = card.findChild<RecordTable*>("chartTable");
    REQUIRE(table->isVisible());
    CHECK(table->accessibleName() == "Predicted achievement");
    QSignalSpy clicked(&card, &ChartCard::clicked);
    table->setCurrentIndex(table->model()->index(1, 0));
    QTest::keyClick(table, Qt::Key_Return);
    REQUIRE(clicked.count() == 1);
    CHECK(clicked[0][0].value<ChartPlace>() == ChartPlace{.series = 1, .item = 1});
}

TEST_CASE("A chart is drawn anew in the colours of the other scheme", "[ui]")
{
    Theme theme(Scheme::Light);
    ChartCard card(theme);
    card.resize(400, 300);
    card.setChart(twoClasses());
    card.show();
    QApplication::processEvents();
    const QImage light = card.picture().toImage();
    CHECK(light.size() == card.picture().size());
    CHECK(light.pixelColor(2, 2) == theme.color(Token::Panel));
    theme.setScheme(Scheme::Dark);
    CHECK(card.picture().toImage().pixelColor(2, 2) == theme.color(Token::Panel));
    CHECK(card.picture().toImage() != light);
}

TEST_CASE("A chart is painted on paper as on the screen", "[ui]")
{
    const HouseStyle style = houseStyle(Scheme::Light);
    QBuffer file;
    REQUIRE(file.open(QIODevice::WriteOnly));
    {
        QPdfWriter pdf(&file);
        pdf.setPageSize(QPageSize(QPageSize::A4));
        QPainter painter(&pdf);
        for (const dashboard::Chart& chart :
             {dashboard::Chart(twoClasses()),
              dashboard::Chart(withGap()),
              dashboard::Chart(threeSchools())}) {
            paintChart(painter, QRectF(0, 0, pdf.width(), pdf.height() / 3.0), chart, style);
            painter.translate(0, pdf.height() / 3.0);
        }
    }
    CHECK(file.data().startsWith("%PDF"));
    CHECK(file.size() > 5000);
}
