// SPDX-License-Identifier: GPL-3.0-or-later
// Watches the session of the signed-in person: hands it what the person does, and tells the window
// what time has done to it.
#pragma once

#include "core/security/Session.h"

#include <QObject>

#include <chrono>
#include <memory>

namespace edupro::gui {

/// Sees every key and pointer event of the program while it lives.
class SessionWatch : public QObject {
    Q_OBJECT
public:
    explicit SessionWatch(
        std::shared_ptr<security::Session> session,
        std::chrono::milliseconds every = std::chrono::seconds(1));
    ~SessionWatch() override;

    security::Session& session() const { return *m_session; }
    /// Asks the session now; also done by a timer, and after a sleep of the computer by the next
    /// event.
    void look();

signals:
    void screenLocked();             ///< nobody has touched anything for too long
    void endsSoon(qint64 remaining); ///< milliseconds; told at every look once it is near
    void renewed();                  ///< it was near its end and is no more
    void ended();                    ///< told once

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    const std::shared_ptr<security::Session> m_session;
    security::SessionState m_seen;
    bool m_endsSoon = false;
};

} // namespace edupro::gui
