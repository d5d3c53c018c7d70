// SPDX-License-Identifier: GPL-3.0-or-later
// What the frame shows of an open school, read at once.
#pragma once

#include "core/storage/Drafts.h"
#include "ui/shell/Context.h"

namespace edupro::gui {

struct OpenedSchool {
    ui::OpenSchool school;
    QString term; ///< the current one
    ui::Standing standing;
    QUuid fileId; ///< null: the store is no file
    std::vector<storage::StoredDraft> drafts;
};

/// On the storage lane.
Result<OpenedSchool> readOpenedSchool(storage::Store& store, const QString& file);

} // namespace edupro::gui
