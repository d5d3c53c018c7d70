// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/accounts/SignedIn.h"

#include "core/accounts/RowScopes.h"
#include "core/school/TermActions.h"

namespace edupro::accounts {

using namespace security;
using storage::Connection;
using storage::Store;

namespace {

QString tableOf(const Store& store, const char* name)
{
    const QString table = QString::fromLatin1(name);
    return store.dialect() == storage::Dialect::Sqlite ? QStringLiteral("main.") + table : table;
}

Error expired(const char* why)
{
    return {.code = ErrorCode::Permission, .key = "session.expired", .detail = why};
}

Error needsReason(const EntityInfo& entity)
{
    return {
        .code = ErrorCode::Permission,
        .key = "access.reason",
        .detail = entity.table.toStdString() + ": to be corrected with a reason only"};
}

/// Only these columns differ, if any.
bool differsOnlyIn(
    const EntityInfo& entity, const Values& a, const Values& b, const QStringList& columns)
{
    for (std::size_t i = 0; i < a.size(); ++i) {
        if (a[i] != b[i] && !columns.contains(entity.fields[i].column)) return false;
    }
    return true;
}

/// The action that changes these columns of a table and no others, besides Update.
struct PartialWrite {
    const char* table;
    Action action;
    QStringList columns;
};

const std::vector<PartialWrite>& partialWrites()
{
    static const std::vector<PartialWrite> table = {
        {"model_versions", Action::Promote, {"production"}},
        {"privacy_requests", Action::Approve, {"state", "decision", "decided_at", "decided_by"}},
    };
    return table;
}

/// Facts whose values belong to a term: they name it, an assessment or a day in it.
bool belongsToTerm(const EntityInfo& entity)
{
    for (const char* table :
         {"assessments",
          "marks",
          "final_marks",
          "attendance_totals",
          "attendance_sessions",
          "attendance_days"})
        if (entity.table == QLatin1String(table)) return true;
    return false;
}

} // namespace

SignedIn::SignedIn(User user, const UserSessionId& session, SessionClock clock)
    : m_user(std::move(user))
    , m_roles(rolesOf(m_user))
    , m_session(session)
    , m_clock(std::move(clock))
{
}

Result<std::shared_ptr<SignedIn>>
SignedIn::admit(Store& store, const User& user, const UserSessionId& session, SessionClock clock)
{
    auto person = std::make_shared<SignedIn>(user, session, std::move(clock));
    if (store.dialect() == storage::Dialect::Sqlite) {
        Done scoped = setRowScopes(store, user.id.value, person->roles());
        if (!scoped) return scoped.error();
    }
    store.admit(person);
    return person;
}

Done SignedIn::checkSession(Store& store)
{
    if (m_asProgram) return done();
    if (m_clock) {
        if (Done runs = m_clock(); !runs) return runs;
    }
    // The account as it is now: somebody may have ended the session or the account. The session has
    // no row yet when nothing could be written at the sign-in.
    static const QString sql =
        QStringLiteral("SELECT u.roles, u.disabled, u.deleted, u.must_change_password, "
                       "s.ended_at IS NOT NULL FROM %1 u LEFT JOIN %2 s ON s.user_id = u.id "
                       "AND s.id = ? WHERE u.id = ?");
    bool lives = false;
    bool mustChange = false;
    QString roles;
    const Done read = store.connection().read(
        sql.arg(tableOf(store, "users"), tableOf(store, "sessions")),
        {QVariant::fromValue(m_session.value), QVariant::fromValue(m_user.id.value)},
        [&](const auto& row) {
            roles = row.value(0).toString();
            mustChange = row.value(3).toBool();
            lives = !row.value(1).toBool() && !row.value(2).toBool() && !row.value(4).toBool();
            return false;
        });
    if (!read) return read;
    if (!lives) return expired("the session was ended or the account disabled");
    // Other roles are other rows: a new sign-in sets them.
    if (roles != m_user.roles) return expired("the roles of the account were changed");
    if (!mustChange) return done();
    return Error{
        .code = ErrorCode::Permission,
        .key = "access.password",
        .detail = "the one-time password has to be replaced before anything else"};
}

Done SignedIn::checkWrite(
    Store& store,
    const EntityInfo& entity,
    const Values* before,
    const Values* after,
    const QString& reason)
{
    if (m_asProgram) return done();
    Object object{};
    if (!objectOf(entity.table, object)) return requireRead(entity);
    const bool same = before && after && *before == *after;
    const Action action = before ? Action::Update : Action::Create;
    Scope scope = scopeOf(action, object);
    if (scope == Scope::None && before) {
        scope = scopeOf(Action::Correct, object);
        if (scope != Scope::None && reason.isEmpty() && !same) return needsReason(entity);
    }
    for (const PartialWrite& part : partialWrites()) {
        if (scope == Scope::None && before && after && entity.table == QLatin1String(part.table) &&
            differsOnlyIn(entity, *before, *after, part.columns))
            scope = scopeOf(part.action, object);
    }
    if (scope == Scope::None) return storage::denied(action, object);

    if (entity.table == u"terms") m_termStates.clear();
    if (belongsToTerm(entity) && !same) {
        for (const Values* values : {before, after}) {
            if (!values) continue;
            if (Done open = checkTerm(store, entity, *values, reason); !open) return open;
        }
    }
    if (scope == Scope::All || !before) return done();
    return checkRow(store, entity, before->at(static_cast<std::size_t>(entity.key)).toUuid());
}

Done SignedIn::checkWritten(Store& store, const EntityInfo& entity, const QUuid& id)
{
    if (m_asProgram) return done();
    Object object{};
    (void)objectOf(entity.table, object);
    const Scope create = scopeOf(Action::Create, object);
    const Scope update = scopeOf(Action::Update, object);
    if (std::max(create, update) == Scope::All || std::max(create, update) == Scope::None)
        return done();
    return checkRow(store, entity, id);
}

Done SignedIn::checkRow(Store& store, const EntityInfo& entity, const QUuid& id)
{
    if (store.dialect() != storage::Dialect::Sqlite) return done();
    const Result<QVariant> own = store.connection().scalar(
        QStringLiteral("SELECT 1 FROM %1 WHERE id = ?").arg(writableView(entity)),
        {QVariant::fromValue(id)});
    if (!own) return own.error();
    if (own->isValid()) return done();
    return Error{
        .code = ErrorCode::Permission,
        .key = "access.denied",
        .detail = "not allowed: the row of " + entity.table.toStdString() +
                  " is of another class or subject"};
}

Done SignedIn::checkTerm(
    Store& store, const EntityInfo& entity, const Values& values, const QString& reason)
{
    QString state;
    if (const int term = entity.indexOf(u"term_id"); term >= 0) {
        const QUuid id = values[static_cast<std::size_t>(term)].toUuid();
        if (!m_termStates.contains(id)) {
            const Result<QVariant> found = store.connection().scalar(
                QStringLiteral("SELECT state FROM %1 WHERE id = ?").arg(tableOf(store, "terms")),
                {QVariant::fromValue(id)});
            if (!found) return found.error();
            m_termStates.insert(id, found->toString());
        }
        state = m_termStates.value(id);
    } else if (const int test = entity.indexOf(u"assessment_id"); test >= 0) {
        const Result<QVariant> found = store.connection().scalar(
            QStringLiteral("SELECT t.state FROM %1 a JOIN %2 t ON t.id = a.term_id WHERE a.id = ?")
                .arg(tableOf(store, "assessments"), tableOf(store, "terms")),
            {values[static_cast<std::size_t>(test)]});
        if (!found) return found.error();
        state = found->toString();
    } else {
        const int day = entity.indexOf(u"day");
        const Result<QVariant> found = store.connection().scalar(
            QStringLiteral("SELECT state FROM %1 WHERE deleted = FALSE AND starts_on <= ? AND "
                           "ends_on >= ? ORDER BY code DESC LIMIT 1")
                .arg(tableOf(store, "terms")),
            {values[static_cast<std::size_t>(day)], values[static_cast<std::size_t>(day)]});
        if (!found) return found.error();
        state = found->toString();
    }
    return school::mayChangeFacts(state, m_roles.testFlag(Role::Admin), reason);
}

AsProgram::AsProgram(Store& store)
    : m_person(dynamic_cast<SignedIn*>(store.access()))
{
    if (m_person) m_before = std::exchange(m_person->m_asProgram, true);
}

AsProgram::~AsProgram()
{
    if (m_person) m_person->m_asProgram = m_before;
}

} // namespace edupro::accounts
