// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/ErrorText.h"

#include "ui/common/ErrorTexts.h"
#include "ui/common/Format.h"

#include <QCoreApplication>
#include <QDate>
#include <QLocale>
#include <QRegularExpression>
#include <QStringList>

namespace edupro::ui {

namespace {

QString said(const char* text)
{
    return QCoreApplication::translate("ErrorText", text);
}

const KeyWords* rowOf(const std::string& key)
{
    const auto& texts = errorTexts();
    const auto found = std::find_if(
        texts.begin(), texts.end(), [&](const KeyWords& row) { return key == row.key; });
    return found == texts.end() ? nullptr : &*found;
}

/// By ErrorCode, for errors without words of their own.
constexpr std::pair<const char*, const char*> codeWords[] = {
    // clang-format off
    {QT_TRANSLATE_NOOP("ErrorText", "Some entries are not valid."),                  QT_TRANSLATE_NOOP("ErrorText", "Correct what is marked and save again.")},
    {QT_TRANSLATE_NOOP("ErrorText", "It was not found."),                            QT_TRANSLATE_NOOP("ErrorText", "It may have been deleted meanwhile. Load the list again.")},
    {QT_TRANSLATE_NOOP("ErrorText", "Somebody else has changed this meanwhile."),    QT_TRANSLATE_NOOP("ErrorText", "Compare both and save again.")},
    {QT_TRANSLATE_NOOP("ErrorText", "This does not fit the other data."),            QT_TRANSLATE_NOOP("ErrorText", "Correct what is marked and save again.")},
    {QT_TRANSLATE_NOOP("ErrorText", "The server cannot be reached."),                QT_TRANSLATE_NOOP("ErrorText", "Check the network. You can go on working; changes are sent later.")},
    {QT_TRANSLATE_NOOP("ErrorText", "You do not have the right to do this."),        QT_TRANSLATE_NOOP("ErrorText", "Ask the administrator of the school for it.")},
    {QT_TRANSLATE_NOOP("ErrorText", "The file cannot be read or written."),          QT_TRANSLATE_NOOP("ErrorText", "Check the disk and the rights of the folder, then try again.")},
    {QT_TRANSLATE_NOOP("ErrorText", "The data is damaged."),                         QT_TRANSLATE_NOOP("ErrorText", "Restore it from the latest backup.")},
    {QT_TRANSLATE_NOOP("ErrorText", "The work was cancelled."),                      QT_TRANSLATE_NOOP("ErrorText", "Nothing was changed.")},
    {QT_TRANSLATE_NOOP("ErrorText", "Something went wrong inside the program."),     QT_TRANSLATE_NOOP("ErrorText", "Try again. If it happens again, report the code in brackets.")},
    // clang-format on
};

QString text(const std::string& utf8)
{
    return QString::fromStdString(utf8);
}

/// "0..100" as "0 to 100"; a single bound as it is.
QString rangeWords(const std::string& limit)
{
    const QStringList bounds = text(limit).split("..");
    if (bounds.size() != 2) return text(limit);
    return QCoreApplication::translate("ErrorText", "%1 to %2").arg(bounds[0], bounds[1]);
}

/// "7A, 2025-07-01..2026-06-30" with the days as people write them.
QString spanWords(const std::string& limit)
{
    static const QRegularExpression span(
        "^(.*)([0-9]{4}-[0-9]{2}-[0-9]{2})\\.\\.([0-9]{4}-[0-9]{2}-[0-9]{2})$");
    const auto match = span.match(text(limit));
    if (!match.hasMatch()) return text(limit);
    const auto day = [&](int part) {
        return format::date(QDate::fromString(match.captured(part), Qt::ISODate));
    };
    return match.captured(1) +
           QCoreApplication::translate("ErrorText", "%1 to %2").arg(day(2), day(3));
}

/// A bound that is one number, with the decimal sign of the language.
QString numberWords(const std::string& limit)
{
    return QLocale().toString(text(limit).toDouble(), 'g', 12);
}

/// A pattern in words, where people know it by other words than its signs.
QString patternWords(const std::string& pattern)
{
    static const QRegularExpression digits("^\\[0-9\\]\\{([0-9]+)\\}$");
    if (const auto match = digits.match(text(pattern)); match.hasMatch())
        return QCoreApplication::translate("ErrorText", "must be exactly %1 digits")
            .arg(match.captured(1));
    return QCoreApplication::translate("ErrorText", "is not written in the form that is expected");
}

QString choiceWords(const std::string& choices)
{
    if (choices.empty())
        return QCoreApplication::translate("ErrorText", "is not one of the words that are known");
    return QCoreApplication::translate("ErrorText", "must be one of: %1")
        .arg(text(choices).replace('|', ", "));
}

using Rule = QString (*)(const Issue&);
struct RuleWords {
    const char* rule;
    Rule say;
};

// clang-format off
constexpr RuleWords ruleWords[] = {
    {"required",   [](const Issue&)   { return QCoreApplication::translate("ErrorText", "must not be empty"); }},
    {"password_short",  [](const Issue& i) { return QCoreApplication::translate("ErrorText", "must have at least %1 characters").arg(text(i.limit)); }},
    {"password_common", [](const Issue&)   { return QCoreApplication::translate("ErrorText", "is too easy to guess; take three or four words that do not belong together"); }},
    {"password_login",  [](const Issue&)   { return QCoreApplication::translate("ErrorText", "must not contain the user name"); }},
    {"password_school", [](const Issue&)   { return QCoreApplication::translate("ErrorText", "must not contain the school's name"); }},
    {"wait",       [](const Issue& i) { return QCoreApplication::translate("ErrorText", "wait %1 seconds").arg(text(i.limit)); }},
    {"missing_events",  [](const Issue& i) { return QCoreApplication::translate("ErrorText", "%1 changes that were seen are missing").arg(text(i.limit)); }},
    {"length",     [](const Issue& i) { return QCoreApplication::translate("ErrorText", "must have %1 characters").arg(rangeWords(i.limit)); }},
    {"range",      [](const Issue& i) { return QCoreApplication::translate("ErrorText", "must be %1").arg(rangeWords(i.limit)); }},
    {"past",       [](const Issue&)   { return QCoreApplication::translate("ErrorText", "must be a date before today"); }},
    {"pattern",    [](const Issue& i) { return patternWords(i.limit); }},
    {"choice",     [](const Issue& i) { return choiceWords(i.limit); }},
    {"unique",     [](const Issue&)   { return QCoreApplication::translate("ErrorText", "is already used by another record"); }},
    {"reference",  [](const Issue&)   { return QCoreApplication::translate("ErrorText", "refers to something that does not exist"); }},
    {"number",     [](const Issue&)   { return QCoreApplication::translate("ErrorText", "must be a number"); }},
    {"date",       [](const Issue&)   { return QCoreApplication::translate("ErrorText", "must be a date such as 2026-11-21"); }},
    {"flag",       [](const Issue&)   { return QCoreApplication::translate("ErrorText", "must be yes or no"); }},
    {"characters", [](const Issue&)   { return QCoreApplication::translate("ErrorText", "contains characters that cannot be stored"); }},
    {"json",       [](const Issue&)   { return QCoreApplication::translate("ErrorText", "is not well-formed"); }},
    {"uuid",       [](const Issue&)   { return QCoreApplication::translate("ErrorText", "is not a valid identifier"); }},
    {"whole",      [](const Issue&)   { return QCoreApplication::translate("ErrorText", "must be a whole number"); }},
    {"order",      [](const Issue&)   { return QCoreApplication::translate("ErrorText", "ends before it begins"); }},
    {"overlap",    [](const Issue& i) { return QCoreApplication::translate("ErrorText", "overlaps with %1").arg(spanWords(i.limit)); }},
    {"outside_year", [](const Issue& i) { return QCoreApplication::translate("ErrorText", "must be in the school year, %1").arg(spanWords(i.limit)); }},
    {"pair",       [](const Issue&)   { return QCoreApplication::translate("ErrorText", "belongs to the other weight; give both or neither"); }},
    {"weights",    [](const Issue&)   { return QCoreApplication::translate("ErrorText", "must not be 0 when the other weight is 0"); }},
    {"at_least",   [](const Issue& i) { return QCoreApplication::translate("ErrorText", "must be at least %1, where the level below begins").arg(numberWords(i.limit)); }},
    {"at_most",    [](const Issue& i) { return QCoreApplication::translate("ErrorText", "must be at most %1, where the level above begins").arg(numberWords(i.limit)); }},
    {"calendar_line", [](const Issue& i) { return QCoreApplication::translate("ErrorText", "line %1 does not begin with a date and a name, such as 17/08/2026 Proklamasi").arg(text(i.limit)); }},
    {"one_of",     [](const Issue&)   { return QCoreApplication::translate("ErrorText", "needs either an amount or a band"); }},
    {"birth_year", [](const Issue& i) { return QCoreApplication::translate("ErrorText", "should begin with %1, as the birth year does").arg(text(i.limit)); }},
    {"birth_date", [](const Issue& i) { return QCoreApplication::translate("ErrorText", "should have %1 as digits 7 to 12, as the birth date does").arg(text(i.limit)); }},
    {"family_card",[](const Issue&)   { return QCoreApplication::translate("ErrorText", "is the number of the family card; check which of the two it is"); }},
    {"sealed",     [](const Issue&)   { return QCoreApplication::translate("ErrorText", "is sealed; your account cannot change it"); }},
    {"within_72_hours", [](const Issue&) { return QCoreApplication::translate("ErrorText", "must be 72 hours after it was received"); }},
    {"days_missed",[](const Issue& i) { return QCoreApplication::translate("ErrorText", "more days missed than the %1 effective days").arg(text(i.limit)); }},
    {"duplicate",  [](const Issue& i) { return QCoreApplication::translate("ErrorText", "stands in row %1 already").arg(text(i.limit)); }},
    {"digits_lost",[](const Issue&)   { return QCoreApplication::translate("ErrorText", "lost its digits in a spreadsheet; format the column as text and export again"); }},
    {"ambiguous",  [](const Issue&)   { return QCoreApplication::translate("ErrorText", "may be read in two ways; write decimals alike in the whole column"); }},
    {"rupiah",     [](const Issue&)   { return QCoreApplication::translate("ErrorText", "must be whole rupiah, such as 2300000"); }},
    {"band",       [](const Issue&)   { return QCoreApplication::translate("ErrorText", "is not an income band"); }},
    {"decimals",   [](const Issue&)   { return QCoreApplication::translate("ErrorText", "must have at most two decimals"); }},
    {"not_enrolled", [](const Issue&) { return QCoreApplication::translate("ErrorText", "is not in this class in this term"); }},
    {"calculated", [](const Issue& i) { return QCoreApplication::translate("ErrorText", "follows from the assessments as %1; another mark needs a reason").arg(text(i.limit)); }},
    {"remedial_alone", [](const Issue&) { return QCoreApplication::translate("ErrorText", "needs the mark of the first test"); }},
    {"locked",     [](const Issue&)   { return QCoreApplication::translate("ErrorText", "is a closed term; its values cannot be changed"); }},
    {"term",       [](const Issue&)   { return QCoreApplication::translate("ErrorText", "is not a term; write it like 20251"); }},
    {"year",       [](const Issue&)   { return QCoreApplication::translate("ErrorText", "is not a year"); }},
    {"ragged",     [](const Issue&)   { return QCoreApplication::translate("ErrorText", "has another number of cells than the headings"); }},
    {"quote",      [](const Issue&)   { return QCoreApplication::translate("ErrorText", "has text behind a closing quotation mark"); }},
    {"unknown_student", [](const Issue&) { return QCoreApplication::translate("ErrorText", "is the NIS of no student; import the students first"); }},
    {"unknown_region",  [](const Issue&) { return QCoreApplication::translate("ErrorText", "is not a province"); }},
    {"ambiguous_code",  [](const Issue&) { return QCoreApplication::translate("ErrorText", "is a different province in each system of codes"); }},
    {"future",          [](const Issue&)   { return QCoreApplication::translate("ErrorText", "has not come yet"); }},
    {"no_term",         [](const Issue&)   { return QCoreApplication::translate("ErrorText", "is in no term of the school year"); }},
    {"weekend",         [](const Issue&)   { return QCoreApplication::translate("ErrorText", "is a day without school"); }},
    {"holiday",         [](const Issue& i) { return QCoreApplication::translate("ErrorText", "is a holiday: %1").arg(text(i.limit)); }},
    {"before_enrolment",[](const Issue& i) { return QCoreApplication::translate("ErrorText", "was not in the class yet; came on %1").arg(text(i.limit)); }},
    {"after_enrolment", [](const Issue& i) { return QCoreApplication::translate("ErrorText", "was not in the class any more; left on %1").arg(text(i.limit)); }},
    {"not_enrolled",    [](const Issue&)   { return QCoreApplication::translate("ErrorText", "is not in this class"); }},
    {"not_present",     [](const Issue&)   { return QCoreApplication::translate("ErrorText", "was not present, so was neither late nor left early"); }},
    {"twice",           [](const Issue&)   { return QCoreApplication::translate("ErrorText", "stands on the list twice"); }},
    {"submitted",       [](const Issue&)   { return QCoreApplication::translate("ErrorText", "differs from the list that was submitted; correct that with a reason"); }},
    {"aggregate",       [](const Issue&) { return QCoreApplication::translate("ErrorText", "is a total, not a province"); }},
};
// clang-format on

QString reasons(const Error& error, const FieldNames& names)
{
    QStringList lines;
    for (const Issue& issue : error.issues) {
        const QString field = issue.field.empty() ? QString()
                              : names             ? names(issue.field)
                                                  : text(issue.field);
        const QString value =
            issue.value.empty() ? QString() : QString(" “%1”").arg(text(issue.value));
        lines << (field.isEmpty() ? words(issue) : field + value + ": " + words(issue));
    }
    return lines.join('\n');
}

} // namespace

ErrorWords words(const Error& error, const FieldNames& names)
{
    const QString why = reasons(error, names);
    if (const KeyWords* row = rowOf(error.key))
        return {.what = said(row->what), .why = why, .advice = said(row->advice)};
    const auto& [what, advice] = codeWords[static_cast<std::size_t>(error.code)];
    const bool ours = error.code == ErrorCode::Internal && !error.key.empty();
    return {
        .what = said(what),
        .why = ours ? QString("[%1]").arg(text(error.key)) : why,
        .advice = said(advice)};
}

QString words(const Issue& issue)
{
    const auto found =
        std::find_if(std::begin(ruleWords), std::end(ruleWords), [&](const RuleWords& row) {
            return issue.rule == row.rule;
        });
    return found == std::end(ruleWords) ? QCoreApplication::translate("ErrorText", "is not valid")
                                        : found->say(issue);
}

bool hasWords(const std::string& key)
{
    return rowOf(key) != nullptr;
}

QString inLines(const ErrorWords& said)
{
    QStringList lines{said.what, said.why, said.advice};
    lines.removeAll(QString());
    return lines.join('\n');
}

} // namespace edupro::ui
