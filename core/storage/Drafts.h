// SPDX-License-Identifier: GPL-3.0-or-later
// What a person had typed and not saved when their session ended. Local: neither audited nor
// synced.
#pragma once

#include "core/storage/Store.h"

#include <QJsonObject>

#include <vector>

namespace edupro::storage {

struct StoredDraft {
    QUuid id;
    QString page;  ///< that takes it up again
    QString title; ///< what was being written, for a person
    QJsonObject content;
    Instant at = 0;
};

/// Keeps drafts of `user`, each with its id unless it has none yet. Works on when the session has
/// ended, which is its purpose.
Done keepDrafts(Store& store, const QUuid& user, std::vector<StoredDraft> drafts);

/// Those of the signed-in person, oldest first; none without a person.
Result<std::vector<StoredDraft>> ownDrafts(Store& store);

/// Forgets one of the signed-in person's; fine when it is not there.
Done dropDraft(Store& store, const QUuid& id);

} // namespace edupro::storage
