// SPDX-License-Identifier: GPL-3.0-or-later
// How a final mark follows from assessments, and what it is called: pure functions.
#pragma once

#include <QString>

#include <optional>
#include <span>
#include <vector>

namespace edupro::grades {

/// What the marks of a class in a subject and term count by.
struct SubjectRules {
    QString curriculum = QStringLiteral("merdeka"); ///< "k13": predicates; "merdeka": descriptions
    double passingMark = 75.0;
    double materialWeight = 1.0; ///< not negative, as is the next; their sum is more than 0
    double finalWeight = 1.0;
    bool remedialCapped = true; ///< a remedial test counts up to the passing mark
    int decimals = 0;           ///< of final marks
};

/// The mark that counts of a first one and the one of the remedial test: the better one, which the
/// remedial test lifts to the passing mark at most where it is capped.
double countedMark(double first, std::optional<double> remedial, const SubjectRules& rules);

/// Rounded half up.
double rounded(double value, int decimals);

struct CountedMark {
    bool isMaterial = true; ///< else of the end of the term
    double mark = 0.0;
};

/// The figures of (w_material x mean of material + w_final x end of term) / sum of weights.
struct FinalFormula {
    std::optional<double> material; ///< mean
    std::optional<double> end;      ///< mean, usually of one
    std::optional<double> mark;     ///< rounded; none while a part that weighs has no mark
};
FinalFormula finalMarkOf(std::span<const CountedMark> marks, const SubjectRules& rules);

/// The whole numbers at which the predicates C, B and A begin: P..100 in three equal parts, what
/// remains to C, then to B.
struct PredicateBounds {
    int c = 0;
    int b = 0;
    int a = 0;
};
PredicateBounds predicateBounds(double passingMark);
/// 'A' to 'D'. A mark with decimals has reached the whole number below it.
QChar predicateOf(double mark, double passingMark);

/// Of those that are there; none of none.
std::optional<double> averageOf(std::span<const std::optional<double>> marks);
/// The rank of each average, the highest first; equal ones share it: 1, 2, 2, 4. 0 without one.
std::vector<int> ranksOf(std::span<const std::optional<double>> averages);

struct ObjectiveMark {
    QString objective;
    double mark = 0.0;
};
/// What a description names: the objectives with the highest and the lowest mean, the earlier of
/// equal ones. `lowest` is empty when nothing is below the highest.
struct BestAndWeakest {
    QString best;
    QString weakest;
};
BestAndWeakest bestAndWeakest(std::span<const ObjectiveMark> marks);

} // namespace edupro::grades
