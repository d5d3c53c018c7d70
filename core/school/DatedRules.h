// SPDX-License-Identifier: GPL-3.0-or-later
// The rules that change by decree: their names, units, ranges and first values, and which value
// counts on a day.
#pragma once

#include "core/school/DatedSetting.h"
#include "core/storage/Store.h"

#include <span>

namespace edupro::school {

enum class RuleUnit { Points, Percent, Rupiah, Days, Weight, Decimals, YesNo }; // YesNo: 1, 0

struct RuleInfo {
    const char* name; ///< of DatedSetting::name
    Label text;
    RuleUnit unit;
    Range range;
    bool whole;                    ///< takes whole numbers only
    double initial;                ///< where the school has said nothing
    const char* atLeast = nullptr; ///< the rule that this one must not be below
};

namespace rules {
inline constexpr char weekDays[] = "school.week";     ///< school days a week
inline constexpr char passingMark[] = "mark.passing"; ///< of new subjects
inline constexpr char materialWeight[] = "mark.weight.material";
inline constexpr char finalWeight[] = "mark.weight.final";
inline constexpr char remedialCapped[] = "mark.remedial.capped"; ///< up to the passing mark
inline constexpr char finalMarkDecimals[] = "mark.final.decimals";
inline constexpr char minimumAttendance[] = "attendance.minimum";       ///< percent
inline constexpr char consecutiveAbsences[] = "attendance.consecutive"; ///< days, to be told
} // namespace rules

/// All rules, in the order in which people read them.
std::span<const RuleInfo> ruleInfos();
/// Null when there is no rule of that name.
const RuleInfo* findRule(QStringView name);

/// The value in force on a day; the rule's initial one where nothing is stored. Precondition: there
/// is a rule of that name.
Result<double> ruleOn(storage::Store& store, const char* name, QDate day);

/// All stored values of a rule, oldest first.
Result<std::vector<DatedSetting>> ruleHistory(storage::Store& store, const QString& name);

/// A rule with its value on a day and what comes after.
struct RuleState {
    const RuleInfo* rule = nullptr;
    double value = 0.0;
    std::optional<QDate> since; ///< none: the initial value
    std::optional<double> next; ///< known already, from `nextOn`
    std::optional<QDate> nextOn;
};
Result<std::vector<RuleState>> ruleStates(storage::Store& store, QDate day);

/// Stores a value that counts from a day on. Earlier values stay, so what was judged by them does,
/// too. Errors: Validation with the issues "choice" (no such rule), "range", "whole", "at_least"
/// and "at_most" (the rule beside it on that day), and "weights" (both would be 0).
Result<storage::Saved>
saveRule(storage::Store& store, DatedSetting& setting, const storage::SaveOptions& options = {});

} // namespace edupro::school
