// SPDX-License-Identifier: GPL-3.0-or-later
// The one door to a school's data: every read and write of every entity goes through a Store.
#pragma once

#include "core/base/Clock.h"
#include "core/base/Progress.h"
#include "core/base/Result.h"
#include "core/record/Schema.h"
#include "core/security/KeyFile.h"
#include "core/storage/Access.h"
#include "core/storage/audit/AuditEvent.h"
#include "core/storage/audit/Refusals.h"
#include "core/storage/changes/Lineage.h"
#include "core/storage/Connection.h"
#include "core/storage/SchoolFile.h"
#include "core/storage/SealedCells.h"

#include <QElapsedTimer>
#include <QJsonObject>
#include <QSet>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace edupro::storage {

struct EntitySql;

/// Who writes, from where, when, and where new identities come from.
struct StoreOptions {
    Clock clock = systemClock();
    QString actor; ///< written into the audit; of a signed-in person the user's id
    QString device;
    IdSource newId; ///< null: random UUIDv7 by `clock`
    /// Of an encrypted file; null: the file is plain.
    std::shared_ptr<const security::SchoolKeys> keys{};
    /// The unlocked key file beside an encrypted file, as it is to be saved next; null: the file is
    /// plain. Touched on the store's thread only.
    std::shared_ptr<security::KeyFile> keyFile{};
    /// The signed-in person; null: whoever holds the store may do everything. See admit().
    std::shared_ptr<Access> access{};
    /// All entities of the program; the triggers of a file are made from their descriptions.
    /// Without them no file opens (Internal `store.no_entities`).
    std::vector<const EntityInfo*> entities{};
};

/// What the store keeps beside every row.
struct Stamp {
    Instant createdAt = 0;
    Instant updatedAt = 0;
    qint64 version = 0; ///< 1 for a new row, one more with each change
    QString device;
    bool deleted = false;
};

struct StoredValues {
    Values values;
    Stamp stamp;
    Values cells{}; ///< of entities with sealed fields: as they stand in the table, by field
};

template<class T>
struct Stored {
    T record;
    Stamp stamp;
};

enum class Saved { Added, Updated, Unchanged };

struct SaveOptions {
    /// The version the writer has seen; another one in the store is a Conflict. None: the last
    /// writer wins.
    std::optional<qint64> expectedVersion{};
    /// The writer knows that there is no row of this identity, also none marked as deleted: it is
    /// not looked for. One that is there after all is a Constraint.
    bool isNew = false;
};

/// Parameters of a named query, by placeholder name.
using Parameters = QVariantMap;

struct Change {
    Instant at = 0;
    QString actor;
    QString entity;
    QString action; ///< insert, update, delete, restore
    QJsonObject before;
    QJsonObject after;
};

/// Use on one thread (the storage lane's). Complexity of save(): a constant number of indexed
/// statements.
class Store {
public:
    static Result<std::unique_ptr<Store>> createFile(const QString& path, StoreOptions options);
    static Result<std::unique_ptr<Store>> openFile(const QString& path, StoreOptions options);
    /// An empty migrated store in memory, for tests.
    static Result<std::unique_ptr<Store>> openMemory(StoreOptions options);
    /// A store in a schema of a PostgreSQL database; migrates it.
    static Result<std::unique_ptr<Store>>
    openPostgres(const PostgresOptions& server, StoreOptions options);
    ~Store();
    Store(const Store&) = delete;
    Store& operator=(const Store&) = delete;

    /// Why nothing may be written, although the file is open and can be read: Corrupt
    /// `audit.rolled_back`, as long as nobody has decided about a file that is older than what its
    /// key file or this computer has seen of it. Nothing: it may be written.
    const std::optional<Error>& whyReadOnly() const { return m_whyReadOnly; }
    /// Goes on with a file that is older than what was seen of it: a new lineage and an event with
    /// what was expected and found, in one transaction; from then on it may be written. Whether the
    /// person may is the caller's business. Errors: Internal `store.not_rolled_back`; those of
    /// writing, after which the file stays as it was.
    Done acceptOlderFile(const QString& reason);
    /// Runs `work` in a transaction: now, or, while nothing can be written (whyReadOnly(), a full
    /// disk), at the beginning of the next transaction that can. What was done at its time and is
    /// written late says its time itself. Errors: those of `work` and of writing, except
    /// `store.full`.
    Done writeWhenPossible(std::function<Done()> work);

    /// From now on the store is this person's (or, for null, unrestricted): see Access.
    void admit(std::shared_ptr<Access> access);
    /// The person of the store, or null when it is unrestricted.
    Access* access() const { return m_options.access.get(); }
    /// The key file that opened the store; null for a plain file.
    security::KeyFile* keyFile() const { return m_options.keyFile.get(); }
    /// For actions that are not a save or a read of an entity: the session lives and the person may
    /// do it on some rows at least. Errors: Permission `session.expired`, `access.denied`.
    Done require(security::Action action, security::Object object);
    /// Why the next transaction (or the next single write) is made. Some writes need it: see
    /// Access::checkWrite().
    void setReason(const QString& reason) { m_reason = reason; }
    const QString& reason() const { return m_reason; }

