// SPDX-License-Identifier: GPL-3.0-or-later
// What stands on the screen: the welcome page, the sign-in, or the window of the open school.
#pragma once

#include "app/gui/DraftOffer.h"
#include "app/Services.h"
#include "core/jobs/LatestOnly.h"
#include "core/storage/Drafts.h"
#include "ui/accounts/Entry.h"
#include "ui/common/NoticeBar.h"
#include "ui/welcome/WelcomePage.h"

#include <memory>

namespace edupro::ui {
class EntryCard;
class MainWindow;
class NewSchoolPage;
class RenewBar;
class SignInPage;
} // namespace edupro::ui

namespace edupro::gui {

struct ClosedSchool;
struct OpenedSchool;
class FileWork;
class ScreenLock;
class SessionWatch;
class WaitingPage;

/// `services` outlives this.
class Desktop : public QObject {
    Q_OBJECT
public:
    Desktop(Services& services, const ui::WelcomeOptions& places);
    ~Desktop() override;

    /// Opens `file`, or the school opened last, or the welcome page; also when a file cannot be
    /// opened, which the welcome page then explains.
    void start(const QString& file);
    /// The system ends the program: keeps what is typed, signs out and closes the file, then
    /// stopped().
    void stop();
    /// The window that is shown; null while the first file is being opened.
    QWidget* window() const;
    /// Watches the time of the signed-in person; null without one.
    SessionWatch* sessionWatch() const { return m_watch.get(); }

signals:
    void stopped();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    ui::WelcomePage& makeWelcome();
    void showWelcome();
    void askNewSchool(const QString& path, const school::NewSchool& school);
    void askToSignIn(const QString& file, const QString& login, bool ended);
    void enter(const ui::Entry& entry);
    void watchSession();
    void readSchool();
    void take(const OpenedSchool& opened);
    void showSchool();
    void leaveSchool();
    void lockScreen();
    void unlockScreen();
    void changePassword();
    void renewCode();
    void askForKey();
    void signOut();
    /// Says so, and keeps what is typed for the next sign-in.
    void outlive(const Error& mistake);
    /// Keeps what is typed, closes the file and asks to sign in again.
    void endSession();
    void closeStore(std::vector<storage::StoredDraft> drafts, std::function<void()> then);
    /// Closes the school for a piece of work with its file, then opens it again.
    void workOnFile(std::function<void(FileWork&, const QRect& place)> begin);
    void beginWork(
        const ClosedSchool& school,
        const std::function<void(FileWork&, const QRect& place)>& begin);
    /// Takes the page of the work from the screen when another one stands there.
    void endWork();
    /// Backs up what was changed since the newest backup, then calls `then`; the person may skip
    /// it.
    void backUpBefore(std::function<void()> then);
    void tellBackupFailed(const Error& error, std::function<void()> then);
    /// Calls `then` when nothing typed would be lost.
    void whenNothingIsTyped(std::function<void()> then);

    Services& m_services;
    const ui::WelcomeOptions m_places;
    ui::Entry m_entry; ///< how the open file was entered
    QUuid m_fileId;    ///< of the open file
    std::unique_ptr<ui::WelcomePage> m_welcome;
    std::unique_ptr<ui::NewSchoolPage> m_newSchool;
    std::unique_ptr<ui::SignInPage> m_signIn;
    std::unique_ptr<ui::MainWindow> m_window;
    std::unique_ptr<ui::SignInPage> m_door; ///< of the locked screen
    std::unique_ptr<ScreenLock> m_lock;
    std::unique_ptr<SessionWatch> m_watch;
    std::unique_ptr<FileWork> m_work;
    std::unique_ptr<WaitingPage> m_closing;       ///< while the backup before closing is made
    std::function<ui::NoticeBar::Words()> m_told; ///< what the work came to, until it was told
    ui::NoticeBar* m_notice = nullptr;            ///< the window's
    ui::RenewBar* m_renew = nullptr;              ///< the window's
    jobs::LatestOnly m_reading;
    PrecautionaryDrafts m_precaution; ///< kept when the program made a mistake
    bool m_mayClose = false;
    bool m_backsUp = false; ///< before closing
};

} // namespace edupro::gui
