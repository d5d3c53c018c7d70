// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/UserMenu.h"

#include "ui/shell/Context.h"

#include <QEvent>
#include <QMenu>

namespace edupro::ui {

UserMenu::UserMenu(Context& context, QWidget* parent)
    : QToolButton(parent)
    , m_context(context)
    , m_menu(new QMenu(this))
    , m_roles(m_menu->addAction(QString()))
    , m_lock(nullptr)
    , m_password(nullptr)
    , m_signOut(nullptr)
{
    setObjectName("userMenu");
    setIcon(context.theme.icon("users", Token::Ink));
    setIconSize({18, 18});
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setPopupMode(QToolButton::InstantPopup);
    setFocusPolicy(Qt::StrongFocus);
    setLook(this, "quiet");
    m_roles->setEnabled(false);
    m_menu->setObjectName("userMenuItems");
    m_menu->addSeparator();
    m_lock = m_menu->addAction(context.theme.icon("lock", Token::Ink), QString());
    m_password = m_menu->addAction(QString());
    m_menu->addSeparator();
    m_signOut = m_menu->addAction(QString());
    m_lock->setObjectName("lockScreen");
    m_password->setObjectName("changePassword");
    m_signOut->setObjectName("signOut");
    setMenu(m_menu);
    connect(m_lock, &QAction::triggered, this, [this] { m_context.requestLock(); });
    connect(m_password, &QAction::triggered, this, [this] { m_context.requestPasswordChange(); });
    connect(m_signOut, &QAction::triggered, this, [this] { m_context.requestSignOut(); });
    connect(&context, &Context::personChanged, this, &UserMenu::showPerson);
    say();
    showPerson();
}

void UserMenu::showPerson()
{
    const Person& person = m_context.person();
    setVisible(person.isSignedIn());
    setText(fontMetrics().elidedText(person.name, Qt::ElideRight, 140).replace('&', "&&"));
    m_roles->setText(roleWords(person.roles));
    setToolTip(person.name + QStringLiteral(" · ") + roleWords(person.roles));
    setAccessibleName(toolTip());
}

void UserMenu::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        say();
        showPerson();
    }
    QToolButton::changeEvent(event);
}

void UserMenu::say()
{
    m_lock->setText(tr("Lock") + QStringLiteral("\tCtrl+L"));
    m_password->setText(tr("Change password…"));
    m_signOut->setText(tr("Sign out"));
}

} // namespace edupro::ui
