// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/GuardedApplication.h"

#include "app/Logging.h"

#include <QTimer>

#include <exception>
#include <typeinfo>

namespace edupro::gui {

bool GuardedApplication::notify(QObject* receiver, QEvent* event)
{
    try {
        return QApplication::notify(receiver, event);
    } catch (const std::exception& stray) {
        tell(typeid(stray).name());
    } catch (...) {
        tell("of an unknown kind");
    }
    return true;
}

void GuardedApplication::tell(const char* kind)
{
    const Error mistake{
        .code = ErrorCode::Internal,
        .key = "window.exception",
        .detail = std::string("stray exception ") + kind};
    logging::noteFailure("event", mistake);
    if (m_telling) return; // one that arose from telling would be told for ever
    m_telling = true;
    QTimer::singleShot(0, this, [this, mistake] {
        emit strayed(mistake);
        m_telling = false;
    });
}

} // namespace edupro::gui
