// SPDX-License-Identifier: GPL-3.0-or-later
// The one place that puts levels, conditions, reasons and verdicts of the early warning into words.
#pragma once

#include "core/dashboard/Series.h"
#include "core/warning/Explain.h"
#include "core/warning/RiskModel.h"

#include <QString>

namespace edupro::ui {

/// All of these speak the language of the window.

/// "High", "Medium", "Low".
QString levelWord(warning::Level level);
/// The judgement that goes with a level; Neutral without one.
dashboard::Tone toneOf(std::optional<warning::Level> level);
/// "Average this term" of `rata_rata`; the name itself when it is none of ours.
QString featureWord(const QString& feature);

/// One condition and the student's own value: "Average this term ≤ 71.5" and "68.9".
struct ConditionWords {
    QString condition;
    QString value;
};
ConditionWords words(const warning::ReasonStep& step);

/// The steps without those that a later, tighter one on the same feature makes superfluous.
std::vector<warning::ReasonStep> tightened(const std::vector<warning::ReasonStep>& steps);

/// The reason in one line, for lists: "Average this term 68.9 (≤ 71.5); subjects below the passing
/// mark 3 (> 2)". At most `most` conditions, in the order of the tree; why there is no statement
/// when there is a doubt.
QString reasonLine(const warning::Explanation& explanation, int most = 2);
/// Why there is no statement; empty when there is one.
QString doubtText(warning::Doubt doubt);
/// "supported by 46 similar students, 36 of whom really were Low".
QString supportText(const warning::Explanation& explanation);

/// "Semester 1 2026/2027" of "20261".
QString termWord(const QString& code);
/// Whether the model says more than what needs no model, in one sentence.
QString verdictText(const warning::TrainReport& report);
/// "right 81 %, without a model 77 % (n = 590)"
QString accuracyText(const warning::TrainReport& report);

} // namespace edupro::ui
