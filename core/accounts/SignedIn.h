// SPDX-License-Identifier: GPL-3.0-or-later
// A signed-in person as the store knows them: roles, session, rows of their own.
#pragma once

#include "core/accounts/User.h"
#include "core/storage/Store.h"

#include <QHash>

#include <functional>
#include <memory>
#include <vector>

namespace edupro::accounts {

/// Whether the person's time is running, by whoever counts it; Permission `session.expired` or
/// `session.locked` otherwise.
using SessionClock = std::function<Done()>;

class SignedIn : public storage::Access {
public:
    SignedIn(User user, const UserSessionId& session, SessionClock clock);

    /// Makes the store this person's: from here on it answers and writes as `user` may. The rows
    /// outside their scope are hidden on SQLite; on PostgreSQL that is the server's task.
    static Result<std::shared_ptr<SignedIn>> admit(
        storage::Store& store, const User& user, const UserSessionId& session, SessionClock clock);

    QUuid user() const override { return m_user.id.value; }
    QString login() const override { return m_user.login; }
    security::Roles roles() const override { return m_roles; }
    const User& account() const { return m_user; }
    const UserSessionId& session() const { return m_session; }
    /// Signed in with the recovery code, and no new password chosen yet.
    bool isRecovering() const { return m_recovering; }
    void beginRecovery() { m_recovering = true; }
    void endRecovery() { m_recovering = false; }

    Done checkSession(storage::Store& store) override;
    Done checkWrite(
        storage::Store& store,
        const EntityInfo& entity,
        const Values* before,
        const Values* after,
        const QString& reason) override;
    Done checkWritten(storage::Store& store, const EntityInfo& entity, const QUuid& id) override;

private:
    friend class AsProgram;
    Done checkTerm(
        storage::Store& store,
        const EntityInfo& entity,
        const Values& values,
        const QString& reason);
    Done checkRow(storage::Store& store, const EntityInfo& entity, const QUuid& id);

    User m_user;
    security::Roles m_roles;
    UserSessionId m_session;
    SessionClock m_clock;
    QHash<QUuid, QString> m_termStates; ///< of terms that were asked for
    bool m_asProgram = false;
    bool m_recovering = false;
};

/// While it lives, what the person may not do alone is done on their behalf: ending their own
/// session, noting that they chose a password. Does nothing for a store without a person.
class AsProgram {
public:
    explicit AsProgram(storage::Store& store);
    ~AsProgram();
    AsProgram(const AsProgram&) = delete;
    AsProgram& operator=(const AsProgram&) = delete;

private:
    SignedIn* m_person;
    bool m_before = false;
};

} // namespace edupro::accounts
