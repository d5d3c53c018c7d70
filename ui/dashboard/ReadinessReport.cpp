// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dashboard/ReadinessReport.h"

#include "ui/common/Badge.h"
#include "ui/common/Format.h"
#include "ui/common/HouseStyle.h"
#include "ui/dashboard/DashboardText.h"
#include "ui/dashboard/PaperCharts.h"
#include "ui/warning/ReasonText.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QPageLayout>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>

namespace edupro::ui {

using dashboard::Overview;
using dashboard::Tone;

namespace {

// The sheet is laid out in units of 1/96 inch, as the screen is, so that texts have the sizes of
// the tokens.
constexpr double unitsPerInch = 96.0;
constexpr int dotsPerInch = 1200;
constexpr double margin = 44.0;
constexpr double chartsHeight = 330.0;
constexpr double rowHeight = 33.0;

QString said(const char* text)
{
    return QCoreApplication::translate("ReadinessReport", text);
}

Error unwritable(const QString& path, const QString& why)
{
    return {
        .code = ErrorCode::Io,
        .key = "export.unwritable",
        .detail = path.toStdString() + ": " + why.toStdString() +
                  "; choose a folder where you may write"};
}

Token inkOf(Tone tone)
{
    switch (tone) {
    case Tone::Risk:
        return Token::Risk;
    case Tone::Watch:
        return Token::Watch;
    case Tone::Fine:
        return Token::Fine;
    case Tone::Accent:
    case Tone::Neutral:
        break;
    }
    return Token::InkSoft;
}

// Draws the page from top to bottom; `m_top` is where the next part begins.
class Sheet {
public:
    Sheet(QPainter& painter, const QSizeF& size, const HouseStyle& style)
        : m_painter(painter)
        , m_size(size)
        , m_style(style)
        , m_left(margin)
        , m_width(size.width() - 2 * margin)
    {
    }

    void draw(const Overview& overview)
    {
        head(overview);
        figures(overview.dashboard);
        charts(overview.dashboard);
        attention(overview);
        provinces(overview);
        foot(overview);
    }

private:
    struct Text {
        TextSize size = TextSize::Body;
        Token ink = Token::Ink;
        QFont::Weight weight = QFont::Normal;
    };

    void write(const QRectF& area, int flags, const QString& text, const Text& as)
    {
        m_painter.setFont(m_style.font(as.size, as.weight));
        m_painter.setPen(m_style.color(as.ink));
        m_painter.drawText(area, flags, text);
    }

    /// One line that ends in an ellipsis when it is too long.
    void writeLine(const QRectF& area, int flags, const QString& text, const Text& as)
    {
        m_painter.setFont(m_style.font(as.size, as.weight));
        const QString cut = m_painter.fontMetrics().elidedText(
            text, Qt::ElideRight, static_cast<int>(area.width()));
        write(area, flags | Qt::TextSingleLine, cut, as);
    }

    QRectF band(double height)
    {
        const QRectF area(m_left, m_top, m_width, height);
        m_top += height;
        return area;
    }

    void rule()
    {
        m_painter.setPen(QPen(m_style.color(Token::Line), 1));
        m_painter.drawLine(QPointF(m_left, m_top), QPointF(m_left + m_width, m_top));
    }

    void heading(const QRectF& area, const QString& title)
    {
        writeLine(area, Qt::AlignVCenter, title, {.weight = QFont::DemiBold});
    }

    void head(const Overview& overview)
    {
        const QString day = format::date(QDateTime::fromMSecsSinceEpoch(overview.readAt).date());
        const QRectF title = band(30);
        writeLine(
            title.adjusted(0, 0, -120, 0),
            Qt::AlignVCenter,
            overview.school.name,
            {.size = TextSize::Display, .weight = QFont::DemiBold});
        write(title, Qt::AlignRight | Qt::AlignVCenter, day, {.ink = Token::InkSoft});
        QString line = said(QT_TRANSLATE_NOOP("ReadinessReport", "How the school stands")) +
                       QStringLiteral(" · ") + termWord(overview.dashboard.term.code);
        if (overview.school.npsn) line += QStringLiteral(" · NPSN ") + *overview.school.npsn;
        writeLine(band(20), Qt::AlignVCenter, line, {.ink = Token::InkSoft});
        m_top += 12;
    }

