// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/NewCodeDialog.h"

#include "core/accounts/UserActions.h"
#include "core/jobs/OnFinished.h"
#include "ui/accounts/RecoveryPaper.h"
#include "ui/common/ErrorText.h"
#include "ui/shell/Context.h"

#include <QLabel>

namespace edupro::ui {

NewCodeDialog::NewCodeDialog(Context& context, const security::ScryptCost& cost, QWidget* parent)
    : AskDialog({"newCodeDialog", "newCodeProblem", "makeCode", "leaveCode"}, parent)
    , m_context(context)
    , m_cost(cost)
    , m_text(new QLabel(this))
    , m_paper(new RecoveryPaper(context, this))
{
    m_text->setWordWrap(true);
    m_paper->hide();
    add(m_text);
    add(m_paper);
    connect(m_paper, &RecoveryPaper::refused, this, &NewCodeDialog::refuse);
    connect(m_paper, &RecoveryPaper::compared, this, [this] {
        emit renewed();
        accept();
    });
    say();
}

void NewCodeDialog::go()
{
    if (m_made)
        m_paper->compare();
    else
        make();
}

void NewCodeDialog::make()
{
    setBusy(true);
    const auto work = [cost = m_cost](storage::Store& store, const Progress&) -> Result<QString> {
        const auto code = accounts::renewRecoveryCode(store, cost);
        if (!code) return code.error();
        return code->text();
    };
    jobs::onFinished(m_context.store.submit(work), this, [this](Result<QString> code) {
        m_made = code.has_value();
        setBusy(false);
        if (!code) {
            const ErrorWords said = words(code.error());
            refuse(said.what + '\n' + said.advice);
            return;
        }
        m_paper->setVisible(true);
        m_paper->show(*code, m_context.school().name);
        refuse({});
    });
}

void NewCodeDialog::reject()
{
    if (m_made && !m_warned) {
        m_warned = true;
        refuse(tr("The old code does not open the school any more. Type the new one from the paper "
                  "first, or press Close once more."));
        return;
    }
    AskDialog::reject();
}

NewCodeDialog::Words NewCodeDialog::frameWords() const
{
    return {
        .title = tr("New recovery code"),
        .go = m_made ? tr("It is on paper") : tr("Make a new code"),
        .cancel = m_made ? tr("Close") : tr("Cancel")};
}

void NewCodeDialog::sayParts()
{
    m_text->setText(
        m_made ? tr("It is shown only now. Print it or write it down. The old paper opens only "
                    "backups that were made before.")
               : tr("The recovery code opens the school when every password is forgotten. A new "
                    "one takes its place; the old paper then opens only backups that were made "
                    "before."));
}

} // namespace edupro::ui
