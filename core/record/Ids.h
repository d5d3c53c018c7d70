// SPDX-License-Identifier: GPL-3.0-or-later
// Identities that cannot be mixed up, and where new ones come from.
#pragma once

#include "core/base/Clock.h"

#include <QString>
#include <QUuid>

#include <functional>

namespace edupro {

/// The identity of one kind of thing; `Id<A>` and `Id<B>` do not compare or convert. Null until the
/// store gives one.
template<class Tag>
struct Id {
    QUuid value;

    bool isNull() const { return value.isNull(); }
    QString text() const { return value.toString(QUuid::WithoutBraces); }

    friend bool operator==(const Id&, const Id&) = default;
    friend bool operator<(const Id& a, const Id& b) { return a.value < b.value; }
};

template<class Tag>
size_t qHash(const Id<Tag>& id, size_t seed = 0)
{
    return qHash(id.value, seed);
}

/// Hands out new identities for real things.
using IdSource = std::function<QUuid()>;

/// UUIDv7 (RFC 9562, 5.7): ordered by creation, unpredictable, unique across offline computers. Not
/// thread-safe: one per store.
IdSource randomIds(Clock clock);

/// UUIDv7-shaped identities that depend on the seed alone, for reproducible example data.
IdSource seededIds(std::uint64_t seed, Instant start);

/// UUIDv5 (RFC 9562, 5.5) of a natural key, so that two offline computers that record the same fact
/// meet in one row. `key` holds the table and the parts, e.g.
/// "final_marks/<student>/<subject>/<term>".
QUuid naturalId(const QString& key);

} // namespace edupro
