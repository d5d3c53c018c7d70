// SPDX-License-Identifier: GPL-3.0-or-later
// Drafts of a session that ended: collected from the window, offered again in the next one.
#pragma once

#include "core/storage/Drafts.h"
#include "core/storage/StoreLane.h"
#include "ui/shell/Context.h"

#include <utility>

namespace edupro::ui {
class NoticeBar;
}

namespace edupro::gui {

/// What stands in the forms of a window.
std::vector<storage::StoredDraft> draftsIn(const QWidget& window);

/// Drafts that are kept while the person goes on, because the program may not.
class PrecautionaryDrafts {
public:
    /// In place of those kept before.
    void
    keep(storage::StoreLane& lane, const QUuid& user, std::vector<storage::StoredDraft> drafts);
    /// What is to be forgotten when the person closes the file in order.
    std::vector<QUuid> take() { return std::exchange(m_kept, {}); }

private:
    std::vector<QUuid> m_kept;
};

/// Offers the drafts one after the other in `notice`, the newest first; each is forgotten in the
/// store when it was taken up or given up. `context` outlives the notice.
void offerDrafts(
    ui::Context& context, ui::NoticeBar& notice, std::vector<storage::StoredDraft> drafts);

} // namespace edupro::gui
