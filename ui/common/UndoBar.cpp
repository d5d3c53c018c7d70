// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/UndoBar.h"

#include "ui/common/Theme.h"

#include <QAccessible>
#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QTimer>
#include <QToolButton>

namespace edupro::ui {

UndoBar::UndoBar(const Theme& theme, std::chrono::milliseconds stay, QWidget* parent)
    : QFrame(parent)
    , m_sentence(new QLabel(this))
    , m_button(new QPushButton(this))
    , m_close(new QToolButton(this))
    , m_timer(new QTimer(this))
{
    setObjectName("undoBar");
    setLook(this, "notice");
    m_button->setObjectName("undo");
    m_button->setIcon(theme.icon("undo", Token::AccentInk));
    setLook(m_button, "link");
    m_close->setObjectName("undoClose");
    m_close->setIcon(theme.icon("close"));
    setLook(m_close, "quiet");
    m_button->installEventFilter(this);
    m_close->installEventFilter(this);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 4, 8, 4);
    layout->addWidget(m_sentence, 1);
    layout->addWidget(m_button);
    layout->addWidget(m_close);
    m_timer->setSingleShot(true);
    m_timer->setInterval(stay);
    connect(m_timer, &QTimer::timeout, this, &UndoBar::expire);
    connect(m_button, &QPushButton::clicked, this, &UndoBar::undo);
    connect(m_close, &QToolButton::clicked, this, &UndoBar::expire);
    say();
    hide();
}

void UndoBar::offer(const QString& sentence, std::function<void()> undo)
{
    m_undo = std::move(undo);
    m_sentence->setText(sentence);
    setAccessibleName(sentence);
    m_timer->start();
    show();
    QAccessibleEvent spoken(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&spoken);
}

void UndoBar::undo()
{
    const std::function<void()> takeBack = std::move(m_undo);
    end();
    if (takeBack) takeBack();
    emit undone();
}

void UndoBar::expire()
{
    end();
    emit expired();
}

void UndoBar::end()
{
    m_undo = nullptr;
    m_timer->stop();
    hide();
}

void UndoBar::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) say();
    QFrame::changeEvent(event);
}

void UndoBar::say()
{
    m_button->setText(tr("Undo"));
    m_close->setAccessibleName(tr("Close the notice"));
    m_close->setToolTip(tr("Close the notice"));
}

bool UndoBar::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::FocusIn) m_timer->stop();
    if (event->type() == QEvent::FocusOut && hasOffer()) m_timer->start();
    return QFrame::eventFilter(watched, event);
}

void UndoBar::enterEvent(QEnterEvent* event)
{
    m_timer->stop();
    QFrame::enterEvent(event);
}

void UndoBar::leaveEvent(QEvent* event)
{
    if (hasOffer()) m_timer->start();
    QFrame::leaveEvent(event);
}

} // namespace edupro::ui
