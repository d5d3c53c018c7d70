// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/HandOverPage.h"

#include "ui/accounts/CodePaper.h"
#include "ui/accounts/RecoveryPaper.h"
#include "ui/common/ErrorText.h"
#include "ui/shell/Context.h"

#include <QBoxLayout>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QToolButton>

namespace edupro::ui {

namespace {

constexpr int highestList = 300; // pixels

} // namespace

HandOverPage::HandOverPage(
    Context& context, const QString& school, accounts::NewPasswords passwords, QWidget* parent)
    : EntryCard(context, "shield", parent)
    , m_context(context)
    , m_school(school)
    , m_passwords(std::move(passwords))
{
    setObjectName("handOverPage");
    makePaperStep();
    makePasswordStep();
    if (m_passwords.recoveryCode) {
        QString code = m_passwords.recoveryCode->text();
        m_paper->show(code, m_school);
        m_passwords.recoveryCode.reset();
        showStep(Paper);
    } else {
        showStep(Passwords);
    }
    say();
}

HandOverPage::~HandOverPage()
{
    for (QLabel* shown : m_shown)
        shown->clear();
    for (accounts::Invitation& invitation : m_passwords.invitations)
        security::wipe(invitation.password);
}

void HandOverPage::makePaperStep()
{
    QVBoxLayout* step = addStep();
    m_paper = new RecoveryPaper(m_context, this);
    m_compare = primaryButton(QStringLiteral("compareCode"), this);
    step->addWidget(m_paper);
    step->addWidget(m_compare);
    connect(m_paper, &RecoveryPaper::refused, this, &HandOverPage::setProblem);
    connect(m_compare, &QPushButton::clicked, m_paper, &RecoveryPaper::compare);
    connect(m_paper, &RecoveryPaper::compared, this, [this] {
        setProblem({});
        if (m_passwords.invitations.empty())
            emit handedOver();
        else
            goOn();
    });
}

void HandOverPage::makePasswordStep()
{
    QVBoxLayout* step = addStep();
    auto* area = new QScrollArea(this);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* rows = new QWidget(area);
    setLook(rows, "bar");
    auto* list = new QVBoxLayout(rows);
    list->setContentsMargins(0, 0, 0, 0);
    list->setSpacing(8);
    for (const accounts::Invitation& invitation : m_passwords.invitations)
        list->addWidget(makeRow(invitation, rows));
    list->addStretch(1);
    area->setWidget(rows);
    area->setFixedHeight(std::min(highestList, rows->sizeHint().height()));
    m_print = new QPushButton(this);
    m_print->setObjectName("printPasswords");
    m_print->setIcon(m_context.theme.icon("print", Token::Ink));
    m_done = primaryButton(QStringLiteral("handedOver"), this);
    step->addWidget(area);
    step->addWidget(m_print, 0, Qt::AlignLeft);
    step->addWidget(m_done);
    connect(m_print, &QPushButton::clicked, this, &HandOverPage::print);
    connect(m_done, &QPushButton::clicked, this, [this] {
        m_copied.forget();
        emit handedOver();
    });
}

QWidget* HandOverPage::makeRow(const accounts::Invitation& invitation, QWidget* parent)
{
    auto* row = new QWidget(parent);
    auto* name = new QLabel(invitation.user.name, row);
    setLook(name, "strong");
    auto* login = new QLabel(invitation.user.login, row);
    setLook(login, "small");
    auto* password = new QLabel(invitation.password, row);
    password->setObjectName(QStringLiteral("oneTimePassword"));
    password->setFont(codeFont(14));
    password->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_shown.push_back(password);
    auto* copy = new QToolButton(row);
    copy->setIcon(m_context.theme.icon("copy"));
    copy->setToolTip(tr("Copy"));
    copy->setAccessibleName(tr("Copy the password of %1").arg(invitation.user.name));
    setLook(copy, "quiet");
    connect(
        copy, &QToolButton::clicked, this, [this, password] { m_copied.copy(password->text()); });
    auto* layout = new QGridLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setVerticalSpacing(0);
    layout->addWidget(name, 0, 0);
    layout->addWidget(login, 1, 0);
    layout->addWidget(password, 0, 1, 2, 1);
    layout->addWidget(copy, 0, 2, 2, 1);
    layout->setColumnStretch(0, 1);
    return row;
}

void HandOverPage::print()
{
    m_context.dialogs.saveFile(
        {.title = tr("Where to save the page"),
         .filter = tr("PDF (*.pdf)"),
         .suggested = tr("one-time-passwords") + QStringLiteral(".pdf")},
        [guard = QPointer(this)](const QString& path) {
            if (!guard) return;
            const Done written =
                writePasswordSlips(path, guard->m_school, guard->m_passwords.invitations);
            guard->setProblem(written ? QString() : words(written.error()).what);
        });
}

void HandOverPage::goOn()
{
    showStep(Passwords);
    say();
    m_print->setFocus();
}

void HandOverPage::closeEvent(QCloseEvent* event)
{
    closeAtSecond(
        *event,
        tr("What is shown here cannot be shown again. Hand it over first, or close once more."));
}

void HandOverPage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) say();
    EntryCard::changeEvent(event);
}

void HandOverPage::say()
{
    if (step() == Paper)
        setWords(
            tr("The new recovery code"),
            tr("It is shown only now. Print it or write it down: without it nobody can open the "
               "school when the passwords are forgotten."));
    else
        setWords(
            tr("One-time passwords"),
            tr("They are shown only now. Hand each over in person: it counts for one sign-in "
               "within seven days, and a password of their own is chosen then."));
    m_compare->setText(tr("Go on"));
    m_print->setText(tr("Save as a page to print…"));
    m_done->setText(tr("I have handed them over"));
}

} // namespace edupro::ui
