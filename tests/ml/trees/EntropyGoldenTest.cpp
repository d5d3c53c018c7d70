// SPDX-License-Identifier: GPL-3.0-or-later
// Our entropy trees beside those of scikit-learn, node for node.
#include "core/ml/evaluation/Evaluation.h"
#include "core/ml/SyntheticTables.h"
#include "core/ml/trees/EntropyTree.h"
#include "tests/support/ArffReader.h"
#include "tests/support/Catch.h"
#include "tests/support/JsonReader.h"
#include "tests/support/Paths.h"
#include "tests/support/TextTable.h"

#include <filesystem>

using namespace edupro;
using namespace edupro::ml;
using namespace edupro::tests;

namespace {

const std::string goldenFile = sharedPath("/golden/sklearn-tree.json");
const std::string dataFolder = sharedPath("/data/");

Dataset studentMat()
{
    TextTable table = readTextTable(dataFolder + "siswa/student-mat.csv", ';');
    for (std::string& mark : table.columns.back()) {
        const int points = std::stoi(mark);
        mark = points <= 9 ? "rendah" : (points <= 13 ? "sedang" : "tinggi");
    }
    return datasetFrom(table);
}

Dataset tableOf(const Json& set)
{
    const std::string& name = set["dataset"].text;
    const std::size_t rows = set["rows"].count();
    if (name.rfind("synth3-", 0) == 0) return synth3(rows, 1);
    if (name.rfind("synth20-", 0) == 0) return synth20(rows, 1);
    if (name == "student-mat") return studentMat();
    if (name == "xapi-edu-data")
        return datasetFrom(readTextTable(dataFolder + "siswa/xapi-edu-data.csv", ','));
    if (name == "students-dropout")
        return datasetFrom(readTextTable(dataFolder + "siswa/students-dropout.csv", ';'));
    return readArff(dataFolder + "c45/" + name + ".arff");
}

EntropyOptions optionsOf(const Json& params)
{
    const auto number = [&params](const char* name, int otherwise) {
        return params.has(name) ? static_cast<int>(params[name].number) : otherwise;
    };
    return {
        .maxDepth = number("max_depth", 0),
        .minSplit = number("min_samples_split", 2),
        .minLeaf = number("min_samples_leaf", 1),
        .seed = static_cast<std::uint32_t>(number("random_state", 0))};
}

/// The reference leaves out classes that do not occur.
std::vector<double> withoutAbsent(std::span<const double> counts, std::span<const double> all)
{
    std::vector<double> present;
    for (std::size_t i = 0; i < counts.size(); ++i)
        if (all[i] > 0.0) present.push_back(counts[i]);
    return present;
}

/// The reference numbers its nodes depth first, left before right.
void checkNodes(const DecisionTree& tree, const Json& run)
{
    std::vector<std::uint32_t> open{0};
    for (std::size_t place = 0; place < run["nodes"].count(); ++place) {
        CAPTURE(place);
        REQUIRE_FALSE(open.empty());
        const std::uint32_t index = open.back();
        open.pop_back();
        const TreeNode& node = tree.nodes[index];
        const bool leaf = run["feature"][place].number < 0.0;
        REQUIRE(node.isLeaf() == leaf);
        CHECK(tree.weightOf(index) == run["n_node_samples"][place].number);
        if (run.has("class_counts")) {
            CHECK(
                withoutAbsent(tree.weightsOf(index), tree.weightsOf(0)) ==
                run["class_counts"][place].numbers());
        }
        if (leaf) continue;
        REQUIRE(node.column == static_cast<std::int32_t>(run["feature"][place].number));
        CHECK(node.threshold == doubleThreshold(run["threshold"][place].number));
        open.push_back(node.firstChild + 1);
        open.push_back(node.firstChild);
    }
    CHECK(open.empty());
}

Confusion present(const Confusion& all, const DecisionTree& tree)
{
    std::vector<std::size_t> kept;
    for (std::size_t i = 0; i < tree.classes.size(); ++i)
        if (tree.weightsOf(0)[i] > 0.0) kept.push_back(i);
    Confusion some(kept.size());
    for (std::size_t a = 0; a < kept.size(); ++a)
        for (std::size_t b = 0; b < kept.size(); ++b)
            some.add(a, b, all.at(kept[a], kept[b]));
    return some;
}

Confusion confusionFrom(const Json& json)
{
    Confusion confusion(json.size());
    for (std::size_t actual = 0; actual < json.size(); ++actual)
        for (std::size_t predicted = 0; predicted < json.size(); ++predicted)
            confusion.add(actual, predicted, json[actual][predicted].number);
    return confusion;
}

bool goldenThere()
{
    if (std::filesystem::exists(goldenFile)) return true;
    saySkipped("comparison with scikit-learn's trees", "no " + goldenFile);
    return false;
}

} // namespace

TEST_CASE("Entropy trees are scikit-learn's, node for node", "[ml][golden]")
{
    if (!goldenThere()) return;
    std::size_t nodesCompared = 0;
    const Json golden = readJson(goldenFile);
    for (const Json& set : golden["sets"].list) {
        const Dataset data = tableOf(set);
        REQUIRE(data.rows() == set["rows"].count());
        for (const Json& run : set["runs"].list) {
            CAPTURE(set["dataset"].text, run["label"].text);
            const Result<DecisionTree> tree = trainEntropyTree(data, optionsOf(run["params"]));
            REQUIRE(tree.has_value());
            CHECK(tree->validate().has_value());
            CHECK(tree->depth() == run["depth"].count());
            CHECK(tree->leaves() == run["leaves"].count());
            CHECK(tree->size() == run["nodes"].count());
            CHECK(
                present(confusionOf(*tree, data), *tree) == confusionFrom(run["train_confusion"]));
            if (!run.has("feature")) continue;
            checkNodes(*tree, run);
            nodesCompared += tree->size();
        }
    }
    CHECK(nodesCompared > 4000);
}

TEST_CASE("Entropy trees predict rows they have not seen as scikit-learn's do", "[ml][golden]")
{
    if (!goldenThere()) return;
    std::size_t splits = 0;
    const Json golden = readJson(goldenFile);
    for (const Json& set : golden["sets"].list) {
        if (!set.has("split_80_20")) continue;
        const Json& split = set["split_80_20"];
        if (split["test_rows_0based"].kind != Json::Kind::List) continue;
        CAPTURE(set["dataset"].text);
        const Dataset data = tableOf(set);
        const std::vector<std::size_t> test = split["test_rows_0based"].counts();
        std::vector<bool> tested(data.rows(), false);
        for (const std::size_t row : test)
            tested[row] = true;
        std::vector<std::size_t> others;
        for (std::size_t row = 0; row < data.rows(); ++row)
            if (!tested[row]) others.push_back(row);
        const DecisionTree tree = trainEntropyTree(subset(data, others)).value();
        CHECK(tree.depth() == split["depth"].count());
        CHECK(tree.leaves() == split["leaves"].count());
        CHECK(
            present(confusionOf(tree, subset(data, test)), tree) ==
            confusionFrom(split["test_confusion"]));
        ++splits;
    }
    CHECK(splits >= 6);
}