    void figures(const dashboard::Dashboard& dashboard)
    {
        const auto words = figureWords(dashboard);
        const QRectF row = band(70);
        const double width = row.width() / static_cast<double>(words.size());
        for (std::size_t i = 0; i < words.size(); ++i) {
            const QRectF box(
                row.left() + width * static_cast<double>(i), row.top(), width - 8, row.height());
            m_painter.setPen(QPen(m_style.color(Token::Line), 1));
            m_painter.setBrush(Qt::NoBrush);
            m_painter.drawRoundedRect(box, m_style.tokens.radius, m_style.tokens.radius);
            figure(box.adjusted(9, 6, -5, -6), words[i]);
        }
        m_top += 18;
    }

    void figure(const QRectF& box, const FigureCard::Words& words)
    {
        writeLine(box, Qt::AlignTop, words.name, {.size = TextSize::Small, .ink = Token::InkSoft});
        writeLine(
            box,
            Qt::AlignVCenter,
            words.value,
            {.size = TextSize::Title, .weight = QFont::DemiBold});
        const Text small{
            .size = TextSize::Small, .ink = inkOf(words.tone), .weight = QFont::DemiBold};
        writeLine(box, Qt::AlignBottom, words.change, small);
        const double taken = words.change.isEmpty()
                                 ? 0
                                 : m_painter.fontMetrics().horizontalAdvance(words.change) + 4;
        writeLine(
            box.adjusted(taken, 0, 0, 0),
            Qt::AlignBottom,
            words.note,
            {.size = TextSize::Small, .ink = Token::InkSoft});
    }

    void charts(const dashboard::Dashboard& dashboard)
    {
        const QRectF area = band(chartsHeight);
        const double half = area.width() / 2;
        const QRectF left(area.left(), area.top(), half - 12, area.height());
        const QRectF right(area.left() + half + 4, area.top(), half - 4, area.height());
        heading(
            QRectF(left.topLeft(), QSizeF(left.width(), 20)),
            said(QT_TRANSLATE_NOOP("ReadinessReport", "Expected achievement next term by class")));
        heading(
            QRectF(right.topLeft(), QSizeF(right.width(), 20)),
            said(QT_TRANSLATE_NOOP("ReadinessReport", "Marks and attendance")));
        if (dashboard.classes.empty()) {
            write(
                left.adjusted(0, 28, 0, 0),
                Qt::TextWordWrap,
                said(QT_TRANSLATE_NOOP(
                    "ReadinessReport",
                    "No predictions for this term yet: train and predict first.")),
                {.ink = Token::InkSoft});
        } else {
            paintBars(m_painter, left.adjusted(0, 28, 0, 0), forecastChart(dashboard), m_style);
        }
        paintLines(m_painter, right.adjusted(0, 24, 0, -20), trendChart(dashboard), m_style);
        m_top += 14;
    }

    void attention(const Overview& overview)
    {
        rule();
        m_top += 8;
        const QRectF title = band(22);
        heading(title, said(QT_TRANSLATE_NOOP("ReadinessReport", "Students who need attention")));
        if (overview.measures) {
            write(
                title,
                Qt::AlignRight | Qt::AlignVCenter,
                accuracyText(*overview.measures),
                {.size = TextSize::Small, .ink = Token::InkSoft});
        }
        if (overview.dashboard.attention.empty()) {
            const bool isPredicted = !overview.dashboard.classes.empty();
            writeLine(
                band(rowHeight),
                Qt::AlignVCenter,
                isPredicted ? said(QT_TRANSLATE_NOOP(
                                  "ReadinessReport", "Nobody is expected to fall to Low."))
                            : said(QT_TRANSLATE_NOOP(
                                  "ReadinessReport", "No predictions for this term yet.")),
                {.ink = Token::InkSoft});
            return;
        }
        columns(
            {said(QT_TRANSLATE_NOOP("ReadinessReport", "Name")),
             said(QT_TRANSLATE_NOOP("ReadinessReport", "Class")),
             said(QT_TRANSLATE_NOOP("ReadinessReport", "Status")),
             said(QT_TRANSLATE_NOOP("ReadinessReport", "Why"))});
        for (const dashboard::Attention& one : overview.dashboard.attention)
            student(one);
    }

