// SPDX-License-Identifier: GPL-3.0-or-later
// The columns of a grid that stay while it scrolls (number, name, NIS), with their titles in the
// corner. Nobody types here, so the keys never come by.
#pragma once

#include <QHeaderView>

namespace edupro::ui {

class GridModel;
class Theme;

/// For views of a GridModel only.
class RowHeadings : public QHeaderView {
    Q_OBJECT
public:
    explicit RowHeadings(const Theme& theme, QWidget* parent = nullptr);

    /// Takes the columns of the model; again after each reset.
    void setHeadings(const GridModel* model);
    QSize sizeHint() const override;

protected:
    void paintSection(QPainter* painter, const QRect& rect, int section) const override;
    bool viewportEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void moveEvent(QMoveEvent* event) override;

private:
    class Corner;
    void placeCorner();
    void paintCells(QPainter& painter, const QRect& area, const QStringList& texts) const;

    const Theme& m_theme;
    const GridModel* m_model = nullptr;
    Corner* m_corner = nullptr;
};

} // namespace edupro::ui
