// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/AuditCommands.h"

#include "app/cli/SignedStore.h"
#include "core/accounts/OlderFile.h"
#include "core/exchange/AuditExport.h"
#include "core/storage/audit/AuditVerify.h"
#include "core/storage/changes/Lineage.h"

#include <QDateTime>
#include <QJsonArray>

#include <limits>

namespace edupro::cli {

namespace {

using storage::AuditFault;
using storage::AuditRecord;

Error usage(const QString& what)
{
    return {.code = ErrorCode::Validation, .key = "usage", .detail = what.toStdString()};
}

QString sentenceOf(const storage::AuditBreak& broken)
{
    const auto what = [&] {
        switch (broken.fault) {
        case AuditFault::Missing:
            return "is not there, or has another number";
        case AuditFault::Proof:
            return "has no whole proof";
        case AuditFault::Link:
            return "or one before it was changed";
        case AuditFault::Payload:
            return "has other values than were written";
        case AuditFault::Blanked:
            return "has lost its values without an erasure";
        case AuditFault::Anchor:
            return "is not the one that was seen before";
        }
        return "does not hold";
    };
    return QStringLiteral("event %1 %2").arg(broken.n).arg(QLatin1String(what()));
}

QString timeText(Instant at)
{
    return QDateTime::fromMSecsSinceEpoch(at, Qt::UTC).toString(Qt::ISODate);
}

/// The beginning of a day in the computer's time zone.
Result<std::optional<Instant>> dayOf(const Arguments& arguments, const char* option, int plusDays)
{
    if (!arguments.has(option)) return std::optional<Instant>();
    const QDate day = QDate::fromString(arguments.value(option), Qt::ISODate);
    if (!day.isValid()) {
        return usage(QStringLiteral("--%1 takes a day as 2026-11-21, not \"%2\"")
                         .arg(QLatin1String(option), arguments.value(option)));
    }
    return std::optional<Instant>(day.addDays(plusDays).startOfDay().toMSecsSinceEpoch());
}

Result<storage::AuditFilter> filterOf(const Arguments& arguments)
{
    storage::AuditFilter filter{
        .person = arguments.value("person"), .table = arguments.value("table")};
    for (const QString& action : arguments.values("action")) {
        if (!storage::auditActionCodes().contains(action)) {
            const QString known = storage::auditActionCodes().join(QStringLiteral(", "));
            return usage(QStringLiteral("--action takes one of: %1").arg(known));
        }
        filter.actions.append(action);
    }
    if (arguments.has("row")) {
        filter.row = QUuid::fromString(arguments.value("row"));
        if (filter.row.isNull()) return usage(QStringLiteral("--row takes the id of a row"));
    }
    const auto from = dayOf(arguments, "from", 0);
    if (!from) return from.error();
    const auto until = dayOf(arguments, "until", 1);
    if (!until) return until.error();
    filter.from = *from;
    filter.until = *until;
    return filter;
}

QJsonObject jsonOf(const AuditRecord& record)
{
    QJsonObject object{
        {QStringLiteral("n"), record.n},
        {QStringLiteral("time"), timeText(record.at)},
        {QStringLiteral("person"), record.person},
        {QStringLiteral("device"), record.device},
        {QStringLiteral("action"), record.action},
        {QStringLiteral("columns"), QJsonArray::fromStringList(record.columns)}};
    if (!record.table.isEmpty()) object.insert(QStringLiteral("table"), record.table);
    if (!record.row.isNull())
        object.insert(QStringLiteral("row"), record.row.toString(QUuid::WithoutBraces));
    if (!record.reason.isEmpty()) object.insert(QStringLiteral("reason"), record.reason);
    if (record.erased) object.insert(QStringLiteral("erased"), true);
    return object;
}

void sayRecord(Terminal& terminal, const AuditRecord& record)
{
    QStringList parts{
        QStringLiteral("%1").arg(record.n, 8),
        timeText(record.at),
        record.person,
        record.action,
        record.table,
        record.row.isNull() ? QString() : record.row.toString(QUuid::WithoutBraces),
        record.columns.join(u','),
        record.reason};
    parts.removeAll(QString());
    terminal.say(parts.join(QStringLiteral("  ")));
}

Done showPage(
    const Arguments& arguments,
    Terminal& terminal,
    storage::Store& store,
    const storage::AuditFilter& filter)
{
    const auto limit = arguments.number("limit", 50, 1, 10'000);
    if (!limit) return limit.error();
    const auto before = arguments.number("before", 0, 1, std::numeric_limits<qint64>::max());
    if (!before) return before.error();
    const auto page = storage::auditPage(
        store,
        filter,
        *before > 0 ? std::optional(*before) : std::nullopt,
        static_cast<int>(*limit));
    if (!page) return page.error();
    QJsonArray events;
    for (const AuditRecord& record : *page) {
        sayRecord(terminal, record);
        events.append(jsonOf(record));
    }
    if (page->size() == static_cast<std::size_t>(*limit))
        terminal.note(QStringLiteral("older ones: --before %1").arg(page->back().n));
    terminal.give({{QStringLiteral("events"), events}});
    return done();
}

Done checkCode(const Arguments& arguments, Terminal& terminal, storage::Store& store)
{
    const QString code = arguments.value("code");
    const auto holds = storage::holdsShortCode(store.connection(), code);
    if (!holds) return holds.error();
    if (!*holds) {
        return Error{
            .code = ErrorCode::Corrupt,
            .key = "audit.rolled_back",
            .detail = "the audit does not hold the event of this code: the file is an older copy, "
                      "another school's, or its history was rewritten"};
    }
    terminal.say(QStringLiteral("The event of code %1 is in the audit.").arg(code));
    return done();
}

} // namespace

Done verifyAuditCommand(const Arguments& arguments, Terminal& terminal)
{
    auto store = openStore(arguments);
    if (!store) return store.error();
    Done may = (*store)->require(security::Action::Verify, security::Object::Audit);
    if (!may) return may;
    const auto report = storage::verifyAudit(
        (*store)->connection(), {}, terminal.progress(QStringLiteral("Checking")));
    if (!report) return report.error();
    const QString code = storage::shortCode(report->head);
    const auto older = storage::acceptedOlder((*store)->connection());
    if (!older) return older.error();
    QJsonArray olderCopies;
    for (const qint64 n : *older) {
        olderCopies.append(n);
        terminal.note(QStringLiteral("event %1: somebody went on with an older copy").arg(n));
    }
    QJsonObject document{
        {QStringLiteral("holds"), !report->broken.has_value()},
        {QStringLiteral("events"), report->events},
        {QStringLiteral("erased"), report->erased},
        {QStringLiteral("last"), report->head.n},
        {QStringLiteral("hash"), QString::fromLatin1(report->head.hash.toHex())},
        {QStringLiteral("code"), code},
        {QStringLiteral("older_copies"), olderCopies}};
    if (report->broken) {
        document.insert(
            QStringLiteral("broken"),
            QJsonObject{
                {QStringLiteral("n"), report->broken->n},
                {QStringLiteral("fault"), storage::faultName(report->broken->fault)}});
        terminal.give(document);
        return Error{
            .code = ErrorCode::Corrupt,
            .key = "audit.damaged",
            .detail = sentenceOf(*report->broken).toStdString()};
    }
    if ((*store)->whyReadOnly()) {
        terminal.give(document);
        return *(*store)->whyReadOnly();
    }
    if (arguments.has("code")) {
        if (Done known = checkCode(arguments, terminal, **store); !known) return known;
    }
    terminal.say(QStringLiteral("The audit holds: %1, the last one has code %2")
                     .arg(counted(report->events, "event", "events"), code));
    terminal.give(document);
    return done();
}

Done acceptOlderCopy(const Arguments& arguments, Terminal& terminal)
{
    PasswordSource passwords(arguments);
    auto store = signInToStore(arguments, passwords);
    if (!store) return store.error();
    if (!(*store)->whyReadOnly()) {
        terminal.say(QStringLiteral("Nothing to decide: the file goes on from where it was seen."));
        return done();
    }
    Done accepted = accounts::acceptOlderFile(**store, arguments.value("reason"));
    if (!accepted) return accepted;
    terminal.say(
        QStringLiteral("From here on the school goes on with this file. The audit says so, "
                       "with your reason."));
    return done();
}

Done listAudit(const Arguments& arguments, Terminal& terminal)
{
    const auto filter = filterOf(arguments);
    if (!filter) return filter.error();
    auto store = openStore(arguments);
    if (!store) return store.error();
    if (!arguments.has("csv")) return showPage(arguments, terminal, **store, *filter);
    const QString path = arguments.value("csv");
    const auto written =
        exchange::exportAudit(**store, *filter, path, terminal.progress(QStringLiteral("Writing")));
    if (!written) return written.error();
    terminal.say(QStringLiteral("Wrote %1 to %2").arg(counted(*written, "event", "events"), path));
    terminal.give({{QStringLiteral("file"), path}, {QStringLiteral("events"), *written}});
    return done();
}

} // namespace edupro::cli
