// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/SignInPage.h"

#include "core/jobs/OnFinished.h"
#include "ui/accounts/NewPassword.h"
#include "ui/accounts/PasswordProblem.h"
#include "ui/common/ErrorText.h"
#include "ui/common/Labelled.h"
#include "ui/common/PasswordField.h"
#include "ui/common/ReadOnly.h"

#include <QEvent>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTimer>

namespace edupro::ui {

using security::SecretBytes;

namespace {

/// A secret that a work item may carry although std::function copies it.
std::shared_ptr<const SecretBytes> carried(SecretBytes secret)
{
    return std::make_shared<const SecretBytes>(std::move(secret));
}

SecretBytes taken(PasswordField& field)
{
    QString typed = field.take();
    SecretBytes secret = SecretBytes::ofPassword(typed);
    security::wipe(typed);
    return secret;
}

} // namespace

SignInPage::SignInPage(Context& context, const accounts::Computer& computer, QWidget* parent)
    : EntryCard(context, "lock", parent)
    , m_context(context)
    , m_computer(computer)
    , m_tick(new QTimer(this))
{
    setObjectName("signInPage");
    makePasswordStep();
    makeCodeStep();
    makeChooseStep();
    m_tick->setInterval(1'000);
    connect(m_tick, &QTimer::timeout, this, &SignInPage::countDown);
    go(Password);
}

void SignInPage::makePasswordStep()
{
    QVBoxLayout* step = addStep();
    m_loginWord = new QLabel(this);
    m_login = new QLineEdit(this);
    m_login->setObjectName("login");
    m_login->setMaxLength(100);
    m_login->setInputMethodHints(Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase);
    m_passwordWord = new QLabel(this);
    m_password = new PasswordField(m_context.theme, QStringLiteral("password"), this);
    m_signIn = primaryButton(QStringLiteral("signIn"), this);
    m_toCode = linkButton(QStringLiteral("useRecoveryCode"), this);
    m_other = linkButton(QStringLiteral("otherSchool"), this);
    addLabelled(*step, m_loginWord, m_login);
    addLabelled(*step, m_passwordWord, m_password);
    step->addWidget(m_signIn);
    auto* links = new QHBoxLayout;
    links->setContentsMargins(-5, 0, -5, 0); // their words stand below the others
    links->addWidget(m_toCode);
    links->addStretch(1);
    links->addWidget(m_other);
    step->addLayout(links);
    connect(
        m_login, &QLineEdit::returnPressed, m_password->line(), qOverload<>(&QWidget::setFocus));
    connect(m_password, &PasswordField::entered, this, &SignInPage::submit);
    connect(m_signIn, &QPushButton::clicked, this, &SignInPage::submit);
    connect(m_toCode, &QPushButton::clicked, this, [this] { go(Code); });
    connect(m_other, &QPushButton::clicked, this, [this] {
        if (m_session)
            emit signOutRequested();
        else
            emit givenUp();
    });
}

void SignInPage::makeCodeStep()
{
    QVBoxLayout* step = addStep();
    m_codeWord = new QLabel(this);
    m_code = new QLineEdit(this);
    m_code->setObjectName("recoveryCode");
    m_code->setMaxLength(60);
    m_code->setPlaceholderText(QStringLiteral("XXXX-XXXX-XXXX-XXXX-XXXX-XXXX-XXXX"));
    m_useCode = primaryButton(QStringLiteral("signInWithCode"), this);
    m_back = linkButton(QStringLiteral("backToPassword"), this);
    addLabelled(*step, m_codeWord, m_code);
    step->addWidget(m_useCode);
    step->addWidget(m_back, 0, Qt::AlignLeft);
    connect(m_code, &QLineEdit::returnPressed, this, &SignInPage::submitCode);
    connect(m_useCode, &QPushButton::clicked, this, &SignInPage::submitCode);
    connect(m_back, &QPushButton::clicked, this, [this] { go(Password); });
}

void SignInPage::makeChooseStep()
{
    QVBoxLayout* step = addStep();
    m_fresh = new NewPassword(m_context.theme, this);
    m_choose = primaryButton(QStringLiteral("choosePassword"), this);
    step->addWidget(m_fresh);
    step->addWidget(m_choose);
    connect(m_fresh, &NewPassword::changed, this, [this] {
        m_choose->setEnabled(m_fresh->isGood() && !m_busy);
    });
    connect(m_fresh, &NewPassword::entered, this, &SignInPage::submitChoice);
    connect(m_choose, &QPushButton::clicked, this, &SignInPage::submitChoice);
}

void SignInPage::askFor(const QString& file, const QString& login, bool ended)
{
    m_file = file;
    m_session.reset();
    m_ended = ended;
    m_login->setText(login);
    setReadOnly(m_login, false);
    m_toCode->setVisible(accounts::isEncrypted(file));
    go(Password);
}

void SignInPage::askToUnlock(std::shared_ptr<security::Session> session)
{
    m_session = std::move(session);
    m_login->setText(m_context.person().login);
    setReadOnly(m_login, true);
    m_toCode->hide();
    go(Password);
}

void SignInPage::go(Step step)
{
    setProblem({});
    showStep(step);
    if (step == Password)
        (m_login->text().isEmpty() ? static_cast<QWidget*>(m_login) : m_password)->setFocus();
    else if (step == Code)
        m_code->setFocus();
    else
        m_fresh->setFocus();
    setBusy(m_busy);
    say();
}

void SignInPage::tell(std::function<QString()> words)
{
    m_told = std::move(words);
    say();
}

void SignInPage::submit()
{
    if (m_busy || m_wait > 0 || m_password->isEmpty()) return;
    const auto password = carried(taken(*m_password));
    if (!m_session) {
        m_oneTime = password;
        open([path = m_file, login = m_login->text(), password, computer = m_computer] {
            return accounts::signIn(path, login, *password, computer);
        });
        return;
    }
    setBusy(true);
    const auto work = [password, computer = m_computer, session = m_session](
                          storage::Store& store, const Progress&) {
        return accounts::enterAgain(store, *session, *password, computer);
    };
    jobs::onFinished(m_context.store.submit(work), this, [this](const Done& right) {
        setBusy(false);
        if (right)
            emit unlocked();
        else
            refuse(right.error());
    });
}

void SignInPage::submitCode()
{
    if (m_busy || m_wait > 0) return;
    QString typed = wipeableText(*m_code);
    auto code = security::RecoveryCode::parse(typed);
    security::wipe(typed);
    if (!code) {
        refuse(code.error());
        return;
    }
    m_code->clear();
    m_oneTime.reset();
    const auto paper = std::make_shared<const security::RecoveryCode>(std::move(code).value());
    open([path = m_file, paper, computer = m_computer] {
        return accounts::signInWithRecoveryCode(path, *paper, computer);
    });
}

void SignInPage::open(std::function<Result<accounts::Opened>()> work)
{
    setBusy(true);
    auto entry = std::make_shared<Entry>();
    entry->file = m_file;
    jobs::onFinished(
        m_context.store.open(openInto(entry, std::move(work))),
        this,
        [this, entry](const Done& in) {
            setBusy(false);
            if (in)
                enter(entry);
            else
                refuse(in.error());
        });
}

void SignInPage::enter(const std::shared_ptr<Entry>& entry)
{
    if (entry->mustChangePassword) {
        m_entry = entry;
        m_fresh->clear();
        m_fresh->setOwner({.login = entry->person.login, .school = {}});
        go(Choose);
        return;
    }
    m_oneTime.reset();
    emit signedIn(*entry);
}

void SignInPage::submitChoice()
{
    if (m_busy || !m_fresh->isGood()) return;
    setBusy(true);
    const auto work = [fresh = carried(m_fresh->take()), old = m_oneTime, cost = m_computer.cost](
                          storage::Store& store, const Progress&) {
        return old ? accounts::changeOwnPassword(store, *old, *fresh, cost)
                   : accounts::recoverPassword(store, *fresh, cost);
    };
    jobs::onFinished(m_context.store.submit(work), this, [this](const Done& chosen) {
        setBusy(false);
        if (!chosen) {
            refuse(chosen.error());
            return;
        }
        const std::shared_ptr<Entry> entry = std::move(m_entry);
        entry->mustChangePassword = false;
        m_oneTime.reset();
        emit signedIn(*entry);
    });
}

void SignInPage::refuse(const Error& error)
{
    if (const int seconds = secondsToWait(error); seconds > 0) {
        showWait(seconds);
        return;
    }
    // Who is signed in stands there, and cannot be mistyped.
    const QString wrong = m_session ? tr("The password is wrong.") : inLines(words(error));
    setProblem(passwordProblem(error, wrong));
    (step() == Code ? static_cast<QWidget*>(m_code) : m_password)->setFocus();
}

void SignInPage::showWait(int seconds)
{
    m_wait = seconds;
    m_tick->start();
    setBusy(m_busy);
    setProblem(tr("Too many attempts. Wait %Ln second(s).", nullptr, m_wait));
}

void SignInPage::countDown()
{
    if (m_wait > 1) {
        showWait(m_wait - 1);
        return;
    }
    m_wait = 0;
    m_tick->stop();
    setProblem({});
    setBusy(m_busy);
}

void SignInPage::setBusy(bool busy)
{
    m_busy = busy;
    const bool free = !busy && m_wait == 0;
    for (QWidget* part : std::initializer_list<QWidget*>{m_signIn, m_useCode}) {
        part->setEnabled(free);
    }
    for (QWidget* part : std::initializer_list<QWidget*>{m_toCode, m_other, m_back, m_fresh}) {
        part->setEnabled(!busy);
    }
    m_choose->setEnabled(!busy && m_fresh->isGood());
    if (busy) setProblem({});
    say();
}

void SignInPage::showEvent(QShowEvent* event)
{
    EntryCard::showEvent(event);
    if (step() == Password) go(Password);
}

void SignInPage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) say();
    EntryCard::changeEvent(event);
}

