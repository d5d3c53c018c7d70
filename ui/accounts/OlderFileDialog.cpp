// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/OlderFileDialog.h"

#include "core/accounts/OlderFile.h"
#include "core/jobs/OnFinished.h"
#include "ui/common/ErrorText.h"
#include "ui/shell/Context.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace edupro::ui {

OlderFileDialog::OlderFileDialog(Context& context, qint64 missing, QWidget* parent)
    : QDialog(parent)
    , m_context(context)
    , m_missing(missing)
    , m_meaning(new QLabel(this))
    , m_reasonWord(new QLabel(this))
    , m_reason(new QLineEdit(this))
    , m_problem(new QLabel(this))
    , m_goOn(new QPushButton(this))
    , m_cancel(new QPushButton(this))
{
    setObjectName("olderFileDialog");
    setAttribute(Qt::WA_DeleteOnClose);
    setFixedWidth(460);
    m_meaning->setObjectName("olderFileMeaning");
    m_meaning->setWordWrap(true);
    m_reason->setObjectName("olderFileReason");
    m_reason->setMaxLength(static_cast<int>(storage::longestReason));
    m_reasonWord->setBuddy(m_reason);
    m_problem->setObjectName("olderFileProblem");
    m_problem->setWordWrap(true);
    setLook(m_problem, "risk");
    m_problem->hide();
    m_goOn->setObjectName("goOnWithOlderFile");
    setLook(m_goOn, "primary");
    m_cancel->setObjectName("keepOlderFile");
    m_cancel->setDefault(true);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_goOn);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 16, 20, 16);
    layout->setSpacing(8);
    for (QWidget* part :
         std::initializer_list<QWidget*>{m_meaning, m_reasonWord, m_reason, m_problem})
        layout->addWidget(part);
    layout->addLayout(buttons);
    connect(m_reason, &QLineEdit::textChanged, this, [this] { setBusy(m_busy); });
    connect(m_goOn, &QPushButton::clicked, this, &OlderFileDialog::submit);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    setBusy(false);
    m_reason->setFocus();
}

void OlderFileDialog::submit()
{
    if (m_busy) return;
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
        m_problem->setText(words(done.error()).what);
        m_problem->show();
    });
}

void OlderFileDialog::setBusy(bool busy)
{
    m_busy = busy;
    m_reason->setEnabled(!busy);
    m_goOn->setEnabled(!busy && !m_reason->text().trimmed().isEmpty());
    say();
}

void OlderFileDialog::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) say();
    QDialog::changeEvent(event);
}

void OlderFileDialog::say()
{
    setWindowTitle(tr("Go on with an older file?"));
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
    m_goOn->setText(m_busy ? tr("One moment…") : tr("Go on with this file"));
    m_cancel->setText(tr("Not now"));
}

} // namespace edupro::ui
