// SPDX-License-Identifier: GPL-3.0-or-later
// What is done to the log by somebody who can write the file but not what anchors have seen.
#include "core/base/Random.h"
#include "core/Entities.h"
#include "core/storage/audit/AuditProof.h"
#include "core/storage/audit/AuditTrail.h"
#include "core/storage/audit/AuditVerify.h"
#include "tests/support/Builders.h"
#include "tests/support/Catch.h"
#include "tests/support/Stores.h"

using namespace edupro;
using namespace edupro::storage;
using namespace edupro::tests;

namespace {

constexpr qint64 eventCount = 120;
constexpr int trialsPerKind = 25;

struct Event {
    QByteArray meta;
    QVariant payload;
    QByteArray proof;
};

/// Changes the file as an attacker would: with the triggers gone and every function at hand.
class Attacker {
public:
    Attacker(Connection& connection, Random& random)
        : m_connection(connection)
        , m_random(random)
    {
        run("SAVEPOINT attack");
        run("DROP TRIGGER edu_audit_keep");
        run("DROP TRIGGER edu_audit_fixed");
        run("DROP INDEX audit_event_by_row"); // reads what it indexes
        const bool read =
            connection
                .read(
                    "SELECT CAST(meta AS BLOB), payload, proof FROM audit_event ORDER BY n",
                    {},
                    [this](const QSqlQuery& row) {
                        m_events.push_back(
                            {row.value(0).toByteArray(), row.value(1), row.value(2).toByteArray()});
                        return true;
                    })
                .has_value();
        REQUIRE(read);
    }
    ~Attacker()
    {
        (void)m_connection.execute("ROLLBACK TO attack");
        (void)m_connection.execute("RELEASE attack");
    }

    /// Any event but the last `spared`.
    qint64 some(qint64 spared = 0)
    {
        return 1 +
               static_cast<qint64>(m_random.below(static_cast<std::uint64_t>(count() - spared)));
    }
    qint64 count() const { return static_cast<qint64>(m_events.size()); }
    const Event& event(qint64 n) const { return m_events[static_cast<std::size_t>(n - 1)]; }
    Random& random() { return m_random; }

    void run(const QString& sql, const QVariantList& parameters = {})
    {
        const Done ran =
            parameters.isEmpty() ? m_connection.execute(sql) : ranWith(sql, parameters);
        if (!ran) FAIL(ran.error().detail);
    }
    void setMeta(qint64 n, const QByteArray& meta)
    {
        run("UPDATE audit_event SET meta = ? WHERE n = ?", {QString::fromUtf8(meta), n});
    }
    void setProof(qint64 n, const QByteArray& proof)
    {
        run("UPDATE audit_event SET proof = ? WHERE n = ?", {proof, n});
    }
    /// Moves all events from `first` on by `by`.
    void renumber(qint64 first, qint64 by)
    {
        run("UPDATE audit_event SET n = -n WHERE n >= ?", {first});
        run("UPDATE audit_event SET n = -n + ? WHERE n < 0", {by});
    }
    void insert(qint64 n, const Event& event)
    {
        run("INSERT INTO audit_event VALUES (?, ?, ?, ?)",
            {n, QString::fromUtf8(event.meta), event.payload, event.proof});
    }
    /// Makes all links from `first` on right again.
    void recompute(qint64 first)
    {
        AuditHasher hasher;
        const QByteArray file =
            m_connection.scalar("SELECT uuid FROM lineage WHERE parent IS NULL")->toByteArray();
        QByteArray last = hasher.start(file);
        std::vector<std::pair<qint64, QByteArray>> proofs;
        const Done read = m_connection.read(
            "SELECT n, CAST(meta AS BLOB), CAST(payload AS BLOB), proof FROM audit_event ORDER BY "
            "n",
            {},
            [&](const QSqlQuery& row) {
                const qint64 n = row.value(0).toLongLong();
                QByteArray proof = row.value(3).toByteArray();
                if (n >= first)
                    proof =
                        hasher.proof(last, row.value(1).toByteArray(), row.value(2).toByteArray());
                last = proof.right(hashSize);
                proofs.emplace_back(n, proof);
                return true;
            });
        REQUIRE(read.has_value());
        for (const auto& [n, proof] : proofs)
            setProof(n, proof);
    }

private:
    Done ranWith(const QString& sql, const QVariantList& parameters)
    {
        const auto ran = m_connection.run(sql, parameters);
        if (!ran) return ran.error();
        return done();
    }

