// SPDX-License-Identifier: GPL-3.0-or-later
// Paints the cells of a grid for typing and makes its editor, which leaves by Enter, Tab and the
// arrows as in a spreadsheet.
#pragma once

#include "ui/grid/GridCell.h"

#include <QFont>
#include <QPixmap>
#include <QStyledItemDelegate>

namespace edupro::ui {

class Theme;

/// For views of a GridModel only. Fast enough for 600 cells a frame: fonts and signs are made once.
class GridDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    explicit GridDelegate(const Theme& theme, QObject* parent = nullptr);

    /// Whether the next editor begins empty (somebody types over) or with the caret in the text;
    /// then Left and Right leave it, too.
    void setTypedOver(bool typedOver) { m_typedOver = typedOver; }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index)
        const override;
    QWidget* createEditor(
        QWidget* parent,
        const QStyleOptionViewItem& option,
        const QModelIndex& index) const override;
    /// Once: views ask again whenever the model changes, and what is being typed must stay.
    void setEditorData(QWidget* editor, const QModelIndex& index) const override;
    void updateEditorGeometry(
        QWidget* editor,
        const QStyleOptionViewItem& option,
        const QModelIndex& index) const override;

signals:
    /// The editor has committed and closed by this key: Return, Tab or an arrow.
    void leftBy(int key, Qt::KeyboardModifiers modifiers);

protected:
    bool eventFilter(QObject* editor, QEvent* event) override;

private:
    void dress();
    void
    paintGround(QPainter& painter, const QStyleOptionViewItem& option, const GridCell& cell) const;
    void paintSign(QPainter& painter, const QRect& cell, const QPixmap& sign) const;
    QPixmap sign(const QString& icon, const QColor& color) const;

    const Theme& m_theme;
    bool m_typedOver = false;
    QFont m_plain;
    QFont m_bold;
    QPixmap m_low;
    QPixmap m_refused;
};

} // namespace edupro::ui
