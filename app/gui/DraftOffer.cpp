// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/DraftOffer.h"

#include "ui/common/NoticeBar.h"
#include "ui/shell/Drafts.h"

#include <QCoreApplication>
#include <QPointer>

namespace edupro::gui {

using storage::StoredDraft;

std::vector<StoredDraft> draftsIn(const QWidget& window)
{
    std::vector<StoredDraft> drafts;
    for (const QWidget* widget : window.findChildren<QWidget*>()) {
        const auto* holder = dynamic_cast<const ui::DraftHolder*>(widget);
        if (!holder) continue;
        if (const auto draft = holder->draft())
            drafts.push_back(
                {.id = {},
                 .page = draft->page,
                 .title = draft->title,
                 .content = draft->content,
                 .at = 0});
    }
    return drafts;
}

void PrecautionaryDrafts::keep(
    storage::StoreLane& lane, const QUuid& user, std::vector<StoredDraft> drafts)
{
    const std::vector<QUuid> before = take();
    for (StoredDraft& draft : drafts)
        m_kept.push_back(draft.id = QUuid::createUuid());
    lane.submit([before, drafts, user](storage::Store& store, const Progress&) -> Result<Unit> {
        const Done kept = storage::keepDrafts(store, user, drafts);
        for (const QUuid& id : before)
            (void)storage::dropDraft(store, id);
        return kept;
    });
}

void offerDrafts(ui::Context& context, ui::NoticeBar& notice, std::vector<StoredDraft> drafts)
{
    if (drafts.empty()) return;
    const StoredDraft draft = drafts.back();
    drafts.pop_back();
    const auto next = [&context, bar = QPointer(&notice), drafts, id = draft.id] {
        context.store.submit(
            [id](storage::Store& store, const Progress&) { return storage::dropDraft(store, id); });
        if (bar) offerDrafts(context, *bar, drafts);
    };
    const auto goOn = [&context, draft, next] {
        context.openPage(draft.page, {{QStringLiteral("draft"), draft.content}});
        next();
    };
    const auto say = [title = draft.title] {
        const auto said = [](const char* text) {
            return QCoreApplication::translate("DraftOffer", text);
        };
        return ui::NoticeBar::Words{
            said(QT_TRANSLATE_NOOP("DraftOffer", "When your session ended, you were writing: %1."))
                .arg(title),
            said(QT_TRANSLATE_NOOP("DraftOffer", "Go on writing")),
            said(QT_TRANSLATE_NOOP("DraftOffer", "Discard it"))};
    };
    notice.tell(say, goOn, next);
}

} // namespace edupro::gui
