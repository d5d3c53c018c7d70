// SPDX-License-Identifier: GPL-3.0-or-later
// A day that the school's calendar names: a holiday, an event, or school on a day off.
#pragma once

#include "core/record/Schema.h"

#include <QDate>

namespace edupro {

using CalendarDayId = Id<struct CalendarDayTag>;

struct CalendarDay {
    CalendarDayId id;
    QDate day;
    /// holiday: no school; event: named, and school as on any such day of the week; extra: school
    /// although the week says otherwise.
    QString kind = QStringLiteral("holiday");
    QString name;

    static constexpr auto schema()
    {
        // clang-format off
        return entity("calendar_days",
            field(&CalendarDay::id,   "id",   label("CalendarDay", "Id"),   {.key = true, .hidden = true}),
            field(&CalendarDay::day,  "day",  label("CalendarDay", "Day"),  {.required = true}),
            field(&CalendarDay::kind, "kind", label("CalendarDay", "Kind"), {.required = true, .choices = "holiday|event|extra"}),
            field(&CalendarDay::name, "name", label("CalendarDay", "Name"), {.required = true, .length = {2, 100}}));
        // clang-format on
    }
    friend bool operator==(const CalendarDay&, const CalendarDay&) = default;
};

inline QString naturalKeyOf(const CalendarDay& day)
{
    return day.day.toString(Qt::ISODate);
}

} // namespace edupro