    std::array<QRectF, 4> cells(const QRectF& row) const
    {
        constexpr std::array widths = {190.0, 48.0, 112.0};
        std::array<QRectF, 4> cells;
        double left = row.left();
        for (std::size_t i = 0; i < widths.size(); ++i) {
            cells[i] = QRectF(left, row.top(), widths[i] - 8, row.height());
            left += widths[i];
        }
        cells[3] = QRectF(left, row.top(), row.right() - left, row.height());
        return cells;
    }

    void columns(const QStringList& names)
    {
        const auto places = cells(band(18));
        for (std::size_t i = 0; i < places.size(); ++i) {
            writeLine(
                places[i],
                Qt::AlignVCenter,
                names[static_cast<int>(i)],
                {.size = TextSize::Small, .ink = Token::InkSoft});
        }
    }

    void student(const dashboard::Attention& one)
    {
        rule();
        const auto places = cells(band(rowHeight));
        const warning::Explanation& said = one.explanation;
        const double chance = 100.0 * said.shares[static_cast<std::size_t>(warning::Level::Low)];
        writeLine(places[0], Qt::AlignVCenter, one.name, {.weight = QFont::DemiBold});
        writeLine(places[1], Qt::AlignVCenter, one.className, {});
        writeLine(
            places[2],
            Qt::AlignVCenter,
            QStringLiteral("▲ ") + toneWord(toneOf(said.level)) + ' ' + format::percent(chance, 0),
            {.size = TextSize::Small, .ink = Token::Risk, .weight = QFont::DemiBold});
        write(
            places[3],
            Qt::AlignVCenter | Qt::TextWordWrap,
            reasonLine(said),
            {.size = TextSize::Small});
    }

    void provinces(const Overview& overview)
    {
        rule();
        m_top += 10;
        heading(band(20), said(QT_TRANSLATE_NOOP("ReadinessReport", "Readiness of the provinces")));
        write(band(32), Qt::TextWordWrap, provincesText(overview), {.size = TextSize::Small});
    }

    /// At the lower edge: how old and how good this is, and what it is for.
    void foot(const Overview& overview)
    {
        m_top = m_size.height() - margin - 48;
        rule();
        m_top += 6;
        const Text small{.size = TextSize::Small, .ink = Token::InkSoft};
        constexpr double codeWidth = 300.0;
        const QRectF first = band(16);
        writeLine(first.adjusted(0, 0, -codeWidth, 0), Qt::AlignVCenter, ageText(overview), small);
        if (!overview.auditCode.isEmpty()) {
            const QString day =
                format::date(QDateTime::fromMSecsSinceEpoch(overview.readAt).date());
            const QString code =
                said(QT_TRANSLATE_NOOP("ReadinessReport", "Log of changes, %1: %2"))
                    .arg(day, overview.auditCode);
            writeLine(first, Qt::AlignRight | Qt::AlignVCenter, code, small);
        }
        if (overview.measures)
            writeLine(band(16), Qt::AlignVCenter, verdictText(*overview.measures), small);
        writeLine(
            band(16),
            Qt::AlignVCenter,
            said(QT_TRANSLATE_NOOP(
                "ReadinessReport",
                "A warning is advice with its reason: a person decides. Contains data of "
                "children.")),
            small);
    }

    QPainter& m_painter;
    QSizeF m_size;
    const HouseStyle& m_style;
    double m_left;
    double m_width;
    double m_top = margin;
};

} // namespace

Done writeReadinessReport(const Overview& overview, const QString& path)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly)) return unwritable(path, file.errorString());
    {
        QPdfWriter writer(&file);
        writer.setResolution(dotsPerInch);
        writer.setPageLayout(
            QPageLayout(QPageSize(QPageSize::A4), QPageLayout::Portrait, QMarginsF()));
        writer.setTitle(overview.school.name);
        writer.setCreator(QStringLiteral("EduPro"));
        QPainter painter;
        if (!painter.begin(&writer)) return unwritable(path, file.errorString());
        constexpr double scale = dotsPerInch / unitsPerInch;
        painter.scale(scale, scale);
        const HouseStyle style = houseStyle(Scheme::Light);
        const QSizeF size(writer.width() / scale, writer.height() / scale);
        Sheet(painter, size, style).draw(overview);
    }
    if (!file.commit()) return unwritable(path, file.errorString());
    return done();
}

} // namespace edupro::ui
