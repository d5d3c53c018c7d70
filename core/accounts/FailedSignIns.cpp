// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/accounts/FailedSignIns.h"

#include "core/accounts/User.h"

#include <algorithm>

namespace edupro::accounts {

using security::Failures;
using storage::Store;

Done noteFailures(Store& store, const QUuid& user, const Failures& failures)
{
    return store.note(
        {.action = storage::AuditAction::SignInFailed,
         .table = QStringLiteral("users"),
         .row = user,
         .details = {{QStringLiteral("count"), failures.count}},
         .at = failures.last,
         .by = QString()});
}

FailedSignIns::FailedSignIns(
    Store& store, std::shared_ptr<security::Throttle> throttle, QString school)
    : m_throttle(std::move(throttle))
    , m_school(std::move(school))
{
    const auto users = store.list<User>();
    if (!users) return; // then all of them are of nobody
    for (const User& user : *users)
        m_people.insert(m_throttle->nameOf(m_school, user.login), user.id.value);
}

Done FailedSignIns::note(Store& store) const
{
    Failures ofNobody;
    const QHash<QString, Failures> untold = m_throttle->takeUntold(m_school);
    for (auto one = untold.begin(); one != untold.end(); ++one) {
        const QUuid user = m_people.value(one.key());
        if (!user.isNull()) {
            if (Done noted = noteFailures(store, user, *one); !noted) return noted;
            continue;
        }
        ofNobody.count += one->count;
        ofNobody.last = std::max(ofNobody.last, one->last);
    }
    return ofNobody.count > 0 ? noteFailures(store, {}, ofNobody) : done();
}

} // namespace edupro::accounts
