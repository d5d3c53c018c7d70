// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ml/Partition.h"

#include "tests/support/Catch.h"
#include "tests/support/NumberTable.h"

using namespace edupro;
using namespace edupro::ml;
using namespace edupro::tests;

namespace {

Partition startingAt(const Matrix& data, const Matrix& centres)
{
    Partition partition;
    partition.centres = centres;
    partition.labels.assign(data.rows, 0);
    partition.sizes.assign(centres.rows, 0);
    return partition;
}

} // namespace

TEST_CASE("A single row moves where whole passes are stuck", "[ml]")
{
    const Matrix data = aMatrix({{0}, {3}, {5.5}});
    const Progress progress = noProgress();
    Pacer pacer(progress);
    Partition partition = startingAt(data, aMatrix({{1.5}, {5.5}}));
    REQUIRE(lloyd(data, partition, 100, pacer));
    CHECK(partition.labels == std::vector<std::uint32_t>{0, 0, 1});
    CHECK(partition.inertia == 4.5);
    // Row 2 leaving saves 2/1 x 1.5^2 = 4.5, joining costs 1/2 x 2.5^2 = 3.125.
    REQUIRE(moveSingleRows(data, partition, 100, pacer));
    CHECK(partition.labels == std::vector<std::uint32_t>{0, 1, 1});
    CHECK(partition.centres.values == std::vector<double>{0.0, 4.25});
    CHECK(partition.inertia == 3.125);
    CHECK(partition.trace == std::vector<double>{4.5, 3.125});
}

TEST_CASE("A centre that no row is nearest to gets the row farthest from its own", "[ml]")
{
    const Matrix data = aMatrix({{0}, {1}, {2}, {30}});
    const Progress progress = noProgress();
    Pacer pacer(progress);
    Partition partition = startingAt(data, aMatrix({{1}, {-500}}));
    REQUIRE(lloyd(data, partition, 100, pacer));
    CHECK(partition.sizes == std::vector<std::size_t>{3, 1});
    CHECK(partition.centres.values == std::vector<double>{1.0, 30.0});
    CHECK(partition.inertia == 2.0);
}
