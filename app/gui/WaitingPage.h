// SPDX-License-Identifier: GPL-3.0-or-later
// Stands alone on the screen while the school file itself is worked on: says what is done, how far
// it is, and how to stop.
#pragma once

#include "ui/accounts/EntryCard.h"

#include <QFuture>

#include <functional>

class QProgressBar;

namespace edupro::gui {

class WaitingPage : public ui::EntryCard {
    Q_OBJECT
public:
    struct Words {
        QString title;
        QString text;
        QString stop; ///< empty: it cannot be stopped
    };
    /// `say` is asked again when the language changes.
    WaitingPage(ui::Context& context, std::function<Words()> say, QWidget* parent = nullptr);

    /// Shows how far the work is; `stop` cancels it.
    template<class T>
    void follow(const QFuture<T>& future)
    {
        followAny(QFuture<void>(future));
    }

    /// As if the button was pressed.
    void stop();

signals:
    void stopped();

protected:
    void changeEvent(QEvent* event) override;
    void closeEvent(QCloseEvent* event) override;

private:
    void followAny(QFuture<void> future);
    void say();

    const std::function<Words()> m_say;
    QProgressBar* m_progress;
    QPushButton* m_stop;
};

} // namespace edupro::gui
