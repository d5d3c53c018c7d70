// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/school/Term.h"

namespace edupro {

namespace {

std::string shown(QDate day)
{
    return day.toString(Qt::ISODate).toStdString();
}

} // namespace

std::vector<Issue> issuesOf(const Term& term)
{
    std::vector<Issue> issues;
    if (term.startsOn >= term.endsOn)
        issues.push_back({.field = "ends_on", .rule = "order", .value = shown(term.endsOn)});
    const DaySpan year = daysOfYear(term.code.left(4).toInt());
    const auto check = [&](const char* field, QDate day) {
        if (year.contains(day)) return;
        issues.push_back(
            {.field = field, .rule = "outside_year", .value = shown(day), .limit = year.text()});
    };
    check("starts_on", term.startsOn);
    check("ends_on", term.endsOn);
    return issues;
}

Term usualTerm(const QString& code)
{
    const int year = code.left(4).toInt();
    const bool odd = code.endsWith(u'1');
    Term term;
    term.code = code;
    term.startsOn = odd ? QDate(year, 7, 1) : QDate(year + 1, 1, 1);
    term.endsOn = odd ? QDate(year, 12, 31) : QDate(year + 1, 6, 30);
    return term;
}

QString termCodeOn(QDate day)
{
    const bool odd = day.month() >= 7;
    return QStringLiteral("%1%2").arg(odd ? day.year() : day.year() - 1).arg(odd ? 1 : 2);
}

} // namespace edupro
