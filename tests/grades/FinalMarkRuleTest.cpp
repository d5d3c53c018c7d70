// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/grades/FinalMarkRule.h"

#include "tests/support/Catch.h"

using namespace edupro::grades;

namespace {

using Figures = std::vector<CountedMark>;

CountedMark material(double mark)
{
    return {.isMaterial = true, .mark = mark};
}
CountedMark end(double mark)
{
    return {.isMaterial = false, .mark = mark};
}

using Marks = std::vector<std::optional<double>>;

} // namespace

TEST_CASE("A final mark is the weighted mean of material and end of term", "[grades]")
{
    const auto [wMaterial, wEnd, marks, decimals, expected] =
        GENERATE(table<double, double, Figures, int, double>({
            {1, 1, {material(80), material(90), end(70)}, 0, 78},   // (85 + 70) / 2 = 77.5
            {60, 40, {material(80), material(85), end(80)}, 0, 82}, // (60 x 82.5 + 40 x 80) / 100
                                                                    // = 81.5
            {60, 40, {material(80), material(85), end(80)}, 2, 81.5},
            {2, 1, {material(75), material(80), material(82), end(90)}, 2, 82.67}, // (2 x 79 + 90)
                                                                                   // / 3
            {3, 0, {material(77.25), material(80.5)}, 2, 78.88}, // 78.875: the end weighs nothing
            {0, 1, {end(66)}, 0, 66},
            {70, 30, {material(83.5), end(76.33)}, 2, 81.35}, // 58.45 + 22.899 = 81.349
            {1, 1, {material(100), end(100)}, 0, 100},
            {1, 1, {material(0), end(0)}, 0, 0},
            {1, 1, {material(80), end(70), end(80)}, 1, 77.5}, // the mean of both last tests
        }));
    const SubjectRules rules{
        .materialWeight = wMaterial, .finalWeight = wEnd, .decimals = decimals};
    const FinalFormula formula = finalMarkOf(marks, rules);
    REQUIRE(formula.mark);
    CHECK(*formula.mark == Approx(expected).epsilon(1e-12));
}

TEST_CASE("Without a part that weighs there is no final mark", "[grades]")
{
    CHECK_FALSE(finalMarkOf(Figures{material(80)}, {}).mark);
    CHECK(finalMarkOf(Figures{material(80)}, {}).material == 80.0);
    CHECK_FALSE(finalMarkOf(Figures{end(80)}, {}).mark);
    CHECK_FALSE(finalMarkOf(Figures{}, {}).mark);
    CHECK_FALSE(finalMarkOf(Figures{end(80)}, {.finalWeight = 0}).mark);
    CHECK_FALSE(
        finalMarkOf(Figures{material(80), end(1)}, {.materialWeight = 0, .finalWeight = 0}).mark);
}

TEST_CASE(
    "A remedial test lifts a mark, at most to the passing mark where it is capped", "[grades]")
{
    const SubjectRules capped{.passingMark = 75};
    const SubjectRules free{.passingMark = 75, .remedialCapped = false};
    CHECK(countedMark(60, {}, capped) == 60);
    CHECK(countedMark(60, 90, capped) == 75);
    CHECK(countedMark(60, 90, free) == 90);
    CHECK(countedMark(60, 70, capped) == 70);
    CHECK(countedMark(60, 50, capped) == 60);
    CHECK(countedMark(60, 50, free) == 60);
    CHECK(countedMark(80, 90, capped) == 80);
}

TEST_CASE("Predicates split the whole numbers from the passing mark", "[grades]")
{
    const auto [passing, c, b, a] = GENERATE(table<double, int, int, int>({
        {75, 75, 84, 93},
        {64, 64, 77, 89},
        {60, 60, 74, 88},
        {72.5, 73, 83, 92}, // 28 numbers: 10, 9, 9
        {98, 98, 99, 100},
        {0, 0, 34, 68}, // 101 numbers: 34, 34, 33
    }));
    CAPTURE(passing);
    const PredicateBounds bounds = predicateBounds(passing);
    CHECK(std::tie(bounds.c, bounds.b, bounds.a) == std::tie(c, b, a));
    CHECK(predicateOf(c, passing) == 'C');
    CHECK(predicateOf(b - 0.01, passing) == 'C');
    CHECK(predicateOf(b, passing) == 'B');
    CHECK(predicateOf(a - 0.01, passing) == 'B');
    CHECK(predicateOf(a, passing) == 'A');
    CHECK(predicateOf(100, passing) == 'A');
    if (passing > 0) CHECK(predicateOf(passing - 0.01, passing) == 'D');
}

TEST_CASE("Equal averages share a rank", "[grades]")
{
    CHECK(ranksOf(Marks{90.0, 85.0, 85.0, 70.0}) == std::vector{1, 2, 2, 4});
    CHECK(ranksOf(Marks{70.0, std::nullopt, 90.0}) == std::vector{2, 0, 1});
    CHECK(ranksOf(Marks{}).empty());
    // 0.1 + 0.2 is not 0.3 in binary
    CHECK(ranksOf(Marks{0.1 + 0.2, 0.3, 0.2}) == std::vector{1, 1, 3});
    CHECK(averageOf(Marks{80.0, std::nullopt, 85.0}) == 82.5);
    CHECK_FALSE(averageOf(Marks{std::nullopt}));
}

TEST_CASE("A description names the best and the weakest objective", "[grades]")
{
    const auto named = bestAndWeakest(std::vector<ObjectiveMark>{
        {"bilangan", 80}, {"aljabar", 95}, {"bilangan", 90}, {"data", 70}});
    CHECK(named.best == "aljabar");
    CHECK(named.weakest == "data");
    CHECK(bestAndWeakest(std::vector<ObjectiveMark>{{"data", 70}}).best == "data");
    CHECK(bestAndWeakest(std::vector<ObjectiveMark>{{"data", 70}, {"peta", 70}}).weakest.isEmpty());
    CHECK(bestAndWeakest(std::vector<ObjectiveMark>{}).best.isEmpty());
}
