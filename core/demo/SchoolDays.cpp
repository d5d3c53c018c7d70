// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/SchoolDays.h"

#include <QCalendar>

#include <algorithm>
#include <array>
#include <utility>

namespace edupro::demo {

namespace {

using MonthDay = std::pair<int, int>;

// Day and month of Easter Sunday by the anonymous Gregorian algorithm (Meeus, Astronomical
// Algorithms, 2nd ed., chapter 8).
QDate easterSunday(int year)
{
    const int a = year % 19;
    const int b = year / 100;
    const int c = year % 100;
    const int d = b / 4;
    const int e = b % 4;
    const int g = (8 * b + 13) / 25;
    const int h = (19 * a + b - d - g + 15) % 30;
    const int i = c / 4;
    const int k = c % 4;
    const int l = (32 + 2 * e + 2 * i - h - k) % 7;
    const int m = (a + 11 * h + 22 * l) / 451;
    const int n = h + l - 7 * m + 114;
    return {year, n / 31, n % 31 + 1};
}

QCalendar::YearMonthDay islamicDate(QDate day)
{
    static const QCalendar calendar(QCalendar::System::IslamicCivil);
    return calendar.partsFromDate(day);
}

// The last week of Ramadhan and the first week of Syawal.
bool isAroundIdulFitri(QDate day)
{
    const auto islamic = islamicDate(day);
    return (islamic.month == 9 && islamic.day >= 24) || (islamic.month == 10 && islamic.day <= 8);
}

QDate firstOn(Qt::DayOfWeek weekday, QDate from)
{
    return from.addDays((weekday - from.dayOfWeek() + 7) % 7);
}

struct Span {
    QDate first;
    QDate last;

    bool contains(QDate day) const { return first <= day && day <= last; }
};

// Lessons start in the third week of July or the first full week of January.
Span lessonsOf(const Term& term)
{
    const int year = term.startsOn.year();
    if (term.startsOn.month() >= 7)
        return {firstOn(Qt::Monday, QDate(year, 7, 13)), QDate(year, 12, 19)};
    return {firstOn(Qt::Monday, QDate(year, 1, 4)), QDate(year, 6, 19)};
}

Span breakOf(const Term& term)
{
    const int year = term.startsOn.year();
    const QDate monday = term.startsOn.month() >= 7 ? firstOn(Qt::Monday, QDate(year, 10, 5))
                                                    : firstOn(Qt::Monday, QDate(year, 3, 14));
    return {monday, monday.addDays(4)};
}

} // namespace

bool isPublicHoliday(QDate day)
{
    constexpr std::array fixed{
        MonthDay{1, 1}, MonthDay{5, 1}, MonthDay{6, 1}, MonthDay{8, 17}, MonthDay{12, 25}};
    // New year, the Prophet's birthday, Isra Mi'raj, Idul Fitri (two days), Idul Adha.
    constexpr std::array islamicDays{
        MonthDay{1, 1},
        MonthDay{3, 12},
        MonthDay{7, 27},
        MonthDay{10, 1},
        MonthDay{10, 2},
        MonthDay{12, 10}};
    const auto among = [](const auto& days, MonthDay wanted) {
        return std::find(days.begin(), days.end(), wanted) != days.end();
    };
    const auto islamic = islamicDate(day);
    const QDate easter = easterSunday(day.year());
    return among(fixed, {day.month(), day.day()}) ||
           among(islamicDays, {islamic.month, islamic.day}) || day == easter.addDays(-2) ||
           day == easter.addDays(39);
}

std::vector<QDate> schoolDays(const Term& term, QDate until)
{
    const Span lessons = lessonsOf(term);
    const Span pause = breakOf(term);
    std::vector<QDate> days;
    for (QDate day = lessons.first; day <= std::min(lessons.last, until); day = day.addDays(1)) {
        const bool closed = day.dayOfWeek() >= Qt::Saturday || pause.contains(day) ||
                            isAroundIdulFitri(day) || isPublicHoliday(day);
        if (!closed) days.push_back(day);
    }
    return days;
}

std::vector<CalendarDay> daysOff(const Term& term)
{
    const std::vector<QDate> lessons = schoolDays(term, term.endsOn);
    std::vector<CalendarDay> days;
    for (QDate day = term.startsOn; day <= term.endsOn; day = day.addDays(1)) {
        if (day.dayOfWeek() >= Qt::Saturday ||
            std::binary_search(lessons.begin(), lessons.end(), day))
            continue;
        days.push_back(
            {.day = day,
             .name = isPublicHoliday(day) ? QStringLiteral("Libur nasional")
                                          : QStringLiteral("Libur sekolah")});
    }
    return days;
}

} // namespace edupro::demo
