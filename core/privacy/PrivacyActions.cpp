// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/privacy/PrivacyActions.h"

#include <algorithm>

namespace edupro::privacy {

using storage::AuditAction;
using storage::Store;

namespace {

const QString predictionPurpose = QStringLiteral("prediction");

Error missing(const char* key, const QUuid& id)
{
    return {
        .code = ErrorCode::NotFound,
        .key = key,
        .detail = id.toString(QUuid::WithoutBraces).toStdString()};
}

Error decided(const QUuid& id)
{
    return {
        .code = ErrorCode::Conflict,
        .key = "privacy.decided",
        .detail = id.toString(QUuid::WithoutBraces).toStdString() +
                  " was decided before; read what stands there"};
}

/// Runs several saves as one.
template<class T>
Result<T> together(Store& store, const std::function<Result<T>()>& work)
{
    auto transaction = storage::Transaction::begin(store);
    if (!transaction) return transaction.error();
    Result<T> result = work();
    if (!result) return result;
    if (Done committed = transaction->commit(); !committed) return committed.error();
    return result;
}

/// The predictions of a student who is not to be judged by a program.
Done removePredictions(Store& store, const StudentId& student)
{
    for (const EntityInfo* entity : store.entities()) {
        if (entity->table != u"predictions") continue;
        const auto rows =
            store.list(*entity, QStringLiteral("student_id"), QVariant::fromValue(student.value));
        if (!rows) return rows.error();
        for (const Values& values : *rows) {
            const QUuid id = values[static_cast<std::size_t>(entity->key)].toUuid();
            if (Done removed = store.remove(*entity, id); !removed) return removed;
        }
    }
    return done();
}

Done saveConsent(Store& store, Consent consent)
{
    if (auto saved = store.save(consent); !saved) return saved.error();
    return endsPredictions(consent) ? removePredictions(store, consent.student) : done();
}

} // namespace

bool endsPredictions(const Consent& consent)
{
    return consent.purpose == predictionPurpose && consent.state != u"given";
}

Result<PrivacyRequest> receiveRequest(Store& store, PrivacyRequest request)
{
    if (request.receivedAt == 0) request.receivedAt = store.now();
    request.dueAt = request.receivedAt + answerWithin;
    request.state = QStringLiteral("open");
    return together<PrivacyRequest>(store, [&]() -> Result<PrivacyRequest> {
        if (auto saved = store.save(request); !saved) return saved.error();
        const Done noted = store.note(
            {.action = AuditAction::Request,
             .table = entityInfo<Student>().table,
             .row = request.student.value,
             .reason = request.kind});
        if (!noted) return noted.error();
        return request;
    });
}

Result<PrivacyRequest> decideRequest(
    Store& store, const PrivacyRequestId& id, const QString& state, const QString& decision)
{
    return together<PrivacyRequest>(store, [&]() -> Result<PrivacyRequest> {
        auto found = store.find<PrivacyRequest>(id);
        if (!found) return found.error();
        if (!found->has_value()) return missing("privacy.no_request", id.value);
        PrivacyRequest request = (*found)->record;
        if (request.state != u"open") return decided(id.value);
        request.state = state;
        request.decision = decision.isEmpty() ? std::nullopt : std::optional(decision);
        request.decidedAt = store.now();
        request.decidedBy = store.actor();
        if (auto saved = store.save(request); !saved) return saved.error();
        if (request.kind == u"objection" && state == u"done") {
            const Done stated = saveConsent(
                store,
                {.student = request.student,
                 .purpose = predictionPurpose,
                 .state = QStringLiteral("objected"),
                 .since = store.today(),
                 .statedBy = request.requester});
            if (!stated) return stated.error();
        }
        const Done noted = store.note(
            {.action = AuditAction::Decision,
             .table = entityInfo<Student>().table,
             .row = request.student.value,
             .reason = request.kind + u' ' + state});
        if (!noted) return noted.error();
        return request;
    });
}

Result<std::vector<RequestRow>> listRequests(Store& store, bool openOnly)
{
    if (Done may = store.require(security::Action::Read, security::Object::Requests); !may)
        return may.error();
    return store.query<RequestRow>(
        QStringLiteral("privacy/list_requests"), {{QStringLiteral("any_state"), openOnly ? 0 : 1}});
}

Done stateConsent(Store& store, Consent consent)
{
    auto saved = together<Unit>(store, [&]() -> Done { return saveConsent(store, consent); });
    return saved;
}

Result<Breach> reportBreach(Store& store, Breach breach)
{
    if (breach.noticedAt == 0) breach.noticedAt = store.now();
    breach.dueAt = breach.noticedAt + answerWithin;
    return together<Breach>(store, [&]() -> Result<Breach> {
        if (auto saved = store.save(breach); !saved) return saved.error();
        const Done noted = store.note(
            {.action = AuditAction::Breach,
             .table = entityInfo<Breach>().table,
             .row = breach.id.value});
        if (!noted) return noted.error();
        return breach;
    });
}

Result<Breach> stepBreach(
    Store& store, const BreachId& id, BreachStep step, const std::optional<QString>& measures)
{
    auto found = store.find<Breach>(id);
    if (!found) return found.error();
    if (!found->has_value()) return missing("privacy.no_breach", id.value);
    Breach breach = (*found)->record;
    std::optional<Instant>& at = step == BreachStep::PeopleTold      ? breach.peopleToldAt
                                 : step == BreachStep::AuthorityTold ? breach.authorityToldAt
                                                                     : breach.closedAt;
    if (at) return decided(id.value);
    at = store.now();
    if (measures) breach.measures = measures;
    if (auto saved = store.save(breach); !saved) return saved.error();
    return breach;
}

Result<std::vector<Breach>> listBreaches(Store& store)
{
    auto breaches = store.list<Breach>();
    if (!breaches) return breaches;
    std::sort(breaches->begin(), breaches->end(), [](const Breach& a, const Breach& b) {
        const auto rank = [](const Breach& one) {
            return std::pair(one.closedAt.has_value(), one.dueAt);
        };
        return rank(a) < rank(b);
    });
    return breaches;
}

} // namespace edupro::privacy
