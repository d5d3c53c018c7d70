// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/Store.h"

#include "core/record/Fold.h"
#include "core/record/Json.h"
#include "core/record/Validate.h"
#include "core/storage/Migrator.h"
#include "core/storage/SqlFiles.h"
#include "core/storage/SqlText.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QSysInfo>

namespace edupro::storage {

// The generated statements of one entity.
struct Store::EntitySql {
    QString select; ///< fields, then stamp, without WHERE
    QString insert;
    QString update; ///< all fields but the key, stamp; by key
    QString setDeleted;
    std::vector<int> searched; ///< indexes of the fields that make up `folded`, in their order;
                               ///< empty: no such column

    explicit EntitySql(const EntityInfo& entity);
    QString foldedText(const Values& values) const;
};

Store::EntitySql::EntitySql(const EntityInfo& entity)
{
    QStringList columns;
    QStringList assignments;
    for (int i = 0; i < static_cast<int>(entity.fields.size()); ++i) {
        const FieldInfo& field = entity.fields[static_cast<std::size_t>(i)];
        columns.append(field.column);
        if (i != entity.key) assignments.append(field.column + QStringLiteral("=?"));
        if (field.rules.searched > 0) searched.push_back(i);
    }
    std::sort(searched.begin(), searched.end(), [&entity](int a, int b) {
        return entity.fields[static_cast<std::size_t>(a)].rules.searched <
               entity.fields[static_cast<std::size_t>(b)].rules.searched;
    });
    const QString key = entity.fields[static_cast<std::size_t>(entity.key)].column;
    select = QStringLiteral("SELECT %1, created_at, updated_at, version, device, deleted FROM %2")
                 .arg(columns.join(QStringLiteral(", ")), entity.table);
    if (!searched.empty()) {
        columns.append(QStringLiteral("folded"));
        assignments.append(QStringLiteral("folded=?"));
    }
    const QString marks = QStringLiteral("?, ").repeated(columns.size() + 4);
    insert =
        QStringLiteral(
            "INSERT INTO %1 (%2, created_at, updated_at, version, device, deleted) VALUES (%3?)")
            .arg(entity.table, columns.join(QStringLiteral(", ")), marks);
    update = QStringLiteral("UPDATE %1 SET %2, updated_at=?, version=?, device=?, deleted=? WHERE "
                            "%3=? AND version=?")
                 .arg(entity.table, assignments.join(QStringLiteral(", ")), key);
    setDeleted = QStringLiteral("UPDATE %1 SET deleted=?, updated_at=?, version=version+1, "
                                "device=? WHERE %2=? AND deleted<>?")
                     .arg(entity.table, key);
}

QString Store::EntitySql::foldedText(const Values& values) const
{
    QStringList parts;
    for (const int i : searched)
        parts.append(folded(values[static_cast<std::size_t>(i)].toString()));
    return parts.join(u' ');
}

Store::Store(StoreOptions options)
    : m_options(std::move(options))
{
    if (!m_options.newId) m_options.newId = randomIds(m_options.clock);
    if (m_options.device.isEmpty()) m_options.device = QSysInfo::machineHostName();
}

Result<std::unique_ptr<Store>> Store::createFile(const QString& path, StoreOptions options)
{
    std::unique_ptr<Store> store(new Store(std::move(options)));
    auto file = SchoolFile::create(path, store->now());
    if (!file) return file.error();
    store->m_file = std::move(file).value();
    store->m_connection = &store->m_file->connection();
    return store;
}

Result<std::unique_ptr<Store>> Store::openFile(const QString& path, StoreOptions options)
{
    std::unique_ptr<Store> store(new Store(std::move(options)));
    auto file = SchoolFile::open(path, store->now());
    if (!file) return file.error();
    store->m_file = std::move(file).value();
    store->m_connection = &store->m_file->connection();
    return store;
}

Result<std::unique_ptr<Store>> Store::openMemory(StoreOptions options)
{
    std::unique_ptr<Store> store(new Store(std::move(options)));
    auto connection = Connection::openMemory();
    if (!connection) return connection.error();
    store->m_own = std::move(connection).value();
    store->m_connection = store->m_own.get();
    if (Done migrated = migrate(*store->m_connection, store->now()); !migrated)
        return migrated.error();
    return store;
}

Result<std::unique_ptr<Store>>
Store::openPostgres(const PostgresOptions& server, StoreOptions options)
{
    std::unique_ptr<Store> store(new Store(std::move(options)));
    auto connection = Connection::openPostgres(server);
    if (!connection) return connection.error();
    store->m_own = std::move(connection).value();
    store->m_connection = store->m_own.get();
    if (Done migrated = migrate(*store->m_connection, store->now()); !migrated)
        return migrated.error();
    return store;
}

QDate Store::today() const
{
    return QDateTime::fromMSecsSinceEpoch(now()).date();
}

const Store::EntitySql& Store::sqlOf(const EntityInfo& entity)
{
    std::shared_ptr<EntitySql>& sql = m_sql[&entity];
    if (!sql) sql = std::make_shared<EntitySql>(entity);
    return *sql;
}

template<class R>
R Store::inTransaction(const std::function<R()>& work)
{
    const bool outermost = !m_inTransaction;
    // A failed statement spoils a whole PostgreSQL transaction unless it is rolled back to a
    // savepoint.
    const bool savepoint = !outermost && dialect() == Dialect::Postgres;
    if (outermost) {
        const bool file = dialect() == Dialect::Sqlite;
        // Immediate: a read that later turns into a write could not wait for a lock.
        Done begun = m_connection->execute(
            file ? QStringLiteral("BEGIN IMMEDIATE") : QStringLiteral("BEGIN"));
        if (!begun) return begun.error();
        m_inTransaction = true;
    } else if (savepoint) {
        if (Done set = m_connection->execute(QStringLiteral("SAVEPOINT one_save")); !set)
            return set.error();
    }
    R result = work();
    if (outermost) {
        m_inTransaction = false;
        if (result) {
            Done committed = m_connection->execute(QStringLiteral("COMMIT"));
            if (committed) return result;
            (void)m_connection->execute(QStringLiteral("ROLLBACK"));
            return committed.error();
        }
        (void)m_connection->execute(QStringLiteral("ROLLBACK"));
    } else if (savepoint) {
        if (!result) (void)m_connection->execute(QStringLiteral("ROLLBACK TO SAVEPOINT one_save"));
        if (Done released = m_connection->execute(QStringLiteral("RELEASE SAVEPOINT one_save"));
            !released)
            return released.error();
    }
    return result;
}

Result<Saved> Store::save(const EntityInfo& entity, Values& values, const SaveOptions& options)
{
    const std::vector<Issue> issues = issuesOfRecord(entity, values, today());
    if (hasErrors(issues)) {
        return Error{
            .code = ErrorCode::Validation,
            .key = "validation",
            .detail = entity.table.toStdString() + ": the record breaks a rule",
            .issues = issues};
    }
    return inTransaction<Result<Saved>>([&] { return write(entity, values, options); });
}

Result<Saved> Store::write(const EntityInfo& entity, Values& values, const SaveOptions& options)
{
    QVariant& key = values[static_cast<std::size_t>(entity.key)];
    bool mayExist = key.isValid();
    if (!mayExist) {
        mayExist = entity.naturalKey != nullptr;
        key = QVariant::fromValue(
            mayExist ? naturalId(entity.table + u'/' + entity.naturalKey(values))
                     : m_options.newId());
    }
    if (mayExist) {
        Result<std::optional<StoredValues>> old = findAny(entity, key.toUuid());
        if (!old) return old.error();
        if (old->has_value()) return update(entity, values, **old, options);
    }
    if (Done inserted = insert(entity, values); !inserted) return inserted.error();
    return Saved::Added;
}

Done Store::insert(const EntityInfo& entity, const Values& values)
{
    const EntitySql& sql = sqlOf(entity);
    QVariantList parameters(values.begin(), values.end());
    if (!sql.searched.empty()) parameters.append(sql.foldedText(values));
    const auto at = static_cast<qlonglong>(now());
    parameters << at << at << qlonglong{1} << m_options.device << false;
    if (Result<qint64> ran = m_connection->run(sql.insert, parameters); !ran) return ran.error();
    const QJsonObject after = toJson(entity, values);
    return log(
        entity, values[static_cast<std::size_t>(entity.key)].toUuid(), "insert", nullptr, &after);
}

Result<Saved> Store::update(
    const EntityInfo& entity,
    const Values& values,
    const StoredValues& old,
    const SaveOptions& options)
{
    if (options.expectedVersion && *options.expectedVersion != old.stamp.version) {
        return Error{
            .code = ErrorCode::Conflict,
            .key = "store.changed",
            .detail = entity.table.toStdString() + ": the row was changed meanwhile"};
    }
    if (values == old.values && !old.stamp.deleted) return Saved::Unchanged;
    const EntitySql& sql = sqlOf(entity);
    QVariantList parameters;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (static_cast<int>(i) != entity.key) parameters.append(values[i]);
    }
    if (!sql.searched.empty()) parameters.append(sql.foldedText(values));
    const QVariant& key = values[static_cast<std::size_t>(entity.key)];
    parameters << static_cast<qlonglong>(now()) << old.stamp.version + 1 << m_options.device
               << false << key << old.stamp.version;
    Result<qint64> ran = m_connection->run(sql.update, parameters);
    if (!ran) return ran.error();
    if (*ran != 1) {
        return Error{
            .code = ErrorCode::Conflict,
            .key = "store.changed",
            .detail = entity.table.toStdString() + ": the row was changed at this moment"};
    }
    const QJsonObject before = changedFields(entity, old.values, values);
    const QJsonObject after = changedFields(entity, values, old.values);
    const char* action = old.stamp.deleted ? "restore" : "update";
    if (Done logged = log(entity, key.toUuid(), action, &before, &after); !logged)
        return logged.error();
    return old.stamp.deleted ? Saved::Added : Saved::Updated;
}

