// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/FileKeyDialog.h"

#include "core/jobs/OnFinished.h"
#include "core/record/Validate.h"
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

FileKeyDialog::FileKeyDialog(
    Context& context,
    const accounts::Computer& computer,
    std::shared_ptr<security::Session> session,
    QWidget* parent)
    : QDialog(parent)
    , m_context(context)
    , m_computer(computer)
    , m_session(std::move(session))
    , m_encrypts(!context.standing().encrypted)
    , m_text(new QLabel(this))
    , m_nameWord(new QLabel(this))
    , m_name(new QLineEdit(this))
    , m_loginWord(new QLabel(this))
    , m_login(new QLineEdit(QStringLiteral("admin"), this))
    , m_fresh(new NewPassword(context.theme, this))
    , m_passwordWord(new QLabel(this))
    , m_password(new PasswordField(context.theme, QStringLiteral("keyPassword"), this))
    , m_problem(new QLabel(this))
    , m_go(new QPushButton(this))
    , m_cancel(new QPushButton(this))
{
    setObjectName("fileKeyDialog");
    setAttribute(Qt::WA_DeleteOnClose);
    setFixedWidth(460);
    m_text->setWordWrap(true);
    m_name->setObjectName("keyName");
    m_name->setMaxLength(100);
    m_login->setObjectName("keyLogin");
    m_login->setMaxLength(40);
    m_problem->setObjectName("keyProblem");
    m_problem->setWordWrap(true);
    setLook(m_problem, "risk");
    m_problem->hide();
    m_go->setObjectName("changeKey");
    m_go->setDefault(true);
    setLook(m_go, "primary");
    m_cancel->setObjectName("leaveKey");
    m_cancel->setAutoDefault(false);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_go);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 16, 20, 16);
    layout->setSpacing(8);
    for (QWidget* part : std::initializer_list<QWidget*>{
             m_text,
             m_nameWord,
             m_name,
             m_loginWord,
             m_login,
             m_fresh,
             m_passwordWord,
             m_password,
             m_problem})
        layout->addWidget(part);
    layout->addLayout(buttons);
    for (QWidget* part :
         std::initializer_list<QWidget*>{m_nameWord, m_name, m_loginWord, m_login, m_fresh})
        part->setVisible(!m_session);
    for (QWidget* part : std::initializer_list<QWidget*>{m_passwordWord, m_password})
        part->setVisible(m_session != nullptr);
    const auto owner = [this] {
        m_fresh->setOwner({.login = m_login->text(), .school = m_context.school().name});
    };
    connect(m_login, &QLineEdit::textChanged, this, owner);
    connect(m_password, &PasswordField::edited, this, [this] { setBusy(m_busy); });
    connect(m_fresh, &NewPassword::changed, this, [this] { setBusy(m_busy); });
    connect(m_go, &QPushButton::clicked, this, &FileKeyDialog::submit);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    owner();
    setBusy(false);
    if (m_session)
        m_password->setFocus();
    else
        m_name->setFocus();
}

void FileKeyDialog::submit()
{
    if (m_busy) return;
    if (m_session)
        submitPassword();
    else
        submitFirst();
}

void FileKeyDialog::submitPassword()
{
    if (m_password->isEmpty()) return;
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
        const ErrorWords said = words(right.error());
        m_problem->setText(
            right.error().key == "key.wrong" ? tr("The password is wrong.")
                                             : said.what + ' ' + said.advice);
        m_problem->show();
        m_password->setFocus();
    });
}

void FileKeyDialog::submitFirst()
{
    if (!m_fresh->isGood()) return;
    const accounts::FirstAdministrator first{
        .login = m_login->text().trimmed().toLower(), .name = m_name->text().trimmed()};
    const EntityInfo& users = entityInfo<User>();
    Error wrong{.code = ErrorCode::Validation};
    for (const auto& [column, value] :
         {std::pair(u"name", first.name), std::pair(u"login", first.login)}) {
        const FieldInfo& field = users.fields[static_cast<std::size_t>(users.indexOf(column))];
        for (const Issue& issue : issuesOfField(field, value, QDate::currentDate()))
            wrong.issues.push_back(issue);
    }
    if (!wrong.issues.empty()) {
        const ErrorWords said = words(wrong, [this](const std::string& column) {
            return column == "name" ? m_nameWord->text() : m_loginWord->text();
        });
        m_problem->setText(said.what + '\n' + said.why);
        m_problem->show();
        return;
    }
    const auto password = std::make_shared<const SecretBytes>(m_fresh->take());
    accept();
    emit confirmed(
        {.encrypts = true, .nobodys = true, .administrator = first, .password = password});
}

void FileKeyDialog::setBusy(bool busy)
{
    m_busy = busy;
    m_password->setEnabled(!busy);
    m_go->setEnabled(!busy && (m_session ? !m_password->isEmpty() : m_fresh->isGood()));
    say();
}

void FileKeyDialog::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) say();
    QDialog::changeEvent(event);
}

void FileKeyDialog::say()
{
    setWindowTitle(m_encrypts ? tr("Encrypt the school file") : tr("New file key"));
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
    m_nameWord->setText(tr("Your name"));
    m_name->setAccessibleName(m_nameWord->text());
    m_loginWord->setText(tr("User name"));
    m_login->setAccessibleName(m_loginWord->text());
    m_passwordWord->setText(tr("Your password"));
    m_password->setAccessibleWords(m_passwordWord->text());
    m_go->setText(m_busy ? tr("One moment…") : m_encrypts ? tr("Encrypt") : tr("Change the key"));
    m_cancel->setText(tr("Cancel"));
}

} // namespace edupro::ui
