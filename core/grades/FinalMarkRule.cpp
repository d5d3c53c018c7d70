// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/grades/FinalMarkRule.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace edupro::grades {

namespace {

struct Mean {
    double sum = 0.0;
    int count = 0;
    void add(double value)
    {
        sum += value;
        ++count;
    }
    std::optional<double> value() const
    {
        return count > 0 ? std::optional(sum / count) : std::nullopt;
    }
};

} // namespace

double countedMark(double first, std::optional<double> remedial, const SubjectRules& rules)
{
    if (!remedial) return first;
    const double lifted = rules.remedialCapped ? std::min(*remedial, rules.passingMark) : *remedial;
    return std::max(first, lifted);
}

double rounded(double value, int decimals)
{
    constexpr double nudge = 1e-9; // 81.35 is a little less than that in binary
    const double scale = std::pow(10.0, decimals);
    return std::floor(value * scale + 0.5 + nudge) / scale;
}

FinalFormula finalMarkOf(std::span<const CountedMark> marks, const SubjectRules& rules)
{
    Mean material;
    Mean end;
    for (const CountedMark& mark : marks)
        (mark.isMaterial ? material : end).add(mark.mark);
    FinalFormula formula{.material = material.value(), .end = end.value(), .mark = {}};
    const bool lacksMaterial = rules.materialWeight > 0 && !formula.material;
    const bool lacksEnd = rules.finalWeight > 0 && !formula.end;
    const double weights = rules.materialWeight + rules.finalWeight;
    if (lacksMaterial || lacksEnd || weights <= 0) return formula;
    const double sum = rules.materialWeight * formula.material.value_or(0.0) +
                       rules.finalWeight * formula.end.value_or(0.0);
    formula.mark = rounded(sum / weights, rules.decimals);
    return formula;
}

PredicateBounds predicateBounds(double passingMark)
{
    const int lowest = static_cast<int>(std::ceil(passingMark));
    const int numbers = 101 - lowest;
    const int part = numbers / 3;
    const int rest = numbers % 3;
    const int b = lowest + part + (rest > 0 ? 1 : 0);
    return {.c = lowest, .b = b, .a = b + part + (rest > 1 ? 1 : 0)};
}

QChar predicateOf(double mark, double passingMark)
{
    const PredicateBounds bounds = predicateBounds(passingMark);
    if (mark < passingMark) return u'D';
    if (mark >= bounds.a) return u'A';
    return mark >= bounds.b ? u'B' : u'C';
}

std::optional<double> averageOf(std::span<const std::optional<double>> marks)
{
    Mean mean;
    for (const std::optional<double>& mark : marks)
        if (mark) mean.add(*mark);
    return mean.value();
}

std::vector<int> ranksOf(std::span<const std::optional<double>> averages)
{
    // Sums of decimals differ in their last bits: what shows alike ranks alike.
    const auto comparable = [](double average) {
        return std::llround(average * 1e6);
    };
    std::vector<long long> sorted;
    for (const std::optional<double>& average : averages)
        if (average) sorted.push_back(comparable(*average));
    std::sort(sorted.begin(), sorted.end(), std::greater<>());
    std::vector<int> ranks;
    ranks.reserve(averages.size());
    for (const std::optional<double>& average : averages) {
        if (!average) {
            ranks.push_back(0);
            continue;
        }
        const auto first =
            std::lower_bound(sorted.begin(), sorted.end(), comparable(*average), std::greater<>());
        ranks.push_back(static_cast<int>(first - sorted.begin()) + 1);
    }
    return ranks;
}

BestAndWeakest bestAndWeakest(std::span<const ObjectiveMark> marks)
{
    std::vector<std::pair<QString, Mean>> means;
    for (const ObjectiveMark& mark : marks) {
        auto found = std::find_if(means.begin(), means.end(), [&mark](const auto& mean) {
            return mean.first == mark.objective;
        });
        if (found == means.end()) found = means.insert(means.end(), {mark.objective, {}});
        found->second.add(mark.mark);
    }
    if (means.empty()) return {};
    const auto byMean = [](const auto& a, const auto& b) {
        return a.second.sum / a.second.count < b.second.sum / b.second.count;
    };
    const auto best = std::max_element(means.begin(), means.end(), byMean);
    const auto weakest = std::min_element(means.begin(), means.end(), byMean);
    BestAndWeakest named{.best = best->first, .weakest = {}};
    if (byMean(*weakest, *best)) named.weakest = weakest->first;
    return named;
}

} // namespace edupro::grades
