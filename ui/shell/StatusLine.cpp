// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/StatusLine.h"

#include "ui/common/Format.h"
#include "ui/shell/Context.h"

#include <QBoxLayout>
#include <QDir>
#include <QEvent>
#include <QFileInfo>
#include <QLabel>

namespace edupro::ui {

StatusLine::StatusLine(Context& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_sign(new QLabel(this))
    , m_file(new QLabel(this))
    , m_secrecy(new QLabel(this))
    , m_model(new QLabel(this))
{
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(m_sign);
    layout->addWidget(m_file);
    m_secrecy->setObjectName("secrecy");
    layout->addSpacing(12);
    layout->addWidget(m_secrecy);
    layout->addSpacing(12);
    layout->addWidget(m_model);
    connect(&context, &Context::standingChanged, this, &StatusLine::say);
    connect(&context.theme, &Theme::changed, this, &StatusLine::say);
    say();
}

void StatusLine::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) say();
    QWidget::changeEvent(event);
}

void StatusLine::say()
{
    const Standing& standing = m_context.standing();
    const bool isOpen = !standing.file.isEmpty();
    struct Saved {
        const char* icon;
        Token tint;
        QString word;
    };
    const Saved saved[] = {
        {"check", Token::Fine, tr("saved")},
        {"retry", Token::InkSoft, tr("saving…")},
        {"alert-triangle", Token::Risk, tr("not saved")}};
    const Saved& now = saved[static_cast<int>(standing.saving)];
    m_sign->setVisible(isOpen);
    m_sign->setPixmap(m_context.theme.icon(now.icon, now.tint).pixmap(12));
    m_file->setText(
        isOpen ? QFileInfo(standing.file).fileName() + " · " + now.word
               : tr("No school file is open"));
    m_file->setToolTip(QDir::toNativeSeparators(standing.file));
    m_secrecy->setVisible(isOpen);
    m_secrecy->setText(standing.encrypted ? tr("encrypted") : tr("not encrypted"));
    m_secrecy->setToolTip(
        standing.encrypted ? tr("Nobody can read the file without a password of this school.")
                           : tr("Whoever has the file can read it. The page Data encrypts it."));
    m_model->setVisible(isOpen);
    m_model->setText(
        standing.modelVersion > 0 ? tr("Production model v%1 · %2")
                                        .arg(standing.modelVersion)
                                        .arg(format::date(standing.modelDate))
                                  : tr("No prediction model yet"));
}

} // namespace edupro::ui
