// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/OlderFileBar.h"

#include "core/jobs/OnFinished.h"
#include "ui/accounts/OlderFileDialog.h"
#include "ui/shell/Context.h"

#include <QAccessible>
#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QPushButton>

namespace edupro::ui {

OlderFileBar::OlderFileBar(Context& context, QWidget* parent)
    : QFrame(parent)
    , m_context(context)
    , m_text(new QLabel(this))
    , m_decide(new QPushButton(this))
{
    setObjectName("olderFileBar");
    setLook(this, "notice");
    m_text->setObjectName("olderFileText");
    m_text->setWordWrap(true);
    m_decide->setObjectName("decideOlderFile");
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 4, 8, 4);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_decide);
    connect(m_decide, &QPushButton::clicked, this, &OlderFileBar::decide);
    hide();
    ask();
}

void OlderFileBar::ask()
{
    const auto work = [](storage::Store& store, const Progress&) {
        return accounts::olderFileOf(store);
    };
    using Answer = Result<std::optional<accounts::OlderFile>>;
    jobs::onFinished(m_context.store.submit(work), this, [this](const Answer& answer) {
        const bool isOlder = answer && answer->has_value();
        if (isOlder) m_older = **answer;
        say();
        setVisible(isOlder);
        if (!isOlder) return;
        QAccessibleEvent spoken(this, QAccessible::Alert);
        QAccessible::updateAccessibility(&spoken);
    });
}

void OlderFileBar::decide()
{
    auto* dialog = new OlderFileDialog(m_context, m_older.missing, window());
    connect(dialog, &OlderFileDialog::decided, this, [this] {
        ask();
        m_context.announceChange();
    });
    dialog->open();
}

void OlderFileBar::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) say();
    QFrame::changeEvent(event);
}

void OlderFileBar::say()
{
    QString text =
        tr("This school file is older than the one that was open before. It can be read, "
           "but nothing can be saved until an administrator decides.");
    if (!m_older.mayDecide && !m_older.administrators.isEmpty())
        text += u' ' + tr("Ask: %1.").arg(m_older.administrators.join(QStringLiteral(", ")));
    m_text->setText(text);
    setAccessibleName(text);
    m_decide->setText(tr("Go on with this file…"));
    m_decide->setVisible(m_older.mayDecide);
}

} // namespace edupro::ui
