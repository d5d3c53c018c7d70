// SPDX-License-Identifier: GPL-3.0-or-later
// What is asked before the school file gets a new key, or is encrypted: the administrator's
// password, or who becomes administrator where there is nobody yet.
#pragma once

#include "core/accounts/SignIn.h"

#include <QDialog>

#include <memory>

class QLabel;
class QLineEdit;
class QPushButton;

namespace edupro::ui {

class Context;
class NewPassword;
class PasswordField;

struct KeyOrder {
    bool encrypts = false; ///< a plain school; else a new key of an encrypted one
    bool nobodys = false;  ///< a plain school without people
    accounts::FirstAdministrator administrator; ///< who asks, or the first one
    std::shared_ptr<const security::SecretBytes> password;
};

/// The password is compared before the dialog closes, so that the school is not closed in vain.
class FileKeyDialog : public QDialog {
    Q_OBJECT
public:
    /// `session`: null where nobody signs in.
    FileKeyDialog(
        Context& context,
        const accounts::Computer& computer,
        std::shared_ptr<security::Session> session,
        QWidget* parent = nullptr);

signals:
    void confirmed(const edupro::ui::KeyOrder& order);

protected:
    void changeEvent(QEvent* event) override;

private:
    void submit();
    void submitPassword();
    void submitFirst();
    void setBusy(bool busy);
    void say();

    Context& m_context;
    const accounts::Computer m_computer;
    const std::shared_ptr<security::Session> m_session;
    const bool m_encrypts;
    bool m_busy = false;
    QLabel* m_text;
    QLabel* m_nameWord;
    QLineEdit* m_name;
    QLabel* m_loginWord;
    QLineEdit* m_login;
    NewPassword* m_fresh;
    QLabel* m_passwordWord;
    PasswordField* m_password;
    QLabel* m_problem;
    QPushButton* m_go;
    QPushButton* m_cancel;
};

} // namespace edupro::ui
