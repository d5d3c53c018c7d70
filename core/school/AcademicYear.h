// SPDX-License-Identifier: GPL-3.0-or-later
// A school year, July to June.
#pragma once

#include "core/record/Schema.h"

#include <QDate>

#include <string>

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

/// The days from `first` to `last`, both in it.
struct DaySpan {
    QDate first;
    QDate last;

    bool contains(QDate day) const { return first <= day && day <= last; }
    bool overlaps(const DaySpan& other) const { return first <= other.last && other.first <= last; }
    /// "2025-07-01..2026-06-30", as limits of issues are written.
    std::string text() const
    {
        return (first.toString(Qt::ISODate) + QStringLiteral("..") + last.toString(Qt::ISODate))
            .toStdString();
    }
};

/// 1 July to 30 June.
inline DaySpan daysOfYear(int startYear)
{
    return {QDate(startYear, 7, 1), QDate(startYear + 1, 6, 30)};
}

} // namespace edupro
