// SPDX-License-Identifier: GPL-3.0-or-later
// A school year, July to June.
#pragma once

#include "core/record/Schema.h"

namespace edupro {

using AcademicYearId = Id<struct AcademicYearTag>;

struct AcademicYear {
    AcademicYearId id;
    int startYear = 0; ///< 2025 for 2025/2026

    static constexpr auto schema()
    {
        // clang-format off
        return entity("academic_years",
            field(&AcademicYear::id,        "id",         label("AcademicYear", "Id"),         {.key = true, .hidden = true}),
            field(&AcademicYear::startYear, "start_year", label("AcademicYear", "Start year"), {.required = true, .unique = true, .range = Range{1950, 2100}}));
        // clang-format on
    }
    friend bool operator==(const AcademicYear&, const AcademicYear&) = default;
};

inline QString naturalKeyOf(const AcademicYear& year)
{
    return QString::number(year.startYear);
}

/// "2025/2026".
inline QString labelOf(const AcademicYear& year)
{
    return QStringLiteral("%1/%2").arg(year.startYear).arg(year.startYear + 1);
}

} // namespace edupro
