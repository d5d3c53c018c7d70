// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/CellDelegate.h"

#include "ui/common/Badge.h"
#include "ui/common/Roles.h"
#include "ui/common/Theme.h"

#include <QApplication>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace edupro::ui {

namespace {

constexpr int padding = 8;

Token textToken(const QModelIndex& index)
{
    switch (static_cast<Tone>(index.data(toneRole).toInt())) {
    case Tone::Risk:
        return Token::Risk;
    case Tone::Watch:
        return Token::Watch;
    case Tone::Fine:
        return Token::Fine;
    case Tone::Accent:
        return Token::AccentInk;
    case Tone::Neutral:
        break;
    }
    return Token::Ink;
}

} // namespace

CellDelegate::CellDelegate(const Theme& theme, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{
}

void CellDelegate::paint(
    QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    const bool selected = cell.state & QStyle::State_Selected;
    const bool hovered = cell.state & QStyle::State_MouseOver;
    painter->fillRect(
        cell.rect,
        m_theme.color(
            selected  ? Token::AccentSoft
            : hovered ? Token::Hover
                      : Token::Panel));
    painter->fillRect(
        cell.rect.left(), cell.rect.bottom(), cell.rect.width(), 1, m_theme.color(Token::Line));
    const QVariant chip = index.data(chipRole);
    if (chip.isValid() && !cell.text.isEmpty()) {
        const QRect area = cell.rect.adjusted(padding, 0, -padding, 0);
        paintChip(
            *painter, area, m_theme, {.tone = static_cast<Tone>(chip.toInt()), .word = cell.text});
    } else {
        paintText(*painter, cell, index);
    }
}

void CellDelegate::paintText(
    QPainter& painter, const QStyleOptionViewItem& cell, const QModelIndex& index) const
{
    const QRect area = cell.rect.adjusted(padding, 0, -padding, 0);
    const Token token = textToken(index);
    QFont font = cell.font;
    if (token != Token::Ink) font.setWeight(QFont::DemiBold);
    painter.save();
    painter.setFont(font);
    painter.setPen(m_theme.color(token));
    const QString text = QFontMetrics(font).elidedText(cell.text, Qt::ElideRight, area.width());
    painter.drawText(area, static_cast<int>(cell.displayAlignment) | Qt::TextSingleLine, text);
    painter.restore();
}

bool CellDelegate::helpEvent(
    QHelpEvent* event,
    QAbstractItemView* view,
    const QStyleOptionViewItem& option,
    const QModelIndex& index)
{
    const bool isCut = sizeHint(option, index).width() > option.rect.width();
    if (event->type() != QEvent::ToolTip || !isCut || index.data(Qt::ToolTipRole).isValid())
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    QToolTip::showText(event->globalPos(), index.data().toString(), view);
    return true;
}

QSize CellDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const QVariant chip = index.data(chipRole);
    const QString text = displayText(index.data(), option.locale);
    if (chip.isValid())
        return chipSize(m_theme, {.tone = static_cast<Tone>(chip.toInt()), .word = text}) +
               QSize(2 * padding, padding);
    return QSize(
        option.fontMetrics.horizontalAdvance(text) + 2 * padding + 2,
        option.fontMetrics.height() + padding);
}

} // namespace edupro::ui
