// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/school/CalendarText.h"

#include "core/exchange/CellText.h"
#include "core/record/Validate.h"

#include <QRegularExpression>

namespace edupro::school {

namespace {

constexpr int longestSpan = 100; ///< days

/// The days of one line; none when it cannot be read.
std::vector<CalendarDay> daysOfLine(const QString& line, const QString& kind)
{
    static const QString date =
        QStringLiteral("[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}|[0-9]{1,2}[/.-][0-9]{1,2}[/.-][0-9]{4}|"
                       "[0-9]{1,2} \\p{L}+ [0-9]{4}");
    static const QRegularExpression form(
        QStringLiteral("\\A(%1)(?: ?(?:-|–|\\.\\.|to|sampai|s\\.?/?d\\.?) ?(%1))?[ ;,:]+(.+)\\z")
            .arg(date),
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    const QRegularExpressionMatch match = form.match(line.simplified());
    if (!match.hasMatch()) return {};
    const Result<QDate> first = exchange::parseDate(match.captured(1));
    const Result<QDate> last =
        match.captured(2).isEmpty() ? first : exchange::parseDate(match.captured(2));
    if (!first || !last || *last < *first || first->daysTo(*last) >= longestSpan) return {};

    const EntityInfo& entity = entityInfo<CalendarDay>();
    const Result<QVariant> name = valueFromText(
        entity.fields[static_cast<std::size_t>(entity.indexOf(u"name"))], match.captured(3));
    if (!name) return {};
    std::vector<CalendarDay> days;
    for (QDate day = *first; day <= *last; day = day.addDays(1))
        days.push_back({.day = day, .kind = kind, .name = name->toString()});
    if (hasErrors(issuesOfRecord(entity, valuesOf(days.front()), *first))) return {};
    return days;
}

} // namespace

Result<std::vector<CalendarDay>> calendarFromText(const QString& text, const QString& kind)
{
    std::vector<CalendarDay> all;
    std::vector<Issue> issues;
    const QStringList lines = text.split(u'\n');
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (lines[i].simplified().isEmpty()) continue;
        const std::vector<CalendarDay> days = daysOfLine(lines[i], kind);
        if (days.empty())
            issues.push_back(
                {.field = "day",
                 .rule = "calendar_line",
                 .value = lines[i].simplified().toStdString(),
                 .limit = std::to_string(i + 1)});
        all.insert(all.end(), days.begin(), days.end());
    }
    if (all.empty() && issues.empty()) issues.push_back({.field = "day", .rule = "required"});
    if (issues.empty()) return all;
    return Error{
        .code = ErrorCode::Validation,
        .key = "validation",
        .detail = "calendar: a line is no day with a name",
        .issues = std::move(issues)};
}

} // namespace edupro::school
