// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/Badge.h"

#include "ui/common/Theme.h"
#include "ui/common/ThemedIcon.h"

#include <QCoreApplication>
#include <QEvent>
#include <QFontMetrics>
#include <QPainter>

namespace edupro::ui {

namespace {

constexpr int chipHeight = 18;
constexpr int iconSize = 11;
constexpr int padding = 8;
constexpr int gap = 4;

struct ChipColors {
    Token text;
    Token ground;
};

ChipColors colorsOf(Tone tone)
{
    switch (tone) {
    case Tone::Risk:
        return {Token::Risk, Token::RiskSoft};
    case Tone::Watch:
        return {Token::Watch, Token::WatchSoft};
    case Tone::Fine:
        return {Token::Fine, Token::FineSoft};
    case Tone::Accent:
        return {Token::AccentInk, Token::AccentSoft};
    case Tone::Neutral:
        break;
    }
    return {Token::InkSoft, Token::Hover};
}

QString wordOf(const Chip& chip)
{
    return chip.word.isEmpty() ? toneWord(chip.tone) : chip.word;
}

QFont chipFont(const Theme& theme)
{
    return theme.font(TextSize::Small, QFont::DemiBold);
}

} // namespace

QString toneWord(Tone tone)
{
    switch (tone) {
    case Tone::Risk:
        return QCoreApplication::translate("Badge", "At risk");
    case Tone::Watch:
        return QCoreApplication::translate("Badge", "Watch");
    case Tone::Fine:
        return QCoreApplication::translate("Badge", "Fine");
    case Tone::Accent:
    case Tone::Neutral:
        break;
    }
    return {};
}

QString toneIcon(Tone tone)
{
    switch (tone) {
    case Tone::Risk:
        return "mark-risk";
    case Tone::Watch:
        return "dot";
    case Tone::Fine:
        return "check";
    case Tone::Accent:
    case Tone::Neutral:
        break;
    }
    return {};
}

QSize chipSize(const Theme& theme, const Chip& chip)
{
    const int text = QFontMetrics(chipFont(theme)).horizontalAdvance(wordOf(chip));
    const int icon = toneIcon(chip.tone).isEmpty() ? 0 : iconSize + gap;
    return {padding + icon + text + padding, chipHeight};
}

void paintChip(QPainter& painter, const QRect& area, const Theme& theme, const Chip& chip)
{
    const ChipColors colors = colorsOf(chip.tone);
    const QSize size = chipSize(theme, chip).boundedTo(area.size());
    const QRect box(
        area.left(), area.center().y() - size.height() / 2, size.width(), size.height());
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.color(colors.ground));
    painter.drawRoundedRect(box, box.height() / 2.0, box.height() / 2.0);
    int left = box.left() + padding;
    if (const QString icon = toneIcon(chip.tone); !icon.isEmpty()) {
        const QRect place(left, box.center().y() - iconSize / 2, iconSize, iconSize);
        theme.icon(icon, colors.text).paint(&painter, place);
        left += iconSize + gap;
    }
    painter.setPen(theme.color(colors.text));
    painter.setFont(chipFont(theme));
    painter.drawText(
        QRect(left, box.top(), box.right() - left, box.height()), Qt::AlignVCenter, wordOf(chip));
    painter.restore();
}

Badge::Badge(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void Badge::setChip(const Chip& chip)
{
    m_chip = chip;
    say();
}

QSize Badge::sizeHint() const
{
    return chipSize(m_theme, m_chip);
}

void Badge::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paintChip(painter, rect(), m_theme, m_chip);
}

void Badge::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) say();
    QWidget::changeEvent(event);
}

void Badge::say()
{
    setAccessibleName(wordOf(m_chip));
    updateGeometry();
    update();
}

} // namespace edupro::ui
