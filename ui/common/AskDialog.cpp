// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/AskDialog.h"

#include "ui/common/Labelled.h"
#include "ui/common/Theme.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>

namespace edupro::ui {

namespace {

constexpr int dialogWidth = 460;

} // namespace

AskDialog::AskDialog(const Names& names, QWidget* parent)
    : QDialog(parent)
    , m_parts(new QVBoxLayout)
    , m_problem(new QLabel(this))
    , m_go(new QPushButton(this))
    , m_cancel(new QPushButton(this))
{
    setObjectName(names.dialog);
    setAttribute(Qt::WA_DeleteOnClose);
    setFixedWidth(dialogWidth);
    m_problem->setObjectName(names.problem);
    m_problem->setWordWrap(true);
    setLook(m_problem, "risk");
    m_problem->hide();
    m_go->setObjectName(names.go);
    m_go->setDefault(true);
    setLook(m_go, "primary");
    m_cancel->setObjectName(names.cancel);
    m_cancel->setAutoDefault(false);
    m_parts->setSpacing(8);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_go);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 16, 20, 16);
    layout->setSpacing(8);
    layout->addLayout(m_parts);
    layout->addWidget(m_problem);
    layout->addSpacing(4);
    layout->addLayout(buttons);
    connect(m_go, &QPushButton::clicked, this, [this] {
        if (!m_busy && isReady()) go();
    });
    connect(m_cancel, &QPushButton::clicked, this, &AskDialog::reject);
}

void AskDialog::reject()
{
    if (!m_busy) QDialog::reject();
}

void AskDialog::add(QWidget* part)
{
    m_parts->addWidget(part);
}

void AskDialog::addField(QLabel* word, QWidget* field)
{
    addLabelled(*m_parts, word, field);
}

void AskDialog::refuse(const QString& problem)
{
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    fit();
}

void AskDialog::fit()
{
    // Not adjustSize(): it asks how high the words are in another width.
    layout()->activate();
    setFixedHeight(layout()->heightForWidth(dialogWidth));
}

void AskDialog::setBusy(bool busy)
{
    m_busy = busy;
    say();
}

void AskDialog::say()
{
    const Words words = frameWords();
    setWindowTitle(words.title);
    m_go->setText(m_busy ? tr("One moment…") : words.go);
    m_go->setEnabled(!m_busy && isReady());
    m_cancel->setText(words.cancel);
    m_cancel->setEnabled(!m_busy);
    sayParts();
    fit();
}

void AskDialog::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) say();
    QDialog::changeEvent(event);
}

} // namespace edupro::ui
