// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/PasswordDialog.h"

#include "core/accounts/UserActions.h"
#include "core/jobs/OnFinished.h"
#include "ui/accounts/NewPassword.h"
#include "ui/accounts/PasswordProblem.h"
#include "ui/common/PasswordField.h"
#include "ui/shell/Context.h"

#include <QLabel>
#include <QLineEdit>

namespace edupro::ui {

using security::SecretBytes;

PasswordDialog::PasswordDialog(Context& context, const security::ScryptCost& cost, QWidget* parent)
    : AskDialog({"passwordDialog", "passwordProblem", "takePassword", "keepPassword"}, parent)
    , m_context(context)
    , m_cost(cost)
    , m_oldWord(new QLabel(this))
    , m_old(new PasswordField(context.theme, QStringLiteral("oldPassword"), this))
    , m_fresh(new NewPassword(context.theme, this))
{
    m_fresh->setOwner({.login = context.person().login, .school = context.school().name});
    addField(m_oldWord, m_old);
    add(m_fresh);
    connect(m_old, &PasswordField::entered, m_fresh, qOverload<>(&QWidget::setFocus));
    connect(m_old, &PasswordField::edited, this, &PasswordDialog::say);
    connect(m_fresh, &NewPassword::changed, this, &PasswordDialog::say);
    say();
    m_old->setFocus();
}

void PasswordDialog::go()
{
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
        refuse(passwordProblem(done.error(), tr("The present password is wrong.")));
        m_old->setFocus();
    });
}

bool PasswordDialog::isReady() const
{
    return !m_old->isEmpty() && m_fresh->isGood();
}

PasswordDialog::Words PasswordDialog::frameWords() const
{
    return {.title = tr("Change password"), .go = tr("Change it"), .cancel = tr("Cancel")};
}

void PasswordDialog::sayParts()
{
    m_old->setEnabled(!isBusy());
    m_fresh->setEnabled(!isBusy());
    m_oldWord->setText(tr("Present password"));
    m_old->setAccessibleWords(m_oldWord->text());
}

} // namespace edupro::ui
