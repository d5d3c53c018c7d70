// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/NewCodeDialog.h"

#include "core/accounts/UserActions.h"
#include "core/jobs/OnFinished.h"
#include "ui/accounts/RecoveryPaper.h"
#include "ui/common/ErrorText.h"
#include "ui/shell/Context.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace edupro::ui {

NewCodeDialog::NewCodeDialog(Context& context, const security::ScryptCost& cost, QWidget* parent)
    : QDialog(parent)
    , m_context(context)
    , m_cost(cost)
    , m_text(new QLabel(this))
    , m_paper(new RecoveryPaper(context, this))
    , m_problem(new QLabel(this))
    , m_go(new QPushButton(this))
    , m_cancel(new QPushButton(this))
{
    setObjectName("newCodeDialog");
    setAttribute(Qt::WA_DeleteOnClose);
    setFixedWidth(460);
    m_text->setWordWrap(true);
    m_problem->setObjectName("newCodeProblem");
    m_problem->setWordWrap(true);
    setLook(m_problem, "risk");
    m_problem->hide();
    m_paper->hide();
    m_go->setObjectName("makeCode");
    m_go->setDefault(true);
    setLook(m_go, "primary");
    m_cancel->setObjectName("leaveCode");
    m_cancel->setAutoDefault(false);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_go);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 16, 20, 16);
    layout->setSpacing(8);
    for (QWidget* part : std::initializer_list<QWidget*>{m_text, m_paper, m_problem})
        layout->addWidget(part);
    layout->addLayout(buttons);
    connect(m_go, &QPushButton::clicked, this, [this] {
        if (m_made)
            m_paper->compare();
        else
            make();
    });
    connect(m_cancel, &QPushButton::clicked, this, &NewCodeDialog::reject);
    connect(m_paper, &RecoveryPaper::refused, this, &NewCodeDialog::refuse);
    connect(m_paper, &RecoveryPaper::compared, this, [this] {
        emit renewed();
        accept();
    });
    say();
}

void NewCodeDialog::make()
{
    if (m_busy) return;
    m_busy = true;
    say();
    const auto work = [cost = m_cost](storage::Store& store, const Progress&) -> Result<QString> {
        const auto code = accounts::renewRecoveryCode(store, cost);
        if (!code) return code.error();
        return code->text();
    };
    jobs::onFinished(m_context.store.submit(work), this, [this](Result<QString> code) {
        m_busy = false;
        m_made = code.has_value();
        m_problem->hide();
        if (code) {
            m_paper->setVisible(true);
            m_paper->show(*code, m_context.school().name);
        } else {
            const ErrorWords said = words(code.error());
            refuse(said.what + '\n' + said.advice);
        }
        say();
        adjustSize();
    });
}

void NewCodeDialog::refuse(const QString& problem)
{
    m_problem->setText(problem);
    m_problem->show();
}

void NewCodeDialog::reject()
{
    if (m_busy) return; // the code would be made, and nobody would see it
    if (m_made && !m_warned) {
        m_warned = true;
        refuse(tr("The old code does not open the school any more. Type the new one from the paper "
                  "first, or press Close once more."));
        return;
    }
    QDialog::reject();
}

void NewCodeDialog::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) say();
    QDialog::changeEvent(event);
}

void NewCodeDialog::say()
{
    setWindowTitle(tr("New recovery code"));
    m_text->setText(
        m_made ? tr("It is shown only now. Print it or write it down. The old paper opens only "
                    "backups that were made before.")
               : tr("The recovery code opens the school when every password is forgotten. A new "
                    "one takes its place; the old paper then opens only backups that were made "
                    "before."));
    m_go->setText(
        m_made   ? tr("It is on paper")
        : m_busy ? tr("One moment…")
                 : tr("Make a new code"));
    m_go->setEnabled(!m_busy);
    m_cancel->setText(m_made ? tr("Close") : tr("Cancel"));
}

} // namespace edupro::ui
