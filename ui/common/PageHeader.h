// SPDX-License-Identifier: GPL-3.0-or-later
// The head of every page: its title, one line that says what is shown, and its actions at the
// right.
#pragma once

#include <QWidget>

class QBoxLayout;
class QLabel;
class QPushButton;

namespace edupro::ui {

class Theme;

class PageHeader : public QWidget {
    Q_OBJECT
public:
    explicit PageHeader(const Theme& theme, QWidget* parent = nullptr);

    void setTitle(const QString& title);
    void setSubtitle(const QString& subtitle);
    /// Adds a button at the right; the first one is the page's main action. Its text is set (and
    /// reset on LanguageChange) by the page. `name` becomes the objectName, `icon` may be empty.
    QPushButton* addAction(const QString& name, const QString& icon = {});

private:
    const Theme& m_theme;
    QLabel* m_title;
    QLabel* m_subtitle;
    QBoxLayout* m_actions;
};

} // namespace edupro::ui
