// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/registry/JsonReader.h"

#include <QJsonDocument>

#include <cmath>

namespace edupro::registry {

namespace {

const QString negativeZero = QStringLiteral("-0");

} // namespace

QJsonValue jsonNumber(double value)
{
    if (value == 0.0 && std::signbit(value)) return negativeZero;
    return value;
}

QJsonArray jsonNumbers(const std::vector<double>& values)
{
    QJsonArray array;
    for (const double value : values)
        array.append(jsonNumber(value));
    return array;
}

void JsonReader::require(bool holds, const std::string& what)
{
    if (!holds && m_problem.empty()) m_problem = what;
}

Error JsonReader::problem() const
{
    return {
        .code = ErrorCode::Corrupt,
        .key = "model.damaged",
        .detail = "the stored model cannot be used: " + m_problem + "; train a new one"};
}

QJsonObject JsonReader::document(const QString& text)
{
    QJsonParseError parse;
    const QJsonDocument document = QJsonDocument::fromJson(text.toUtf8(), &parse);
    require(
        parse.error == QJsonParseError::NoError,
        "no JSON (" + parse.errorString().toStdString() + ")");
    require(document.isObject(), "it is no object");
    return document.object();
}

QJsonObject JsonReader::object(const QJsonValue& value, std::initializer_list<const char*> members)
{
    require(value.isObject(), "a part is no object");
    const QJsonObject object = value.toObject();
    for (const char* member : members)
        require(object.contains(QLatin1String(member)), std::string("no \"") + member + '"');
    require(
        object.size() == static_cast<qsizetype>(members.size()),
        "it has members that this program does not know");
    return object;
}

QJsonArray JsonReader::array(const QJsonValue& value, const char* what)
{
    require(value.isArray(), std::string(what) + " is no list");
    return value.toArray();
}

double JsonReader::number(const QJsonValue& value, const char* what)
{
    if (value.isString() && value.toString() == negativeZero) return -0.0;
    require(value.isDouble(), std::string(what) + " is no number");
    return value.toDouble();
}

std::vector<double> JsonReader::numbers(const QJsonValue& value, const char* what)
{
    std::vector<double> all;
    for (const QJsonValue& one : array(value, what))
        all.push_back(number(one, what));
    return all;
}

std::int64_t JsonReader::whole(
    const QJsonValue& value, const char* what, std::int64_t lowest, std::int64_t highest)
{
    const double given = number(value, what);
    const bool fits = given == std::floor(given) && given >= static_cast<double>(lowest) &&
                      given <= static_cast<double>(highest);
    require(fits, std::string(what) + " is out of range");
    return fits ? static_cast<std::int64_t>(given) : lowest;
}

std::string JsonReader::text(const QJsonValue& value, const char* what)
{
    require(value.isString(), std::string(what) + " is no text");
    return value.toString().toStdString();
}

std::vector<std::string> JsonReader::texts(const QJsonValue& value, const char* what)
{
    std::vector<std::string> all;
    for (const QJsonValue& one : array(value, what))
        all.push_back(text(one, what));
    return all;
}

} // namespace edupro::registry
