// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/NewSchoolPage.h"

#include "core/jobs/OnFinished.h"
#include "core/record/Validate.h"
#include "ui/accounts/NewPassword.h"
#include "ui/accounts/RecoveryPaper.h"
#include "ui/common/ErrorText.h"

#include <QBoxLayout>
#include <QDir>
#include <QEvent>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace edupro::ui {

namespace {

const FieldInfo& userField(const char16_t* column)
{
    const EntityInfo& users = entityInfo<User>();
    return users.fields[static_cast<std::size_t>(users.indexOf(column))];
}

} // namespace

NewSchoolPage::NewSchoolPage(
    Context& context, const accounts::Computer& computer, const Wanted& wanted, QWidget* parent)
    : EntryCard(context, "shield", parent)
    , m_context(context)
    , m_computer(computer)
    , m_wanted(wanted)
    , m_codeText(std::make_shared<QString>())
{
    setObjectName("newSchoolPage");
    makeAdministratorStep();
    makePaperStep();
    showStep(Administrator);
    checkOwner();
    setBusy(false);
    m_name->setFocus();
}

NewSchoolPage::~NewSchoolPage()
{
    security::wipe(*m_codeText);
}

void NewSchoolPage::makeAdministratorStep()
{
    QVBoxLayout* step = addStep();
    m_nameWord = new QLabel(this);
    m_name = new QLineEdit(this);
    m_name->setObjectName("administratorName");
    m_name->setMaxLength(100);
    m_loginWord = new QLabel(this);
    m_login = new QLineEdit(QStringLiteral("admin"), this);
    m_login->setObjectName("administratorLogin");
    m_login->setMaxLength(40);
    m_password = new NewPassword(m_context.theme, this);
    m_create = primaryButton(QStringLiteral("makeSchool"), this);
    m_back = linkButton(QStringLiteral("backToWelcome"), this);
    for (const auto& [word, field] :
         {std::pair(m_nameWord, m_name), std::pair(m_loginWord, m_login)}) {
        auto* labelled = new QVBoxLayout;
        labelled->setSpacing(4); // as NewPassword below
        labelled->addWidget(word);
        labelled->addWidget(field);
        step->addLayout(labelled);
    }
    step->addWidget(m_password);
    step->addWidget(m_create);
    step->addWidget(m_back, 0, Qt::AlignLeft);
    connect(m_name, &QLineEdit::returnPressed, m_login, qOverload<>(&QWidget::setFocus));
    connect(m_login, &QLineEdit::returnPressed, m_password, qOverload<>(&QWidget::setFocus));
    connect(m_login, &QLineEdit::textChanged, this, &NewSchoolPage::checkOwner);
    connect(m_name, &QLineEdit::textChanged, this, &NewSchoolPage::checkOwner);
    connect(m_password, &NewPassword::changed, this, [this] { setBusy(m_busy); });
    connect(m_password, &NewPassword::entered, this, &NewSchoolPage::create);
    connect(m_create, &QPushButton::clicked, this, &NewSchoolPage::create);
    connect(m_back, &QPushButton::clicked, this, &NewSchoolPage::givenUp);
}

void NewSchoolPage::makePaperStep()
{
    QVBoxLayout* step = addStep();
    m_paper = new RecoveryPaper(m_context, this);
    m_finish = primaryButton(QStringLiteral("finishSchool"), this);
    step->addWidget(m_paper);
    step->addWidget(m_finish);
    connect(m_paper, &RecoveryPaper::compared, this, [this] { emit made(*m_entry); });
    connect(m_paper, &RecoveryPaper::refused, this, &NewSchoolPage::setProblem);
    connect(m_finish, &QPushButton::clicked, m_paper, &RecoveryPaper::compare);
}

void NewSchoolPage::checkOwner()
{
    m_password->setOwner({.login = m_login->text(), .school = m_wanted.school.name});
}

void NewSchoolPage::create()
{
    if (m_busy || !m_password->isGood()) return;
    const accounts::FirstAdministrator administrator{
        .login = m_login->text().trimmed().toLower(), .name = m_name->text().trimmed()};
    Error wrong{.code = ErrorCode::Validation};
    const QDate today = QDate::currentDate();
    for (const auto& [column, value] :
         {std::pair(u"name", administrator.name), std::pair(u"login", administrator.login)}) {
        for (const Issue& issue : issuesOfField(userField(column), value, today))
            wrong.issues.push_back(issue);
    }
    if (!wrong.issues.empty()) {
        refuse(wrong);
        return;
    }
    setBusy(true);
    m_entry = std::make_shared<Entry>();
    m_entry->file = m_wanted.path;
    const auto password = std::make_shared<const security::SecretBytes>(m_password->take());
    const auto work = [wanted = m_wanted,
                       administrator,
                       password,
                       computer = m_computer,
                       code = m_codeText]() -> Result<accounts::Opened> {
        QDir().mkpath(QFileInfo(wanted.path).path());
        const auto make = [&wanted](const storage::StoreOptions& options) {
            return school::createSchoolFile(wanted.path, wanted.school, options);
        };
        auto made =
            accounts::createProtectedSchool(wanted.path, make, administrator, *password, computer);
        if (!made) return made.error();
        *code = made->recoveryCode.text();
        return std::move(made->opened);
    };
    jobs::onFinished(m_context.store.open(openInto(m_entry, work)), this, [this](const Done& made) {
        setBusy(false);
        if (made)
            showCode();
        else
            refuse(made.error());
    });
}

void NewSchoolPage::showCode()
{
    setProblem({});
    showStep(Paper);
    say();
    m_paper->show(*m_codeText, m_wanted.school.name);
}

void NewSchoolPage::refuse(const Error& error)
{
    ErrorWords said = words(error, [this](const std::string& column) {
        if (column == "name") return m_nameWord->text();
        if (column == "login") return m_loginWord->text();
        return QString::fromStdString(column);
    });
    if (!error.issues.empty()) said.advice.clear(); // the faults say it
    setProblem(inLines(said));
}

void NewSchoolPage::setBusy(bool busy)
{
    m_busy = busy;
    for (QWidget* part : std::initializer_list<QWidget*>{m_name, m_login, m_password, m_back})
        part->setEnabled(!busy);
    m_create->setEnabled(!busy && m_password->isGood());
    if (busy) setProblem({});
    say();
}

void NewSchoolPage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) say();
    EntryCard::changeEvent(event);
}

void NewSchoolPage::say()
{
    if (step() == Paper)
        setWords(
            tr("The recovery code"),
            tr("It is shown only now. Print it or write it down: without it nobody can open the "
               "school when the passwords are forgotten."));
    else
        setWords(
            tr("Who administers %1?").arg(m_wanted.school.name),
            tr("The file is encrypted. Your password opens it, and nothing else can."));
    m_nameWord->setText(tr("Your name"));
    m_name->setAccessibleName(m_nameWord->text());
    m_loginWord->setText(tr("User name"));
    m_login->setAccessibleName(m_loginWord->text());
    m_create->setText(m_busy ? tr("Encrypting…") : tr("Make the school"));
    m_back->setText(tr("Back"));
    m_finish->setText(tr("Open the school"));
}

} // namespace edupro::ui