    Connection& m_connection;
    Random& m_random;
    std::vector<Event> m_events;
};

QByteArray withOtherCharacter(QByteArray text, Random& random)
{
    const auto at = static_cast<qsizetype>(random.below(static_cast<std::uint64_t>(text.size())));
    text[at] = text[at] == 'x' ? 'y' : 'x';
    return text;
}

struct Kind {
    const char* name;
    /// Answers the first event that no longer is what it was.
    qint64 (*attack)(Attacker&);
};

qint64 editMeta(Attacker& attacker)
{
    const qint64 n = attacker.some();
    attacker.setMeta(n, withOtherCharacter(attacker.event(n).meta, attacker.random()));
    return n;
}

qint64 editTime(Attacker& attacker)
{
    const qint64 n = attacker.some();
    QByteArray meta = attacker.event(n).meta;
    const auto at = meta.indexOf("\"w\":") + 4;
    meta[at + 9] = meta[at + 9] == '5' ? '6' : '5';
    attacker.setMeta(n, meta);
    return n;
}

qint64 editPayload(Attacker& attacker)
{
    const qint64 n = attacker.some();
    const QByteArray payload = attacker.event(n).payload.toByteArray();
    const QByteArray other =
        payload.isEmpty() ? QByteArray("{}") : withOtherCharacter(payload, attacker.random());
    attacker.run("UPDATE audit_event SET payload = ? WHERE n = ?", {QString::fromUtf8(other), n});
    return n;
}

qint64 dropPayload(Attacker& attacker)
{
    qint64 n = attacker.some();
    while (attacker.event(n).payload.isNull())
        n = attacker.some();
    attacker.run("UPDATE audit_event SET payload = NULL WHERE n = ?", {n});
    return n;
}

qint64 blankWithoutErasure(Attacker& attacker)
{
    qint64 n = attacker.some();
    while (attacker.event(n).payload.isNull())
        n = attacker.some();
    attacker.run(
        "UPDATE audit_event SET payload = NULL, proof = edu_blank(proof) WHERE n = ?", {n});
    return n;
}

qint64 editProof(Attacker& attacker)
{
    const qint64 n = attacker.some();
    QByteArray proof = attacker.event(n).proof;
    const auto at = static_cast<qsizetype>(attacker.random().below(proofSize));
    proof[at] = static_cast<char>(proof[at] ^ 1);
    attacker.setProof(n, proof);
    return n;
}

qint64 shortenProof(Attacker& attacker)
{
    const qint64 n = attacker.some();
    attacker.setProof(n, attacker.event(n).proof.chopped(1));
    return n;
}

qint64 removeOne(Attacker& attacker)
{
    const qint64 n = attacker.some(1);
    attacker.run("DELETE FROM audit_event WHERE n = ?", {n});
    return n;
}

qint64 removeAndCloseGap(Attacker& attacker)
{
    const qint64 n = attacker.some(1);
    attacker.run("DELETE FROM audit_event WHERE n = ?", {n});
    attacker.renumber(n + 1, -1);
    return n;
}

qint64 renumberTail(Attacker& attacker)
{
    const qint64 n = attacker.some();
    attacker.renumber(n, 1 + static_cast<qint64>(attacker.random().below(5)));
    return n;
}

qint64 swapTwo(Attacker& attacker)
{
    const qint64 n = attacker.some(1);
    attacker.run("UPDATE audit_event SET n = -1 WHERE n = ?", {n});
    attacker.run("UPDATE audit_event SET n = ? WHERE n = ?", {n, n + 1});
    attacker.run("UPDATE audit_event SET n = ? WHERE n = -1", {n + 1});
    return n;
}

qint64 insertCopy(Attacker& attacker)
{
    const qint64 n = attacker.some(1);
    attacker.renumber(n + 1, 1);
    attacker.insert(n + 1, attacker.event(attacker.some()));
    return n + 1;
}

qint64 insertLinked(Attacker& attacker)
{
    const qint64 n = attacker.some(1);
    attacker.renumber(n + 1, 1);
    Event forged = attacker.event(n);
    forged.proof = AuditHasher().proof(forged.proof, forged.meta, forged.payload.toByteArray());
    attacker.insert(n + 1, forged);
    return n + 2; // the forged event holds; the one behind it does not
}

qint64 truncate(Attacker& attacker)
{
    const qint64 n = attacker.some();
    attacker.run("DELETE FROM audit_event WHERE n >= ?", {n});
    return n;
}

qint64 truncateAndGoOn(Attacker& attacker)
{
    const qint64 n = attacker.some(1);
    attacker.run("DELETE FROM audit_event WHERE n >= ?", {n});
    for (qint64 i = n; i <= attacker.count() + 3; ++i) {
        attacker.run(
            "INSERT INTO audit_event(meta, payload, proof) VALUES ('{}', NULL, edu_proof("
            "coalesce((SELECT proof FROM audit_event ORDER BY n DESC LIMIT 1), edu_start((SELECT "
            "uuid FROM lineage WHERE parent IS NULL))), '{}', NULL))");
    }
    return n;
}

qint64 editAndRecompute(Attacker& attacker)
{
    const qint64 n = attacker.some();
    attacker.setMeta(n, withOtherCharacter(attacker.event(n).meta, attacker.random()));
    attacker.recompute(n);
    return n;
}

qint64 recomputeAll(Attacker& attacker)
{
    (void)editMeta(attacker);
    attacker.recompute(1);
    return 1;
}

std::unique_ptr<Store> storeWithEvents()
{
    auto store = memoryStore();
    Student student = aStudent();
    REQUIRE(store->save(student).has_value());
    while (auditHead(store->connection())->n < eventCount) {
        const qint64 n = auditHead(store->connection())->n;
        student.name = QStringLiteral("Siswa %1").arg(n);
        REQUIRE(store->save(student).has_value());
        if (n % 10 == 0) {
            REQUIRE(store->note({.action = AuditAction::Export, .reason = "list"}).has_value());
        }
    }
    return store;
}

} // namespace

