// SPDX-License-Identifier: GPL-3.0-or-later
// A person who works at the school, with a login or without one.
#pragma once

#include "core/accounts/User.h"

#include <optional>

namespace edupro {

using StaffId = Id<struct StaffTag>;

struct Staff {
    StaffId id;
    QString name;
    std::optional<QString> nip;   ///< of civil servants
    std::optional<QString> nuptk; ///< of teachers and education staff
    std::optional<UserId> user;   ///< the login, if there is one

    static constexpr auto schema()
    {
        // clang-format off
        return entity("staff",
            field(&Staff::id,    "id",      label("Staff", "Id"),    {.key = true, .hidden = true}),
            field(&Staff::name,  "name",    label("Staff", "Name"),  {.required = true, .length = {2, 100}}),
            field(&Staff::nip,   "nip",     label("Staff", "NIP"),   {.unique = true, .pattern = "[0-9]{18}"}),
            field(&Staff::nuptk, "nuptk",   label("Staff", "NUPTK"), {.unique = true, .pattern = "[0-9]{16}"}),
            field(&Staff::user,  "user_id", label("Staff", "Login"), {.unique = true, .references = "users"}));
        // clang-format on
    }
    friend bool operator==(const Staff&, const Staff&) = default;
};

} // namespace edupro
