// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/PasswordDialog.h"

#include "core/accounts/UserActions.h"
#include "core/jobs/OnFinished.h"
#include "ui/accounts/NewPassword.h"
#include "ui/common/ErrorText.h"
#include "ui/common/PasswordField.h"
#include "ui/shell/Context.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace edupro::ui {

using security::SecretBytes;

PasswordDialog::PasswordDialog(Context& context, const security::ScryptCost& cost, QWidget* parent)
    : QDialog(parent)
    , m_context(context)
    , m_cost(cost)
    , m_oldWord(new QLabel(this))
    , m_old(new PasswordField(context.theme, QStringLiteral("oldPassword"), this))
    , m_fresh(new NewPassword(context.theme, this))
    , m_problem(new QLabel(this))
    , m_change(new QPushButton(this))
    , m_cancel(new QPushButton(this))
{
    setObjectName("passwordDialog");
    setAttribute(Qt::WA_DeleteOnClose);
    setFixedWidth(420);
    m_fresh->setOwner({.login = context.person().login, .school = context.school().name});
    m_problem->setObjectName("passwordProblem");
    m_problem->setWordWrap(true);
    setLook(m_problem, "risk");
    m_problem->hide();
    m_change->setObjectName("takePassword");
    m_change->setDefault(true);
    setLook(m_change, "primary");
    m_cancel->setObjectName("keepPassword");
    m_cancel->setAutoDefault(false);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_change);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 16, 20, 16);
    layout->setSpacing(8);
    for (QWidget* part : std::initializer_list<QWidget*>{m_oldWord, m_old, m_fresh, m_problem})
        layout->addWidget(part);
    layout->addLayout(buttons);
    connect(m_old, &PasswordField::entered, m_fresh, qOverload<>(&QWidget::setFocus));
    connect(m_old, &PasswordField::edited, this, [this] { setBusy(m_busy); });
    connect(m_fresh, &NewPassword::changed, this, [this] { setBusy(m_busy); });
    connect(m_change, &QPushButton::clicked, this, &PasswordDialog::submit);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    setBusy(false);
    m_old->setFocus();
}

void PasswordDialog::submit()
{
    if (m_busy || !m_fresh->isGood()) return;
    setBusy(true);
    QString typed = m_old->take();
    const auto old = std::make_shared<const SecretBytes>(SecretBytes::ofPassword(typed));
    security::wipe(typed);
    const auto fresh = std::make_shared<const SecretBytes>(m_fresh->take());
    const auto work = [old, fresh, cost = m_cost](storage::Store& store, const Progress&) {
        return accounts::changeOwnPassword(store, *old, *fresh, cost);
    };
    jobs::onFinished(m_context.store.submit(work), this, [this](const Done& done) {
        setBusy(false);
        if (done) {
            emit changed();
            accept();
            return;
        }
        m_problem->setText(
            done.error().key == "key.wrong" ? tr("The present password is wrong.")
                                            : words(done.error()).what);
        m_problem->show();
        m_old->setFocus();
    });
}

void PasswordDialog::setBusy(bool busy)
{
    m_busy = busy;
    m_old->setEnabled(!busy);
    m_fresh->setEnabled(!busy);
    m_change->setEnabled(!busy && !m_old->isEmpty() && m_fresh->isGood());
    say();
}

void PasswordDialog::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) say();
    QDialog::changeEvent(event);
}

void PasswordDialog::say()
{
    setWindowTitle(tr("Change password"));
    m_oldWord->setText(tr("Present password"));
    m_old->setAccessibleWords(m_oldWord->text());
    m_change->setText(m_busy ? tr("One moment…") : tr("Change it"));
    m_cancel->setText(tr("Cancel"));
}

} // namespace edupro::ui
