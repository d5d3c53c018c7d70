// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/school/TermActions.h"

namespace edupro::school {

namespace {

/// open, locked, archived: how closed a state is.
int closeness(const QString& state)
{
    return state == u"open" ? 0 : state == u"locked" ? 1 : 2;
}

Result<std::optional<Term>> termOn(storage::Store& store, QDate day)
{
    auto terms = store.list<Term>();
    if (!terms) return terms.error();
    for (const Term& term : *terms)
        if (DaySpan{term.startsOn, term.endsOn}.contains(day)) return std::optional(term);
    return std::optional<Term>();
}

Result<std::vector<Issue>> overlapsOf(storage::Store& store, const Term& term)
{
    const auto others = store.list<Term>();
    if (!others) return others.error();
    std::vector<Issue> issues;
    for (const Term& other : *others) {
        const DaySpan taken{other.startsOn, other.endsOn};
        if (other.code == term.code || !taken.overlaps({term.startsOn, term.endsOn})) continue;
        issues.push_back(
            {.field = "starts_on",
             .rule = "overlap",
             .value = term.startsOn.toString(Qt::ISODate).toStdString(),
             .limit = other.code.toStdString() + ", " + taken.text()});
    }
    return issues;
}

Done mayReopen(storage::Store& store, const Term& term)
{
    const TermId id = term.id.isNull()
                          ? TermId{naturalId(entityInfo<Term>().table + u'/' + naturalKeyOf(term))}
                          : term.id;
    auto before = store.find<Term>(id);
    if (!before) return before.error();
    if (!before->has_value() || closeness(term.state) >= closeness((*before)->record.state) ||
        !store.reason().isEmpty())
        return done();
    return Error{
        .code = ErrorCode::Permission,
        .key = "term.reopen",
        .detail = "a term that is " + (*before)->record.state.toStdString() +
                  " is opened again with a reason only"};
}

} // namespace

Done mayChangeFacts(const QString& state, bool isAdministrator, const QString& reason)
{
    const bool locked = state == u"locked";
    if (state.isEmpty() || state == u"open") return done();
    if (locked && isAdministrator && !reason.isEmpty()) return done();
    return Error{
        .code = ErrorCode::Permission,
        .key = "access.locked_term",
        .detail =
            "the term is " + state.toStdString() +
            (locked ? "; an administrator may correct it with a reason" : "; it takes no changes"),
        .issues = {{.field = "term", .rule = "locked", .value = state.toStdString()}}};
}

Done mayChangeFacts(storage::Store& store, const Term& term)
{
    const storage::Access* person = store.access();
    const bool isAdministrator = !person || person->roles().testFlag(security::Role::Admin);
    return mayChangeFacts(term.state, isAdministrator, store.reason());
}

Done mayChangeFactsOn(storage::Store& store, QDate day)
{
    const auto term = termOn(store, day);
    if (!term) return term.error();
    return *term ? mayChangeFacts(store, **term) : done();
}

Result<storage::Saved>
saveTerm(storage::Store& store, Term& term, const storage::SaveOptions& options)
{
    auto overlaps = overlapsOf(store, term);
    if (!overlaps) return overlaps.error();
    if (!overlaps->empty()) {
        return Error{
            .code = ErrorCode::Validation,
            .key = "validation",
            .detail = "terms: the days belong to another term",
            .issues = std::move(overlaps).value()};
    }
    if (Done may = mayReopen(store, term); !may) return may.error();
    return store.save(term, options);
}

Done setTermState(
    storage::Store& store, const TermId& id, const QString& state, const QString& reason)
{
    auto found = store.find<Term>(id);
    if (!found) return found.error();
    if (!found->has_value())
        return Error{
            .code = ErrorCode::NotFound, .key = "term.unknown", .detail = "there is no such term"};
    Term term = (*found)->record;
    term.state = state;
    store.setReason(reason);
    const auto saved = saveTerm(store, term);
    if (!saved) store.setReason({}); // it belongs to this write alone
    return saved ? done() : Done(saved.error());
}

} // namespace edupro::school
