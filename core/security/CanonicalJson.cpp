// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/security/CanonicalJson.h"

#include <QJsonArray>
#include <QStringList>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace edupro::security {

namespace {

/// RFC 8785, 3.2.2.2.
void appendString(QByteArray& out, const QString& text)
{
    out += '"';
    for (const char character : text.toUtf8()) {
        switch (character) {
        case '"':
            out += "\\\"";
            break;
        case '\\':
            out += "\\\\";
            break;
        case '\b':
            out += "\\b";
            break;
        case '\t':
            out += "\\t";
            break;
        case '\n':
            out += "\\n";
            break;
        case '\f':
            out += "\\f";
            break;
        case '\r':
            out += "\\r";
            break;
        default:
            if (static_cast<unsigned char>(character) >= 0x20) {
                out += character;
            } else {
                out += "\\u00";
                out += QByteArray(1, character).toHex();
            }
        }
    }
    out += '"';
}

/// ECMA-262, Number::toString (6.1.6.1.20), which RFC 8785, 3.2.2.3 takes.
void appendNumber(QByteArray& out, double number)
{
    if (!std::isfinite(number)) {
        out += "null";
        return;
    }
    if (number < 0) out += '-';
    std::array<char, 64> text{};
    const auto written = std::to_chars(
        text.data(), text.data() + text.size(), std::fabs(number), std::chars_format::scientific);
    const QByteArray shortest(text.data(), written.ptr - text.data()); // d.ddde+xx
    const qsizetype mark = shortest.indexOf('e');
    QByteArray digits = shortest.first(mark);
    digits.remove(1, 1); // the point, when there is one
    const int count = static_cast<int>(digits.size());
    const int point = shortest.sliced(mark + 1).toInt() + 1; // digits before the point
    if (point > 0 && point <= 21) {
        if (count <= point)
            out += digits + QByteArray(point - count, '0');
        else
            out += digits.first(point) + '.' + digits.sliced(point);
    } else if (point <= 0 && point > -6) {
        out += "0." + QByteArray(-point, '0') + digits;
    } else {
        out += digits.first(1);
        if (count > 1) out += '.' + digits.sliced(1);
        out += point > 0 ? "e+" : "e-";
        out += QByteArray::number(std::abs(point - 1));
    }
}

void append(QByteArray& out, const QJsonValue& value);

void append(QByteArray& out, const QJsonObject& object)
{
    QStringList names = object.keys();
    std::sort(names.begin(), names.end()); // QString compares by UTF-16 units
    out += '{';
    bool isFirst = true;
    for (const QString& name : names) {
        if (!isFirst) out += ',';
        isFirst = false;
        appendString(out, name);
        out += ':';
        append(out, object.value(name));
    }
    out += '}';
}

void append(QByteArray& out, const QJsonArray& array)
{
    out += '[';
    bool isFirst = true;
    for (const QJsonValue element : array) {
        if (!isFirst) out += ',';
        isFirst = false;
        append(out, element);
    }
    out += ']';
}

void append(QByteArray& out, const QJsonValue& value)
{
    switch (value.type()) {
    case QJsonValue::Object:
        append(out, value.toObject());
        break;
    case QJsonValue::Array:
        append(out, value.toArray());
        break;
    case QJsonValue::String:
        appendString(out, value.toString());
        break;
    case QJsonValue::Double:
        appendNumber(out, value.toDouble());
        break;
    case QJsonValue::Bool:
        out += value.toBool() ? "true" : "false";
        break;
    default:
        out += "null";
    }
}

} // namespace

QByteArray canonicalJson(const QJsonValue& value)
{
    QByteArray out;
    append(out, value);
    return out;
}

QByteArray canonicalJson(const QJsonObject& object)
{
    QByteArray out;
    append(out, object);
    return out;
}

} // namespace edupro::security
