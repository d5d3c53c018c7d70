// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/warning/ShareBar.h"

#include "ui/common/Badge.h"
#include "ui/common/Theme.h"

#include <QFontMetrics>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace edupro::ui {

using dashboard::Tone;

namespace {

constexpr int barHeight = 16;
constexpr int thinBar = 8; // without a key
constexpr int keyGap = 6;
constexpr int iconSize = 11;
constexpr int keySpacing = 20;
constexpr double corner = 3.0;
constexpr double cut = 2.0; // between two parts, so that they are told apart in grey

Token fillOf(Tone tone)
{
    switch (tone) {
    case Tone::Risk:
        return Token::ChartRisk;
    case Tone::Watch:
        return Token::ChartWatch;
    case Tone::Fine:
        return Token::ChartFine;
    case Tone::Accent:
        return Token::Accent;
    case Tone::Neutral:
        break;
    }
    return Token::ChartNeutral;
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

} // namespace

ShareBar::ShareBar(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void ShareBar::setParts(std::vector<Part> parts)
{
    m_parts = std::move(parts);
    QStringList names;
    for (const Part& part : m_parts)
        names << part.name;
    setAccessibleName(names.join(QStringLiteral(", ")));
    updateGeometry();
    update();
}

bool ShareBar::hasKey() const
{
    return std::any_of(
        m_parts.begin(), m_parts.end(), [](const Part& part) { return !part.name.isEmpty(); });
}

QSize ShareBar::sizeHint() const
{
    if (!hasKey()) return {160, thinBar};
    const int text = QFontMetrics(m_theme.font(TextSize::Small)).height();
    return {300, barHeight + keyGap + text};
}

QSize ShareBar::minimumSizeHint() const
{
    return {60, sizeHint().height()};
}

void ShareBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const QRectF bar(0, 0, width(), hasKey() ? barHeight : height());
    QPainterPath outline;
    outline.addRoundedRect(bar, corner, corner);
    painter.setClipPath(outline);
    painter.fillRect(bar, m_theme.color(Token::Line));
    double left = 0.0;
    for (const Part& part : m_parts) {
        const double length = std::clamp(part.share, 0.0, 1.0) * bar.width();
        const double gap = left > 0.0 && length > cut ? cut : 0.0;
        if (gap > 0.0)
            painter.fillRect(QRectF(left, 0, gap, bar.height()), m_theme.color(Token::Panel));
        painter.fillRect(
            QRectF(left + gap, 0, length - gap, bar.height()), m_theme.color(fillOf(part.tone)));
        left += length;
    }
    painter.setClipping(false);
    if (hasKey()) paintKey(painter);
}

void ShareBar::paintKey(QPainter& painter) const
{
    const QFont font = m_theme.font(TextSize::Small);
    const QFontMetrics metrics(font);
    const int top = barHeight + keyGap;
    painter.setFont(font);
    int left = 0;
    for (const Part& part : m_parts) {
        if (const QString icon = toneIcon(part.tone); !icon.isEmpty()) {
            const QRect place(left, top + (metrics.height() - iconSize) / 2, iconSize, iconSize);
            m_theme.icon(icon, inkOf(part.tone)).paint(&painter, place);
            left += iconSize + 4;
        }
        painter.setPen(m_theme.color(inkOf(part.tone)));
        painter.drawText(left, top + metrics.ascent(), part.name);
        left += metrics.horizontalAdvance(part.name) + keySpacing;
    }
}

} // namespace edupro::ui
