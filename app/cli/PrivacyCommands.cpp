// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/PrivacyCommands.h"

#include "app/cli/SignedStore.h"
#include "core/privacy/Dossier.h"
#include "core/privacy/PrivacyActions.h"
#include "core/privacy/Retention.h"
#include "core/record/Json.h"

#include <QDateTime>
#include <QJsonArray>

namespace edupro::cli {

namespace {

constexpr Instant hour = 60 * 60 * 1000;

QString timeText(Instant at)
{
    return QDateTime::fromMSecsSinceEpoch(at).toString(Qt::ISODate);
}

/// "12 hours left", "3 hours late", "decided".
QString clockText(Instant dueAt, Instant now)
{
    const Instant left = privacy::timeLeft(dueAt, now);
    return counted((left < 0 ? -left : left) / hour, "hour", "hours") +
           (left < 0 ? QStringLiteral(" late") : QStringLiteral(" left"));
}

QJsonObject toJson(const privacy::RequestRow& row, Instant now)
{
    QJsonObject object = edupro::toJson(entityInfo<privacy::RequestRow>(), valuesOf(row));
    object.insert(QStringLiteral("hours_left"), privacy::timeLeft(row.dueAt, now) / hour);
    object.insert(QStringLiteral("overdue"), row.state == u"open" && row.dueAt < now);
    return object;
}

QJsonObject toJson(const Breach& breach)
{
    return edupro::toJson(entityInfo<Breach>(), valuesOf(breach));
}

Result<QUuid> idOf(const QString& text)
{
    const QUuid id = QUuid::fromString(text);
    if (!id.isNull()) return id;
    return Error{
        .code = ErrorCode::Validation,
        .key = "usage",
        .detail = "ID is an identity as the lists show it"};
}

std::optional<QString> given(const Arguments& arguments, const char* option)
{
    return arguments.has(option) ? std::optional(arguments.value(option)) : std::nullopt;
}

} // namespace

Done listPrivacyRequests(const Arguments& arguments, Terminal& terminal)
{
    auto store = openStore(arguments);
    if (!store) return store.error();
    const auto rows = privacy::listRequests(**store, !arguments.has("all"));
    if (!rows) return rows.error();
    const Instant now = (*store)->now();
    QJsonArray list;
    for (const privacy::RequestRow& row : *rows) {
        const QString clock = row.state == u"open" ? clockText(row.dueAt, now) : row.state;
        terminal.say(QStringLiteral("%1  %2  NIS %3  due %4  %5")
                         .arg(row.id.text(), row.kind, row.nis, timeText(row.dueAt), clock));
        list.append(toJson(row, now));
    }
    if (rows->empty()) terminal.say(QStringLiteral("No requests."));
    terminal.give({{QStringLiteral("requests"), list}});
    return done();
}

Done receivePrivacyRequest(const Arguments& arguments, Terminal& terminal)
{
    auto store = openStore(arguments);
    if (!store) return store.error();
    const auto student = privacy::studentOfNumber(**store, arguments.word(0));
    if (!student) return student.error();
    const auto request = privacy::receiveRequest(
        **store,
        {.student = *student,
         .kind = arguments.value("kind"),
         .requester = arguments.value("by"),
         .wish = given(arguments, "wish")});
    if (!request) return request.error();
    terminal.say(QStringLiteral("%1 is due %2").arg(request->id.text(), timeText(request->dueAt)));
    terminal.give(edupro::toJson(entityInfo<PrivacyRequest>(), valuesOf(*request)));
    return done();
}

Done decidePrivacyRequest(const Arguments& arguments, Terminal& terminal)
{
    const auto id = idOf(arguments.word(0));
    if (!id) return id.error();
    auto store = openStore(arguments);
    if (!store) return store.error();
    const auto request = privacy::decideRequest(
        **store, {*id}, arguments.value("state"), arguments.value("decision"));
    if (!request) return request.error();
    const bool late = *request->decidedAt > request->dueAt;
    terminal.say(QStringLiteral("%1: %2%3")
                     .arg(
                         request->id.text(),
                         request->state,
                         late ? QStringLiteral(", after its 72 hours") : QString()));
    terminal.give(edupro::toJson(entityInfo<PrivacyRequest>(), valuesOf(*request)));
    return done();
}

Done listRetention(const Arguments& arguments, Terminal& terminal)
{
    auto store = openStore(arguments);
    if (!store) return store.error();
    const auto overdue = privacy::overdueData(**store);
    if (!overdue) return overdue.error();
    QJsonArray list;
    for (const privacy::OverdueData& data : *overdue) {
        terminal.say(QStringLiteral("%1: %2 months, ended before %3: %4")
                         .arg(data.rule.purpose)
                         .arg(data.rule.months)
                         .arg(
                             data.before.toString(Qt::ISODate),
                             counted(data.rows.size(), "student", "students")));
        QJsonArray students;
        for (const privacy::OverdueRow& row : data.rows) {
            terminal.say(QStringLiteral("  NIS %1  since %2  %3")
                             .arg(
                                 row.nis,
                                 row.since ? row.since->toString(Qt::ISODate) : QStringLiteral("-"),
                                 counted(row.rows, "row", "rows")));
            students.append(edupro::toJson(entityInfo<privacy::OverdueRow>(), valuesOf(row)));
        }
        list.append(QJsonObject{
            {QStringLiteral("purpose"), data.rule.purpose},
            {QStringLiteral("label"), data.rule.label},
            {QStringLiteral("months"), data.rule.months},
            {QStringLiteral("before"), data.before.toString(Qt::ISODate)},
            {QStringLiteral("students"), students}});
    }
    terminal.say(QStringLiteral("Nothing was changed."));
    terminal.give({{QStringLiteral("rules"), list}});
    return done();
}

Done listBreaches(const Arguments& arguments, Terminal& terminal)
{
    auto store = openStore(arguments);
    if (!store) return store.error();
    const auto breaches = privacy::listBreaches(**store);
    if (!breaches) return breaches.error();
    QJsonArray list;
    for (const Breach& breach : *breaches) {
        const QString clock = breach.closedAt ? QStringLiteral("closed")
                              : breach.peopleToldAt && breach.authorityToldAt
                                  ? QStringLiteral("told")
                                  : clockText(breach.dueAt, (*store)->now());
        terminal.say(
            QStringLiteral("%1  noticed %2  due %3  %4")
                .arg(breach.id.text(), timeText(breach.noticedAt), timeText(breach.dueAt), clock));
        list.append(toJson(breach));
    }
    if (breaches->empty()) terminal.say(QStringLiteral("No incidents."));
    terminal.give({{QStringLiteral("breaches"), list}});
    return done();
}

Done reportBreach(const Arguments& arguments, Terminal& terminal)
{
    Breach breach{.what = arguments.value("what"), .data = arguments.value("data")};
    if (arguments.has("affected")) {
        const auto affected = arguments.number("affected", 0, 0, 1'000'000);
        if (!affected) return affected.error();
        breach.affected = *affected;
    }
    breach.measures = given(arguments, "measures");
    auto store = openStore(arguments);
    if (!store) return store.error();
    const auto stored = privacy::reportBreach(**store, breach);
    if (!stored) return stored.error();
    terminal.say(QStringLiteral("%1: tell the people concerned and the authority before %2")
                     .arg(stored->id.text(), timeText(stored->dueAt)));
    terminal.give(toJson(*stored));
    return done();
}

Done stepBreach(const Arguments& arguments, Terminal& terminal)
{
    const auto id = idOf(arguments.word(0));
    if (!id) return id.error();
    static const QHash<QString, privacy::BreachStep> steps = {
        {QStringLiteral("people-told"), privacy::BreachStep::PeopleTold},
        {QStringLiteral("authority-told"), privacy::BreachStep::AuthorityTold},
        {QStringLiteral("closed"), privacy::BreachStep::Closed}};
    const auto step = steps.constFind(arguments.word(1));
    if (step == steps.constEnd()) {
        return Error{
            .code = ErrorCode::Validation,
            .key = "usage",
            .detail = "STEP is people-told, authority-told or closed"};
    }
    auto store = openStore(arguments);
    if (!store) return store.error();
    const auto breach = privacy::stepBreach(**store, {*id}, *step, given(arguments, "measures"));
    if (!breach) return breach.error();
    terminal.say(QStringLiteral("%1: %2").arg(breach->id.text(), arguments.word(1)));
    terminal.give(toJson(*breach));
    return done();
}

} // namespace edupro::cli
