// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ml/Statistics.h"

#include "tests/support/Catch.h"

#include <cmath>

using namespace edupro::ml;

TEST_CASE("Normal quantiles have their published values", "[ml]")
{
    CHECK(normalQuantile(0.5) == 0.0);
    CHECK(normalQuantile(0.75) == Approx(0.67448975019608171).epsilon(1e-14));
    CHECK(normalQuantile(0.975) == Approx(1.9599639845400545).epsilon(1e-14));
    CHECK(normalQuantile(0.001) == Approx(-3.0902323061678132).epsilon(1e-14));
    CHECK(normalQuantile(1e-20) == Approx(-9.2623400897984).epsilon(1e-12));
}

TEST_CASE("Normal quantiles turn the distribution function around", "[ml]")
{
    for (double p = 0.0005; p < 1.0; p += 0.0005) {
        const double z = normalQuantile(p);
        CHECK(0.5 * std::erfc(-z / std::sqrt(2.0)) == Approx(p).epsilon(1e-13));
    }
}

TEST_CASE("Wilson's interval has its published values", "[ml]")
{
    // Newcombe 1998, Statistics in Medicine 17, table I, method 3.
    const Interval many = wilsonInterval(81.0, 263.0);
    CHECK(many.low == Approx(0.2553).margin(0.00005));
    CHECK(many.high == Approx(0.3662).margin(0.00005));
    const Interval few = wilsonInterval(0.0, 20.0);
    CHECK(few.low == 0.0);
    CHECK(few.high == Approx(0.1611).margin(0.00005));
    const Interval one = wilsonInterval(1.0, 29.0);
    CHECK(one.low == Approx(0.0061).margin(0.00005));
    CHECK(one.high == Approx(0.1718).margin(0.00005));
}

TEST_CASE("Nothing tried leaves the whole range open", "[ml]")
{
    CHECK(wilsonInterval(0.0, 0.0).low == 0.0);
    CHECK(wilsonInterval(0.0, 0.0).high == 1.0);
    CHECK(wilsonInterval(20.0, 20.0).high == 1.0);
}
