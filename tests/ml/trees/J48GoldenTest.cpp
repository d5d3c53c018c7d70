// SPDX-License-Identifier: GPL-3.0-or-later
// Our trees beside those of Weka's J48 on the classic data sets.
#include "core/ml/evaluation/Evaluation.h"
#include "core/ml/trees/C45.h"
#include "core/ml/trees/TreeText.h"
#include "tests/support/ArffReader.h"
#include "tests/support/Catch.h"
#include "tests/support/J48.h"
#include "tests/support/JsonReader.h"
#include "tests/support/Paths.h"

#include <filesystem>
#include <numeric>

using namespace edupro;
using namespace edupro::ml;
using namespace edupro::tests;

namespace {

const std::string goldenFolder = sharedPath("/golden/j48/");
const std::string dataFolder = sharedPath("/data/c45/");

bool goldenThere()
{
    if (std::filesystem::exists(goldenFolder)) return true;
    saySkipped("comparison with Weka's J48", "no " + goldenFolder);
    return false;
}

std::vector<std::string> goldenSets()
{
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(goldenFolder)) {
        const std::string stem = entry.path().stem().string();
        names.push_back(stem.substr(std::string("j48-").size()));
    }
    std::sort(names.begin(), names.end());
    return names;
}

std::string j48Text(const DecisionTree& tree, bool unpruned)
{
    const std::string title = unpruned ? "J48 unpruned tree\n" : "J48 pruned tree\n";
    const std::string body = treeText(tree);
    return title + "------------------\n" + (tree.size() == 1 ? "" : "\n") + body +
           "\nNumber of Leaves  : \t" + std::to_string(tree.leaves()) +
           "\n\nSize of the tree : \t" + std::to_string(tree.size()) + "\n";
}

Confusion confusionOf(const Json& json)
{
    Confusion confusion(json.size());
    for (std::size_t actual = 0; actual < json.size(); ++actual)
        for (std::size_t predicted = 0; predicted < json.size(); ++predicted)
            confusion.add(actual, predicted, json[actual][predicted].number);
    return confusion;
}

std::vector<std::size_t> otherRows(const std::vector<std::size_t>& test, std::size_t rows)
{
    std::vector<bool> tested(rows, false);
    for (const std::size_t row : test)
        tested[row] = true;
    std::vector<std::size_t> others;
    for (std::size_t row = 0; row < rows; ++row)
        if (!tested[row]) others.push_back(row);
    return others;
}

} // namespace

TEST_CASE(
    "Trees have J48's leaves, size, confusion and text on every set and option", "[ml][golden]")
{
    if (!goldenThere()) return;
    for (const std::string& name : goldenSets()) {
        const Json golden = readJson(goldenFolder + "j48-" + name + ".json");
        const Dataset data = readArff(dataFolder + name + ".arff");
        REQUIRE(data.rows() == golden["rows"].count());
        for (const Json& run : golden["runs"].list) {
            CAPTURE(name, run["options"].text);
            const C45Options options = j48Options(run["options"].text);
            const Result<DecisionTree> tree = trainC45(data, options);
            REQUIRE(tree.has_value());
            CHECK(tree->validate().has_value());
            CHECK(tree->leaves() == run["leaves"].count());
            CHECK(tree->size() == run["size"].count());
            const Evaluation training = evaluate(confusionOf(*tree, data));
            CHECK(training.confusion == confusionOf(run["train_confusion"]));
            CHECK(training.kappa == Approx(run["train_kappa"].number).epsilon(1e-9));
            CHECK(j48Text(*tree, options.unpruned) == run["tree"].text);
        }
    }
}

TEST_CASE("Each training row gets J48's class shares", "[ml][golden]")
{
    if (!goldenThere()) return;
    for (const std::string& name : goldenSets()) {
        const Json golden = readJson(goldenFolder + "j48-" + name + ".json");
        const Dataset data = readArff(dataFolder + name + ".arff");
        for (const Json& run : golden["runs"].list) {
            if (!run.has("train_distributions")) continue;
            CAPTURE(name, run["options"].text);
            const Result<DecisionTree> tree = trainC45(data, j48Options(run["options"].text));
            REQUIRE(tree.has_value());
            for (std::size_t row = 0; row < data.rows(); ++row) {
                const std::vector<double> shares = tree->classify(data.row(row));
                for (std::size_t i = 0; i < shares.size(); ++i) {
                    CAPTURE(row, i);
                    CHECK(
                        shares[i] ==
                        Approx(run["train_distributions"][row][i].number).margin(1e-9));
                }
            }
        }
    }
}

TEST_CASE("Cross-validation on Weka's own folds makes J48's errors", "[ml][golden]")
{
    if (!goldenThere()) return;
    for (const std::string& name : goldenSets()) {
        const Json golden = readJson(goldenFolder + "j48-" + name + ".json");
        if (!golden.has("cv10_seed1_fold_rows_0based")) continue;
        const Dataset data = readArff(dataFolder + name + ".arff");
        const Json& folds = golden["cv10_seed1_fold_rows_0based"];
        for (const Json& run : golden["runs"].list) {
            std::vector<std::vector<std::size_t>> sizes;
            std::vector<std::size_t> predicted(data.rows(), 0);
            Confusion confusion(data.classCount());
            for (const Json& fold : folds.list) {
                const std::vector<std::size_t> test = fold.counts();
                const Dataset training = subset(data, otherRows(test, data.rows()));
                const Result<DecisionTree> tree =
                    trainC45(training, j48Options(run["options"].text));
                REQUIRE(tree.has_value());
                sizes.push_back({tree->leaves(), tree->size()});
                for (const std::size_t row : test) {
                    predicted[row] = mostLikely(tree->classify(data.row(row)));
                    confusion.add(
                        static_cast<std::size_t>(data.target.values[row]), predicted[row]);
                }
            }
            CAPTURE(name, run["options"].text);
            CHECK(predicted == run["cv10_predicted_class_index"].counts());
            CHECK(confusion == confusionOf(run["cv10_seed1_confusion"]));
            CHECK(
                evaluate(confusion).kappa == Approx(run["cv10_seed1_kappa"].number).epsilon(1e-9));
            std::vector<std::vector<std::size_t>> expected;
            for (const Json& size : run["cv10_fold_leaves_size"].list)
                expected.push_back(size.counts());
            CHECK(sizes == expected);
        }
    }
}
