// SPDX-License-Identifier: GPL-3.0-or-later
// What stands on the screen: the welcome page, the sign-in, or the window of the open school.
#pragma once

#include "app/gui/DraftOffer.h"
#include "app/Services.h"
#include "core/jobs/LatestOnly.h"
#include "core/storage/Drafts.h"
#include "ui/accounts/Entry.h"
#include "ui/welcome/WelcomePage.h"

#include <memory>

namespace edupro::ui {
class EntryCard;
class MainWindow;
class NewSchoolPage;
class NoticeBar;
class RenewBar;
class SignInPage;
} // namespace edupro::ui

namespace edupro::gui {

class ScreenLock;
class SessionWatch;

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
    /// Watches the time of the signed-in person; null without one.
    SessionWatch* sessionWatch() const { return m_watch.get(); }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Opened;

    ui::WelcomePage& makeWelcome();
    void showWelcome();
    void askNewSchool(const QString& path, const school::NewSchool& school);
    void askToSignIn(const QString& file, const QString& login, bool ended);
    void enter(const ui::Entry& entry);
    void watchSession();
    void readSchool();
    void take(const Opened& opened);
    void showSchool();
    void leaveSchool();
    void lockScreen();
    void unlockScreen();
    void changePassword();
    void signOut();
    /// Says so, and keeps what is typed for the next sign-in.
    void outlive(const Error& mistake);
    /// Keeps what is typed, closes the file and asks to sign in again.
    void endSession();
    void closeStore(std::vector<storage::StoredDraft> drafts, std::function<void()> then);
    /// Calls `then` when nothing typed would be lost.
    void whenNothingIsTyped(std::function<void()> then);

    Services& m_services;
    const ui::WelcomeOptions m_places;
    ui::Entry m_entry; ///< how the open file was entered
    std::unique_ptr<ui::WelcomePage> m_welcome;
    std::unique_ptr<ui::NewSchoolPage> m_newSchool;
    std::unique_ptr<ui::SignInPage> m_signIn;
    std::unique_ptr<ui::MainWindow> m_window;
    std::unique_ptr<ui::SignInPage> m_door; ///< of the locked screen
    std::unique_ptr<ScreenLock> m_lock;
    std::unique_ptr<SessionWatch> m_watch;
    ui::NoticeBar* m_notice = nullptr; ///< the window's
    ui::RenewBar* m_renew = nullptr;   ///< the window's
    jobs::LatestOnly m_reading;
    PrecautionaryDrafts m_precaution; ///< kept when the program made a mistake
    bool m_mayClose = false;
};

/// Where this user's files go.
ui::WelcomeOptions userPlaces(const Services& services);

} // namespace edupro::gui
