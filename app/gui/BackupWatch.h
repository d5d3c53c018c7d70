// SPDX-License-Identifier: GPL-3.0-or-later
// Backups that nobody asks for while a school is open, and the warning when there is none.
#pragma once

#include "ui/shell/Context.h"

#include <QObject>

namespace edupro::ui {
class NoticeBar;
}

namespace edupro::gui {

/// Begins with the school and dies with its window. What goes wrong is told in `bar` and never
/// stops work.
class BackupWatch : public QObject {
    Q_OBJECT
public:
    BackupWatch(ui::Context& context, ui::NoticeBar& bar);

    /// Makes the backup of the day when it is due, else tells when the newest is too old. Also done
    /// by itself, soon after the school was opened and every hour.
    void look();

private:
    void backUp();
    void count();
    void backUpByHand();
    void tellAge(std::optional<int> days);
    void tellFailure(const Error& error);

    ui::Context& m_context;
    ui::NoticeBar& m_bar;
    bool m_busy = false;
};

} // namespace edupro::gui
