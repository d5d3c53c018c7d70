// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/RenewBar.h"

#include "core/jobs/OnFinished.h"
#include "ui/accounts/PasswordProblem.h"
#include "ui/common/Format.h"
#include "ui/common/PasswordField.h"
#include "ui/shell/Context.h"

#include <QAccessible>
#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace edupro::ui {

RenewBar::RenewBar(
    Context& context,
    const accounts::Computer& computer,
    std::shared_ptr<security::Session> session,
    QWidget* parent)
    : QFrame(parent)
    , m_context(context)
    , m_computer(computer)
    , m_session(std::move(session))
    , m_text(new QLabel(this))
    , m_problem(new QLabel(this))
    , m_password(new PasswordField(context.theme, QStringLiteral("renewPassword"), this))
    , m_renew(new QPushButton(this))
{
    setObjectName("renewBar");
    setLook(this, "notice");
    m_text->setObjectName("renewText");
    m_problem->setObjectName("renewProblem");
    setLook(m_problem, "risk");
    m_problem->hide();
    m_password->setFixedWidth(220);
    m_renew->setObjectName("renewSession");
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 4, 8, 4);
    layout->addWidget(m_text);
    layout->addWidget(m_problem);
    layout->addStretch(1);
    layout->addWidget(m_password);
    layout->addWidget(m_renew);
    connect(m_password, &PasswordField::entered, this, &RenewBar::renew);
    connect(m_renew, &QPushButton::clicked, this, &RenewBar::renew);
    say();
    hide();
}

void RenewBar::warn(qint64 remaining)
{
    m_remaining = remaining;
    say();
    if (!isHidden()) return;
    show();
    QAccessibleEvent spoken(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&spoken);
}

void RenewBar::end()
{
    hide();
    m_problem->hide();
}

void RenewBar::renew()
{
    if (m_busy || m_password->isEmpty()) return;
    m_busy = true;
    m_renew->setEnabled(false);
    QString typed = m_password->take();
    const auto password =
        std::make_shared<const security::SecretBytes>(security::SecretBytes::ofPassword(typed));
    security::wipe(typed);
    const auto work = [password, computer = m_computer, session = m_session](
                          storage::Store& store, const Progress&) {
        return accounts::enterAgain(store, *session, *password, computer);
    };
    jobs::onFinished(m_context.store.submit(work), this, [this](const Done& right) {
        m_busy = false;
        m_renew->setEnabled(true);
        m_problem->setVisible(!right);
        if (right)
            end();
        else
            m_problem->setText(passwordProblem(right.error(), tr("The password is wrong.")));
    });
}

void RenewBar::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) say();
    QFrame::changeEvent(event);
}

void RenewBar::say()
{
    const QString left = format::duration(static_cast<double>(m_remaining) / 1000.0);
    m_text->setText(tr("Your session ends in %1. Your password renews it.").arg(left));
    setAccessibleName(m_text->text());
    m_password->setAccessibleWords(tr("Password"));
    m_password->line()->setPlaceholderText(tr("Password"));
    m_renew->setText(tr("Go on working"));
}

} // namespace edupro::ui
