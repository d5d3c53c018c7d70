// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/record/Ids.h"

#include "core/base/Random.h"

#include <QRandomGenerator>

#include <array>
#include <memory>

namespace edupro {

namespace {

// The namespace of all our name-based identities; made once at random, never to be changed.
constexpr QUuid naturalNamespace{
    0x5b0c6d1e, 0x8f4a, 0x4c53, 0x9d, 0x27, 0x31, 0xe6, 0x0a, 0x7c, 0x44, 0x92};

QUuid versionSeven(Instant at, std::uint64_t counter, std::uint64_t random)
{
    std::array<unsigned char, 16> bytes{};
    for (std::size_t i = 0; i < 6; ++i)
        bytes[i] = static_cast<unsigned char>(static_cast<std::uint64_t>(at) >> (40 - 8 * i));
    bytes[6] = static_cast<unsigned char>(0x70 | ((counter >> 8) & 0x0F));
    bytes[7] = static_cast<unsigned char>(counter);
    for (std::size_t i = 0; i < 8; ++i)
        bytes[8 + i] = static_cast<unsigned char>(random >> (56 - 8 * i));
    bytes[8] = static_cast<unsigned char>(0x80 | (bytes[8] & 0x3F));
    return QUuid::fromRfc4122(QByteArrayView(bytes.data(), bytes.size()));
}

// RFC 9562, 6.2 method 1: a counter in rand_a orders identities of one millisecond; when it runs
// over, or the clock steps back, the counted time runs ahead of the clock instead.
struct Sequence {
    Instant last = 0;
    std::uint64_t counter = 0;

    void advance(Instant now)
    {
        if (now > last) {
            last = now;
            counter = 0;
        } else if (++counter > 0x0FFF) {
            ++last;
            counter = 0;
        }
    }
};

} // namespace

IdSource randomIds(Clock clock)
{
    return [clock = std::move(clock), sequence = Sequence{}]() mutable {
        sequence.advance(clock());
        return versionSeven(
            sequence.last, sequence.counter, QRandomGenerator::system()->generate64());
    };
}

IdSource seededIds(std::uint64_t seed, Instant start)
{
    return [random = Random(seed), start, sequence = Sequence{}]() mutable {
        sequence.advance(start);
        return versionSeven(sequence.last, sequence.counter, random.next());
    };
}

QUuid naturalId(const QString& key)
{
    return QUuid::createUuidV5(naturalNamespace, key);
}

} // namespace edupro
