// SPDX-License-Identifier: GPL-3.0-or-later
// A subject (mapel) and its passing mark.
#pragma once

#include "core/record/Schema.h"

#include <optional>

namespace edupro {

using SubjectId = Id<struct SubjectTag>;

struct Subject {
    SubjectId id;
    QString name;
    std::optional<QString> shortName;
    double passingMark = 75.0;   ///< KKM / KKTP
    std::optional<int> position; ///< its place in lists and reports; those without come last

    static constexpr auto schema()
    {
        // clang-format off
        return entity("subjects",
            field(&Subject::id,          "id",           label("Subject", "Id"),           {.key = true, .hidden = true}),
            field(&Subject::name,        "name",         label("Subject", "Subject"),      {.required = true, .unique = true, .length = {2, 100}}),
            field(&Subject::shortName,   "short_name",   label("Subject", "Short name"),   {.length = {1, 20}}),
            field(&Subject::passingMark, "passing_mark", label("Subject", "Passing mark"), {.required = true, .range = Range{0, 100}}),
            field(&Subject::position,    "position",     label("Subject", "Order"),        {.range = Range{1, 200}}));
        // clang-format on
    }
    friend bool operator==(const Subject&, const Subject&) = default;
};

inline QString naturalKeyOf(const Subject& subject)
{
    return subject.name.toCaseFolded();
}

} // namespace edupro
