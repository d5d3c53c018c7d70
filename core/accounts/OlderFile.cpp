// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/accounts/OlderFile.h"

#include "core/accounts/SignedIn.h"

namespace edupro::accounts {

namespace {

Done mayDecide(storage::Store& store)
{
    constexpr auto verify = security::Action::Verify;
    constexpr auto audit = security::Object::Audit;
    Done may = store.require(verify, audit);
    if (may || may.error().key != "access.password") return may;
    return store.access()->require(verify, audit);
}

/// Past the views that hide other people from this one: whom to ask is no secret.
Result<QStringList> administratorsOf(storage::Store& store)
{
    QStringList names;
    const Done read = store.connection().read(
        QStringLiteral("SELECT name FROM main.users WHERE NOT deleted AND NOT disabled AND "
                       "' ' || roles || ' ' LIKE '% admin %' ORDER BY name"),
        {},
        [&names](const auto& row) {
            names.append(row.value(0).toString());
            return true;
        });
    if (!read) return read.error();
    return names;
}

} // namespace

Result<std::optional<OlderFile>> olderFileOf(storage::Store& store)
{
    const std::optional<Error>& why = store.whyReadOnly();
    if (!why) return std::optional<OlderFile>();
    OlderFile older;
    for (const Issue& issue : why->issues) {
        if (issue.rule == "missing_events")
            older.missing = QString::fromStdString(issue.limit).toLongLong();
    }
    const auto* person = store.access();
    older.mayDecide = !person || person->require(security::Action::Verify, security::Object::Audit);
    auto administrators = administratorsOf(store);
    if (!administrators) return administrators.error();
    older.administrators = std::move(administrators).value();
    return std::optional(older);
}

Done acceptOlderFile(storage::Store& store, const QString& typed)
{
    const QString reason = typed.trimmed();
    if (reason.isEmpty()) {
        return Error{
            .code = ErrorCode::Validation,
            .key = "audit.reason",
            .detail = "say why the older file is the right one to go on with"};
    }
    if (Done may = mayDecide(store); !may) return may;
    const AsProgram program(store);
    return store.acceptOlderFile(reason);
}

} // namespace edupro::accounts
