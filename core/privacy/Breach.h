// SPDX-License-Identifier: GPL-3.0-or-later
// A failure of protection (a stolen computer, a file sent to the wrong person) and its notices.
#pragma once

#include "core/record/Schema.h"

#include <QString>

#include <optional>
#include <vector>

namespace edupro {

using BreachId = Id<struct BreachTag>;

/// Names nobody: `what` and `measures` are read by authorities.
struct Breach {
    BreachId id;
    Instant noticedAt = 0;
    Instant dueAt = 0; ///< 72 hours later: the people concerned and the authority must know
    QString what;
    QString data;                   ///< which kinds of data
    std::optional<qint64> affected; ///< people; none: not known yet
    std::optional<QString> measures;
    std::optional<Instant> peopleToldAt;
    std::optional<Instant> authorityToldAt;
    std::optional<Instant> closedAt;

    static constexpr auto schema()
    {
        // clang-format off
        return entity("breaches",
            field(&Breach::id,              "id",                label("Breach", "Id"),              {.key = true, .hidden = true}),
            field(&Breach::noticedAt,       "noticed_at",        label("Breach", "Noticed"),         {.required = true, .instant = true}),
            field(&Breach::dueAt,           "due_at",            label("Breach", "Due"),             {.required = true, .instant = true}),
            field(&Breach::what,            "what",              label("Breach", "What happened"),   {.required = true, .length = {5, 2000}}),
            field(&Breach::data,            "data",              label("Breach", "Kinds of data"),   {.required = true, .length = {2, 500}}),
            field(&Breach::affected,        "affected",          label("Breach", "People affected"), {.range = Range{0, 1e6}}),
            field(&Breach::measures,        "measures",          label("Breach", "Measures"),        {.length = {0, 2000}}),
            field(&Breach::peopleToldAt,    "people_told_at",    label("Breach", "People told"),     {.instant = true}),
            field(&Breach::authorityToldAt, "authority_told_at", label("Breach", "Authority told"),  {.instant = true}),
            field(&Breach::closedAt,        "closed_at",         label("Breach", "Closed"),          {.instant = true}));
        // clang-format on
    }
    friend bool operator==(const Breach&, const Breach&) = default;
};

/// Due is 72 hours after it was noticed; it is closed only when people and authority were told.
std::vector<Issue> issuesOf(const Breach& breach);

} // namespace edupro
