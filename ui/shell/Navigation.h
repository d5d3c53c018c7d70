// SPDX-License-Identifier: GPL-3.0-or-later
// The bar at the left: one icon and word a page, collapsible to the icons.
#pragma once

#include "ui/shell/Pages.h"

#include <QWidget>

class QButtonGroup;
class QLabel;
class QToolButton;

namespace edupro::ui {

class Theme;

class Navigation : public QWidget {
    Q_OBJECT
public:
    Navigation(const Theme& theme, std::vector<PageRow> pages, QWidget* parent = nullptr);

    void select(int index);
    bool isCollapsed() const { return m_collapsed; }
    void setCollapsed(bool collapsed);

signals:
    void chosen(int index);

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    QWidget* makeEntries();
    QToolButton* makeButton(const QString& name, const QString& icon, QWidget* parent);
    int widthOfWords() const;
    void say();

    const Theme& m_theme;
    std::vector<PageRow> m_pages;
    bool m_collapsed = false;
    QLabel* m_mark;
    QButtonGroup* m_buttons;
    QToolButton* m_fold = nullptr;
};

} // namespace edupro::ui
