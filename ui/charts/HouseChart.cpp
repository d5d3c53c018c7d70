// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/HouseChart.h"

#include <QGraphicsLayout>
#include <QGraphicsPathItem>
#include <QGraphicsSimpleTextItem>
#include <QLegend>
#include <QPainterPath>
#include <QPen>

namespace edupro::ui {

namespace {

constexpr qreal labelGap = 6;
constexpr qreal keyHeight = 22;
constexpr qreal keySign = 9;

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
        auto* item = new QGraphicsSimpleTextItem(label.text, this);
        item->setFont(m_style.font(TextSize::Small, QFont::DemiBold));
        item->setBrush(m_style.color(label.color));
        item->setZValue(10);
        m_labels.push_back({.at = label.at, .item = item});
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
    qreal right = 4;
    for (const Placed& label : m_labels) {
        if (label.at.x() >= 1.0)
            right = std::max(right, label.item->boundingRect().width() + 2 * labelGap);
    }
    const qreal bottom = m_key.empty() ? 0 : keyHeight;
    setMargins(QMargins(0, 4, static_cast<int>(std::ceil(right)), static_cast<int>(bottom)));
}

void HouseChart::arrange()
{
    const QRectF plot = plotArea();
    // Labels at the right edge keep clear of each other: from the top, each at least a line below
    // the last.
    std::vector<const Placed*> order;
    for (const Placed& label : m_labels)
        order.push_back(&label);
    std::sort(order.begin(), order.end(), [](const Placed* a, const Placed* b) {
        return a->at.y() < b->at.y();
    });
    qreal nextEdgeTop = plot.top() - keyHeight;
    for (const Placed* label : order) {
        const QRectF box = label->item->boundingRect();
        const bool atEdge = label->at.x() >= 1.0;
        qreal top = plot.top() + label->at.y() * plot.height() - box.height() / 2;
        if (atEdge) {
            top = std::max(top, nextEdgeTop);
            nextEdgeTop = top + box.height() - 2;
        }
        label->item->setPos(plot.left() + label->at.x() * plot.width() + labelGap, top);
    }
    arrangeKey();
}

void HouseChart::arrangeKey()
{
    qreal left = plotArea().left();
    const qreal middle = size().height() - keyHeight / 2;
    for (std::size_t i = 0; i + 1 < m_key.size(); i += 2) {
        m_key[i]->setPos(left, middle - keySign / 2);
        left += keySign + labelGap;
        const QRectF word = m_key[i + 1]->boundingRect();
        m_key[i + 1]->setPos(left, middle - word.height() / 2);
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
    }
    path.closeSubpath();
    return path;
}

} // namespace edupro::ui