    /// The one door for writes: checks the record (field, record and store rules), gives it an
    /// identity when it has none, stamps it, writes it and audits the change, all in one
    /// transaction. Errors: Permission (see Access), Validation (issues), Constraint (issue
    /// `unique` or `reference`), Conflict, or the store's own. Warnings do not prevent saving. A
    /// deleted row that is saved again comes back. Sealed fields that the store cannot open (see
    /// sealing()) are missing in what it reads; they keep their cells when they are saved missing,
    /// and are Permission `access.sealed` otherwise.
    Result<Saved> save(const EntityInfo& entity, Values& values, const SaveOptions& options = {});
    template<class T>
    Result<Saved> save(T& record, const SaveOptions& options = {})
    {
        Values values = valuesOf(record);
        Result<Saved> saved = save(entityInfo<T>(), values, options);
        if (saved) record = recordOf<T>(values);
        return saved;
    }

    /// Marks a row as deleted; NotFound when there is none.
    Done remove(const EntityInfo& entity, const QUuid& id);
    /// Takes a deletion back; Constraint when its unique values have been taken meanwhile.
    Done restore(const EntityInfo& entity, const QUuid& id);

    /// The row with this identity that is not deleted, if any.
    Result<std::optional<StoredValues>> find(const EntityInfo& entity, const QUuid& id);
    template<class T, class Tag>
    Result<std::optional<Stored<T>>> find(const Id<Tag>& id)
    {
        Result<std::optional<StoredValues>> found = find(entityInfo<T>(), id.value);
        if (!found) return found.error();
        if (!found->has_value()) return std::optional<Stored<T>>();
        return std::optional<Stored<T>>({recordOf<T>((*found)->values), (*found)->stamp});
    }

    /// The row with this identity, deleted or not, as far as the person may see it.
    Result<std::optional<StoredValues>> findWithDeleted(const EntityInfo& entity, const QUuid& id);

    /// All rows that are not deleted and have `value` in `column` (all rows when `column` is
    /// empty), in the order of their keys. A sealed column must have the rule `lookup`.
    Result<std::vector<Values>>
    list(const EntityInfo& entity, const QString& column = {}, const QVariant& value = {});
    template<class T>
    Result<std::vector<T>> list(const QString& column = {}, const QVariant& value = {})
    {
        return records<T>(list(entityInfo<T>(), column, value));
    }
    /// The number of rows that are not deleted.
    Result<qint64> count(const EntityInfo& entity);

    /// Runs the named SQL file ("people/list_students") and reads its rows as Row, whose fields are
    /// the columns in their order.
    template<class Row>
    Result<std::vector<Row>> query(const QString& name, const Parameters& parameters = {})
    {
        return records<Row>(rows(entityInfo<Row>(), name, parameters));
    }
    Result<std::vector<Values>>
    rows(const EntityInfo& row, const QString& name, const Parameters& parameters = {});

    /// What happened to one row, oldest first: changes of its values, not who read them. An erased
    /// change has neither `before` nor `after`.
    Result<std::vector<Change>> history(const QUuid& id);
    /// Appends an event that is no change of a row (a sign-in, an export, a backup, a masked field
    /// shown) to the audit; in the open transaction if there is one. Needs no living session.
    Done note(const AuditNote& note);
    bool isInTransaction() const { return m_inTransaction; }
    /// Who writes from now on, as after a sign-in.
    void actAs(const QString& actor);

    /// Whether this store's reads give the values of sealed fields.
    Sealing sealing() const { return m_cells.sealing(); }
    const SealedCells& cells() const { return m_cells; }
    /// True the first time a text is asked for since the person signed in.
    bool isFirstInSession(const QString& text);
    void forgetInSession(const QString& text) { m_session.remove(text); }

