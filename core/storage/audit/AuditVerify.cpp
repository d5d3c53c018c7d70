// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/audit/AuditVerify.h"

#include "core/storage/audit/AuditProof.h"
#include "core/storage/audit/AuditTrail.h"

#include <QHash>
#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>

namespace edupro::storage {

namespace {

constexpr qint64 betweenReports = 5'000;

/// Follows the chain event by event.
class Walk {
public:
    Walk(QByteArray start, const std::vector<AuditHead>& anchors)
        : m_anchors(anchors)
    {
        report.head = {0, std::move(start)};
        for (const AuditHead& anchor : m_anchors) {
            if (anchor.n == 0 && anchor.hash != report.head.hash)
                report.broken = {0, AuditFault::Anchor};
        }
    }

    /// False when the walk is over.
    bool step(qint64 n, const QByteArray& meta, const QVariant& payload, const QByteArray& proof)
    {
        ++report.events;
        const qint64 expected = report.head.n + 1;
        if (n != expected) return breaks(expected, AuditFault::Missing);
        if (proof.size() != proofSize) return breaks(n, AuditFault::Proof);
        const QByteArrayView inner = payloadHashOf(proof);
        if (m_hasher.link(report.head.hash, meta, inner) != hashOf(proof))
            return breaks(n, AuditFault::Link);
        if (!checkPayload(n, meta, payload, proof)) return breaks(n, AuditFault::Payload);
        report.head = {n, hashOf(proof).toByteArray()};
        for (const AuditHead& anchor : m_anchors) {
            if (anchor.n == n && anchor.hash != report.head.hash)
                return breaks(n, AuditFault::Anchor);
        }
        return true;
    }

    /// What only the end tells.
    void finish()
    {
        if (report.broken) return;
        qint64 unexplained = 0;
        for (const qint64 n : m_blanked) {
            if (unexplained == 0 || n < unexplained) unexplained = n;
        }
        if (unexplained > 0) report.broken = {unexplained, AuditFault::Blanked};
        for (const AuditHead& anchor : m_anchors) {
            if (anchor.n > report.head.n && !report.broken)
                report.broken = {report.head.n + 1, AuditFault::Anchor};
        }
    }

    AuditReport report;

private:
    bool breaks(qint64 n, AuditFault fault)
    {
        report.broken = {n, fault};
        return false;
    }

    bool
    checkPayload(qint64 n, const QByteArray& meta, const QVariant& payload, const QByteArray& proof)
    {
        static const QByteArray noSalt(saltSize, '\0');
        if (meta.startsWith(R"({"act":"erase")")) m_blanked.remove(rowOf(meta));
        if (payload.isNull() && saltOf(proof) == noSalt) {
            ++report.erased;
            qint64& first = m_blanked[rowOf(meta)];
            if (first == 0) first = n;
            return true;
        }
        return m_hasher.payloadHash(saltOf(proof), payload.toByteArray()) == payloadHashOf(proof);
    }

    static QString rowOf(const QByteArray& meta)
    {
        const QJsonObject parts = QJsonDocument::fromJson(meta).object();
        return parts.value(QLatin1String("t")).toString() + u'/' +
               parts.value(QLatin1String("i")).toString();
    }

