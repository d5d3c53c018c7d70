// SPDX-License-Identifier: GPL-3.0-or-later
// The frame: navigation, top bar, page area, status line and job strip. Knows no page by name.
#pragma once

#include "ui/shell/Context.h"
#include "ui/shell/Pages.h"

#include <QMainWindow>

class QBoxLayout;
class QLabel;
class QStackedWidget;

namespace edupro::ui {

class Navigation;
class TopBar;

/// Shows a table of pages; a page is built on first show. Ctrl+1..9 open pages, Ctrl+K searches; a
/// file dropped anywhere asks for its import.
class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    /// `context` outlives the window. Opens the first page.
    MainWindow(Context& context, std::vector<PageRow> pages, QWidget* parent = nullptr);

    /// The id of the page that is shown; empty without pages.
    QString currentPage() const;
    /// Shows `bar` above the pages for as long as it is visible; takes it as a child.
    void addBar(QWidget* bar);

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    QWidget* makeBottomBar();
    void addShortcuts();
    void addPageSearch();
    void showPage(int index, const PageFilter& filter);
    void openPage(const QString& id, const PageFilter& filter);
    void say();

    Context& m_context;
    std::vector<PageRow> m_pages;
    std::vector<QWidget*> m_built; ///< null until first shown
    int m_current = -1;
    Navigation* m_navigation;
    TopBar* m_topBar;
    QStackedWidget* m_area;
    QBoxLayout* m_bars;
    QLabel* m_dropHint;
};

} // namespace edupro::ui
