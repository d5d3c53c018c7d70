// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/ImportReport.h"

#include <QHash>
#include <QJsonArray>
#include <QRegularExpression>

namespace edupro::exchange {

void ImportReport::count(RowOutcome outcome)
{
    ++rows;
    switch (outcome) {
    case RowOutcome::Added:
        ++added;
        break;
    case RowOutcome::Updated:
        ++updated;
        break;
    case RowOutcome::Unchanged:
        ++unchanged;
        break;
    case RowOutcome::Rejected:
        ++rejected;
        break;
    }
}

void ImportReport::keep(ImportIssue issue)
{
    if (issues.size() < keptIssues)
        issues.push_back(std::move(issue));
    else
        ++issuesLeftOut;
}

QJsonObject toJson(const ImportReport& report)
{
    QJsonArray issues;
    for (const ImportIssue& issue : report.issues) {
        QJsonObject entry{
            {QStringLiteral("row"), issue.row},
            {QStringLiteral("column"), issue.column},
            {QStringLiteral("value"), issue.value},
            {QStringLiteral("rule"), issue.rule},
            {QStringLiteral("message"), issue.message}};
        if (issue.warning) entry.insert(QStringLiteral("warning"), true);
        issues.append(entry);
    }
    return {
        {QStringLiteral("rows"), report.rows},
        {QStringLiteral("added"), report.added},
        {QStringLiteral("updated"), report.updated},
        {QStringLiteral("unchanged"), report.unchanged},
        {QStringLiteral("rejected"), report.rejected},
        {QStringLiteral("issues"), issues},
        {QStringLiteral("issues_left_out"), report.issuesLeftOut},
        {QStringLiteral("unused_columns"), QJsonArray::fromStringList(report.unusedColumns)},
        {QStringLiteral("stored"), report.stored}};
}

namespace {

QString bounds(const QString& limit)
{
    const QStringList ends = limit.split(QStringLiteral(".."));
    return ends.size() == 2 ? QStringLiteral("%1 to %2").arg(ends[0], ends[1]) : limit;
}

QString patternMessage(const Issue& issue)
{
    static const QRegularExpression digits(QStringLiteral("\\A\\[0-9\\]\\{([0-9]+)\\}\\z"));
    const QString pattern = QString::fromStdString(issue.limit);
    const QRegularExpressionMatch match = digits.match(pattern);
    if (!match.hasMatch()) return QStringLiteral("must have the form %1").arg(pattern);
    const int count = match.captured(1).toInt();
    QString message = QStringLiteral("must be exactly %1 digits").arg(count);
    const QString value = QString::fromStdString(issue.value);
    static const QRegularExpression onlyDigits(QStringLiteral("\\A[0-9]+\\z"));
    if (value.size() < count && onlyDigits.match(value).hasMatch())
        message += QStringLiteral("; a spreadsheet may have dropped leading zeros");
    return message;
}

const QHash<QString, QString>& fixedMessages()
{
    // clang-format off
    static const QHash<QString, QString> messages = {
        {"required",    "is missing; fill it in"},
        {"unique",      "is already used by another record; check for a typing error"},
        {"reference",   "refers to something that does not exist"},
        {"characters",  "contains control or invisible characters; type it again"},
        {"number",      "is not a number; write it like 85.5 or 85,5"},
        {"whole",       "must be a whole number"},
        {"date",        "is not a date; write it as year-month-day, e.g. 2009-08-17"},
        {"order",       "ends before it begins; check both dates"},
        {"one_of",      "give either an amount or a band"},
        {"birth_year",  "does not begin with the last three digits of the birth year; check both"},
        {"birth_date",  "does not hold the birth date in its digits 7 to 12; check both"},
        {"family_card", "is the number of the family card; check which of the two it is"},
        {"future",      "is a day that has not come yet; check the date"},
        {"no_term",     "is in no term of the class's school year; check the date"},
        {"locked",      "is in a closed term; an administrator may correct it with a reason"},
        {"weekend",     "is a day without school; check the date"},
        {"not_present", "was not present, so cannot be late or leave early; choose one of them"},
        {"not_enrolled","is in no class; enrol the student first"},
        {"submitted",   "is another entry than the submitted list has; correct it there with a reason"},
    };
    // clang-format on
    return messages;
}

} // namespace

QString messageOf(const Issue& issue)
{
    const QString rule = QString::fromStdString(issue.rule);
    const QString limit = QString::fromStdString(issue.limit);
    if (rule == u"length") return QStringLiteral("must have %1 characters").arg(bounds(limit));
    if (rule == u"range")
        return QStringLiteral("must lie between %1")
            .arg(bounds(limit).replace(QStringLiteral(" to "), QStringLiteral(" and ")));
    if (rule == u"past") return QStringLiteral("must be before today (%1)").arg(limit);
    if (rule == u"pattern") return patternMessage(issue);
    if (rule == u"choice")
        return QStringLiteral("must be one of %1")
            .arg(QString(limit).replace(QStringLiteral("|"), QStringLiteral(", ")));
    if (rule == u"days_missed")
        return QStringLiteral("%1 days missed of only %2 effective days; correct one of them")
            .arg(QString::fromStdString(issue.value), limit);
    if (rule == u"holiday") return QStringLiteral("is a holiday (%1); check the date").arg(limit);
    if (rule == u"before_enrolment")
        return QStringLiteral("is before the student came, on %1; check the date").arg(limit);
    if (rule == u"after_enrolment")
        return QStringLiteral("is after the student left, on %1; check the date").arg(limit);
    return fixedMessages().value(rule, QStringLiteral("breaks the rule \"%1\"").arg(rule));
}

} // namespace edupro::exchange
