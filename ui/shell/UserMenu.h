// SPDX-License-Identifier: GPL-3.0-or-later
// The button of the signed-in person at the top right: name, roles, lock, password, sign out.
#pragma once

#include <QToolButton>

class QAction;
class QMenu;

namespace edupro::ui {

class Context;

/// Hidden while nobody is signed in.
class UserMenu : public QToolButton {
    Q_OBJECT
public:
    explicit UserMenu(Context& context, QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;

private:
    void showPerson();
    void say();

    Context& m_context;
    QMenu* m_menu;
    QAction* m_roles; ///< a line that says them, not to be chosen
    QAction* m_lock;
    QAction* m_password;
    QAction* m_signOut;
};

} // namespace edupro::ui
