// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/RecoveryPaper.h"

#include "core/security/RecoveryCode.h"
#include "ui/accounts/CodePaper.h"
#include "ui/common/ErrorText.h"
#include "ui/common/Labelled.h"
#include "ui/common/PasswordField.h"
#include "ui/shell/Context.h"

#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace edupro::ui {

RecoveryPaper::RecoveryPaper(Context& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_code(new QLabel(this))
    , m_print(new QPushButton(this))
    , m_copy(new QPushButton(this))
    , m_typedWord(new QLabel(this))
    , m_typed(new QLineEdit(this))
{
    m_code->setObjectName("recoveryCodeText");
    m_code->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_code->setAlignment(Qt::AlignCenter);
    m_code->setFont(codeFont(16));
    m_code->setMinimumHeight(48);
    m_print->setObjectName("printCode");
    m_print->setIcon(m_context.theme.icon("print", Token::Ink));
    m_print->setAutoDefault(false);
    m_copy->setObjectName("copyCode");
    m_copy->setIcon(m_context.theme.icon("copy", Token::Ink));
    m_copy->setAutoDefault(false);
    m_typedWord->setWordWrap(true);
    m_typed->setObjectName("typedCode");
    m_typed->setMaxLength(60);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_print);
    buttons->addWidget(m_copy);
    buttons->addStretch(1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_code);
    layout->addSpacing(4);
    layout->addLayout(buttons);
    layout->addSpacing(8);
    addLabelled(*layout, m_typedWord, m_typed);
    connect(m_print, &QPushButton::clicked, this, &RecoveryPaper::print);
    connect(m_copy, &QPushButton::clicked, this, [this] { m_copied.copy(m_text); });
    connect(m_typed, &QLineEdit::returnPressed, this, &RecoveryPaper::compare);
    say();
}

RecoveryPaper::~RecoveryPaper()
{
    forget();
}

void RecoveryPaper::show(QString& code, const QString& school)
{
    security::wipe(m_text);
    m_text = QString(code.constData(), code.size()); // a copy of its own
    security::wipe(code);
    m_school = school;
    m_code->setText(m_text);
    m_typed->setFocus();
}

void RecoveryPaper::print()
{
    m_context.dialogs.saveFile(
        {.title = tr("Where to save the page"),
         .filter = tr("PDF (*.pdf)"),
         .suggested = tr("recovery-code") + QStringLiteral(".pdf")},
        [guard = QPointer(this)](const QString& path) {
            if (!guard) return;
            const Done written = writeCodePaper(path, guard->m_school, guard->m_text);
            if (!written) emit guard->refused(inLines(words(written.error())));
        });
}

void RecoveryPaper::compare()
{
    QString typed = wipeableText(*m_typed);
    const auto code = security::RecoveryCode::parse(typed);
    security::wipe(typed);
    if (!code) {
        emit refused(inLines(words(code.error())));
        return;
    }
    QString text = code->text();
    const bool same = text == m_text;
    security::wipe(text);
    if (!same) {
        emit refused(tr("This is another code. Compare each group of four with the paper."));
        return;
    }
    forget();
    emit compared();
}

void RecoveryPaper::forget()
{
    m_copied.forget();
    m_typed->clear();
    m_code->clear();
    security::wipe(m_text);
}

void RecoveryPaper::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) say();
    QWidget::changeEvent(event);
}

void RecoveryPaper::say()
{
    m_print->setText(tr("Save as a page to print…"));
    m_copy->setText(tr("Copy"));
    m_typedWord->setText(tr("Type it from the paper, to be sure that it can be read:"));
    m_typed->setAccessibleName(tr("Recovery code"));
}

QFont codeFont(int pixels)
{
    // By name: what a system calls its fixed font need not be there, and a code is shown once.
    QFont fixed;
    fixed.setFamilies({"Consolas", "DejaVu Sans Mono", "Liberation Mono", "Courier New"});
    fixed.setStyleHint(QFont::Monospace);
    fixed.setPixelSize(pixels);
    fixed.setBold(true);
    return fixed;
}

} // namespace edupro::ui
