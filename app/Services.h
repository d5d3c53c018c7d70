// SPDX-License-Identifier: GPL-3.0-or-later
// The long-lived objects of the window: settings, lanes, look, language and the context of pages.
#pragma once

#include "core/settings/Settings.h"
#include "ui/shell/Context.h"

namespace edupro {

/// One per program, handed out by reference; window thread only. Its destructor asks running work
/// to stop, waits for it and closes the store.
class Services {
public:
    /// `settingsFile`: for tests; empty: the user's own.
    explicit Services(const QString& settingsFile = {});

    /// Who writes, for stores opened by the window.
    storage::StoreOptions storeOptions() const;

    settings::Settings settings;
    storage::StoreLane store;
    jobs::Lane compute;
    jobs::Lane backups; ///< one thread, which may wait for the store's
    ui::WindowDialogs dialogs;
    ui::Theme theme;
    ui::Language language;
    ui::Context context; // dies before the lanes whose work it follows
};

} // namespace edupro
