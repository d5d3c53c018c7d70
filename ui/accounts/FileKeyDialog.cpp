// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/FileKeyDialog.h"

#include "core/jobs/OnFinished.h"
#include "ui/accounts/FirstAdministratorForm.h"
#include "ui/accounts/PasswordProblem.h"
#include "ui/common/PasswordField.h"
#include "ui/shell/Context.h"

#include <QLabel>

namespace edupro::ui {

using security::SecretBytes;

FileKeyDialog::FileKeyDialog(
    Context& context,
    const accounts::Computer& computer,
    std::shared_ptr<security::Session> session,
    QWidget* parent)
    : AskDialog({"fileKeyDialog", "keyProblem", "changeKey", "leaveKey"}, parent)
    , m_context(context)
    , m_computer(computer)
    , m_session(std::move(session))
    , m_encrypts(!context.standing().encrypted)
    , m_text(new QLabel(this))
{
    m_text->setWordWrap(true);
    add(m_text);
    if (m_session) {
        m_passwordWord = new QLabel(this);
        m_password = new PasswordField(context.theme, QStringLiteral("keyPassword"), this);
        addField(m_passwordWord, m_password);
        connect(m_password, &PasswordField::edited, this, &FileKeyDialog::say);
        m_password->setFocus();
    } else {
        m_first = new FirstAdministratorForm(context.theme, context.school().name, this);
        add(m_first);
        connect(m_first, &FirstAdministratorForm::changed, this, &FileKeyDialog::say);
        m_first->setFocus();
    }
    say();
}

void FileKeyDialog::go()
{
    if (m_session)
        submitPassword();
    else
        submitFirst();
}

bool FileKeyDialog::isReady() const
{
    return m_session ? !m_password->isEmpty() : m_first->isGood();
}

void FileKeyDialog::submitPassword()
{
    setBusy(true);
    QString typed = m_password->take();
    const auto password = std::make_shared<const SecretBytes>(SecretBytes::ofPassword(typed));
    security::wipe(typed);
    const auto work = [password, session = m_session, computer = m_computer](
                          storage::Store& store, const Progress&) {
        return accounts::enterAgain(store, *session, *password, computer);
    };
    jobs::onFinished(m_context.store.submit(work), this, [this, password](const Done& right) {
        setBusy(false);
        if (right) {
            accept();
            emit confirmed(
                {.encrypts = m_encrypts,
                 .nobodys = false,
                 .administrator =
                     {.login = m_context.person().login, .name = m_context.person().name},
                 .password = password});
            return;
        }
        refuse(passwordProblem(right.error(), tr("The password is wrong.")));
        m_password->setFocus();
    });
}

void FileKeyDialog::submitFirst()
{
    if (const QString problem = m_first->problem(); !problem.isEmpty()) {
        refuse(problem);
        return;
    }
    const auto password = std::make_shared<const SecretBytes>(m_first->take());
    accept();
    emit confirmed(
        {.encrypts = true,
         .nobodys = true,
         .administrator = m_first->administrator(),
         .password = password});
}

FileKeyDialog::Words FileKeyDialog::frameWords() const
{
    return {
        .title = m_encrypts ? tr("Encrypt the school file") : tr("New file key"),
        .go = m_encrypts ? tr("Encrypt") : tr("Change the key"),
        .cancel = tr("Cancel")};
}

void FileKeyDialog::sayParts()
{
    if (!m_encrypts)
        m_text->setText(
            tr("The school closes and its file is written anew under another key. Your password "
               "stays; everybody else gets a one-time password, and there is a new recovery code. "
               "Backups made before still open with the passwords of their day."));
    else if (m_session)
        m_text->setText(
            tr("The school closes and its file is encrypted. Your password stays; everybody else "
               "gets a one-time password. Backups made before stay readable for everybody: remove "
               "them when you no longer need them."));
    else
        m_text->setText(
            tr("The school closes and its file is encrypted. From then on you sign in as its "
               "administrator. Backups made before stay readable for everybody: remove them when "
               "you no longer need them."));
    if (!m_session) return;
    m_password->setEnabled(!isBusy());
    m_passwordWord->setText(tr("Your password"));
    m_password->setAccessibleWords(m_passwordWord->text());
}

} // namespace edupro::ui
