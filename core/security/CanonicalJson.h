// SPDX-License-Identifier: GPL-3.0-or-later
// JSON that is the same bytes wherever it is written (RFC 8785), for what is hashed.
#pragma once

#include <QByteArray>
#include <QJsonObject>

namespace edupro::security {

/// Members in the order of their names' UTF-16 units, no white space, numbers as ECMAScript writes
/// them, UTF-8. NaN and infinity, which JSON does not know, become null.
QByteArray canonicalJson(const QJsonValue& value);
QByteArray canonicalJson(const QJsonObject& object);

} // namespace edupro::security
