// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/ImportChoices.h"

#include "app/ImportKinds.h"

namespace edupro::gui {

std::vector<ui::ImportChoice> importChoices()
{
    std::vector<ui::ImportChoice> choices;
    for (const ImportKind& kind : importKinds())
        choices.push_back(
            {.name = QString::fromLatin1(kind.name),
             .make = [make = kind.make](storage::Store& store, const QString& fileName) {
                 return make(store, ImportHints{.fileName = fileName});
             }});
    return choices;
}

} // namespace edupro::gui
