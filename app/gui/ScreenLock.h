// SPDX-License-Identifier: GPL-3.0-or-later
// Hides every window of the program, dialogs too, until the person has given their password.
#pragma once

#include <QObject>
#include <QPointer>
#include <QWidget>

#include <vector>

namespace edupro::gui {

/// Also hides what is opened while it holds, be it an answer that a job brings.
class ScreenLock : public QObject {
    Q_OBJECT
public:
    /// Shows `door`, then hides all others. `door` outlives this.
    explicit ScreenLock(QWidget& door);
    /// Shows again what was hidden, in the order in which it was opened, and hides the door.
    ~ScreenLock() override;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void hide(QWidget* window);

    QWidget& m_door;
    std::vector<QPointer<QWidget>> m_hidden;
    bool m_holds = true;
};

} // namespace edupro::gui
