// SPDX-License-Identifier: GPL-3.0-or-later
// The bytes of an event that are stored and hashed.
#pragma once

#include "core/base/Clock.h"

#include <QByteArray>

namespace edupro::storage {

/// Of a payload, beside the columns: why, as a person typed it. Unlike `meta` an erasure of the row
/// blanks it, because it may say something about somebody.
inline constexpr char typedReason[] = "*why";

/// Appends a JSON string, escaped as RFC 8785 (3.2.2.2) asks for.
void appendJsonText(QByteArray& json, QByteArrayView utf8);

/// The parts of `meta`; empty ones are left out.
struct EventMeta {
    Instant at = 0;
    QByteArrayView actor{};
    QByteArrayView device{};
    QByteArrayView action{};
    QByteArrayView table{};
    QByteArrayView row{};
    QByteArrayView columns{}; ///< a JSON list
    QByteArrayView reason{};
};

/// {"act":..,"by":..,"cols":[..],"dev":..,"i":..,"t":..,"v":1,"w":..,"why":..}, names in the order
/// of RFC 8785.
QByteArray metaText(const EventMeta& meta);

} // namespace edupro::storage
