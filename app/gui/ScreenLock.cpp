// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/ScreenLock.h"

#include <QApplication>
#include <QEvent>
#include <QTimer>

namespace edupro::gui {

namespace {

/// Modal dialogs come after the window they block.
int depthOf(const QWidget* window)
{
    int depth = 0;
    for (const QWidget* up = window->parentWidget(); up; up = up->parentWidget())
        ++depth;
    return depth;
}

} // namespace

ScreenLock::ScreenLock(QWidget& door)
    : m_door(door)
{
    while (QWidget* popup = QApplication::activePopupWidget())
        popup->close();
    std::vector<QWidget*> windows;
    for (QWidget* window : QApplication::topLevelWidgets()) {
        if (window != &door && window->isVisible()) windows.push_back(window);
    }
    std::stable_sort(windows.begin(), windows.end(), [](const QWidget* a, const QWidget* b) {
        return depthOf(a) < depthOf(b);
    });
    if (!windows.empty()) door.setGeometry(windows.front()->geometry());
    door.show(); // first, so that the program never is without a window, which would end it
    for (auto window = windows.rbegin(); window != windows.rend(); ++window)
        (*window)->hide();
    m_hidden.assign(windows.begin(), windows.end());
    door.raise();
    door.activateWindow();
    QApplication::instance()->installEventFilter(this);
}

ScreenLock::~ScreenLock()
{
    m_holds = false;
    QApplication::instance()->removeEventFilter(this);
    for (const QPointer<QWidget>& window : m_hidden) {
        if (window) window->show();
    }
    m_door.hide();
}

bool ScreenLock::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Show && watched->isWidgetType()) {
        auto* window = static_cast<QWidget*>(watched);
        const bool ownTip = window->windowType() == Qt::ToolTip || m_door.isAncestorOf(window);
        if (window->isWindow() && window != &m_door && !ownTip)
            QTimer::singleShot(0, this, [this, window = QPointer(window)] {
                if (window && m_holds) hide(window);
            });
    }
    return QObject::eventFilter(watched, event);
}

void ScreenLock::hide(QWidget* window)
{
    window->hide();
    const bool known = std::any_of(
        m_hidden.begin(), m_hidden.end(), [window](const auto& other) { return other == window; });
    if (!known) m_hidden.emplace_back(window);
}

} // namespace edupro::gui
