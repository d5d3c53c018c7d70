// SPDX-License-Identifier: GPL-3.0-or-later
// Our trees beside those of Quinlan's C4.5 release 8, and where and why they differ.
#include "core/ml/evaluation/Evaluation.h"
#include "core/ml/tables/NamesTable.h"
#include "core/ml/trees/C45.h"
#include "tests/support/ArffReader.h"
#include "tests/support/Catch.h"
#include "tests/support/Paths.h"

#include <algorithm>
#include <filesystem>
#include <map>

using namespace edupro;
using namespace edupro::ml;
using namespace edupro::tests;

namespace {

const std::string goldenPath = sharedPath("/golden/c45r8.json");
const std::string dataFolder = sharedPath("/data/c45/");

/// Nodes (empty leaves too) and errors on the training rows.
struct Outcome {
    std::size_t size = 0;
    double errors = 0.0;

    friend bool operator==(const Outcome&, const Outcome&) = default;
};

std::ostream& operator<<(std::ostream& stream, const Outcome& outcome)
{
    return stream << outcome.size << " nodes, " << outcome.errors << " errors";
}

struct Difference {
    Outcome ours{};
    const char* reason = "";
};

// Release 8 keeps weights, values and gains in 32-bit floats. Numbers 0.00001 apart, of which glass
// has many, then are or are not a cut by the last bit; gains and estimates that tie in one
// precision do not in the other.
constexpr const char* precision = "32-bit floats";
// For a confidence of 0.25 it takes z = 0.6925 from a table that it reads by straight lines; the
// normal quantile is 0.67449. Leaves with errors look worse to it beside leaves without, so that it
// keeps more of them apart. With its z in the place of ours its trees come out here.
constexpr const char* quantile = "z of the pessimistic error";

/// By set and tree; all of the default options. What is not here is equal.
const std::map<std::pair<std::string, std::string>, Difference>& differences()
{
    static const std::map<std::pair<std::string, std::string>, Difference> table{
        {{"breast-w", "pruned"}, {{27, 13}, quantile}},
        {{"diabetes", "pruned"}, {{39, 122}, quantile}},
        {{"hepatitis", "pruned"}, {{21, 12}, precision}},
        {{"glass", "unpruned"}, {{59, 8}, precision}},
        {{"glass", "pruned"}, {{59, 8}, precision}},
        {{"labor", "unpruned"}, {{22, 2}, precision}}};
    return table;
}

bool goldenThere()
{
    if (std::filesystem::exists(goldenPath)) return true;
    saySkipped("comparison with C4.5 release 8", "no " + goldenPath);
    return false;
}

Dataset dataOf(const Json& set)
{
    const std::string name = set["dataset"].text;
    if (!set.has("source")) return readArff(dataFolder + name + ".arff");
    const std::string stem = dataFolder + "quinlan/" + name;
    return withClass(readNamesTable(fileText(stem + ".names"), fileText(stem + ".data")).value())
        .value();
}

Outcome trained(const Dataset& data, const C45Options& options)
{
    const DecisionTree tree = trainC45(data, options).value();
    const Confusion confusion = confusionOf(tree, data);
    return {tree.size(), confusion.total() - confusion.correct()};
}

void compare(const std::string& name, const Json& run, const Dataset& data)
{
    const bool byDefault = run["options"].text.starts_with("(default");
    C45Options options;
    if (!byDefault) options = {.confidence = 0.1, .minLeaf = 5};
    for (const std::string kind : {"unpruned", "pruned"}) {
        options.unpruned = kind == "unpruned";
        const Json& train = run["train"];
        const Outcome release8{train["size_" + kind].count(), train["errors_" + kind].number};
        const auto different = differences().find({name, kind});
        const bool differs = byDefault && different != differences().end();
        const std::string reason = differs ? different->second.reason : "equal";
        CAPTURE(name, run["options"].text, kind, reason);
        const Outcome ours = trained(data, options);
        CHECK(ours == (differs ? different->second.ours : release8));
        if (differs) CHECK_FALSE(ours == release8);
    }
}

/// Errors on the test rows of all folds together.
double crossErrors(const Dataset& data, const Json& folds, bool unpruned)
{
    double errors = 0.0;
    for (const Json& fold : folds.list) {
        const std::vector<std::size_t> test = fold.counts();
        std::vector<bool> tested(data.rows(), false);
        for (const std::size_t row : test)
            tested[row] = true;
        std::vector<std::size_t> rest;
        for (std::size_t row = 0; row < data.rows(); ++row)
            if (!tested[row]) rest.push_back(row);
        const DecisionTree tree = trainC45(subset(data, rest), {.unpruned = unpruned}).value();
        const Confusion confusion = confusionOf(tree, subset(data, test));
        errors += confusion.total() - confusion.correct();
    }
    return errors;
}

} // namespace

TEST_CASE("Trees are release 8's but where its precision or its quantile differs", "[ml][golden]")
{
    if (!goldenThere()) return;
    const Json golden = readJson(goldenPath);
    std::size_t compared = 0;
    for (const Json& set : golden["sets"].list) {
        const Dataset data = dataOf(set);
        for (const Json& run : set["runs"].list) {
            if (run["options"].text == "-g") continue; // plain gain, which we do not offer
            compare(set["dataset"].text, run, data);
            ++compared;
        }
    }
    CHECK(compared == 2 * golden["sets"].size());
}

TEST_CASE("Cross-validation makes release 8's errors, but for one row of one set", "[ml][golden]")
{
    if (!goldenThere()) return;
    const Json golden = readJson(goldenPath);
    for (const Json& set : golden["sets"].list) {
        if (!set.has("cv10_on_weka_seed1_folds")) continue;
        const std::string name = set["dataset"].text;
        const Json j48 = readJson(sharedPath("/golden/j48/j48-") + name + ".json");
        const Json& release8 = set["cv10_on_weka_seed1_folds"];
        const Dataset data = dataOf(set);
        const double fewer = name == "breast-w" ? 1.0 : 0.0; // 45 and 39 there, 44 and 38 here
        CAPTURE(name);
        for (const bool unpruned : {true, false}) {
            const double errors =
                release8[unpruned ? "errors_unpruned" : "errors_pruned"].number - fewer;
            CHECK(crossErrors(data, j48["cv10_seed1_fold_rows_0based"], unpruned) == errors);
        }
    }
}
