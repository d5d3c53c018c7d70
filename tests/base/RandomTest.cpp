// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Random.h"

#include "tests/support/Catch.h"

#include <cmath>
#include <numeric>

using edupro::Random;

TEST_CASE("The generator gives SplitMix64's published sequence", "[base]")
{
    // First outputs for seed 1234567 of the reference implementation
    // (prng.di.unimi.it/splitmix64.c).
    Random random(1234567);
    CHECK(random.next() == 6457827717110365317ULL);
    CHECK(random.next() == 3203168211198807973ULL);
    CHECK(random.next() == 9817491932198370423ULL);
}

TEST_CASE("Uniform numbers stay in [0, 1) and fill it evenly", "[base]")
{
    Random random(7);
    double sum = 0.0;
    for (int i = 0; i < 100000; ++i) {
        const double u = random.uniform();
        REQUIRE(u >= 0.0);
        REQUIRE(u < 1.0);
        sum += u;
    }
    CHECK(sum / 100000.0 == Approx(0.5).margin(0.005));
}

TEST_CASE("Normal numbers have the mean and deviation asked for", "[base]")
{
    Random random(11);
    double sum = 0.0;
    double squares = 0.0;
    const int n = 100000;
    for (int i = 0; i < n; ++i) {
        const double x = random.normal(70.0, 8.0);
        sum += x;
        squares += x * x;
    }
    const double mean = sum / n;
    CHECK(mean == Approx(70.0).margin(0.1));
    CHECK(std::sqrt(squares / n - mean * mean) == Approx(8.0).margin(0.1));
}

TEST_CASE("A shuffle keeps every element, and a fork does not disturb its parent", "[base]")
{
    Random random(3);
    std::vector<int> values(100);
    std::iota(values.begin(), values.end(), 0);
    random.shuffle(values);
    CHECK_FALSE(std::is_sorted(values.begin(), values.end()));
    std::sort(values.begin(), values.end());
    CHECK(values.front() == 0);
    CHECK(values.back() == 99);

    Random other = random;
    Random forked = random.fork(1);
    (void)forked.next();
    CHECK(random.next() == other.next());
}
