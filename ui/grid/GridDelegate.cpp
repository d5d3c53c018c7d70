// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/grid/GridDelegate.h"

#include "ui/common/Theme.h"
#include "ui/common/ThemedIcon.h"
#include "ui/grid/GridModel.h"

#include <QGuiApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>

namespace edupro::ui {

namespace {

constexpr int padding = 8;
constexpr int signSize = 9; // device-independent pixels
constexpr int signLeft = 5;
constexpr int dotSize = 5;

bool leavesEditor(int key, bool typedOver)
{
    switch (key) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Tab:
    case Qt::Key_Backtab:
    case Qt::Key_Up:
    case Qt::Key_Down:
        return true;
    case Qt::Key_Left:
    case Qt::Key_Right:
        return typedOver;
    default:
        return false;
    }
}

} // namespace

GridDelegate::GridDelegate(const Theme& theme, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{
    connect(&theme, &Theme::changed, this, &GridDelegate::dress);
    dress();
}

void GridDelegate::dress()
{
    m_plain = m_theme.font(TextSize::Body);
    m_bold = m_theme.font(TextSize::Body, QFont::DemiBold);
    m_low = sign("mark-risk", m_theme.color(Token::Risk));
    m_refused = sign("alert-triangle", m_theme.color(Token::Risk));
}

QPixmap GridDelegate::sign(const QString& icon, const QColor& color) const
{
    const qreal ratio = qGuiApp->devicePixelRatio();
    const int size = icon == "mark-risk" ? signSize : signSize + 5;
    QPixmap picture = tintedPixmap(icon, qRound(size * ratio), color);
    picture.setDevicePixelRatio(ratio);
    return picture;
}

void GridDelegate::paintGround(
    QPainter& painter, const QStyleOptionViewItem& option, const GridCell& cell) const
{
    const QRect& area = option.rect;
    const bool selected = option.state & QStyle::State_Selected;
    const Token ground = cell.refusal    ? Token::RiskSoft
                         : selected      ? Token::AccentSoft
                         : cell.readOnly ? Token::Page
                                         : Token::Panel;
    painter.fillRect(area, m_theme.color(ground));
    const QColor line = m_theme.color(Token::Line);
    painter.fillRect(area.left(), area.bottom(), area.width(), 1, line);
    painter.fillRect(area.right(), area.top(), 1, area.height(), line);
    if (cell.refusal) {
        painter.setPen(m_theme.color(Token::Risk));
        painter.drawRect(area.adjusted(0, 0, -2, -2));
    }
    if (option.state & QStyle::State_HasFocus) {
        painter.setPen(QPen(m_theme.color(Token::Accent), 2));
        painter.drawRect(area.adjusted(1, 1, -2, -2));
    }
}

void GridDelegate::paintSign(QPainter& painter, const QRect& cell, const QPixmap& sign) const
{
    const QSizeF size = sign.deviceIndependentSize();
    painter.drawPixmap(
        QPointF(cell.left() + signLeft, cell.center().y() + 1 - size.height() / 2), sign);
}

void GridDelegate::paint(
    QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const auto* model = static_cast<const GridModel*>(index.model());
    const GridCell& cell = model->cell(index);
    paintGround(*painter, option, cell);
    const bool low = cell.look == CellLook::Low && !cell.refusal;
    if (cell.refusal)
        paintSign(*painter, option.rect, m_refused);
    else if (low)
        paintSign(*painter, option.rect, m_low);
    const QString& text = cell.shown();
    if (!text.isEmpty()) {
        const bool bold = low || cell.look == CellLook::Strong;
        painter->setFont(bold ? m_bold : m_plain);
        painter->setPen(m_theme.color(
            low                           ? Token::Risk
            : cell.look == CellLook::Soft ? Token::InkSoft
                                          : Token::Ink));
        const bool centred = model->columns()[static_cast<std::size_t>(index.column())].centred;
        const int left = cell.refusal || low ? signLeft + signSize : padding;
        painter->drawText(
            option.rect.adjusted(centred ? 2 : left, 0, centred ? -2 : -padding, 0),
            Qt::AlignVCenter | Qt::TextSingleLine | (centred ? Qt::AlignHCenter : Qt::AlignRight),
            text);
    }
    if (cell.state == GridCell::State::Saving) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(m_theme.color(Token::InkFaint));
        painter->drawEllipse(
            option.rect.right() - dotSize - 2, option.rect.top() + 3, dotSize, dotSize);
        painter->setBrush(Qt::NoBrush);
    }
}

QWidget* GridDelegate::createEditor(
    QWidget* parent, const QStyleOptionViewItem&, const QModelIndex& index) const
{
    auto* line = new QLineEdit(parent);
    line->setObjectName("gridEditor");
    line->setFrame(false);
    line->setAlignment(
        static_cast<Qt::Alignment>(index.data(Qt::TextAlignmentRole).toInt() & ~Qt::AlignVCenter));
    line->setAccessibleName(index.data(Qt::AccessibleTextRole).toString());
    setLook(line, "cell");
    return line;
}

void GridDelegate::setEditorData(QWidget* editor, const QModelIndex& index) const
{
    if (editor->property("filled").toBool()) return;
    editor->setProperty("filled", true);
    QStyledItemDelegate::setEditorData(editor, index);
}

void GridDelegate::updateEditorGeometry(
    QWidget* editor, const QStyleOptionViewItem& option, const QModelIndex&) const
{
    editor->setGeometry(option.rect.adjusted(0, 0, -1, -1));
}

bool GridDelegate::eventFilter(QObject* object, QEvent* event)
{
    auto* editor = qobject_cast<QWidget*>(object);
    if (editor && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (leavesEditor(key->key(), m_typedOver)) {
            emit commitData(editor);
            emit closeEditor(editor, NoHint);
            emit leftBy(key->key(), key->modifiers());
            return true;
        }
    }
    return QStyledItemDelegate::eventFilter(object, event);
}

} // namespace edupro::ui
