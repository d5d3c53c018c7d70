// SPDX-License-Identifier: GPL-3.0-or-later
// Sign-in to a school file, and the locked screen of somebody who is signed in.
#pragma once

#include "ui/accounts/Entry.h"
#include "ui/accounts/EntryCard.h"

class QLineEdit;
class QTimer;

namespace edupro::ui {

class NewPassword;
class PasswordField;

/// Passwords are checked on the storage lane; the window stays alive meanwhile. A wait after
/// failures counts down in seconds.
class SignInPage : public EntryCard {
    Q_OBJECT
public:
    SignInPage(Context& context, const accounts::Computer& computer, QWidget* parent = nullptr);

    /// Asks for the login and password of `file`. `ended`: a session has just ended there.
    void askFor(const QString& file, const QString& login = {}, bool ended = false);
    /// Says something more below the title; asked again when the language changes. Empty: nothing.
    void tell(std::function<QString()> words);
    /// Asks for the password of the person of the open store; the store stays open.
    void askToUnlock(std::shared_ptr<security::Session> session);
    bool isBusy() const { return m_busy; }

signals:
    void signedIn(const edupro::ui::Entry& entry); ///< the lane holds the store
    void unlocked();
    void givenUp();          ///< another school is wanted
    void signOutRequested(); ///< somebody else wants to work at the locked screen

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    enum Step { Password, Code, Choose };

    void makePasswordStep();
    void makeCodeStep();
    void makeChooseStep();
    void submit();
    void submitCode();
    void submitChoice();
    void open(std::function<Result<accounts::Opened>()> work);
    void enter(const std::shared_ptr<Entry>& entry);
    void refuse(const Error& error);
    void showWait(int seconds);
    void countDown();
    void setBusy(bool busy);
    void go(Step step);
    void say();

    Context& m_context;
    const accounts::Computer m_computer;
    QString m_file;
    std::shared_ptr<security::Session> m_session; ///< of the locked screen; null: signs in
    bool m_ended = false;
    std::function<QString()> m_told;
    bool m_busy = false;
    int m_wait = 0; ///< seconds
    QTimer* m_tick;
    std::shared_ptr<Entry> m_entry; ///< while a password is to be chosen
    std::shared_ptr<const security::SecretBytes>
        m_oneTime; ///< that let the person in; null: a code
    QLabel* m_loginWord = nullptr;
    QLineEdit* m_login = nullptr;
    QLabel* m_passwordWord = nullptr;
    PasswordField* m_password = nullptr;
    QPushButton* m_signIn = nullptr;
    QPushButton* m_toCode = nullptr;
    QPushButton* m_other = nullptr;
    QLabel* m_codeWord = nullptr;
    QLineEdit* m_code = nullptr;
    QPushButton* m_useCode = nullptr;
    QPushButton* m_back = nullptr;
    NewPassword* m_fresh = nullptr;
    QPushButton* m_choose = nullptr;
};

} // namespace edupro::ui
