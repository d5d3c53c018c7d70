// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/WaitingPage.h"

#include <QBoxLayout>
#include <QCloseEvent>
#include <QFutureWatcher>
#include <QProgressBar>
#include <QPushButton>

namespace edupro::gui {

WaitingPage::WaitingPage(ui::Context& context, std::function<Words()> say, QWidget* parent)
    : EntryCard(context, "data", parent)
    , m_say(std::move(say))
    , m_progress(new QProgressBar(this))
    , m_stop(new QPushButton(this))
{
    setObjectName("waitingPage");
    setFocusPolicy(Qt::StrongFocus); // what is still being typed presses no button
    setFocus();
    m_progress->setRange(0, 1000);
    m_progress->setTextVisible(false);
    m_stop->setObjectName("stopWaiting");
    QVBoxLayout* step = addStep();
    step->addWidget(m_progress);
    step->addWidget(m_stop, 0, Qt::AlignRight);
    this->say();
}

void WaitingPage::followAny(QFuture<void> future)
{
    auto* watcher = new QFutureWatcher<void>(this);
    connect(
        watcher, &QFutureWatcherBase::progressValueChanged, m_progress, &QProgressBar::setValue);
    connect(m_stop, &QPushButton::clicked, this, [this, future]() mutable {
        m_stop->setEnabled(false);
        future.cancel();
        emit stopped();
    });
    watcher->setFuture(future);
}

void WaitingPage::closeEvent(QCloseEvent* event)
{
    event->ignore(); // what it waits for decides what comes next
    stop();
}

void WaitingPage::stop()
{
    if (!m_stop->isHidden()) m_stop->click();
}

void WaitingPage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) say();
    EntryCard::changeEvent(event);
}

void WaitingPage::say()
{
    const Words words = m_say();
    setWords(words.title, words.text);
    m_stop->setText(words.stop);
    m_stop->setVisible(!words.stop.isEmpty());
}

} // namespace edupro::gui
