// SPDX-License-Identifier: GPL-3.0-or-later
// What stands on the screen: the welcome page or the window of the open school.
#pragma once

#include "app/Services.h"
#include "core/jobs/LatestOnly.h"
#include "ui/welcome/WelcomePage.h"

#include <memory>

namespace edupro::ui {
class MainWindow;
}

namespace edupro::gui {

/// `services` outlives this.
class Desktop : public QObject {
    Q_OBJECT
public:
    Desktop(Services& services, const ui::WelcomeOptions& places);
    ~Desktop() override;

    /// Opens `file`, or the school opened last, or the welcome page; also when a file cannot be
    /// opened, which the welcome page then explains.
    void start(const QString& file);
    /// The window that is shown; null while the first file is being opened.
    QWidget* window() const;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Opened;

    ui::WelcomePage& makeWelcome();
    void showWelcome();
    void readSchool();
    void take(const Opened& opened);
    void showSchool();
    void leaveSchool();
    /// Calls `then` when nothing typed would be lost.
    void whenNothingIsTyped(std::function<void()> then);

    Services& m_services;
    const ui::WelcomeOptions m_places;
    QString m_file;
    std::unique_ptr<ui::WelcomePage> m_welcome;
    std::unique_ptr<ui::MainWindow> m_window;
    jobs::LatestOnly m_reading;
    bool m_mayClose = false;
};

/// Where this user's files go.
ui::WelcomeOptions userPlaces(const Services& services);

} // namespace edupro::gui
