// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/NewSchoolPage.h"

#include "core/jobs/OnFinished.h"
#include "ui/accounts/FirstAdministratorForm.h"
#include "ui/accounts/RecoveryPaper.h"
#include "ui/common/ErrorText.h"

#include <QBoxLayout>
#include <QDir>
#include <QEvent>
#include <QFileInfo>
#include <QLabel>
#include <QPushButton>

namespace edupro::ui {

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
    setBusy(false);
    m_administrator->setFocus();
}

NewSchoolPage::~NewSchoolPage()
{
    security::wipe(*m_codeText);
}

void NewSchoolPage::makeAdministratorStep()
{
    QVBoxLayout* step = addStep();
    m_administrator = new FirstAdministratorForm(m_context.theme, m_wanted.school.name, this);
    m_create = primaryButton(QStringLiteral("makeSchool"), this);
    m_back = linkButton(QStringLiteral("backToWelcome"), this);
    step->addWidget(m_administrator);
    step->addWidget(m_create);
    step->addWidget(m_back, 0, Qt::AlignLeft);
    connect(m_administrator, &FirstAdministratorForm::changed, this, [this] { setBusy(m_busy); });
    connect(m_administrator, &FirstAdministratorForm::entered, this, &NewSchoolPage::create);
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

void NewSchoolPage::create()
{
    if (m_busy || !m_administrator->isGood()) return;
    if (const QString problem = m_administrator->problem(); !problem.isEmpty()) {
        setProblem(problem);
        return;
    }
    setBusy(true);
    m_entry = std::make_shared<Entry>();
    m_entry->file = m_wanted.path;
    const auto password = std::make_shared<const security::SecretBytes>(m_administrator->take());
    const auto work = [wanted = m_wanted,
                       administrator = m_administrator->administrator(),
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
    setProblem(inLines(words(error)));
}

void NewSchoolPage::setBusy(bool busy)
{
    m_busy = busy;
    m_administrator->setEnabled(!busy);
    m_back->setEnabled(!busy);
    m_create->setEnabled(!busy && m_administrator->isGood());
    if (busy) setProblem({});
    say();
}

void NewSchoolPage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) say();
    EntryCard::changeEvent(event);
}

void NewSchoolPage::closeEvent(QCloseEvent* event)
{
    if (step() != Paper) return;
    closeAtSecond(
        *event,
        tr("The code cannot be shown again. Type it from the paper first, or close once more."));
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
            tr("The file is encrypted. Your password opens it, or the recovery code that comes "
               "next; nothing else can."));
    m_create->setText(m_busy ? tr("Encrypting…") : tr("Make the school"));
    m_back->setText(tr("Back"));
    m_finish->setText(tr("Open the school"));
}

} // namespace edupro::ui
