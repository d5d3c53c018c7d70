// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/NoticeBar.h"

#include "ui/common/Theme.h"

#include <QAccessible>
#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

namespace edupro::ui {

NoticeBar::NoticeBar(const Theme& theme, const QString& name, QWidget* parent)
    : QFrame(parent)
    , m_text(new QLabel(this))
    , m_action(new QPushButton(this))
    , m_other(new QPushButton(this))
    , m_close(new QToolButton(this))
{
    setObjectName(name);
    setLook(this, "notice");
    m_text->setObjectName(name + "Text");
    m_text->setWordWrap(true);
    m_action->setObjectName(name + "Action");
    m_other->setObjectName(name + "Other");
    m_close->setObjectName(name + "Close");
    m_close->setIcon(theme.icon("close"));
    setLook(m_other, "link");
    setLook(m_close, "quiet");
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 4, 8, 4);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_action);
    layout->addWidget(m_other);
    layout->addWidget(m_close);
    connect(m_action, &QPushButton::clicked, this, [this] {
        const std::function<void()> act = std::move(m_act);
        end();
        if (act) act();
    });
    connect(m_other, &QPushButton::clicked, this, [this] {
        const std::function<void()> otherwise = std::move(m_otherwise);
        end();
        if (otherwise) otherwise();
    });
    connect(m_close, &QToolButton::clicked, this, [this] {
        end();
        emit dismissed();
    });
    hide();
}

void NoticeBar::tell(
    std::function<Words()> say, std::function<void()> act, std::function<void()> otherwise)
{
    m_say = std::move(say);
    m_act = std::move(act);
    m_otherwise = std::move(otherwise);
    this->say();
    show();
    QAccessibleEvent spoken(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&spoken);
}

void NoticeBar::end()
{
    m_say = {};
    m_act = {};
    m_otherwise = {};
    hide();
}

void NoticeBar::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) say();
    QFrame::changeEvent(event);
}

void NoticeBar::say()
{
    m_close->setToolTip(tr("Close this notice"));
    m_close->setAccessibleName(m_close->toolTip());
    if (!m_say) return;
    const Words words = m_say();
    m_text->setText(words.text);
    setAccessibleName(words.text);
    m_action->setText(words.action);
    m_action->setVisible(!words.action.isEmpty());
    m_other->setText(words.other);
    m_other->setVisible(!words.other.isEmpty());
}

} // namespace edupro::ui
