// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/HouseChart.h"

#include <QGraphicsLayout>
#include <QGraphicsPathItem>
#include <QGraphicsSimpleTextItem>
#include <QLegend>
#include <QPainterPath>
#include <QPen>

#include <cmath>

namespace edupro::ui {

namespace {

constexpr qreal keyGap = 6;
constexpr int widestLabel = 160;
constexpr qreal keyHeight = 22;
constexpr qreal keySign = 9;

/// `count` corners around the middle, the first on top; every second one `inner` of the way out.
QPolygonF spikes(int count, qreal size, qreal inner)
{
    QPolygonF corners;
    for (int i = 0; i < count; ++i) {
        const qreal angle = 2.0 * M_PI * i / count;
        const qreal reach = size / 2 * (i % 2 == 0 ? 1.0 : inner);
        corners << QPointF(size / 2 + reach * std::sin(angle), size / 2 - reach * std::cos(angle));
    }
    return corners;
}

/// Many entries stand in two rows.
int keyRows(std::size_t entries)
{
    if (entries == 0) return 0;
    return entries > 4 ? 2 : 1;
}

/// Keeps a label readable where it lies over data.
void addBackdrop(QGraphicsSimpleTextItem& label, QColor color)
{
    color.setAlphaF(0.8F);
    auto* backdrop = new QGraphicsRectItem(label.boundingRect().adjusted(-3, 0, 3, 0), &label);
    backdrop->setFlag(QGraphicsItem::ItemStacksBehindParent);
    backdrop->setBrush(color);
    backdrop->setPen(Qt::NoPen);
}

} // namespace

HouseChart::HouseChart(const HouseStyle& style)
    : m_style(style)
{
    setBackgroundVisible(false);
    setPlotAreaBackgroundVisible(false);
    setAnimationOptions(NoAnimation);
    setLocalizeNumbers(true);
    setLocale(QLocale());
    legend()->hide();
    layout()->setContentsMargins(0, 0, 0, 0);
    setMargins({});
    connect(this, &QChart::plotAreaChanged, this, &HouseChart::arrange);
}

void HouseChart::setDirectLabels(const std::vector<DirectLabel>& labels)
{
    for (const DirectLabel& label : labels) {
        const QFont font =
            m_style.font(TextSize::Small, label.bold ? QFont::DemiBold : QFont::Normal);
        const QString text = QFontMetrics(font).elidedText(label.text, Qt::ElideRight, widestLabel);
        auto* item = new QGraphicsSimpleTextItem(text, this);
        item->setFont(font);
        item->setBrush(m_style.color(label.color));
        item->setZValue(10);
        if (label.at.x() > 0.0 && label.at.x() < 1.0)
            addBackdrop(*item, m_style.color(Token::Panel));
        m_labels.push_back({.label = label, .item = item});
    }
    makeRoom();
}

void HouseChart::setKey(const std::vector<KeyEntry>& entries)
{
    for (const KeyEntry& entry : entries) {
        auto* sign = new QGraphicsPathItem(outline(entry.shape, keySign), this);
        sign->setBrush(m_style.color(entry.fill));
        sign->setPen(Qt::NoPen);
        auto* word = new QGraphicsSimpleTextItem(entry.name, this);
        word->setFont(m_style.font(TextSize::Small));
        word->setBrush(m_style.color(Token::InkSoft));
        m_key.push_back(sign);
        m_key.push_back(word);
    }
    makeRoom();
}

void HouseChart::makeRoom()
{
    qreal left = 0;
    qreal right = 4;
    for (const Placed& placed : m_labels) {
        const qreal width = placed.item->boundingRect().width() + 2 * placed.label.gap;
        if (placed.label.side == DirectLabel::Side::Left)
            left = std::max(left, width);
        else if (placed.label.at.x() >= 1.0)
            right = std::max(right, width);
    }
    const qreal bottom = keyHeight * keyRows(m_key.size() / 2);
    setMargins(QMargins(
        static_cast<int>(left), 4, static_cast<int>(std::ceil(right)), static_cast<int>(bottom)));
}

void HouseChart::arrange()
{
    const QRectF plot = plotArea();
    std::vector<const Placed*> order;
    for (const Placed& placed : m_labels)
        order.push_back(&placed);
    std::stable_sort(order.begin(), order.end(), [](const Placed* a, const Placed* b) {
        return a->label.at.y() < b->label.at.y();
    });
    // Labels at the right edge keep clear of each other: from the top, each at least a line below
    // the last.
    qreal nextEdgeTop = plot.top() - keyHeight;
    for (const Placed* placed : order) {
        const qreal height = placed->item->boundingRect().height();
        qreal top = plot.top() + placed->label.at.y() * plot.height() - height / 2;
        if (placed->label.side == DirectLabel::Side::Right && placed->label.at.x() >= 1.0) {
            top = std::max(top, nextEdgeTop);
            nextEdgeTop = top + height - 2;
        }
        place(*placed, top);
    }
    arrangeKey();
}

void HouseChart::place(const Placed& placed, qreal top)
{
    const DirectLabel& label = placed.label;
    const qreal width = placed.item->boundingRect().width();
    const qreal anchor = plotArea().left() + label.at.x() * plotArea().width();
    const bool fitsRight = anchor + label.gap + width <= size().width();
    const bool goesRight = label.side == DirectLabel::Side::Right && fitsRight;
    placed.item->setPos(goesRight ? anchor + label.gap : anchor - label.gap - width, top);
}

void HouseChart::arrangeKey()
{
    const std::size_t entries = m_key.size() / 2;
    const int rows = keyRows(entries);
    qreal left = plotArea().left();
    qreal middle = size().height() - keyHeight * (rows - 0.5);
    for (std::size_t k = 0; k + 1 < m_key.size(); k += 2) {
        const QRectF word = m_key[k + 1]->boundingRect();
        const bool isSecondRow = rows == 2 && k == (entries + 1) / 2 * 2;
        if (isSecondRow) {
            left = plotArea().left();
            middle += keyHeight;
        }
        m_key[k]->setPos(left, middle - keySign / 2);
        left += keySign + keyGap;
        m_key[k + 1]->setPos(left, middle - word.height() / 2);
        left += word.width() + 20;
    }
}

QPainterPath outline(KeyShape shape, qreal size)
{
    QPainterPath path;
    switch (shape) {
    case KeyShape::Square:
        path.addRect(0, 0, size, size);
        break;
    case KeyShape::Circle:
        path.addEllipse(0, 0, size, size);
        break;
    case KeyShape::Diamond:
        path.addPolygon(
            QPolygonF({{size / 2, 0}, {size, size / 2}, {size / 2, size}, {0, size / 2}}));
        break;
    case KeyShape::Triangle:
        path.addPolygon(QPolygonF({{size / 2, 0}, {size, size}, {0, size}}));
        break;
    case KeyShape::Pentagon:
        path.addPolygon(spikes(5, size, 1.0));
        break;
    case KeyShape::Star:
        path.addPolygon(spikes(10, size, 0.4));
        break;
    }
    path.closeSubpath();
    return path;
}

} // namespace edupro::ui
