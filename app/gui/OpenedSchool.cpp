// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/OpenedSchool.h"

#include "core/registry/ModelRegistry.h"
#include "core/school/SchoolActions.h"
#include "core/storage/audit/AuditTrail.h"

namespace edupro::gui {

Result<OpenedSchool> readOpenedSchool(storage::Store& store, const QString& file)
{
    const auto school = school::theSchool(store);
    if (!school) return school.error();
    const auto terms = school::listTerms(store);
    if (!terms) return terms.error();
    const auto model =
        registry::productionModel(store, QStringLiteral("tree"), QStringLiteral("next-term"));
    if (!model) return model.error();
    auto drafts = storage::ownDrafts(store);
    if (!drafts) return drafts.error();
    const auto id = storage::fileId(store.connection());
    if (!id) return id.error();
    OpenedSchool opened{
        .school = {.name = school->name},
        .term = {},
        .standing = {.file = file, .encrypted = store.keys() != nullptr},
        .fileId = *id,
        .drafts = std::move(drafts).value()};
    for (const school::TermRow& term : *terms)
        opened.school.terms << term.code;
    if (const auto current = school::currentTerm(store)) opened.term = current->code;
    if (*model) {
        opened.standing.modelVersion = (*model)->number;
        opened.standing.modelDate = QDateTime::fromMSecsSinceEpoch((*model)->trainedAt).date();
    }
    return opened;
}

} // namespace edupro::gui
