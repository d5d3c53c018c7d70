// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/Entry.h"

namespace edupro::ui {

storage::StoreLane::Open
openInto(std::shared_ptr<Entry> entry, std::function<Result<accounts::Opened>()> open)
{
    return [entry = std::move(entry),
            open = std::move(open)]() -> Result<std::unique_ptr<storage::Store>> {
        auto opened = open();
        if (!opened) return opened.error();
        entry->encrypted = opened->store->keys() != nullptr;
        entry->mustChangePassword = opened->mustChangePassword;
        entry->session = opened->session;
        if (const auto& person = opened->person)
            entry->person = {
                .id = person->user(),
                .login = person->login(),
                .name = person->account().name,
                .roles = person->roles()};
        return std::move(opened->store);
    };
}

} // namespace edupro::ui
