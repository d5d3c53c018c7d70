// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/accounts/RowScopes.h"

#include "core/storage/SqlFiles.h"
#include "core/storage/SqlText.h"

#include <QStringList>

namespace edupro::accounts {

using namespace security;
using storage::Connection;

namespace {

/// A query of this folder about the person. The id is hexadecimal digits and hyphens.
QString queryFor(const QString& name, const QUuid& user)
{
    const QString text =
        storage::sqlFile(QStringLiteral("accounts/") + name, storage::Dialect::Sqlite);
    QString sql = storage::splitStatements(text).value(0);
    return sql.replace(QStringLiteral(":me"), u'\'' + user.toString(QUuid::WithoutBraces) + u'\'');
}

/// The scope that an own_<table> query answers.
bool isOwn(Scope scope)
{
    return scope != Scope::None && scope != Scope::All;
}

bool hidesSealed(const EntityInfo& entity, Roles roles)
{
    if (may(roles, Action::Read, Object::Sealed)) return false;
    return std::any_of(entity.fields.begin(), entity.fields.end(), [](const FieldInfo& field) {
        return field.rules.sealed;
    });
}

/// All columns of the table, the sealed ones as NULL.
Result<QString> columnsOf(Connection& connection, const EntityInfo& entity)
{
    QStringList columns;
    const Done read = connection.read(
        QStringLiteral("SELECT name FROM pragma_table_info(?, 'main')"),
        {entity.table},
        [&](const auto& row) {
            const QString name = row.value(0).toString();
            const bool sealed = std::any_of(
                entity.fields.begin(), entity.fields.end(), [&](const FieldInfo& field) {
                    return field.rules.sealed &&
                           (name == field.column || name == storage::indexColumnOf(field));
                });
            columns.append(sealed ? QStringLiteral("NULL AS ") + name : name);
            return true;
        });
    if (!read) return read.error();
    return columns.join(QStringLiteral(", "));
}

Error noQuery(const EntityInfo& entity)
{
    return {
        .code = ErrorCode::Internal,
        .key = "accounts.scope",
        .detail = "no query says which rows of " + entity.table.toStdString() + " are own"};
}

Result<QString> ownRows(const EntityInfo& entity, const QUuid& user)
{
    const QString sql = queryFor(QStringLiteral("own_") + entity.table, user);
    if (sql.isEmpty()) return noQuery(entity);
    return sql;
}

Done shadow(Connection& connection, const EntityInfo& entity, const QUuid& user, Roles roles)
{
    Object object{};
    const bool known = objectOf(entity.table, object);
    const Scope scope = known ? scopeOf(roles, Action::Read, object) : Scope::None;
    const bool hides = hidesSealed(entity, roles);
    if (scope == Scope::All && !hides) return done();

    QString rows = QStringLiteral("SELECT * FROM main.") + entity.table;
    if (scope == Scope::None) rows += QStringLiteral(" WHERE FALSE");
    if (isOwn(scope)) {
        Result<QString> own = ownRows(entity, user);
        if (!own) return own.error();
        rows = *own;
    }
    QString columns = QStringLiteral("*");
    if (hides) {
        Result<QString> masked = columnsOf(connection, entity);
        if (!masked) return masked.error();
        columns = *masked;
    }
    return connection.execute(QStringLiteral("CREATE TEMP VIEW %1 AS SELECT %2 FROM (%3)")
                                  .arg(entity.table, columns, rows));
}

Done limitWrites(Connection& connection, const EntityInfo& entity, const QUuid& user, Roles roles)
{
    Object object{};
    if (!objectOf(entity.table, object)) return done();
    const bool own = isOwn(scopeOf(roles, Action::Create, object)) ||
                     isOwn(scopeOf(roles, Action::Update, object));
    if (!own) return done();
    Result<QString> rows = ownRows(entity, user);
    if (!rows) return rows.error();
    return connection.execute(QStringLiteral("CREATE TEMP VIEW writable_%1 AS SELECT id FROM (%2)")
                                  .arg(entity.table, *rows));
}

/// The published views of the file, over the shadows: in a TEMP view a bare name means the shadow.
Done republish(Connection& connection)
{
    QStringList statements;
    const Done read = connection.read(
        QStringLiteral("SELECT sql FROM main.sqlite_master WHERE type = 'view' ORDER BY rowid"),
        {},
        [&](const auto& row) {
            const QString sql = row.value(0).toString();
            const qsizetype name = sql.indexOf(u"VIEW", 0, Qt::CaseInsensitive);
            statements.append(QStringLiteral("CREATE TEMP ") + sql.mid(name));
            return true;
        });
    if (!read) return read;
    for (const QString& sql : statements) {
        if (Done made = connection.execute(sql); !made) return made;
    }
    return done();
}

/// TEMP views are made on a connection that otherwise writes nothing, too.
class Writable {
public:
    explicit Writable(Connection& connection)
        : m_connection(connection)
        , m_wasReadOnly(connection.isReadOnly())
    {
        if (m_wasReadOnly) (void)m_connection.setReadOnly(false); // or making them fails
    }
    ~Writable()
    {
        if (m_wasReadOnly) (void)m_connection.setReadOnly(true);
    }
    Writable(const Writable&) = delete;
    Writable& operator=(const Writable&) = delete;

private:
    Connection& m_connection;
    bool m_wasReadOnly;
};

Done createView(Connection& connection, const QString& name, const QUuid& user)
{
    return connection.execute(
        QStringLiteral("CREATE TEMP VIEW %1 AS %2").arg(name, queryFor(name, user)));
}

} // namespace

QString writableView(const EntityInfo& entity)
{
    return QStringLiteral("temp.writable_") + entity.table;
}

Done clearRowScopes(storage::Store& store)
{
    Connection& connection = store.connection();
    const Writable writable(connection);
    QStringList names;
    const Done read = connection.read(
        QStringLiteral("SELECT name FROM temp.sqlite_master WHERE type = 'view'"),
        {},
        [&](const auto& row) {
            names.append(row.value(0).toString());
            return true;
        });
    if (!read) return read;
    for (const QString& name : names) {
        if (Done dropped = connection.execute(QStringLiteral("DROP VIEW temp.") + name); !dropped)
            return dropped;
    }
    return done();
}

Done setRowScopes(storage::Store& store, const QUuid& user, Roles roles)
{
    if (Done cleared = clearRowScopes(store); !cleared) return cleared;
    Connection& connection = store.connection();
    const Writable writable(connection);
    for (const char* name : {"my_classes", "my_students"}) {
        if (Done made = createView(connection, QString::fromLatin1(name), user); !made) return made;
    }
    for (const EntityInfo* entity : store.entities()) {
        if (Done made = shadow(connection, *entity, user, roles); !made) return made;
        if (Done made = limitWrites(connection, *entity, user, roles); !made) return made;
    }
    return republish(connection);
}

} // namespace edupro::accounts
