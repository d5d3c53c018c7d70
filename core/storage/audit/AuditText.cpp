// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/audit/AuditText.h"

namespace edupro::storage {

namespace {

void appendEscape(QByteArray& json, char c)
{
    constexpr char digits[] = "0123456789abcdef";
    switch (c) {
    case '"':
        json.append("\\\"");
        return;
    case '\\':
        json.append("\\\\");
        return;
    case '\b':
        json.append("\\b");
        return;
    case '\f':
        json.append("\\f");
        return;
    case '\n':
        json.append("\\n");
        return;
    case '\r':
        json.append("\\r");
        return;
    case '\t':
        json.append("\\t");
        return;
    default:
        json.append("\\u00");
        json.append(digits[(c >> 4) & 0xF]);
        json.append(digits[c & 0xF]);
    }
}

void appendMember(QByteArray& json, const char* name, QByteArrayView text)
{
    if (text.isEmpty()) return;
    json.append(name);
    appendJsonText(json, text);
}

} // namespace

void appendJsonText(QByteArray& json, QByteArrayView utf8)
{
    json.append('"');
    qsizetype plain = 0; // beginning of what needs no escape
    for (qsizetype i = 0; i < utf8.size(); ++i) {
        const char c = utf8[i];
        const bool control = static_cast<unsigned char>(c) < 0x20;
        if (!control && c != '"' && c != '\\') continue;
        json.append(utf8.sliced(plain, i - plain));
        appendEscape(json, c);
        plain = i + 1;
    }
    json.append(utf8.sliced(plain));
    json.append('"');
}

QByteArray metaText(const EventMeta& meta)
{
    QByteArray json;
    json.reserve(256);
    json.append("{\"act\":");
    appendJsonText(json, meta.action);
    appendMember(json, ",\"by\":", meta.actor);
    if (!meta.columns.isEmpty()) json.append(",\"cols\":").append(meta.columns);
    appendMember(json, ",\"dev\":", meta.device);
    appendMember(json, ",\"i\":", meta.row);
    appendMember(json, ",\"t\":", meta.table);
    json.append(",\"v\":1,\"w\":").append(QByteArray::number(meta.at));
    appendMember(json, ",\"why\":", meta.reason);
    json.append('}');
    return json;
}

} // namespace edupro::storage
