// SPDX-License-Identifier: GPL-3.0-or-later
// How failed sign-ins of this computer reach the audit: when somebody opens the file.
#pragma once

#include "core/security/Throttle.h"
#include "core/storage/Store.h"

#include <memory>

namespace edupro::accounts {

/// One event for the failures of one person; null: of logins that nobody has. By nobody, at the
/// time of the last of them.
Done noteFailures(storage::Store& store, const QUuid& user, const security::Failures& failures);

/// What the throttle has counted at a school. Knows the people when it is made, so that it can tell
/// later (see Store::writeWhenPossible()) whose failures they are; those of unknown logins become
/// one event without a person. What was typed is nowhere, see Throttle.
class FailedSignIns {
public:
    /// `store` is not a person's yet, so that it sees everybody.
    FailedSignIns(
        storage::Store& store, std::shared_ptr<security::Throttle> throttle, QString school);

    /// Notes what nobody was told of yet. In the open transaction.
    Done note(storage::Store& store) const;

private:
    std::shared_ptr<security::Throttle> m_throttle;
    QString m_school;
    QHash<QString, QUuid> m_people; ///< by Throttle::nameOf()
};

} // namespace edupro::accounts