    const std::vector<AuditHead>& m_anchors;
    AuditHasher m_hasher;
    QHash<QString, qint64> m_blanked; ///< row -> its first blanked event that no erasure explains
};

Error rolledBack(qint64 n)
{
    return {
        .code = ErrorCode::Corrupt,
        .key = "audit.rolled_back",
        .detail =
            "the file's history does not hold event " + std::to_string(n) +
            ", which was seen before: the file is an older copy, or its history was rewritten"};
}

Result<std::optional<QByteArray>> hashOfEvent(Connection& connection, qint64 n)
{
    if (n == 0) {
        const Result<QUuid> file = fileId(connection);
        if (!file) return file.error();
        return std::optional(AuditHasher().start(file->toByteArray(QUuid::WithoutBraces)));
    }
    std::optional<QByteArray> hash;
    Done read = connection.read(
        QStringLiteral("SELECT proof FROM audit_event WHERE n = ?"),
        {n},
        [&hash](const QSqlQuery& row) {
            const QByteArray proof = row.value(0).toByteArray();
            if (proof.size() == proofSize) hash = hashOf(proof).toByteArray();
            return false;
        });
    if (!read) return read.error();
    return hash;
}

} // namespace

const char* faultName(AuditFault fault)
{
    constexpr const char* names[] = {"missing", "proof", "link", "payload", "blanked", "anchor"};
    return names[static_cast<std::size_t>(fault)];
}

Result<AuditReport>
verifyAudit(Connection& connection, const std::vector<AuditHead>& anchors, const Progress& progress)
{
    const Result<std::optional<QByteArray>> start = hashOfEvent(connection, 0);
    if (!start) return start.error();
    const Result<QVariant> last =
        connection.scalar(QStringLiteral("SELECT max(n) FROM audit_event"));
    if (!last) return last.error();
    const double events = std::max(1.0, last->toDouble());
    Walk walk(**start, anchors);
    bool stopped = false;
    // As bytes: what is stored is hashed, not what a conversion makes of it.
    Done read = connection.read(
        QStringLiteral("SELECT n, CAST(meta AS BLOB), CAST(payload AS BLOB), proof FROM "
                       "audit_event ORDER BY n"),
        {},
        [&](const QSqlQuery& row) {
            const double fraction = static_cast<double>(walk.report.events) / events;
            stopped =
                walk.report.events % betweenReports == 0 && !progress(std::min(fraction, 1.0));
            return !stopped && walk.step(
                                   row.value(0).toLongLong(),
                                   row.value(1).toByteArray(),
                                   row.value(2),
                                   row.value(3).toByteArray());
        });
    if (!read) return read.error();
    if (stopped) return cancelled();
    walk.finish();
    return walk.report;
}

Done checkAnchor(Connection& connection, const AuditHead& anchor)
{
    const auto hash = hashOfEvent(connection, anchor.n);
    if (!hash) return hash.error();
    if (*hash != anchor.hash) return rolledBack(anchor.n);
    return done();
}

Done checkAnchor(Connection& connection, const security::Anchor& anchor)
{
    if (anchor.auditHash.isEmpty()) return done();
    return checkAnchor(connection, AuditHead{anchor.auditNumber, anchor.auditHash});
}

Result<security::Anchor> anchorOf(Connection& connection)
{
    const Result<AuditHead> head = auditHead(connection);
    if (!head) return head.error();
    const Result<QVariant> dirty =
        connection.scalar(QStringLiteral("SELECT max(dirty) FROM sync_row"));
    if (!dirty) return dirty.error();
    return security::Anchor{
        .auditNumber = head->n, .auditHash = head->hash, .dirtySequence = dirty->toLongLong()};
}

QString shortCode(const AuditHead& head)
{
    constexpr char digits[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"; // Crockford
    QString code = QString::number(head.n);
    for (int i = 0; i < 12; ++i) {
        if (i % 4 == 0) code += u'-';
        int value = 0;
        for (int bit = i * 5; bit < i * 5 + 5; ++bit) {
            const auto byte = static_cast<unsigned char>(head.hash[bit / 8]);
            value = value << 1 | (byte >> (7 - bit % 8) & 1);
        }
        code += QLatin1Char(digits[value]);
    }
    return code;
}

Result<bool> holdsShortCode(Connection& connection, const QString& code)
{
    static const QRegularExpression form(
        QStringLiteral("^([0-9]{1,18})(-[0-9A-HJKMNP-TV-Z]{4}){3}$"));
    const QString typed = code.trimmed().toUpper();
    const auto match = form.match(typed);
    if (!match.hasMatch()) {
        return Error{
            .code = ErrorCode::Validation,
            .key = "audit.code",
            .detail = "an audit code looks like 1042-7K3M-Q9TZ-4XWB"};
    }
    const qint64 n = match.captured(1).toLongLong();
    const auto hash = hashOfEvent(connection, n);
    if (!hash) return hash.error();
    return *hash && shortCode({n, **hash}) == typed;
}

} // namespace edupro::storage
