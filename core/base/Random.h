// SPDX-License-Identifier: GPL-3.0-or-later
// Random numbers that are the same on every machine: own generator and own distributions (std ones
// differ between libraries).
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace edupro {

/// SplitMix64 (Steele, Lea, Flood: Fast splittable pseudorandom number generators, OOPSLA 2014,
/// figure 17). Same seed, same sequence, everywhere. Not for secrets. Copyable; not shared between
/// threads.
class Random {
public:
    explicit Random(std::uint64_t seed)
        : m_state(seed)
    {
    }

    /// 64 uniform bits.
    std::uint64_t next();
    /// Uniform in [0, 1) with 53 bits.
    double uniform();
    /// Uniform in [low, high). Precondition: low <= high.
    double uniform(double low, double high);
    /// Uniform in [0, bound). Precondition: bound > 0. Without modulo bias (Lemire 2019,
    /// rejection).
    std::uint64_t below(std::uint64_t bound);
    /// Normal with the given mean and standard deviation (Box-Muller, cosine branch).
    double normal(double mean = 0.0, double deviation = 1.0);
    /// True with probability p in [0, 1].
    bool chance(double p) { return uniform() < p; }
    /// Index drawn in proportion to the non-negative weights. Precondition: their sum is positive.
    std::size_t weighted(const std::vector<double>& weights);
    /// Fisher-Yates, from the end.
    template<class T>
    void shuffle(std::vector<T>& values)
    {
        for (std::size_t i = values.size(); i > 1; --i) {
            std::swap(values[i - 1], values[static_cast<std::size_t>(below(i))]);
        }
    }
    /// An independent generator for sub-task `stream`; does not advance this one.
    Random fork(std::uint64_t stream) const;

private:
    std::uint64_t m_state;
};

} // namespace edupro
