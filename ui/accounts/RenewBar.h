// SPDX-License-Identifier: GPL-3.0-or-later
// "Your session ends in 4 minutes": the password renews it without leaving the page.
#pragma once

#include "core/accounts/SignIn.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace edupro::ui {

class Context;
class PasswordField;

/// Hidden until the end is near.
class RenewBar : public QFrame {
    Q_OBJECT
public:
    RenewBar(
        Context& context,
        const accounts::Computer& computer,
        std::shared_ptr<security::Session> session,
        QWidget* parent = nullptr);

    /// Shows itself; `remaining` in milliseconds.
    void warn(qint64 remaining);
    void end();

protected:
    void changeEvent(QEvent* event) override;

private:
    void renew();
    void say();

    Context& m_context;
    const accounts::Computer m_computer;
    const std::shared_ptr<security::Session> m_session;
    qint64 m_remaining = 0;
    bool m_busy = false;
    QLabel* m_text;
    QLabel* m_problem;
    PasswordField* m_password;
    QPushButton* m_renew;
};

} // namespace edupro::ui