Done Store::remove(const EntityInfo& entity, const QUuid& id)
{
    return inTransaction<Done>([&] { return setDeleted(entity, id, true); });
}

Done Store::restore(const EntityInfo& entity, const QUuid& id)
{
    return inTransaction<Done>([&] { return setDeleted(entity, id, false); });
}

Done Store::setDeleted(const EntityInfo& entity, const QUuid& id, bool deleted)
{
    Result<std::optional<StoredValues>> old = findAny(entity, id);
    if (!old) return old.error();
    if (!old->has_value() || (*old)->stamp.deleted == deleted) {
        return Error{
            .code = ErrorCode::NotFound,
            .key = "store.no_row",
            .detail = entity.table.toStdString() + ": no such row"};
    }
    Result<qint64> ran = m_connection->run(
        sqlOf(entity).setDeleted,
        {deleted,
         static_cast<qlonglong>(now()),
         m_options.device,
         QVariant::fromValue(id),
         deleted});
    if (!ran) return ran.error();
    const QJsonObject row = toJson(entity, (*old)->values);
    return log(
        entity,
        id,
        deleted ? "delete" : "restore",
        deleted ? &row : nullptr,
        deleted ? nullptr : &row);
}

Done Store::log(
    const EntityInfo& entity,
    const QUuid& id,
    const char* action,
    const QJsonObject* before,
    const QJsonObject* after)
{
    const auto text = [](const QJsonObject* object) {
        return object ? QVariant(QString::fromUtf8(
                            QJsonDocument(*object).toJson(QJsonDocument::Compact)))
                      : QVariant();
    };
    static const QString sql = QStringLiteral("INSERT INTO change_log (at, actor, device, entity, "
                                              "row_id, action, before_values, after_values) "
                                              "VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
    const Result<qint64> ran = m_connection->run(
        sql,
        {static_cast<qlonglong>(now()),
         m_options.actor,
         m_options.device,
         entity.table,
         QVariant::fromValue(id),
         QString::fromLatin1(action),
         text(before),
         text(after)});
    if (!ran) return ran.error();
    return done();
}

namespace {

Values valuesOfRow(const EntityInfo& entity, const QSqlQuery& row)
{
    Values values;
    values.reserve(entity.fields.size());
    for (std::size_t i = 0; i < entity.fields.size(); ++i)
        values.push_back(fromDatabase(entity.fields[i].type, row.value(static_cast<int>(i))));
    return values;
}

Stamp stampOfRow(const QSqlQuery& row, int first)
{
    return {
        .createdAt = row.value(first).toLongLong(),
        .updatedAt = row.value(first + 1).toLongLong(),
        .version = row.value(first + 2).toLongLong(),
        .device = row.value(first + 3).toString(),
        .deleted = row.value(first + 4).toBool()};
}

} // namespace

Result<std::optional<StoredValues>> Store::findAny(const EntityInfo& entity, const QUuid& id)
{
    std::optional<StoredValues> found;
    const QString key = entity.fields[static_cast<std::size_t>(entity.key)].column;
    Done read = m_connection->read(
        sqlOf(entity).select + QStringLiteral(" WHERE ") + key + QStringLiteral("=?"),
        {QVariant::fromValue(id)},
        [&](const QSqlQuery& row) {
            found = StoredValues{
                valuesOfRow(entity, row), stampOfRow(row, static_cast<int>(entity.fields.size()))};
            return false;
        });
    if (!read) return read.error();
    return found;
}

Result<std::optional<StoredValues>> Store::find(const EntityInfo& entity, const QUuid& id)
{
    Result<std::optional<StoredValues>> found = findAny(entity, id);
    if (found && found->has_value() && (*found)->stamp.deleted)
        return std::optional<StoredValues>();
    return found;
}

Result<std::vector<Values>>
Store::list(const EntityInfo& entity, const QString& column, const QVariant& value)
{
    QString sql = sqlOf(entity).select + QStringLiteral(" WHERE deleted = FALSE");
    QVariantList parameters;
    if (!column.isEmpty()) {
        assert(entity.indexOf(column) >= 0);
        sql += QStringLiteral(" AND ") + column + QStringLiteral(" = ?");
        parameters.append(value);
    }
    sql +=
        QStringLiteral(" ORDER BY ") + entity.fields[static_cast<std::size_t>(entity.key)].column;
    std::vector<Values> all;
    Done read = m_connection->read(sql, parameters, [&](const QSqlQuery& row) {
        all.push_back(valuesOfRow(entity, row));
        return true;
    });
    if (!read) return read.error();
    return all;
}

Result<qint64> Store::count(const EntityInfo& entity)
{
    Result<QVariant> count = m_connection->scalar(
        QStringLiteral("SELECT COUNT(*) FROM %1 WHERE deleted = FALSE").arg(entity.table));
    if (!count) return count.error();
    return count->toLongLong();
}

Result<std::vector<Values>>
Store::rows(const EntityInfo& row, const QString& name, const Parameters& parameters)
{
    auto known = m_named.find(name);
    if (known == m_named.end()) {
        const QString text = sqlFile(name, dialect());
        if (text.isEmpty()) {
            return Error{
                .code = ErrorCode::Internal,
                .key = "store.no_query",
                .detail = "no query " + name.toStdString()};
        }
        const PositionalSql sql = positional(splitStatements(text).value(0));
        known = m_named.insert(name, {sql.text, sql.names});
    }
    QVariantList values;
    for (const QString& placeholder : known->second) {
        assert(parameters.contains(placeholder));
        values.append(parameters.value(placeholder));
    }
    std::vector<Values> all;
    Done read = m_connection->read(known->first, values, [&](const QSqlQuery& one) {
        all.push_back(valuesOfRow(row, one));
        return true;
    });
    if (!read) {
        Error error = read.error();
        error.detail = name.toStdString() + ": " + error.detail;
        return error;
    }
    return all;
}

Result<std::vector<Change>> Store::history(const QUuid& id)
{
    std::vector<Change> changes;
    const auto object = [](const QVariant& text) {
        return QJsonDocument::fromJson(text.toString().toUtf8()).object();
    };
    Done read = m_connection->read(
        QStringLiteral("SELECT at, actor, entity, action, before_values, after_values FROM "
                       "change_log WHERE row_id = ? ORDER BY n"),
        {QVariant::fromValue(id)},
        [&](const QSqlQuery& row) {
            changes.push_back(
                {.at = row.value(0).toLongLong(),
                 .actor = row.value(1).toString(),
                 .entity = row.value(2).toString(),
                 .action = row.value(3).toString(),
                 .before = object(row.value(4)),
                 .after = object(row.value(5))});
            return true;
        });
    if (!read) return read.error();
    return changes;
}

Transaction::Transaction(Store& store)
    : m_store(&store)
{
    store.m_inTransaction = true;
}

Transaction::Transaction(Transaction&& other) noexcept
    : m_store(std::exchange(other.m_store, nullptr))
{
}

Result<Transaction> Transaction::begin(Store& store)
{
    if (store.m_inTransaction) {
        return Error{
            .code = ErrorCode::Internal,
            .key = "store.nested",
            .detail = "a transaction is open already"};
    }
    const bool file = store.dialect() == Dialect::Sqlite;
    Done begun = store.m_connection->execute(
        file ? QStringLiteral("BEGIN IMMEDIATE") : QStringLiteral("BEGIN"));
    if (!begun) return begun.error();
    return Transaction(store);
}

Transaction::~Transaction()
{
    if (!m_store) return;
    m_store->m_inTransaction = false;
    (void)m_store->m_connection->execute(QStringLiteral("ROLLBACK"));
}

Done Transaction::commit()
{
    Done committed = m_store->m_connection->execute(QStringLiteral("COMMIT"));
    if (!committed) return committed; // the destructor rolls back
    m_store->m_inTransaction = false;
    m_store = nullptr;
    return committed;
}

} // namespace edupro::storage
