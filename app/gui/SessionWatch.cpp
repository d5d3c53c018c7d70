// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/SessionWatch.h"

#include <QCoreApplication>
#include <QEvent>
#include <QTimer>

namespace edupro::gui {

using security::Session;
using security::SessionState;

namespace {

bool isOfPerson(QEvent::Type type)
{
    switch (type) {
    case QEvent::KeyPress:
    case QEvent::MouseButtonPress:
    case QEvent::MouseMove:
    case QEvent::Wheel:
    case QEvent::TouchBegin:
    case QEvent::TabletPress:
        return true;
    default:
        return false;
    }
}

} // namespace

SessionWatch::SessionWatch(std::shared_ptr<Session> session, std::chrono::milliseconds every)
    : m_session(std::move(session))
    , m_seen(m_session->state())
{
    auto* timer = new QTimer(this);
    timer->setInterval(every);
    connect(timer, &QTimer::timeout, this, &SessionWatch::look);
    timer->start();
    QCoreApplication::instance()->installEventFilter(this);
}

SessionWatch::~SessionWatch()
{
    QCoreApplication::instance()->removeEventFilter(this);
}

void SessionWatch::look()
{
    const SessionState now = m_session->state();
    const SessionState before = std::exchange(m_seen, now);
    if (now == SessionState::Locked) {
        if (before != now) emit ended();
        return;
    }
    if (now == SessionState::ScreenLocked && before != now) emit screenLocked();
    const qint64 remaining = m_session->remaining();
    if (remaining <= Session::warnsBefore) {
        m_endsSoon = true;
        emit endsSoon(remaining);
    } else if (std::exchange(m_endsSoon, false)) {
        emit renewed();
    }
}

bool SessionWatch::eventFilter(QObject* watched, QEvent* event)
{
    // Time is looked at before the touch counts: what woke the computer must not pass for work.
    if (event->spontaneous() && isOfPerson(event->type())) {
        look();
        if (m_seen == SessionState::Active) m_session->touched();
    }
    return QObject::eventFilter(watched, event);
}

} // namespace edupro::gui
