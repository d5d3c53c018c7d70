// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/grid/ColumnHeadings.h"

#include "ui/common/Theme.h"
#include "ui/grid/GridModel.h"

#include <QPainter>

namespace edupro::ui {

namespace {

constexpr int padding = 8;

} // namespace

ColumnHeadings::ColumnHeadings(const Theme& theme, QWidget* parent)
    : QHeaderView(Qt::Horizontal, parent)
    , m_theme(theme)
{
    setSectionResizeMode(QHeaderView::Interactive);
    setMinimumSectionSize(24);
    setSectionsClickable(true);
    setHighlightSections(false);
}

QSize ColumnHeadings::sizeHint() const
{
    const QFontMetrics small(m_theme.font(TextSize::Small));
    return {QHeaderView::sizeHint().width(), 2 * small.height() + padding};
}

void ColumnHeadings::paintSection(QPainter* painter, const QRect& rect, int section) const
{
    const auto* grid = static_cast<const GridModel*>(model());
    const GridColumn& column = grid->columns()[static_cast<std::size_t>(section)];
    painter->save();
    painter->fillRect(rect, m_theme.color(Token::Panel));
    painter->fillRect(rect.left(), rect.bottom(), rect.width(), 1, m_theme.color(Token::Line));
    painter->setFont(m_theme.font(TextSize::Small));
    painter->setPen(m_theme.color(Token::InkSoft));
    const QRect inside =
        rect.adjusted(column.centred ? 2 : padding, 2, column.centred ? -2 : -padding, -3);
    const int align = column.centred ? Qt::AlignHCenter : Qt::AlignRight;
    const auto line = [&](const QString& text, const QRect& area, int vertical) {
        const QString shown = painter->fontMetrics().elidedText(text, Qt::ElideRight, area.width());
        painter->drawText(area, align | vertical | Qt::TextSingleLine, shown);
    };
    if (column.note.isEmpty()) {
        line(column.title, inside, Qt::AlignVCenter);
    } else {
        const int half = inside.height() / 2;
        line(column.title, inside.adjusted(0, 0, 0, -half), Qt::AlignVCenter);
        line(column.note, inside.adjusted(0, half, 0, 0), Qt::AlignVCenter);
    }
    painter->restore();
}

} // namespace edupro::ui
