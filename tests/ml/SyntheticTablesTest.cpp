// SPDX-License-Identifier: GPL-3.0-or-later
// The tables for measuring are those that the reference programs were measured on.
#include "core/ml/SyntheticTables.h"

#include "tests/support/Catch.h"
#include "tests/support/JsonReader.h"
#include "tests/support/Paths.h"

#include <filesystem>

using namespace edupro;
using namespace edupro::ml;
using namespace edupro::tests;

namespace {

const std::string goldenFile = sharedPath("/golden/sklearn-tree.json");

std::vector<double> classCounts(const Dataset& data)
{
    std::vector<double> counts(data.classCount(), 0.0);
    for (const double label : data.target.values)
        counts[static_cast<std::size_t>(label)] += 1.0;
    return counts;
}

} // namespace

TEST_CASE("The first rows of synth3 are those of its rule", "[ml]")
{
    const Dataset data = synth3(1000, 1);
    CHECK(data.rows() == 1000);
    CHECK(data.row(0) == std::vector<double>{56.66, 2.0, 2.0});
    CHECK(data.row(1) == std::vector<double>{76.29, 2.0, 1.0});
    CHECK(data.row(2) == std::vector<double>{40.41, 1.0, 1.0});
    CHECK(data.target.values[0] == 2.0);
    CHECK(data.target.values[1] == 2.0);
    CHECK(data.target.values[2] == 0.0);
    CHECK(checkForTraining(data).has_value());
}

TEST_CASE("A row of a synthetic table does not depend on how many there are", "[ml]")
{
    CHECK(synth3(50, 7).row(3) == synth3(4, 7).row(3));
    CHECK(synth20(50, 7).row(3) == synth20(4, 7).row(3));
    CHECK(blobs6(50, 7).row(3)[5] == blobs6(4, 7).row(3)[5]);
    CHECK(synth3(50, 7).row(3) != synth3(50, 8).row(3));
    CHECK(synth20(50, 7).row(3) != synth20(50, 8).row(3));
    CHECK(synth3(0, 1).rows() == 0);
    CHECK(blobs6(0, 1).rows == 0);
}

TEST_CASE("Each point of the blobs lies around one of five centres", "[ml]")
{
    const Matrix points = blobs6(500, 3);
    REQUIRE(points.columns == 6);
    for (std::size_t row = 0; row < points.rows; ++row) {
        int fitting = 0;
        for (std::size_t centre = 0; centre < 5; ++centre) {
            bool near = true;
            for (std::size_t j = 0; j < 6; ++j) {
                const double middle = static_cast<double>((7 * centre + 3 * j) % 11) - 5.0;
                near = near && std::abs(points.row(row)[j] - middle) <= 1.5;
            }
            fitting += near ? 1 : 0;
        }
        CHECK(fitting == 1);
    }
}

TEST_CASE("The synthetic tables have the classes that the references counted", "[ml][golden]")
{
    if (!std::filesystem::exists(goldenFile)) {
        saySkipped("class counts of the synthetic tables", "no " + goldenFile);
        return;
    }
    int compared = 0;
    const Json golden = readJson(goldenFile);
    for (const Json& set : golden["sets"].list) {
        const std::string& name = set["dataset"].text;
        if (name.rfind("synth", 0) != 0) continue;
        CAPTURE(name);
        const std::size_t rows = set["rows"].count();
        const Dataset data = name.rfind("synth3-", 0) == 0 ? synth3(rows, 1) : synth20(rows, 1);
        CHECK(classCounts(data) == set["class_counts"].numbers());
        ++compared;
    }
    CHECK(compared >= 4);
}
