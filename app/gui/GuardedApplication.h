// SPDX-License-Identifier: GPL-3.0-or-later
// The application of the window: an exception that leaves the handler of an event is told, and the
// program goes on.
#pragma once

#include "core/base/Error.h"

#include <QApplication>

namespace edupro::gui {

class GuardedApplication : public QApplication {
    Q_OBJECT
public:
    using QApplication::QApplication;

    bool notify(QObject* receiver, QEvent* event) override;

signals:
    /// After the event, on the window's thread: Internal `window.exception`. What the exception
    /// said is not repeated, for it may be somebody's data; only its kind is.
    void strayed(const edupro::Error& mistake);

private:
    void tell(const char* kind);

    bool m_telling = false;
};

} // namespace edupro::gui
