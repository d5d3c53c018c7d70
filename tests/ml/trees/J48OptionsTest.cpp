// SPDX-License-Identifier: GPL-3.0-or-later
// Binary splits, Laplace shares and row weights beside Weka's J48. The golden files hold no such
// runs: the figures here were printed by Weka 3.6.14 (J48 through its Java interface, class = last
// attribute) for the same ARFF files.
#include "core/ml/evaluation/Evaluation.h"
#include "core/ml/trees/C45.h"
#include "core/ml/trees/TreeText.h"
#include "tests/support/ArffReader.h"
#include "tests/support/Catch.h"
#include "tests/support/J48.h"
#include "tests/support/Paths.h"

#include <filesystem>

using namespace edupro;
using namespace edupro::ml;
using namespace edupro::tests;

namespace {

const std::string dataFolder = sharedPath("/data/c45/");

/// What J48 made of a set: its tree, the weight of the training rows that it gets wrong, and the
/// sum over rows (by weight) and classes of the squared shares, which every share moves.
struct J48Run {
    const char* set;
    const char* options;
    std::size_t leaves;
    std::size_t size;
    double errors;
    double squares;
};

// clang-format off
constexpr J48Run binaryRuns[] = {
    {"breast-cancer",   "-B",                22,   43,   45.0, 211.78124030473796},
    {"breast-cancer",   "-B -U",             53,  105,   32.0, 236.27703547452714},
    {"breast-cancer",   "-B -S",             19,   37,   49.0, 204.6083279915322},
    {"breast-cancer",   "-B -C 0.1 -M 5",     3,    5,   68.0, 184.8258034153556},
    {"breast-cancer",   "-B -M 1",           21,   41,   46.0, 210.35857927716134},
    {"contact-lenses",  "-B",                 4,    7,    2.0, 21.0},
    {"contact-lenses",  "-B -U",              4,    7,    2.0, 21.0},
    {"contact-lenses",  "-B -S",              4,    7,    2.0, 21.0},
    {"contact-lenses",  "-B -C 0.1 -M 5",     3,    5,    3.0, 19.666666666666664},
    {"contact-lenses",  "-B -M 1",            5,    9,    1.0, 22.333333333333336},
    {"credit-g",        "-B",                99,  197,   95.0, 839.880107726641},
    {"credit-g",        "-B -U",            164,  327,   48.0, 924.564868287737},
    {"credit-g",        "-B -S",            109,  217,   90.0, 849.5568942709325},
    {"credit-g",        "-B -C 0.1 -M 5",    36,   71,  171.0, 726.933702158705},
    {"credit-g",        "-B -M 1",          122,  243,   72.0, 874.967030228347},
    {"labor",           "-B",                 7,   13,    2.0, 49.937524062220945},
    {"labor",           "-B -U",              7,   13,    2.0, 49.937524062220945},
    {"labor",           "-B -S",              7,   13,    2.0, 49.937524062220945},
    {"labor",           "-B -C 0.1 -M 5",     4,    7,    4.0, 47.78884932762503},
    {"labor",           "-B -M 1",            6,   11,    4.0, 47.96801686823935},
    {"nursery",         "-B",               190,  379,   17.0, 12928.583333333981},
    {"nursery",         "-B -U",            206,  411,    7.0, 12948.354166666757},
    {"nursery",         "-B -S",            190,  379,   17.0, 12928.583333333981},
    {"nursery",         "-B -C 0.1 -M 5",   133,  265,  127.0, 12748.62500000103},
    {"nursery",         "-B -M 1",          192,  383,   15.0, 12931.583333333981},
    {"vote",            "-B",                 6,   11,   12.0, 409.56755330620774},
    {"vote",            "-B -U",             19,   37,    9.0, 416.0527299212256},
    {"vote",            "-B -S",              6,   11,   12.0, 409.56755330620774},
    {"vote",            "-B -C 0.1 -M 5",     5,    9,   14.0, 406.3516620330872},
    {"vote",            "-B -M 1",            6,   11,   12.0, 409.56755330620774},
    {"weather.nominal", "-B",                 3,    5,    2.0, 10.8},
    {"weather.nominal", "-B -U",              4,    7,    2.0, 11.066666666666665},
    {"weather.nominal", "-B -S",              4,    7,    2.0, 11.066666666666665},
    {"weather.nominal", "-B -C 0.1 -M 5",     1,    1,    5.0, 7.571428571428575},
    {"weather.nominal", "-B -M 1",            3,    5,    2.0, 10.8},
    {"weather.numeric", "-B",                 4,    7,    2.0, 11.166666666666666},
    {"weather.numeric", "-B -U",              4,    7,    2.0, 11.166666666666666},
    {"weather.numeric", "-B -S",              4,    7,    2.0, 11.166666666666666},
    {"weather.numeric", "-B -C 0.1 -M 5",     1,    1,    5.0, 7.571428571428575},
    {"weather.numeric", "-B -M 1",            5,    9,    1.0, 12.5},
};

constexpr J48Run laplaceRuns[] = {
    {"breast-cancer",   "-A",                 4,    6,   69.0, 179.74076381307066},
    {"breast-cancer",   "-B -A",             22,   43,   45.0, 196.8246560245013},
    {"breast-w",        "-A",                14,   27,   13.0, 657.1093277646595},
    {"breast-w",        "-B -A",             14,   27,   13.0, 657.1093277646595},
    {"contact-lenses",  "-A",                 4,    7,    2.0, 14.823703703703712},
    {"contact-lenses",  "-B -A",              4,    7,    2.0, 14.823703703703712},
    {"credit-g",        "-A",               103,  140,  145.0, 711.2470617592662},
    {"credit-g",        "-B -A",             99,  197,   95.0, 756.417213899572},
    {"diabetes",        "-A",                20,   39,  122.0, 566.1812000408394},
    {"diabetes",        "-B -A",             20,   39,  122.0, 566.1812000408394},
    {"glass",           "-A",                30,   59,    8.0, 103.11114571560225},
    {"glass",           "-B -A",             30,   59,    8.0, 103.11114571560225},
    {"iris",            "-A",                 5,    9,    3.0, 132.24675319179403},
    {"iris",            "-B -A",              5,    9,    3.0, 132.24675319179403},
    {"labor",           "-A",                 3,    5,    7.0, 42.95438414426446},
    {"labor",           "-B -A",              7,   13,    2.0, 43.71582257627994},
    {"nursery",         "-A",               359,  511,  242.0, 11310.436404343576},
    {"nursery",         "-B -A",            190,  379,   17.0, 12037.501054650547},
    {"vote",            "-A",                 6,   11,   12.0, 402.55067520799696},
    {"vote",            "-B -A",              6,   11,   12.0, 402.55067520799696},
    {"weather.nominal", "-A",                 5,    8,    0.0, 9.468888888888891},
    {"weather.nominal", "-B -A",              3,    5,    2.0, 8.807256235827666},
    {"weather.numeric", "-A",                 5,    8,    0.0, 9.468888888888891},
    {"weather.numeric", "-B -A",              4,    7,    2.0, 8.711111111111114},
};

/// Row number r, from 0, has the weight (1 + r mod 4) / 2.
constexpr J48Run weightedRuns[] = {
    {"breast-cancer",   "-B",                19,   37,   55.5, 266.33452172783393},
    {"breast-cancer",   "",                  31,   37,   72.0, 244.83298099258406},
    {"breast-cancer",   "-U -A",            181,  222,   25.0, 252.52645313659036},
    {"breast-cancer",   "-B -U",             60,  119,   32.0, 306.4384969320556},
    {"breast-w",        "-B",                19,   37,   10.5, 854.6640869467259},
    {"breast-w",        "",                  19,   37,   10.5, 854.6640869467259},
    {"breast-w",        "-U -A",             25,   49,    6.0, 835.2738939909034},
    {"contact-lenses",  "-B",                 6,   11,    1.0, 28.333333333333336},
    {"contact-lenses",  "",                   7,   12,    1.0, 28.333333333333336},
    {"contact-lenses",  "-U -A",              7,   12,    1.0, 17.329814814814807},
    {"credit-g",        "-B",               107,  213,   85.5, 1100.0705353715587},
    {"credit-g",        "",                 114,  162,  144.0, 1011.184875784223},
    {"credit-g",        "-U -A",            401,  527,   47.5, 952.7850317738511},
    {"credit-g",        "-B -U",            149,  297,   58.5, 1154.8479780929868},
    {"diabetes",        "-B",                50,   99,   87.5, 822.6140273327048},
    {"diabetes",        "",                  50,   99,   87.5, 822.6140273327048},
    {"diabetes",        "-U -A",             72,  143,   71.5, 780.4489321606513},
    {"glass",           "-B",                34,   67,   10.0, 249.52152112066722},
    {"glass",           "",                  34,   67,   10.0, 249.52152112066722},
    {"glass",           "-U -A",             36,   71,    9.0, 129.54215131437346},
    {"iris",            "-B",                 6,   11,    4.5, 178.65662832929812},
    {"iris",            "",                   6,   11,    4.5, 178.65662832929812},
    {"iris",            "-U -A",              7,   13,    4.0, 164.56982356729824},
    {"labor",           "-B",                 2,    3,    9.0, 54.00856697172166},
    {"labor",           "",                   2,    3,    9.0, 54.00856697172166},
    {"labor",           "-U -A",             11,   18,    3.5, 52.042898683839105},
    {"labor",           "-B -U",              6,   11,    3.5, 58.62306628846638},
    {"nursery",         "-B",               190,  379,   23.5, 16160.13472222224},
    {"nursery",         "",                 422,  595,  220.5, 15843.002083333586},
    {"nursery",         "-U -A",            635,  884,   92.5, 13938.663869956566},
    {"nursery",         "-B -U",            202,  403,   16.0, 16176.012499999992},
    {"vote",            "-B",                 7,   13,   15.5, 510.62601343372876},
    {"vote",            "",                   7,   13,   15.5, 510.62601343372876},
    {"vote",            "-U -A",             21,   41,    9.5, 503.88274515339043},
    {"vote",            "-B -U",             21,   41,    9.5, 522.3627286170093},
    {"weather.nominal", "-B",                 3,    5,    2.0, 13.115384615384615},
    {"weather.nominal", "",                   5,    8,    0.0, 16.5},
    {"weather.nominal", "-U -A",              5,    8,    0.0, 11.646244260789716},
    {"weather.numeric", "-B",                 4,    7,    2.0, 13.666666666666664},
    {"weather.numeric", "",                   5,    8,    0.0, 16.5},
    {"weather.numeric", "-U -A",              5,    8,    0.0, 11.646244260789716},
};
// clang-format on

bool dataThere()
{
    if (std::filesystem::exists(dataFolder)) return true;
    saySkipped("comparison with J48's options", "no " + dataFolder);
    return false;
}

Smoothing smoothingOf(const J48Run& run)
{
    const bool laplace = std::string(run.options).find("-A") != std::string::npos;
    return laplace ? Smoothing::Laplace : Smoothing::None;
}

double sumOfSquares(const DecisionTree& tree, const Dataset& data, Smoothing smoothing)
{
    double sum = 0.0;
    for (std::size_t row = 0; row < data.rows(); ++row)
        for (const double share : tree.classify(data.row(row), smoothing))
            sum += share * share * data.weight(row);
    return sum;
}

void compare(const J48Run& run, const Dataset& data)
{
    CAPTURE(run.set, run.options, data.weights.empty());
    const Result<DecisionTree> tree = trainC45(data, j48Options(run.options));
    REQUIRE(tree.has_value());
    CHECK(tree->validate().has_value());
    CHECK(tree->leaves() == run.leaves);
    CHECK(tree->size() == run.size);
    const Confusion confusion = confusionOf(*tree, data, smoothingOf(run));
    CHECK(confusion.total() - confusion.correct() == Approx(run.errors).margin(1e-9));
    CHECK(sumOfSquares(*tree, data, smoothingOf(run)) == Approx(run.squares).epsilon(1e-9));
}

} // namespace

