// SPDX-License-Identifier: GPL-3.0-or-later
// The headings above a grid: a title and a smaller line that tells more ("KKM 75").
#pragma once

#include <QHeaderView>

namespace edupro::ui {

class Theme;

/// For views of a GridModel only.
class ColumnHeadings : public QHeaderView {
    Q_OBJECT
public:
    explicit ColumnHeadings(const Theme& theme, QWidget* parent = nullptr);
    QSize sizeHint() const override;

protected:
    void paintSection(QPainter* painter, const QRect& rect, int section) const override;

private:
    const Theme& m_theme;
};

} // namespace edupro::ui
