// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/Store.h"

#include "core/record/Json.h"
#include "core/record/Validate.h"
#include "core/storage/audit/AuditTrail.h"
#include "core/storage/changes/Tracking.h"
#include "core/storage/EntitySql.h"
#include "core/storage/Migrator.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QSysInfo>

namespace edupro::storage {

Store::Store(StoreOptions options)
    : m_options(std::move(options))
    , m_cells(m_options.keys)
{
    if (!m_options.newId) m_options.newId = randomIds(m_options.clock);
    if (m_options.device.isEmpty()) m_options.device = QSysInfo::machineHostName();
    if (m_options.access) admit(m_options.access);
}

void Store::admit(std::shared_ptr<Access> access)
{
    m_options.access = std::move(access);
    m_session.clear();
    if (m_options.access) actAs(m_options.access->user().toString(QUuid::WithoutBraces));
}

Result<std::unique_ptr<Store>> Store::createFile(const QString& path, StoreOptions options)
{
    std::unique_ptr<Store> store(new Store(std::move(options)));
    auto file = SchoolFile::create(path, store->now(), store->m_options.keys);
    if (!file) return file.error();
    store->m_file = std::move(file).value();
    store->m_connection = &store->m_file->connection();
    if (Done prepared = store->prepare(); !prepared) return prepared.error();
    return store;
}

Result<std::unique_ptr<Store>> Store::openFile(const QString& path, StoreOptions options)
{
    std::unique_ptr<Store> store(new Store(std::move(options)));
    auto file = SchoolFile::open(path, store->now(), store->m_options.keys);
    if (!file) return file.error();
    store->m_file = std::move(file).value();
    store->m_connection = &store->m_file->connection();
    if (Done prepared = store->prepare(); !prepared) return prepared.error();
    return store;
}

Result<std::unique_ptr<Store>> Store::openMemory(StoreOptions options)
{
    std::unique_ptr<Store> store(new Store(std::move(options)));
    auto connection = Connection::openMemory(store->m_options.keys.get());
    if (!connection) return connection.error();
    store->m_own = std::move(connection).value();
    store->m_connection = store->m_own.get();
    if (Done migrated = migrate(*store->m_connection, store->now()); !migrated)
        return migrated.error();
    if (Done prepared = store->prepare(); !prepared) return prepared.error();
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

Done Store::beginWork()
{
    if (Done may = checkWritable(); !may) return may;
    const bool file = dialect() == Dialect::Sqlite;
    stampMoment();
    // Immediate: a read that later turns into a write could not wait for a lock.
    Done begun =
        m_connection->execute(file ? QStringLiteral("BEGIN IMMEDIATE") : QStringLiteral("BEGIN"));
    if (!begun) return begun;
    m_inTransaction = true;
    if (!file) return begun;
    Done noted = payOwed();
    if (noted && !m_writerNoted) noted = noteWriter(*m_connection);
    if (!noted) rollBackWork();
    return noted;
}

Done Store::commitWork()
{
    Done committed = m_connection->checkInTransaction();
    if (committed) committed = m_connection->execute(QStringLiteral("COMMIT"));
    if (!committed) return committed;
    m_inTransaction = false;
    m_writerNoted = true;
    m_reason.clear();
    m_owed.clear();
    rememberProgress();
    writeDueRefusals();
    return committed;
}

void Store::rollBackWork() noexcept
{
    m_inTransaction = false;
    m_reason.clear();
    try {
        (void)m_connection->execute(QStringLiteral("ROLLBACK"));
    } catch (...) { // without memory: the next transaction finds it open and says so
    }
    writeDueRefusals();
}

Done Store::verifyFile(const Progress& progress)
{
    if (m_file) return m_file->verify(progress);
    return Error{
        .code = ErrorCode::Internal, .key = "store.no_file", .detail = "the store is not a file"};
}

QDate Store::today() const
{
    // The time zone is looked up in a file each time, and a date begins with a minute.
    constexpr Instant minute = 60'000;
    const Instant at = now();
    if (at / minute != m_todayMinute) {
        m_today = QDateTime::fromMSecsSinceEpoch(at).date();
        m_todayMinute = at / minute;
    }
    return m_today;
}

const EntitySql& Store::sqlOf(const EntityInfo& entity)
{
    std::shared_ptr<EntitySql>& sql = m_sql[&entity];
    if (!sql) sql = std::make_shared<EntitySql>(entity, dialect(), sealing());
    return *sql;
}

template<class R>
R Store::inTransaction(const std::function<R()>& work)
{
    if (!m_inTransaction) {
        Result<Transaction> transaction = Transaction::begin(*this);
        if (!transaction) return transaction.error();
        R result = work();
        if (!result) return result;
        Done committed = transaction->commit();
        return committed ? result : R(committed.error());
    }
    if (Done open = m_connection->checkInTransaction(); !open) return open.error();
    // A failed statement spoils a whole PostgreSQL transaction unless it is rolled back to a
    // savepoint.
    // A person's row may turn out not to be theirs after it was written.
    const bool savepoint = dialect() == Dialect::Postgres || m_options.access;
    if (savepoint) {
        if (Done set = m_connection->execute(QStringLiteral("SAVEPOINT one_save")); !set)
            return set.error();
    }
    stampMoment();
    R result = work();
    if (savepoint) {
        if (!result) (void)m_connection->execute(QStringLiteral("ROLLBACK TO SAVEPOINT one_save"));
        if (Done released = m_connection->execute(QStringLiteral("RELEASE SAVEPOINT one_save"));
            !released)
            return result ? R(released.error()) : result;
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
    if (mayExist && !options.isNew) {
        Result<std::optional<StoredValues>> old = findAny(entity, key.toUuid());
        if (!old) return old.error();
        if (old->has_value()) {
            if (Done may = checkWrite(entity, &(*old)->values, &values); !may) return may.error();
            Result<Saved> updated = update(entity, values, **old, options);
            if (!updated || *updated == Saved::Unchanged) return updated;
            if (Done may = checkWritten(entity, key.toUuid()); !may) return may.error();
            return updated;
        }
    }
    if (Done may = checkWrite(entity, nullptr, &values); !may) return may.error();
    if (Done inserted = insert(entity, values); !inserted) return inserted.error();
    if (Done may = checkWritten(entity, key.toUuid()); !may) return may.error();
    return Saved::Added;
}

Result<Values>
Store::cellsOf(const EntityInfo& entity, const Values& values, const StoredValues* old) const
{
    Values cells = values;
    const QUuid id = values[static_cast<std::size_t>(entity.key)].toUuid();
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const FieldInfo& field = entity.fields[i];
        if (!field.rules.sealed) continue;
        if (old && values[i] == old->values[i]) {
            cells[i] = old->cells[i];
            continue;
        }
        Result<QVariant> cell = m_cells.cellOf(entity, field, id, values[i]);
        if (!cell) return cell.error();
        cells[i] = *cell;
    }
    return cells;
}

QVariantList Store::indexesOf(const EntityInfo& entity, const Values& values)
{
    QVariantList indexes;
    for (const int i : sqlOf(entity).lookup) {
        const auto at = static_cast<std::size_t>(i);
        indexes.append(m_cells.indexOf(entity.fields[at], values[at]));
    }
    return indexes;
}

Done Store::insert(const EntityInfo& entity, const Values& values)
{
    const EntitySql& sql = sqlOf(entity);
    const Result<Values> cells = cellsOf(entity, values, nullptr);
    if (!cells) return cells.error();
    QVariantList parameters(cells->begin(), cells->end());
    if (!sql.searched.empty()) parameters.append(sql.foldedText(values));
    parameters.append(indexesOf(entity, values));
    const auto at = static_cast<qlonglong>(now());
    parameters << at << at << qlonglong{1} << m_options.device << false;
    if (Result<qint64> ran = m_connection->run(sql.insert, parameters); !ran) return ran.error();
    if (dialect() == Dialect::Sqlite) return done(); // its triggers have written the event
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
    const Result<Values> cells = cellsOf(entity, values, &old);
    if (!cells) return cells.error();
    QVariantList parameters;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (static_cast<int>(i) != entity.key) parameters.append((*cells)[i]);
    }
    if (!sql.searched.empty()) parameters.append(sql.foldedText(values));
    if (sealing() != Sealing::Locked) parameters.append(indexesOf(entity, values));
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
    const Saved saved = old.stamp.deleted ? Saved::Added : Saved::Updated;
    if (dialect() == Dialect::Sqlite) return saved;
    const QJsonObject before = changedFields(entity, old.values, values);
    const QJsonObject after = changedFields(entity, values, old.values);
    const char* action = old.stamp.deleted ? "restore" : "update";
    if (Done logged = log(entity, key.toUuid(), action, &before, &after); !logged)
        return logged.error();
    return saved;
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
    const Values* after = deleted ? nullptr : &(*old)->values;
    if (Done may = checkWrite(entity, &(*old)->values, after); !may) return may;
    Result<qint64> ran = m_connection->run(
        sqlOf(entity).setDeleted,
        {deleted,
         static_cast<qlonglong>(now()),
         m_options.device,
         QVariant::fromValue(id),
         deleted});
    if (!ran) return ran.error();
    if (dialect() == Dialect::Sqlite) return done();
    const QJsonObject row = toJson(entity, (*old)->values);
    return log(
        entity,
        id,
        deleted ? "delete" : "restore",
        deleted ? &row : nullptr,
        deleted ? nullptr : &row);
}

} // namespace edupro::storage
