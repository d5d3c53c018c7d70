// SPDX-License-Identifier: GPL-3.0-or-later
// The school whose file this is; exactly one per file.
#pragma once

#include "core/record/Schema.h"

#include <optional>

namespace edupro {

using SchoolId = Id<struct SchoolTag>;

struct School {
    SchoolId id;
    QString name;
    std::optional<QString> npsn;
    std::optional<QString> address;

    static constexpr auto schema()
    {
        // clang-format off
        return entity("schools",
            field(&School::id,      "id",      label("School", "Id"),      {.key = true, .hidden = true}),
            field(&School::name,    "name",    label("School", "Name"),    {.required = true, .length = {2, 150}}),
            field(&School::npsn,    "npsn",    label("School", "NPSN"),    {.pattern = "[0-9A-Z][0-9]{7}"}),
            field(&School::address, "address", label("School", "Address"), {.length = {0, 200}}));
        // clang-format on
    }
    friend bool operator==(const School&, const School&) = default;
};

} // namespace edupro
