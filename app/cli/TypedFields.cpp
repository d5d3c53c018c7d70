// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/TypedFields.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>

namespace edupro::cli {

using exchange::TypedField;

namespace {

constexpr qint64 longestInput = 1'000'000; // bytes of --values

Error usage(const QString& what)
{
    return {.code = ErrorCode::Validation, .key = "usage", .detail = what.toStdString()};
}

QString textOfJson(const QJsonValue& value)
{
    if (value.isBool()) return value.toBool() ? QStringLiteral("true") : QStringLiteral("false");
    if (value.isDouble())
        return QString::number(value.toDouble(), 'g', QLocale::FloatingPointShortest);
    return value.toString(); // null is an empty text: no value
}

/// The columns of a JSON object in a file, or on standard input for "-".
Result<std::vector<TypedField>> valuesIn(const QString& path)
{
    QFile file(path);
    const bool isOpen =
        path == u"-" ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    if (!isOpen) return usage(QStringLiteral("--values: the file cannot be read"));
    const QByteArray bytes = file.read(longestInput + 1);
    if (bytes.size() > longestInput) return usage(QStringLiteral("--values: more than 1 MB"));
    QJsonParseError fault{};
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &fault);
    if (!document.isObject())
        return usage(QStringLiteral("--values: not a JSON object (%1 at byte %2)")
                         .arg(fault.errorString())
                         .arg(fault.offset));
    std::vector<TypedField> typed;
    const QJsonObject object = document.object();
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (it->isObject() || it->isArray())
            return usage(QStringLiteral("--values: \"%1\" is not a single value").arg(it.key()));
        typed.push_back({.column = it.key(), .text = textOfJson(*it)});
    }
    return typed;
}

} // namespace

Result<std::vector<TypedField>> fieldPairs(const QStringList& words)
{
    std::vector<TypedField> typed;
    for (const QString& word : words) {
        const qsizetype sign = word.indexOf(u'=');
        if (sign < 1) return usage(QStringLiteral("\"%1\" is not COLUMN=VALUE").arg(word));
        typed.push_back({.column = word.left(sign), .text = word.mid(sign + 1)});
    }
    return typed;
}

Result<std::vector<TypedField>> typedIn(const Arguments& arguments, int first)
{
    auto typed = fieldPairs(arguments.wordsFrom(first));
    if (!typed || !arguments.has("values")) return typed;
    auto more = valuesIn(arguments.value("values"));
    if (!more) return more;
    typed->insert(typed->end(), more->begin(), more->end());
    return typed;
}

} // namespace edupro::cli
