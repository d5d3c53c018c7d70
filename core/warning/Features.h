// SPDX-License-Identifier: GPL-3.0-or-later
// What is known of a student at the end of a term, and how a model sees it.
#pragma once

#include "core/base/Progress.h"
#include "core/ml/Dataset.h"
#include "core/ml/trees/DecisionTree.h"
#include "core/people/Student.h"
#include "core/school/SchoolActions.h"

#include <optional>
#include <vector>

namespace edupro::warning {

/// What a model is asked for.
enum class Target {
    NextTerm,  ///< the achievement category of the term after
    StatusNow, ///< that of the same term: learning it only replicates the rule
};

/// "next-term" or "status-now".
QString nameOf(Target target);
std::optional<Target> targetOf(QStringView name);

/// Achievement categories as class indexes of a model; from the greatest risk, so that a tie is
/// decided for caution.
enum class Level { Low, Medium, High };
inline constexpr std::size_t levelCount = 3;
/// "Rendah", "Sedang" or "Tinggi": the words of files and models.
QString nameOf(Level level);

/// Days of a term by code. Days without a record do not count.
struct StudentTerm {
    StudentId student;
    QString gender; ///< L, P or X; empty when not known
    QString status; ///< of the student today
    std::optional<double> average;
    std::optional<double> lowestMark;
    std::optional<int> belowPassing; ///< subjects below their passing mark
    std::optional<int> effectiveDays;
    std::optional<int> sick;
    std::optional<int> excused;
    std::optional<int> absent;
    std::optional<qint64> incomeLowest;  ///< rupiah per month, all guardians; none: not known
    std::optional<qint64> incomeHighest; ///< none with a lowest: no upper bound

    static constexpr auto schema()
    {
        return entity(
            "student_features",
            field(&StudentTerm::student, "student_id"),
            field(&StudentTerm::gender, "gender"),
            field(&StudentTerm::status, "status"),
            field(&StudentTerm::average, "average"),
            field(&StudentTerm::lowestMark, "lowest"),
            field(&StudentTerm::belowPassing, "below_passing"),
            field(&StudentTerm::effectiveDays, "effective_days"),
            field(&StudentTerm::sick, "sick"),
            field(&StudentTerm::excused, "excused"),
            field(&StudentTerm::absent, "absent"),
            field(&StudentTerm::incomeLowest, "income_lowest"),
            field(&StudentTerm::incomeHighest, "income_highest"));
    }
};

/// One term: its students in the order of their identities, and the rules at its end.
struct TermData {
    school::TermRow term;
    school::Thresholds thresholds;
    std::vector<StudentTerm> students;

    /// None when the student has neither marks nor attendance in the term. O(log students).
    const StudentTerm* find(const StudentId& student) const;
};

/// Reads one term. One query; a term of 60,000 students takes about a second. Permission
/// `access.denied` for a person who sees only a part of the figures.
Result<TermData> readTerm(storage::Store& store, const school::TermRow& term);

/// Present days by effective days, 0..100; none without an effective day.
std::optional<double> attendancePercent(const StudentTerm& row);
/// Achievement by the rule; none when the average or the attendance is not known.
std::optional<Level> levelOf(const StudentTerm& row, const school::Thresholds& thresholds);
/// Income category by the thresholds; none when nothing is known or the interval crosses one.
std::optional<Level> incomeLevelOf(const StudentTerm& row, const school::Thresholds& thresholds);

/// The code of the term after: 20251 -> 20252 -> 20261. Precondition: a code as of Term::code.
QString termAfter(const QString& code);
QString termBefore(const QString& code);

/// The names of the features, in the order of the columns of a training table.
std::vector<ml::TreeColumn> featureColumns(bool withIncome);

/// The features of one student as a row for `columns` (by name): from `now` and, for the trend,
/// `before` (null: not known), never from anything later. Corrupt `model.damaged` when a column or
/// one of its categories is none of ours.
class FeatureReader {
public:
    static Result<FeatureReader> forColumns(const std::vector<ml::TreeColumn>& columns);

    std::vector<double>
    row(const StudentTerm& now,
        const StudentTerm* before,
        const school::Thresholds& thresholds) const;

private:
    struct Source {
        std::size_t feature = 0;
        std::vector<double> codes; ///< ours -> the model's category; empty for numbers
    };
    std::vector<Source> m_sources;
};

} // namespace edupro::warning
