// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/school/DatedRules.h"

#include <cmath>

namespace edupro {

namespace school {

namespace {

// clang-format off
    // What a new school starts with. Weeks of 5 and of 6 days are both lawful (Permendikbud 23/2017): the set-up asks.
    constexpr RuleInfo table[] = {
        {rules::weekDays,                label("DatedRule", "School days a week"),                           RuleUnit::Days,    {5, 6},    true,  6},
        {rules::passingMark,             label("DatedRule", "Passing mark of new subjects"),                 RuleUnit::Points,  {0, 100},  false, 75},
        {rules::materialWeight,          label("DatedRule", "Final mark: weight of the material"),           RuleUnit::Weight,  {0, 100},  false, 1},
        {rules::finalWeight,             label("DatedRule", "Final mark: weight of the last test"),          RuleUnit::Weight,  {0, 100},  false, 1},
        {rules::remedialCapped,          label("DatedRule", "Remedial tests count up to the passing mark"),  RuleUnit::YesNo,   {0, 1},    true,  1},
        {rules::finalMarkDecimals,       label("DatedRule", "Decimals of final marks"),                      RuleUnit::Decimals,{0, 2},    true,  0},
        {rules::minimumAttendance,       label("DatedRule", "Minimum attendance"),                           RuleUnit::Percent, {0, 100},  false, 75},
        {rules::consecutiveAbsences,     label("DatedRule", "Days absent in a row that are told"),           RuleUnit::Days,    {1, 60},   true,  3},
        {"attendance.high",              label("DatedRule", "Attendance “Tinggi” from"),                     RuleUnit::Percent, {0, 100},  false, 80, "attendance.medium"},
        {"attendance.medium",            label("DatedRule", "Attendance “Sedang” from"),                     RuleUnit::Percent, {0, 100},  false, 75},
        {"achievement.high.average",     label("DatedRule", "Prediction “Tinggi”: average from"),            RuleUnit::Points,  {0, 100},  false, 80, "achievement.medium.average"},
        {"achievement.high.attendance",  label("DatedRule", "Prediction “Tinggi”: attendance from"),         RuleUnit::Percent, {0, 100},  false, 80, "achievement.medium.attendance"},
        {"achievement.medium.average",   label("DatedRule", "Prediction “Sedang”: average from"),            RuleUnit::Points,  {0, 100},  false, 70},
        {"achievement.medium.attendance",label("DatedRule", "Prediction “Sedang”: attendance from"),         RuleUnit::Percent, {0, 100},  false, 75},
        {"income.high",                  label("DatedRule", "Income “Tinggi” from"),                         RuleUnit::Rupiah,  {0, 1e9},  true,  5'000'000, "income.medium"},
        {"income.medium",                label("DatedRule", "Income “Menengah” from"),                       RuleUnit::Rupiah,  {0, 1e9},  true,  2'300'000},
    };
// clang-format on

/// Periods of keeping data are named by reference codes, which say their first values, too.
bool isRetentionPeriod(QStringView name)
{
    return name.startsWith(u"retention.");
}

/// The value of a history on a day, if any had begun.
const DatedSetting* valueOn(const std::vector<DatedSetting>& history, QDate day)
{
    const DatedSetting* found = nullptr;
    for (const DatedSetting& setting : history)
        if (setting.since <= day) found = &setting;
    return found;
}

std::string shown(double value)
{
    return QString::number(value, 'g', 12).toStdString();
}

Error wrong(Issue issue)
{
    return {
        .code = ErrorCode::Validation,
        .key = "validation",
        .detail = "dated_settings: the value breaks a rule",
        .issues = {std::move(issue)}};
}

/// One of the two weights may be 0, not both.
Done checkWeights(storage::Store& store, const DatedSetting& setting)
{
    const bool material = setting.name == QLatin1String(rules::materialWeight);
    if (!material && setting.name != QLatin1String(rules::finalWeight)) return done();
    const Result<double> other =
        ruleOn(store, material ? rules::finalWeight : rules::materialWeight, setting.since);
    if (!other) return other.error();
    if (setting.value + *other > 0) return done();
    return wrong({.field = "value", .rule = "weights", .value = shown(setting.value)});
}

/// The rule beside this one stays on its side of it on the day of the change.
Done checkOrder(storage::Store& store, const DatedSetting& setting)
{
    for (const RuleInfo& rule : table) {
        if (!rule.atLeast) continue;
        const bool isUpper = setting.name == QLatin1String(rule.name);
        if (!isUpper && setting.name != QLatin1String(rule.atLeast)) continue;
        const Result<double> other =
            ruleOn(store, isUpper ? rule.atLeast : rule.name, setting.since);
        if (!other) return other.error();
        if (isUpper ? setting.value >= *other : setting.value <= *other) continue;
        return wrong(
            {.field = "value",
             .rule = isUpper ? "at_least" : "at_most",
             .value = shown(setting.value),
             .limit = shown(*other)});
    }
    return done();
}

} // namespace

std::span<const RuleInfo> ruleInfos()
{
    return table;
}

const RuleInfo* findRule(QStringView name)
{
    const auto* found = std::find_if(std::begin(table), std::end(table), [&](const RuleInfo& rule) {
        return name == QLatin1String(rule.name);
    });
    return found == std::end(table) ? nullptr : found;
}

Result<double> ruleOn(storage::Store& store, const char* name, QDate day)
{
    const auto history = ruleHistory(store, QString::fromLatin1(name));
    if (!history) return history.error();
    const DatedSetting* setting = valueOn(*history, day);
    return setting ? setting->value : findRule(QString::fromLatin1(name))->initial;
}

Result<std::vector<DatedSetting>> ruleHistory(storage::Store& store, const QString& name)
{
    return store.query<DatedSetting>(
        QStringLiteral("school/list_rule_values"), {{QStringLiteral("name"), name}});
}

Result<std::vector<RuleState>> ruleStates(storage::Store& store, QDate day)
{
    std::vector<RuleState> states;
    for (const RuleInfo& rule : table) {
        const auto history = ruleHistory(store, QString::fromLatin1(rule.name));
        if (!history) return history.error();
        RuleState state{.rule = &rule, .value = rule.initial};
        for (const DatedSetting& setting : *history) {
            if (setting.since <= day) {
                state.value = setting.value;
                state.since = setting.since;
            } else if (!state.next) {
                state.next = setting.value;
                state.nextOn = setting.since;
            }
        }
        states.push_back(state);
    }
    return states;
}

Result<storage::Saved>
saveRule(storage::Store& store, DatedSetting& setting, const storage::SaveOptions& options)
{
    if (!findRule(setting.name) && !isRetentionPeriod(setting.name)) {
        QStringList names;
        for (const RuleInfo& rule : table)
            names.append(QString::fromLatin1(rule.name));
        return wrong(
            {.field = "name",
             .rule = "choice",
             .value = setting.name.toStdString(),
             .limit = names.join(u'|').toStdString()});
    }
    if (Done ordered = checkOrder(store, setting); !ordered) return ordered.error();
    if (Done weighs = checkWeights(store, setting); !weighs) return weighs.error();
    return store.save(setting, options);
}

} // namespace school

std::vector<Issue> issuesOf(const DatedSetting& setting)
{
    const school::RuleInfo* rule = school::findRule(setting.name);
    if (!rule) return {};
    const std::string value = school::shown(setting.value);
    if (setting.value < rule->range.min || setting.value > rule->range.max)
        return {
            {.field = "value",
             .rule = "range",
             .value = value,
             .limit = school::shown(rule->range.min) + ".." + school::shown(rule->range.max)}};
    if (rule->whole && std::trunc(setting.value) != setting.value)
        return {{.field = "value", .rule = "whole", .value = value}};
    return {};
}

} // namespace edupro
