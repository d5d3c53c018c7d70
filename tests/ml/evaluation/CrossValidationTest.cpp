// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ml/evaluation/CrossValidation.h"

#include "core/ml/evaluation/WekaFolds.h"
#include "core/ml/trees/C45.h"
#include "tests/support/ArffReader.h"
#include "tests/support/Catch.h"
#include "tests/support/Paths.h"
#include "tests/support/RandomTables.h"

#include <filesystem>
#include <set>

using namespace edupro;
using namespace edupro::ml;
using namespace edupro::tests;

namespace {

Result<DecisionTree> c45(const Dataset& data, const Progress& progress)
{
    return trainC45(data, {}, progress);
}

} // namespace

TEST_CASE("The folds are Weka's own, row for row", "[ml][golden]")
{
    const std::string folder = sharedPath("/golden/j48/");
    if (!std::filesystem::exists(folder)) {
        saySkipped("comparison with Weka's folds", "no " + folder);
        return;
    }
    std::size_t compared = 0;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        const Json golden = readJson(entry.path().string());
        if (!golden.has("cv10_seed1_fold_rows_0based")) continue;
        const std::string name = golden["dataset"].text;
        const Dataset data = readArff(sharedPath("/data/c45/") + name + ".arff");
        std::vector<std::uint32_t> expected(data.rows(), 99);
        std::uint32_t fold = 0;
        for (const Json& rows : golden["cv10_seed1_fold_rows_0based"].list) {
            for (const std::size_t row : rows.counts())
                expected[row] = fold;
            ++fold;
        }
        INFO(name);
        CHECK(wekaFolds(data, 10, 1).value() == expected);
        ++compared;
    }
    CHECK(compared >= 11);
}

TEST_CASE("Folds spread each class evenly and leave out what has no class", "[ml]")
{
    Dataset data;
    data.target = nominalColumn("class", {"a", "b"}, {});
    for (int row = 0; row < 64; ++row)
        data.target.values.push_back(row % 8 == 7 ? missing : row % 2);
    const std::vector<std::uint32_t> folds = wekaFolds(data, 8, 5).value();
    std::vector<int> known(8, 0);
    for (std::size_t row = 0; row < folds.size(); ++row)
        if (!isMissing(data.target.values[row])) ++known[folds[row]];
    CHECK(known == std::vector<int>(8, 7));
    CHECK(wekaFolds(data, 8, 5).value() == folds);
    CHECK_FALSE(wekaFolds(data, 8, 6).value() == folds);
    CHECK(wekaFolds(data, 56, 1).has_value());
    CHECK(wekaFolds(data, 57, 1).error().key == "evaluate.option");
    CHECK(wekaFolds(data, 1, 1).error().key == "evaluate.option");
}

TEST_CASE("Fold numbers must be one per row, from 0 without a gap", "[ml]")
{
    using Numbers = std::vector<std::uint32_t>;
    CHECK(foldCount(Numbers{1, 0, 2, 0}, 4).value() == 3);
    CHECK(foldCount(Numbers{1, 0, 2}, 4).error().key == "evaluate.option");
    CHECK(foldCount(Numbers{0, 0, 0}, 3).error().key == "evaluate.option");
    CHECK(foldCount(Numbers{}, 0).error().key == "evaluate.option");
    CHECK_THAT(foldCount(Numbers{0, 2, 2, 0}, 4).error().detail, ContainsSubstring("fold 1"));
    CHECK(foldCount(Numbers{0, 4'000'000'000, 1}, 3).error().key == "evaluate.option");
}

TEST_CASE("Each fold is told by a tree of all other rows", "[ml]")
{
    Random random(3);
    const Dataset data = aRandomTable({.rows = 90, .classes = 3}, random);
    const std::vector<std::uint32_t> folds = wekaFolds(data, 5, 1).value();
    const CrossValidation cross = crossValidate(data, folds, c45, 1).value();
    REQUIRE(cross.foldErrors.size() == 5);
    std::size_t errors = 0;
    for (std::uint32_t fold = 0; fold < 5; ++fold) {
        std::vector<std::size_t> inside;
        std::vector<std::size_t> outside;
        for (std::size_t row = 0; row < folds.size(); ++row)
            (folds[row] == fold ? inside : outside).push_back(row);
        const DecisionTree tree = trainC45(subset(data, outside)).value();
        std::size_t wrong = 0;
        for (const std::size_t row : inside) {
            if (mostLikely(tree.classify(data.row(row))) !=
                static_cast<std::uint32_t>(data.target.values[row]))
                ++wrong;
        }
        CHECK(cross.foldErrors[fold] == wrong);
        errors += wrong;
    }
    CHECK(cross.confusion.total() == 90.0);
    CHECK(cross.confusion.correct() == 90.0 - static_cast<double>(errors));
    const CrossValidation threaded = crossValidate(data, folds, c45, 4).value();
    CHECK(threaded.foldErrors == cross.foldErrors);
    CHECK(threaded.confusion == cross.confusion);
}

TEST_CASE("Rows to learn from that are all of one class tell that class", "[ml]")
{
    Dataset data;
    data.columns = {numericColumn("n", {1, 2, 3, 4})};
    data.target = nominalColumn("class", {"a", "b"}, {0, 0, 0, 1});
    const CrossValidation cross =
        crossValidate(data, std::vector<std::uint32_t>{1, 1, 1, 0}, c45).value();
    CHECK(cross.foldErrors == std::vector<std::size_t>{1, 3});
}

TEST_CASE("What a trainer refuses and a cancel end the cross-validation", "[ml]")
{
    Dataset data;
    data.columns = {numericColumn("n", {missing, missing, missing, missing})};
    data.target = nominalColumn("class", {"a", "b"}, {0, 1, 0, 1});
    const std::vector<std::uint32_t> folds{0, 0, 1, 1};
    CHECK(crossValidate(data, folds, c45).error().key == "train.all_missing");
    const auto stop = [](double) {
        return false;
    };
    CHECK(crossValidate(data, folds, c45, 1, stop).error().code == ErrorCode::Cancelled);
}
