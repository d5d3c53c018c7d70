// SPDX-License-Identifier: GPL-3.0-or-later
// The signed-in person changes their password.
#pragma once

#include "core/security/Scrypt.h"

#include <QDialog>

class QLabel;
class QPushButton;

namespace edupro::ui {

class Context;
class NewPassword;
class PasswordField;

/// Closes itself when the password was changed; says in place why not.
class PasswordDialog : public QDialog {
    Q_OBJECT
public:
    PasswordDialog(Context& context, const security::ScryptCost& cost, QWidget* parent = nullptr);

signals:
    void changed();

protected:
    void changeEvent(QEvent* event) override;

private:
    void submit();
    void setBusy(bool busy);
    void say();

    Context& m_context;
    const security::ScryptCost m_cost;
    bool m_busy = false;
    QLabel* m_oldWord;
    PasswordField* m_old;
    NewPassword* m_fresh;
    QLabel* m_problem;
    QPushButton* m_change;
    QPushButton* m_cancel;
};

} // namespace edupro::ui
