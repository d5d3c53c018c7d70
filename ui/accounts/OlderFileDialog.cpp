// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/OlderFileDialog.h"

#include "core/accounts/OlderFile.h"
#include "core/jobs/OnFinished.h"
#include "ui/common/ErrorText.h"
#include "ui/shell/Context.h"

#include <QLabel>
#include <QLineEdit>

namespace edupro::ui {

OlderFileDialog::OlderFileDialog(Context& context, qint64 missing, QWidget* parent)
    : AskDialog(
          {"olderFileDialog", "olderFileProblem", "goOnWithOlderFile", "keepOlderFile"}, parent)
    , m_context(context)
    , m_missing(missing)
    , m_meaning(new QLabel(this))
    , m_reasonWord(new QLabel(this))
    , m_reason(new QLineEdit(this))
{
    m_meaning->setObjectName("olderFileMeaning");
    m_meaning->setWordWrap(true);
    m_reason->setObjectName("olderFileReason");
    m_reason->setMaxLength(static_cast<int>(storage::longestReason));
    m_reasonWord->setBuddy(m_reason);
    add(m_meaning);
    addField(m_reasonWord, m_reason);
    connect(m_reason, &QLineEdit::textChanged, this, &OlderFileDialog::say);
    say();
    m_reason->setFocus();
}

void OlderFileDialog::go()
{
    setBusy(true);
    const auto work = [reason = m_reason->text()](storage::Store& store, const Progress&) {
        return accounts::acceptOlderFile(store, reason);
    };
    jobs::onFinished(m_context.store.submit(work), this, [this](const Done& done) {
        setBusy(false);
        if (done) {
            emit decided();
            accept();
            return;
        }
        refuse(words(done.error()).what);
    });
}

bool OlderFileDialog::isReady() const
{
    return !m_reason->text().trimmed().isEmpty();
}

OlderFileDialog::Words OlderFileDialog::frameWords() const
{
    return {
        .title = tr("Go on with an older file?"),
        .go = tr("Go on with this file"),
        .cancel = tr("Not now")};
}

void OlderFileDialog::sayParts()
{
    m_reason->setEnabled(!isBusy());
    QString meaning =
        m_missing > 0
            ? tr("%1 changes that were made in this school are not in this file.").arg(m_missing)
            : tr("Changes that were made in this school are not in this file.");
    meaning += u' ' + tr("Look for the newest file first, on the other computers and sticks, and "
                         "among the backups. When you go on, they are lost unless they are entered "
                         "again, and the log of changes keeps your decision and its reason.");
    m_meaning->setText(meaning);
    m_reasonWord->setText(tr("Why this file is the right one (no names of students)"));
    m_reason->setAccessibleName(m_reasonWord->text());
}

} // namespace edupro::ui