void SignInPage::say()
{
    const QString file = QFileInfo(m_file).fileName();
    if (step() == Choose)
        setWords(
            tr("Choose your own password"),
            m_oneTime
                ? tr("The password you signed in with counts once. From now on only you know "
                     "yours.")
                : tr("You are %1, user name %2. Your new password takes the place of the forgotten "
                     "one; the recovery code stays as it is.")
                      .arg(m_entry->person.name, m_entry->person.login));
    else if (step() == Code)
        setWords(
            tr("Use the recovery code"),
            tr("It was printed when the school was made, for the day when every password is "
               "forgotten."));
    else if (m_session)
        setWords(
            tr("Locked"),
            tr("%1 is signed in. What you typed is still here.").arg(m_context.person().name));
    else
        setWords(
            tr("Sign in"),
            m_told    ? file + QStringLiteral("\n\n") + m_told()
            : m_ended ? tr("Your session in %1 has ended. What you typed has been kept.").arg(file)
                      : file);
    m_loginWord->setText(tr("User name"));
    m_login->setAccessibleName(m_loginWord->text());
    m_passwordWord->setText(tr("Password"));
    m_password->setAccessibleWords(m_passwordWord->text());
    m_signIn->setText(m_busy ? tr("Checking…") : m_session ? tr("Unlock") : tr("Sign in"));
    m_toCode->setText(tr("Use the recovery code"));
    m_other->setText(m_session ? tr("Sign out") : tr("Open another school"));
    m_codeWord->setText(tr("Recovery code"));
    m_code->setAccessibleName(m_codeWord->text());
    m_useCode->setText(m_busy ? tr("Checking…") : tr("Sign in"));
    m_back->setText(tr("Back to the password"));
    m_choose->setText(m_busy ? tr("One moment…") : tr("Take this password"));
}

} // namespace edupro::ui