TEST_CASE("Every manipulation within the chain is found at its place", "[storage][audit]")
{
    // clang-format off
    constexpr Kind kinds[] = {
        {"an edited event", editMeta},           {"another time", editTime},
        {"an edited payload", editPayload},      {"a removed payload", dropPayload},
        {"a blanked payload", blankWithoutErasure}, {"an edited proof", editProof},
        {"a shortened proof", shortenProof},     {"a removed event", removeOne},
        {"a removed event, gap closed", removeAndCloseGap}, {"other numbers", renumberTail},
        {"two events swapped", swapTwo},         {"a copied event", insertCopy},
        {"a forged event, linked", insertLinked},
    };
    // clang-format on
    const auto store = storeWithEvents();
    Random random(11);
    int tried = 0;
    for (const Kind& kind : kinds) {
        for (int i = 0; i < trialsPerKind; ++i) {
            Attacker attacker(store->connection(), random);
            const qint64 n = kind.attack(attacker);
            const auto report = verifyAudit(store->connection());
            CAPTURE(kind.name, n);
            REQUIRE(report.has_value());
            REQUIRE(report->broken.has_value());
            CHECK(report->broken->n == n);
            ++tried;
        }
    }
    CHECK(tried == 325);
    CHECK_FALSE(verifyAudit(store->connection())->broken.has_value());
}

TEST_CASE(
    "A cut end and a recomputed chain are found by an anchor, and by nothing else",
    "[storage][audit]")
{
    constexpr Kind kinds[] = {
        {"a cut end", truncate},
        {"a cut end that was written on", truncateAndGoOn},
        {"an edit and all links after it", editAndRecompute},
        {"the whole chain", recomputeAll},
    };
    const auto store = storeWithEvents();
    const AuditHead head = auditHead(store->connection()).value();
    Random random(12);
    for (const Kind& kind : kinds) {
        for (int i = 0; i < trialsPerKind; ++i) {
            Attacker attacker(store->connection(), random);
            const qint64 n = kind.attack(attacker);
            CAPTURE(kind.name, n);
            CHECK_FALSE(verifyAudit(store->connection())->broken.has_value());
            const auto report = verifyAudit(store->connection(), {head});
            REQUIRE(report->broken.has_value());
            CHECK(report->broken->fault == AuditFault::Anchor);
            CHECK(checkAnchor(store->connection(), head).error().key == "audit.rolled_back");
        }
    }
    CHECK(checkAnchor(store->connection(), head).has_value());
    CHECK_FALSE(verifyAudit(store->connection(), {head})->broken.has_value());
}

TEST_CASE("A chain belongs to its file", "[storage][audit]")
{
    const auto store = storeWithEvents();
    REQUIRE(store->connection().execute("PRAGMA foreign_keys=OFF").has_value());
    const auto changed = store->connection().run(
        "UPDATE lineage SET uuid = ?", {QUuid::createUuid().toString(QUuid::WithoutBraces)});
    REQUIRE(changed.has_value());
    const auto report = verifyAudit(store->connection());
    REQUIRE(report->broken.has_value());
    CHECK(report->broken->n == 1);
}
