// SPDX-License-Identifier: GPL-3.0-or-later
// Who administers a school first: name, login, and a password that keeps the rules.
#pragma once

#include "core/accounts/SignIn.h"

#include <QWidget>

class QLabel;
class QLineEdit;

namespace edupro::ui {

class NewPassword;
class Theme;

class FirstAdministratorForm : public QWidget {
    Q_OBJECT
public:
    /// `school`: its name, which the password must not contain.
    FirstAdministratorForm(const Theme& theme, const QString& school, QWidget* parent = nullptr);

    accounts::FirstAdministrator administrator() const;
    /// The password keeps every rule; what is wrong with the names, problem() tells.
    bool isGood() const;
    /// In words; empty when nothing is wrong.
    QString problem() const;
    /// The password; its fields are empty afterwards.
    security::SecretBytes take();

signals:
    void changed();
    void entered(); ///< Enter in the last field

protected:
    void changeEvent(QEvent* event) override;

private:
    void say();

    const QString m_school;
    QLabel* m_nameWord;
    QLineEdit* m_name;
    QLabel* m_loginWord;
    QLineEdit* m_login;
    NewPassword* m_password;
};

} // namespace edupro::ui