    Instant now() const { return m_options.clock(); }
    /// Today in the computer's time zone.
    QDate today() const;
    QUuid newId() { return m_options.newId(); }
    Dialect dialect() const { return m_connection->dialect(); }
    const std::vector<const EntityInfo*>& entities() const { return m_options.entities; }
    const QString& actor() const { return m_options.actor; }
    const QString& device() const { return m_options.device; }
    /// The file's path; empty when the store is not a file.
    QString path() const { return m_file ? m_file->path() : QString(); }
    /// Of an encrypted file; null: the store is plain.
    const SchoolFile::Keys& keys() const { return m_options.keys; }
    /// What whoever opened the store should know and what prevents nothing, once: see
    /// SchoolFile::takeNotices(); `store.full`, when it was opened on a full disk and can be
    /// written once there is room; what addNotice() was told.
    std::vector<Error> takeNotices();
    void addNotice(Error notice) { m_notices.push_back(std::move(notice)); }
    /// See SchoolFile::verify(); Internal `store.no_file` when the store is not a file.
    Done verifyFile(const Progress& progress = noProgress());
    /// For tests and published views. Features use query().
    Connection& connection() { return *m_connection; }

private:
    friend class Transaction;
    explicit Store(StoreOptions options);
    const EntitySql& sqlOf(const EntityInfo& entity);
    /// The row as it stands in the table, deleted or not, whoever may see it.
    Result<std::optional<StoredValues>> findAny(const EntityInfo& entity, const QUuid& id);
    Result<std::optional<StoredValues>>
    readRow(const EntityInfo& entity, const QString& select, const QUuid& id);
    /// The session lives; not asked again inside a transaction.
    Done checkSession();
    Done checkRead(const EntityInfo& entity);
    Done checkWrite(const EntityInfo& entity, const Values* before, const Values* after);
    Done checkWritten(const EntityInfo& entity, const QUuid& id);
    Result<Saved> write(const EntityInfo& entity, Values& values, const SaveOptions& options);
    Done insert(const EntityInfo& entity, const Values& values);
    /// `values` as they go into the table. `old`: the row that is there; its sealed cells stay
    /// where the values do.
    Result<Values>
    cellsOf(const EntityInfo& entity, const Values& values, const StoredValues* old) const;
    /// The cells of the index columns.
    QVariantList indexesOf(const EntityInfo& entity, const Values& values);
    StoredValues rowOf(const EntityInfo& entity, const QSqlQuery& row) const;
    Result<Saved> update(
        const EntityInfo& entity,
        const Values& values,
        const StoredValues& old,
        const SaveOptions& options);
    Done setDeleted(const EntityInfo& entity, const QUuid& id, bool deleted);
    /// The change on PostgreSQL; on a file triggers write it.
    Done
    log(const EntityInfo& entity,
        const QUuid& id,
        const char* action,
        const QJsonObject* before,
        const QJsonObject* after);
    Done prepare();
    /// Compares an opened file with what this computer and the key file have seen of it.
    Done settleArrival();
    /// Remembers how far the file has come, now and then: each time would be a file more to sync.
    void rememberProgress();
    Done checkWritable();
    Done payOwed();
    /// Notes that the person was refused; see Refusals.
    void noteRefusal(const Error& error, const Refusal& refusal);
    void writeRefusals(std::vector<AuditNote> notes);
    /// After a transaction has ended; nothing of it may change what that came to.
    void writeDueRefusals() noexcept;
    Done append(const AuditNote& note);
    Done beginWork();
    Done commitWork();
    void rollBackWork() noexcept;
    /// What is written next happens now.
    void stampMoment();
    /// Runs `work` in the open transaction, or in one of its own; on PostgreSQL a failure inside an
    /// open one is undone to a savepoint.
    template<class R>
    R inTransaction(const std::function<R()>& work);
    template<class T>
    static Result<std::vector<T>> records(const Result<std::vector<Values>>& rows)
    {
        if (!rows) return rows.error();
        std::vector<T> all;
        all.reserve(rows->size());
        for (const Values& values : *rows)
            all.push_back(recordOf<T>(values));
        return all;
    }

    StoreOptions m_options;
    SealedCells m_cells;
    std::unique_ptr<SchoolFile> m_file; // owns the connection of a file
    std::unique_ptr<Connection> m_own;  // or the store owns it
    Connection* m_connection = nullptr;
    QHash<const EntityInfo*, std::shared_ptr<EntitySql>> m_sql;
    QHash<QString, std::pair<QString, QStringList>>
        m_named; // name -> positional text, placeholder names
    bool m_inTransaction = false;
    QString m_reason;
    QSet<QString> m_session; // of isFirstInSession()
    bool m_writerNoted = false;
    std::optional<Error> m_whyReadOnly;
    Arrived m_arrived;
    bool m_isSettled = false;                  ///< prepare() has succeeded
    std::vector<std::function<Done()>> m_owed; ///< see writeWhenPossible()
    Refusals m_refusals;
    std::vector<Error> m_notices;
    QElapsedTimer m_sinceRemembered;
    mutable QDate m_today; // of m_todayMinute; see today()
    mutable Instant m_todayMinute = -1;
};

/// Several saves as one: all or, when it is destroyed without commit(), none.
class Transaction {
public:
    /// Begins (`BEGIN IMMEDIATE` on a file). Internal when one is open already.
    static Result<Transaction> begin(Store& store);
    ~Transaction();
    Transaction(Transaction&& other) noexcept;
    Transaction& operator=(Transaction&&) = delete;

    Done commit();

private:
    explicit Transaction(Store& store);
    Store* m_store;
};

} // namespace edupro::storage
