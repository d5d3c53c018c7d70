// SPDX-License-Identifier: GPL-3.0-or-later
// The signed-in person changes their password.
#pragma once

#include "core/security/Scrypt.h"
#include "ui/common/AskDialog.h"

namespace edupro::ui {

class Context;
class NewPassword;
class PasswordField;

/// Closes itself when the password was changed; says in place why not.
class PasswordDialog : public AskDialog {
    Q_OBJECT
public:
    PasswordDialog(Context& context, const security::ScryptCost& cost, QWidget* parent = nullptr);

signals:
    void changed();

protected:
    Words frameWords() const override;
    void sayParts() override;
    bool isReady() const override;
    void go() override;

private:
    Context& m_context;
    const security::ScryptCost m_cost;
    QLabel* m_oldWord;
    PasswordField* m_old;
    NewPassword* m_fresh;
};

} // namespace edupro::ui
