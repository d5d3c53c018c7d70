// SPDX-License-Identifier: GPL-3.0-or-later
// Reads a JSON document that must be exactly as expected, and remembers the first thing that is
// not.
#pragma once

#include "core/base/Result.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QString>

#include <cstdint>
#include <initializer_list>
#include <string>
#include <vector>

namespace edupro::registry {

/// A double as JSON; negative zero, which a JSON number loses, as the text "-0".
QJsonValue jsonNumber(double value);
QJsonArray jsonNumbers(const std::vector<double>& values);

/// Every read answers a harmless value after the first problem; ask problem() at the end.
class JsonReader {
public:
    /// The object that the text is.
    QJsonObject document(const QString& text);
    /// The object, which has exactly these members.
    QJsonObject object(const QJsonValue& value, std::initializer_list<const char*> members);
    QJsonArray array(const QJsonValue& value, const char* what);
    double number(const QJsonValue& value, const char* what);
    std::vector<double> numbers(const QJsonValue& value, const char* what);
    /// A whole number in [lowest, highest].
    std::int64_t
    whole(const QJsonValue& value, const char* what, std::int64_t lowest, std::int64_t highest);
    std::string text(const QJsonValue& value, const char* what);
    std::vector<std::string> texts(const QJsonValue& value, const char* what);

    void require(bool holds, const std::string& what);
    bool good() const { return m_problem.empty(); }
    /// Corrupt `model.damaged`. Precondition: !good().
    Error problem() const;

private:
    std::string m_problem;
};

} // namespace edupro::registry
