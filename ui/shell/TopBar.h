// SPDX-License-Identifier: GPL-3.0-or-later
// The bar at the top: school, year and semester that filter every page, search, import, language
// and theme.
#pragma once

#include <QFrame>

class QComboBox;
class QLabel;
class QPushButton;
class QToolButton;

namespace edupro::ui {

class Context;
class SearchBox;
class UserMenu;

class TopBar : public QFrame {
    Q_OBJECT
public:
    explicit TopBar(Context& context, QWidget* parent = nullptr);
    void focusSearch();

protected:
    void changeEvent(QEvent* event) override;

private:
    QToolButton* quietButton(const QString& name, const QString& icon);
    void connectParts();
    void showSchool();
    void showSemesters();
    void switchTheme();
    void switchLanguage();
    void say();

    Context& m_context;
    QLabel* m_school;
    QToolButton* m_switch; ///< to another school
    QComboBox* m_year;
    QComboBox* m_semester;
    SearchBox* m_search;
    QPushButton* m_import;
    QToolButton* m_language;
    QToolButton* m_theme;
    UserMenu* m_user;
};

} // namespace edupro::ui
