// SPDX-License-Identifier: GPL-3.0-or-later
// A Qt chart in the house style: no frame, no animation, labels beside the data, a quiet key below.
#pragma once

#include "ui/charts/ChartTable.h"
#include "ui/common/HouseStyle.h"

#include <QChart>

#include <vector>

class QGraphicsSimpleTextItem;

namespace edupro::ui {

enum class KeyShape { Square, Circle, Diamond, Triangle, Pentagon, Star };

/// A text beside the data, `gap` away from a place in the plot area: (0, 0) is top left, (1, 1)
/// bottom right.
struct DirectLabel {
    enum class Side { Right, Left };
    QPointF at;
    QString text;
    Token color = Token::Ink;
    Side side = Side::Right;
    bool bold = true;
    qreal gap = 6;
};

struct KeyEntry {
    QString name;
    Token fill = Token::ChartNeutral;
    KeyShape shape = KeyShape::Square;
};

class HouseChart : public QChart {
    Q_OBJECT
public:
    explicit HouseChart(const HouseStyle& style);

    const HouseStyle& style() const { return m_style; }
    /// Makes room for labels beside the left and right edge of the plot.
    void setDirectLabels(const std::vector<DirectLabel>& labels);
    /// Makes room below.
    void setKey(const std::vector<KeyEntry>& entries);

signals:
    void pointed(ChartPlace place); ///< the pointer came upon a datum
    void left();
    void clicked(ChartPlace place);

private:
    struct Placed {
        DirectLabel label;
        QGraphicsSimpleTextItem* item;
    };
    void makeRoom();
    void arrange();
    void place(const Placed& placed, qreal top);
    void arrangeKey();

    HouseStyle m_style;
    std::vector<Placed> m_labels;
    std::vector<QGraphicsItem*> m_key; ///< sign, word, sign, word ...
};

/// The outline of a key sign or of a scatter marker, `size` wide, around (size/2, size/2).
QPainterPath outline(KeyShape shape, qreal size);

} // namespace edupro::ui
