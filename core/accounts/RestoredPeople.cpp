// SPDX-License-Identifier: GPL-3.0-or-later
// The people of a restored file: see Restoring.h.
#include "core/accounts/Restoring.h"
#include "core/storage/changes/ChangeContext.h"

namespace edupro::accounts {

using storage::Connection;

namespace {

QVariant asId(const User& user)
{
    return QVariant::fromValue(user.id.value);
}

/// `sql` with these parameters, as something that succeeded or not.
Done ran(Connection& connection, const QString& sql, const QVariantList& parameters)
{
    const Result<qint64> changed = connection.run(sql, parameters);
    return changed ? done() : Done(changed.error());
}

/// Two lines of a school may have given one login to two people: today's has it.
Done freeLogin(Connection& restored, const User& user, const QVariant& now)
{
    return ran(
        restored,
        QStringLiteral("UPDATE users SET deleted = TRUE, updated_at = ?, version = version + 1 "
                       "WHERE login = ? AND id <> ? AND deleted = FALSE"),
        {now, user.login, asId(user)});
}

Done keepPerson(Connection& restored, const User& user, const QVariant& now)
{
    if (Done freed = freeLogin(restored, user, now); !freed) return freed;
    return ran(
        restored,
        QStringLiteral(
            "INSERT INTO users (id, login, name, roles, must_change_password, disabled, "
            "created_at, "
            "updated_at, version, device, deleted) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 1, ?, FALSE) ON "
            "CONFLICT (id) DO UPDATE SET login = excluded.login, name = excluded.name, roles = "
            "excluded.roles, must_change_password = excluded.must_change_password, disabled = "
            "excluded.disabled, updated_at = excluded.updated_at, version = version + 1, device = "
            "excluded.device, deleted = FALSE WHERE (login, name, roles, must_change_password, "
            "disabled, deleted) <> (excluded.login, excluded.name, excluded.roles, "
            "excluded.must_change_password, excluded.disabled, FALSE)"),
        {asId(user),
         user.login,
         user.name,
         user.roles,
         user.mustChangePassword,
         user.disabled,
         now,
         now,
         QString::fromUtf8(restored.changes()->device)});
}

/// Whom today's file does not know may not come back by a restore.
Done disableOthers(Connection& restored, const std::vector<User>& people, const QVariant& now)
{
    QStringList marks(static_cast<qsizetype>(people.size()), QStringLiteral("?"));
    QVariantList parameters{now};
    for (const User& user : people)
        parameters.append(asId(user));
    return ran(
        restored,
        QStringLiteral("UPDATE users SET disabled = TRUE, updated_at = ?, version = version + 1 "
                       "WHERE disabled = FALSE AND id NOT IN (%1)")
            .arg(marks.join(QStringLiteral(", "))),
        parameters);
}

/// The hashes of plain files; encrypted ones have none.
Done keepPasswords(Connection& today, Connection& restored)
{
    std::vector<QVariantList> rows;
    const Done read = today.read(
        QStringLiteral("SELECT user_id, hash, valid_until FROM passwords"),
        {},
        [&rows](const QSqlQuery& row) {
            rows.push_back({row.value(0), row.value(1), row.isNull(2) ? QVariant() : row.value(2)});
            return true;
        });
    if (!read) return read;
    if (Done empty = restored.execute(QStringLiteral("DELETE FROM passwords")); !empty)
        return empty;
    for (const QVariantList& row : rows) {
        const Done added =
            ran(restored,
                QStringLiteral(
                    "INSERT INTO passwords (user_id, hash, valid_until) SELECT ?, ?, ? WHERE "
                    "EXISTS (SELECT 1 FROM users WHERE id = ?)"),
                row + QVariantList{row.front()});
        if (!added) return added;
    }
    return done();
}

} // namespace

Result<std::vector<User>> peopleIn(Connection& connection)
{
    const auto table = connection.scalar(QStringLiteral(
        "SELECT COUNT(*) FROM sqlite_schema WHERE type = 'table' AND name = 'users'"));
    if (!table) return table.error();
    std::vector<User> people;
    if (table->toInt() == 0) return people;
    const Done read = connection.read(
        QStringLiteral("SELECT id, login, name, roles, must_change_password, disabled FROM users "
                       "WHERE deleted = FALSE ORDER BY login"),
        {},
        [&people](const QSqlQuery& row) {
            people.push_back(
                {.id = {QUuid::fromString(row.value(0).toString())},
                 .login = row.value(1).toString(),
                 .name = row.value(2).toString(),
                 .roles = row.value(3).toString(),
                 .mustChangePassword = row.value(4).toBool(),
                 .disabled = row.value(5).toBool()});
            return true;
        });
    if (!read) return read.error();
    return people;
}

Result<bool> keepTodaysPeople(Connection& today, Connection& restored)
{
    const auto people = peopleIn(today);
    if (!people) return people.error();
    if (people->empty()) return false;
    const QVariant now = static_cast<qlonglong>(restored.changes()->at);
    for (const User& user : *people) {
        if (Done kept = keepPerson(restored, user, now); !kept) return kept.error();
    }
    if (Done disabled = disableOthers(restored, *people, now); !disabled) return disabled.error();
    if (Done kept = keepPasswords(today, restored); !kept) return kept.error();
    return true;
}

} // namespace edupro::accounts
