// SPDX-License-Identifier: GPL-3.0-or-later
// The running job at the bottom: name, time left, progress, Cancel; then what it did and the next
// step.
#pragma once

#include "ui/shell/Jobs.h"

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;
class QTimer;
class QToolButton;

namespace edupro::ui {

class Theme;

/// Shows the oldest running job, else the latest finished one; nothing when there is none.
class JobStrip : public QWidget {
    Q_OBJECT
public:
    JobStrip(const Theme& theme, Jobs& jobs, QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;

private:
    const Job* shown() const;
    void refresh();
    void showRunning(const Job& job);
    void showFinished(const Job& job);
    void say();

    const Theme& m_theme;
    Jobs& m_jobs;
    QLabel* m_icon;
    QLabel* m_text;
    QProgressBar* m_bar;
    QPushButton* m_action; ///< Cancel, or the next step
    QToolButton* m_close;
    QTimer* m_tick;
};

} // namespace edupro::ui
