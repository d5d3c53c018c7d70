// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Random.h"

#include <cassert>
#include <cmath>
#include <numbers>

namespace edupro {

namespace {

std::uint64_t mix(std::uint64_t z)
{
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
    return z ^ (z >> 31);
}

} // namespace

std::uint64_t Random::next()
{
    m_state += 0x9E3779B97F4A7C15ULL;
    return mix(m_state);
}

double Random::uniform()
{
    return static_cast<double>(next() >> 11) * 0x1.0p-53;
}

double Random::uniform(double low, double high)
{
    return low + (high - low) * uniform();
}

std::uint64_t Random::below(std::uint64_t bound)
{
    assert(bound > 0);
    // Values below 2^64 mod bound would make small results likelier; draw again.
    const std::uint64_t threshold = (0 - bound) % bound;
    std::uint64_t draw = next();
    while (draw < threshold)
        draw = next();
    return draw % bound;
}

double Random::normal(double mean, double deviation)
{
    const double radius = std::sqrt(-2.0 * std::log(1.0 - uniform()));
    return mean + deviation * radius * std::cos(2.0 * std::numbers::pi * uniform());
}

std::size_t Random::weighted(const std::vector<double>& weights)
{
    double total = 0.0;
    for (const double weight : weights)
        total += weight;
    assert(total > 0.0);
    double left = uniform() * total;
    for (std::size_t i = 0; i + 1 < weights.size(); ++i) {
        left -= weights[i];
        if (left < 0.0) return i;
    }
    return weights.size() - 1;
}

Random Random::fork(std::uint64_t stream) const
{
    return Random(mix(m_state ^ mix(stream + 0x9E3779B97F4A7C15ULL)));
}

} // namespace edupro
