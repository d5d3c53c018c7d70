// SPDX-License-Identifier: GPL-3.0-or-later
// The panel beside the list of people: adds a person, changes roles, gives a new password,
// disables.
#pragma once

#include "core/accounts/People.h"
#include "core/accounts/UserActions.h"
#include "ui/common/CopiedSecret.h"
#include "ui/shell/Drafts.h"

#include <QFrame>

#include <array>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace edupro::ui {

class Context;

/// Acts on the storage lane. A one-time password is shown once, until the panel is left.
class PersonPanel : public QFrame, public DraftHolder {
    Q_OBJECT
public:
    PersonPanel(Context& context, const security::ScryptCost& cost, QWidget* parent = nullptr);

    /// An empty form for a new person.
    void add();
    void show(const accounts::PersonRow& person);
    /// A new person who was begun; no password.
    std::optional<Draft> draft() const override;
    void whenFree(std::function<void()> then) override;
    void resume(const QJsonObject& draft);
    /// A one-time password is to be seen, so that the panel must not be changed from outside.
    bool showsPassword() const;

signals:
    void stored(const edupro::UserId& person); ///< load the list again
    void left();

protected:
    void changeEvent(QEvent* event) override;

private:
    using Answer = Result<accounts::Invitation>;
    using Work = std::function<Answer(storage::Store&, const User&)>;

    void makeForm();
    QWidget* makePassword();
    void save();
    /// `work` gets the person as stored now.
    void act(Work work);
    void take(const Answer& answer);
    void resetPassword();
    void disable();
    void endSessions();
    void showPassword(const QString& password);
    void leave();
    security::Roles chosen() const;
    void setBusy(bool busy);
    void say();

    Context& m_context;
    const security::ScryptCost m_cost;
    accounts::PersonRow m_person; ///< without an id: a new one
    bool m_busy = false;
    QLabel* m_title;
    QWidget* m_form;
    QLabel* m_nameWord;
    QLineEdit* m_name;
    QLabel* m_loginWord;
    QLineEdit* m_login;
    QLabel* m_rolesWord;
    std::array<QCheckBox*, 4> m_roles{};
    QLabel* m_problem;
    QPushButton* m_save;
    QPushButton* m_reset;
    QPushButton* m_disable;
    QPushButton* m_end;
    QWidget* m_once = nullptr;
    QLabel* m_onceText = nullptr;
    QLabel* m_password = nullptr;
    QPushButton* m_copy = nullptr;
    CopiedSecret m_copied;
    QPushButton* m_cancel;
};

} // namespace edupro::ui
