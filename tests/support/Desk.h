// SPDX-License-Identifier: GPL-3.0-or-later
// Everything a window needs, for tests and screen pictures: lanes, scripted dialogs, theme,
// language, context.
#pragma once

#include "tests/support/ScriptedDialogs.h"
#include "ui/shell/Context.h"

namespace edupro::tests {

struct Desk {
    explicit Desk(ui::Tongue tongue = ui::Tongue::English, ui::Scheme scheme = ui::Scheme::Light)
        : theme(scheme)
        , language(tongue)
        , context(
              {.store = store,
               .compute = compute,
               .backups = backups,
               .dialogs = dialogs,
               .theme = theme,
               .language = language})
    {
    }

    storage::StoreLane store;
    jobs::Lane compute{1};
    jobs::Lane backups{1};
    ScriptedDialogs dialogs;
    ui::Theme theme;
    ui::Language language;
    ui::Context context;
};

} // namespace edupro::tests
