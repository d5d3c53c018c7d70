// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/grid/RowHeadings.h"

#include "ui/common/Theme.h"
#include "ui/grid/GridModel.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace edupro::ui {

namespace {

constexpr int padding = 8;

} // namespace

/// The place between the headings above and those at the left.
class RowHeadings::Corner : public QWidget {
public:
    explicit Corner(RowHeadings& rows)
        : QWidget(rows.parentWidget())
        , m_rows(rows)
    {
        setAttribute(Qt::WA_TransparentForMouseEvents);
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        const Theme& theme = m_rows.m_theme;
        painter.fillRect(rect(), theme.color(Token::Panel));
        painter.fillRect(0, height() - 1, width(), 1, theme.color(Token::Line));
        painter.setFont(theme.font(TextSize::Small));
        painter.setPen(theme.color(Token::InkSoft));
        QStringList titles;
        for (const GridHeading& heading : m_rows.m_model->headings())
            titles.append(heading.title);
        m_rows.paintCells(painter, rect(), titles);
    }

private:
    RowHeadings& m_rows;
};

RowHeadings::RowHeadings(const Theme& theme, QWidget* parent)
    : QHeaderView(Qt::Vertical, parent)
    , m_theme(theme)
{
    setSectionResizeMode(QHeaderView::Fixed);
    setSectionsClickable(true);
    setHighlightSections(false);
}

void RowHeadings::setHeadings(const GridModel* model)
{
    m_model = model;
    if (!m_corner) m_corner = new Corner(*this);
    setFixedWidth(sizeHint().width());
    placeCorner();
    m_corner->show();
    m_corner->update();
    updateGeometry();
}

QSize RowHeadings::sizeHint() const
{
    int width = 0;
    if (m_model)
        for (const GridHeading& heading : m_model->headings())
            width += heading.width;
    return {width, QHeaderView::sizeHint().height()};
}

void RowHeadings::paintCells(QPainter& painter, const QRect& area, const QStringList& texts) const
{
    int left = area.left();
    for (std::size_t i = 0; i < m_model->headings().size(); ++i) {
        const GridHeading& heading = m_model->headings()[i];
        const QRect cell(left + padding, area.top(), heading.width - 2 * padding, area.height());
        const QString text = painter.fontMetrics().elidedText(
            texts.value(static_cast<int>(i)), Qt::ElideRight, cell.width());
        painter.drawText(
            cell,
            Qt::AlignVCenter | Qt::TextSingleLine |
                (heading.alignRight ? Qt::AlignRight : Qt::AlignLeft),
            text);
        left += heading.width;
    }
}

void RowHeadings::paintSection(QPainter* painter, const QRect& rect, int section) const
{
    if (!m_model || section >= m_model->rowCount()) return;
    painter->save();
    painter->fillRect(rect, m_theme.color(Token::Panel));
    const QColor line = m_theme.color(Token::Line);
    painter->fillRect(rect.left(), rect.bottom(), rect.width(), 1, line);
    painter->fillRect(rect.right(), rect.top(), 1, rect.height(), line);
    painter->setFont(m_theme.font(TextSize::Body));
    painter->setPen(m_theme.color(Token::Ink));
    paintCells(*painter, rect, m_model->rows()[static_cast<std::size_t>(section)].headings);
    painter->restore();
}

bool RowHeadings::viewportEvent(QEvent* event)
{
    if (event->type() == QEvent::ToolTip && m_model) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const int row = logicalIndexAt(help->pos());
        if (row >= 0) {
            const GridRow& shown = m_model->rows()[static_cast<std::size_t>(row)];
            QToolTip::showText(help->globalPos(), shown.headings.join(QStringLiteral(" · ")), this);
        }
        return true;
    }
    return QHeaderView::viewportEvent(event);
}

void RowHeadings::resizeEvent(QResizeEvent* event)
{
    QHeaderView::resizeEvent(event);
    placeCorner();
}

void RowHeadings::moveEvent(QMoveEvent* event)
{
    QHeaderView::moveEvent(event);
    placeCorner();
}

void RowHeadings::placeCorner()
{
    if (m_corner) m_corner->setGeometry(x(), 0, width(), y());
}

} // namespace edupro::ui
