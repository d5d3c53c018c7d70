// SPDX-License-Identifier: GPL-3.0-or-later
// Who may do what: the one table of object x action x role that the core checks, the window hides
// by, and the command line and later the server's policies are generated from.
#pragma once

#include "core/base/Result.h"
#include "core/security/Roles.h"

#include <QString>
#include <QStringView>

#include <span>

namespace edupro::security {

/// What is acted on. The first group has tables (see objectOf()), the second is acts of the program
/// on the file as a whole.
enum class Object {
    Users,    ///< people with a login, their sessions
    Teaching, ///< who teaches which class and subject, and whose class it is
    Settings, ///< the school, its calendar, subjects and dated rules
    Classes,  ///< classes and who is in them
    Students, ///< students and guardians, without sealed columns
    Sealed,   ///< columns that are encrypted a second time (identity numbers, health)
    Incomes,  ///< guardians' incomes
    Achievements,
    Marks,
    Attendance,
    Predictions,
    Models,
    Indicators, ///< figures of provinces, and their clusters
    Audit,      ///< what was changed and read, by whom
    Requests,   ///< requests of the persons concerned, erasures, breaches
    Dossier,    ///< everything about one student, as a file
    Backups,    ///< copies of the school file; Update restores one
    FileKey,    ///< the key of the file, its slots of others, encrypting and decrypting it
    Database,   ///< all tables by SQL, read-only
};
inline constexpr int objectCount = static_cast<int>(Object::Database) + 1;

/// There is no Delete: a row is marked as deleted, which is an Update.
enum class Action {
    Read,
    Create,
    Update,
    Correct, ///< an Update that states its reason
    Approve,
    Promote, ///< puts a model into production
    Verify,
};
inline constexpr int actionCount = static_cast<int>(Action::Verify) + 1;

/// On which rows. Ordered: who may act on a wider scope may on every narrower one.
enum class Scope {
    None,
    Self,            ///< rows about the person or made by the person
    OwnClassSubject, ///< students of a class in a subject that the person teaches there
    OwnClasses,      ///< classes that the person teaches or is responsible for, and their students
    All,
};

/// One cell row of the table; an action that is not listed is nobody's.
struct Permission {
    Object object;
    Action action;
    Scope admin;
    Scope principal;
    Scope staff;
    Scope teacher;

    Scope of(Role role) const;
};

/// The table, ordered by object and action.
std::span<const Permission> permissions();

/// The widest scope that any of the roles gives. Constant time.
Scope scopeOf(Roles roles, Action action, Object object);

inline bool may(Roles roles, Action action, Object object)
{
    return scopeOf(roles, action, object) != Scope::None;
}

/// The roles that may, each on its own.
Roles rolesThatMay(Action action, Object object);

/// What a table holds; none for tables that are nobody's business but the program's (migrations).
/// Every entity has one.
bool objectOf(QStringView table, Object& object);

/// Stable English words: "students", "own_classes", "principal", ...
QString nameOf(Object object);
QString nameOf(Action action);
QString nameOf(Scope scope);
QString nameOf(Role role);

/// The four roles, in the order of the table.
inline constexpr Role allRoles[] = {Role::Admin, Role::Principal, Role::Staff, Role::Teacher};

/// "admin principal", in the order of allRoles; empty for none.
QString textOf(Roles roles);
/// Reads textOf() and lists with commas; empty when a word is no role or there is none.
Roles rolesOf(QStringView text);

/// The table as text: one line per row, `object action admin principal staff teacher`, separated by
/// one tabulator, with a heading of those words; scopes are `-`, `self`, `own_class_subject`,
/// `own_classes` and `all`. Reviewed as tests/golden; programs may read it.
QString permissionsText();

} // namespace edupro::security
