// SPDX-License-Identifier: GPL-3.0-or-later
// Paints the cells of the house table: padding, hair line below, level chips, toned text.
#pragma once

#include <QStyledItemDelegate>

namespace edupro::ui {

class Theme;

/// Obeys the roles of Roles.h. For tables whose view is painted in the theme's colours.
class CellDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    explicit CellDelegate(const Theme& theme, QObject* parent = nullptr);
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index)
        const override;
    /// Shows the whole text of a cell that is cut.
    bool helpEvent(
        QHelpEvent* event,
        QAbstractItemView* view,
        const QStyleOptionViewItem& option,
        const QModelIndex& index) override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    void
    paintText(QPainter& painter, const QStyleOptionViewItem& cell, const QModelIndex& index) const;

    const Theme& m_theme;
};

} // namespace edupro::ui