TEST_CASE("Trees of binary splits are those of J48 -B", "[ml][golden]")
{
    if (!dataThere()) return;
    for (const J48Run& run : binaryRuns)
        compare(run, readArff(dataFolder + run.set + ".arff"));
}

TEST_CASE("Laplace shares are those of J48 -A", "[ml][golden]")
{
    if (!dataThere()) return;
    for (const J48Run& run : laplaceRuns)
        compare(run, readArff(dataFolder + run.set + ".arff"));
}

TEST_CASE("Row weights count as J48 counts them", "[ml][golden]")
{
    if (!dataThere()) return;
    for (const J48Run& run : weightedRuns) {
        Dataset data = readArff(dataFolder + run.set + ".arff");
        for (std::size_t row = 0; row < data.rows(); ++row)
            data.weights.push_back(0.5 * static_cast<double>(1 + row % 4));
        compare(run, data);
    }
}

TEST_CASE("Laplace shares of single rows with gaps are those of J48 -B -A", "[ml][golden]")
{
    if (!dataThere()) return;
    const Dataset data = readArff(dataFolder + "labor.arff");
    const DecisionTree tree = trainC45(data, {.binarySplits = true}).value();
    const std::pair<std::size_t, double> firstShares[] = {
        {0, 0.21248749903531233},
        {1, 0.09811774681948547},
        {5, 0.8107549120992761},
        {22, 0.1040202332126671}};
    for (const auto& [row, share] : firstShares) {
        const std::vector<double> shares = tree.classify(data.row(row), Smoothing::Laplace);
        CHECK(shares[0] == Approx(share).epsilon(1e-12));
        CHECK(shares[0] + shares[1] == Approx(1.0).epsilon(1e-12));
    }
}

TEST_CASE("A tree of binary splits is printed as J48 -B prints it", "[ml][golden]")
{
    if (!dataThere()) return;
    const Dataset votes = readArff(dataFolder + "vote.arff");
    const std::string expected =
        "physician-fee-freeze = n: democrat (253.41/3.75)\n"
        "physician-fee-freeze != n\n"
        "|   synfuels-corporation-cutback = n: republican (145.71/4.0)\n"
        "|   synfuels-corporation-cutback != n\n"
        "|   |   mx-missile = n\n"
        "|   |   |   adoption-of-the-budget-resolution = n: republican (22.61/3.32)\n"
        "|   |   |   adoption-of-the-budget-resolution != n\n"
        "|   |   |   |   anti-satellite-test-ban = n: democrat (5.04/0.02)\n"
        "|   |   |   |   anti-satellite-test-ban != n: republican (2.21)\n"
        "|   |   mx-missile != n: democrat (6.03/1.03)\n";
    CHECK(treeText(trainC45(votes, {.binarySplits = true}).value()) == expected);
}
