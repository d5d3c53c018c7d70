// SPDX-License-Identifier: GPL-3.0-or-later
// What is asked before the school file gets a new key, or is encrypted: the administrator's
// password, or who becomes administrator where there is nobody yet.
#pragma once

#include "core/accounts/SignIn.h"
#include "ui/common/AskDialog.h"

#include <memory>

namespace edupro::ui {

class Context;
class FirstAdministratorForm;
class PasswordField;

struct KeyOrder {
    bool encrypts = false; ///< a plain school; else a new key of an encrypted one
    bool nobodys = false;  ///< a plain school without people
    accounts::FirstAdministrator administrator; ///< who asks, or the first one
    std::shared_ptr<const security::SecretBytes> password;
};

/// The password is compared before the dialog closes, so that the school is not closed in vain.
class FileKeyDialog : public AskDialog {
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
    Words frameWords() const override;
    void sayParts() override;
    bool isReady() const override;
    void go() override;

private:
    void submitPassword();
    void submitFirst();

    Context& m_context;
    const accounts::Computer m_computer;
    const std::shared_ptr<security::Session> m_session;
    const bool m_encrypts;
    QLabel* m_text;
    QLabel* m_passwordWord = nullptr; ///< where somebody has signed in
    PasswordField* m_password = nullptr;
    FirstAdministratorForm* m_first = nullptr; ///< where nobody signs in
};

} // namespace edupro::ui
