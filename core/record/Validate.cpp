// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/record/Validate.h"

#include <QJsonDocument>
#include <QLocale>
#include <QRegularExpression>

#include <cmath>

namespace edupro {

namespace {

// No column needs more; it keeps a pasted megabyte out of the store.
constexpr int longestText = 10'000;

QString latin(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

std::string number(double value)
{
    return QString::number(value, 'g', 15).toStdString();
}

Issue issue(const FieldInfo& field, const char* rule, const QVariant& value, std::string limit = {})
{
    return {
        .field = field.column.toStdString(),
        .rule = rule,
        .value = textOf(field, value).left(200).toStdString(),
        .limit = std::move(limit)};
}

const QRegularExpression& wholeMatch(std::string_view pattern)
{
    thread_local QHash<QString, QRegularExpression> compiled;
    auto& expression = compiled[latin(pattern)];
    if (expression.pattern().isEmpty())
        expression.setPattern(QRegularExpression::anchoredPattern(latin(pattern)));
    return expression;
}

void checkText(const FieldInfo& field, const QString& text, std::vector<Issue>& issues)
{
    const FieldRules& rules = field.rules;
    // People count characters, not UTF-16 units.
    const auto length = static_cast<int>(text.toUcs4().size());
    const int longest = rules.length.max > 0 ? rules.length.max : longestText;
    const bool unlimited = rules.json && rules.length.max == 0;
    if (length < rules.length.min || (length > longest && !unlimited)) {
        issues.push_back(issue(
            field,
            "length",
            text,
            std::to_string(rules.length.min) + ".." + std::to_string(longest)));
    }
    if (!rules.pattern.empty() && !wholeMatch(rules.pattern).match(text).hasMatch())
        issues.push_back(issue(field, "pattern", text, std::string(rules.pattern)));
    if (!rules.choices.empty() && !latin(rules.choices).split(u'|').contains(text))
        issues.push_back(issue(field, "choice", text, std::string(rules.choices)));
}

void checkNumber(const FieldInfo& field, const QVariant& value, std::vector<Issue>& issues)
{
    const double number_ = value.toDouble();
    if (!std::isfinite(number_)) {
        issues.push_back(issue(field, "number", value));
    } else if (field.rules.range) {
        const Range& range = *field.rules.range;
        if (number_ < range.min || number_ > range.max)
            issues.push_back(
                issue(field, "range", value, number(range.min) + ".." + number(range.max)));
    }
}

bool isForbidden(char32_t c)
{
    const bool control = (c < 0x20 && c != '\n' && c != '\t') || (c >= 0x7F && c < 0xA0);
    const bool direction = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    const bool invisible = c == 0x200B || c == 0x2060 || c == 0xFEFF || c == 0xFFFD;
    return control || direction || invisible;
}

Error refused(const FieldInfo& field, const char* rule, const QString& text)
{
    return {
        .code = ErrorCode::Validation,
        .key = "value." + std::string(rule),
        .detail = field.column.toStdString() + ": not a valid " + rule,
        .issues = {
            {.field = field.column.toStdString(),
             .rule = rule,
             .value = text.left(200).toStdString()}}};
}

Result<QVariant> textValue(const FieldInfo& field, const QString& text)
{
    const QString clean = text.normalized(QString::NormalizationForm_C);
    const auto codes = clean.toUcs4();
    if (std::any_of(codes.begin(), codes.end(), [](uint c) { return isForbidden(c); }))
        return refused(field, "characters", text);
    if (field.type == FieldType::Json && QJsonDocument::fromJson(clean.toUtf8()).isNull())
        return refused(field, "json", text);
    return QVariant(clean);
}

Result<QVariant> numberValue(const FieldInfo& field, const QString& text)
{
    bool ok = false;
    if (field.type != FieldType::Real) {
        const qlonglong whole = text.toLongLong(&ok);
        if (ok) return QVariant(whole);
        return refused(field, "number", text);
    }
    // A plain decimal only: "1e3", "inf" and "nan" are slips of the keyboard or of a spreadsheet.
    static const QRegularExpression plain(QStringLiteral("^[+-]?[0-9]+([.,][0-9]+)?$"));
    if (!plain.match(text).hasMatch()) return refused(field, "number", text);
    const double real = QString(text).replace(u',', u'.').toDouble(&ok);
    if (!ok || !std::isfinite(real)) return refused(field, "number", text);
    return QVariant(real == 0.0 ? 0.0 : real); // -0 is 0
}

} // namespace

std::vector<Issue> issuesOfField(const FieldInfo& field, const QVariant& value, QDate today)
{
    std::vector<Issue> issues;
    const bool empty =
        !value.isValid() || (field.type == FieldType::Text && value.toString().isEmpty());
    if (empty) {
        if (field.rules.required) issues.push_back(issue(field, "required", value));
        return issues;
    }
    switch (field.type) {
    case FieldType::Text:
    case FieldType::Json:
        checkText(field, value.toString(), issues);
        break;
    case FieldType::Integer:
    case FieldType::Moment:
    case FieldType::Real:
        checkNumber(field, value, issues);
        break;
    case FieldType::Date:
        if (!value.toDate().isValid())
            issues.push_back(issue(field, "date", value));
        else if (field.rules.past && value.toDate() >= today)
            issues.push_back(
                issue(field, "past", value, today.toString(Qt::ISODate).toStdString()));
        break;
    case FieldType::Flag:
    case FieldType::Uuid:
        break;
    }
    return issues;
}

std::vector<Issue> issuesOfRecord(const EntityInfo& entity, const Values& values, QDate today)
{
    assert(values.size() == entity.fields.size());
    std::vector<Issue> issues;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (static_cast<int>(i) == entity.key) continue; // the store gives it
        for (Issue& found : issuesOfField(entity.fields[i], values[i], today))
            issues.push_back(std::move(found));
    }
    if (entity.recordIssues) {
        for (Issue& found : entity.recordIssues(values))
            issues.push_back(std::move(found));
    }
    return issues;
}

bool hasErrors(const std::vector<Issue>& issues)
{
    return std::any_of(issues.begin(), issues.end(), [](const Issue& i) { return !i.warning; });
}

Result<QVariant> valueFromText(const FieldInfo& field, const QString& text)
{
    const QString trimmed = text.trimmed();
    if (trimmed.isEmpty())
        return field.nullable || field.type != FieldType::Text ? QVariant() : QVariant(QString());
    switch (field.type) {
    case FieldType::Text:
    case FieldType::Json:
        return textValue(field, trimmed);
    case FieldType::Integer:
    case FieldType::Moment:
    case FieldType::Real:
        return numberValue(field, trimmed);
    case FieldType::Flag:
        if (trimmed == u"1" || trimmed.compare(u"true", Qt::CaseInsensitive) == 0)
            return QVariant(true);
        if (trimmed == u"0" || trimmed.compare(u"false", Qt::CaseInsensitive) == 0)
            return QVariant(false);
        return refused(field, "flag", text);
    case FieldType::Date: {
        const QDate date = QDate::fromString(trimmed, Qt::ISODate);
        if (trimmed.size() == 10 && date.isValid()) return QVariant(date);
        return refused(field, "date", text);
    }
    case FieldType::Uuid: {
        const QUuid uuid = QUuid::fromString(trimmed);
        if (!uuid.isNull()) return QVariant::fromValue(uuid);
        return refused(field, "uuid", text);
    }
    }
    return refused(field, "type", text);
}

QString textOf(const FieldInfo& field, const QVariant& value)
{
    if (!value.isValid()) return {};
    switch (field.type) {
    case FieldType::Real:
        return QString::number(value.toDouble(), 'g', QLocale::FloatingPointShortest);
    case FieldType::Flag:
        return value.toBool() ? QStringLiteral("true") : QStringLiteral("false");
    case FieldType::Date:
        return value.toDate().toString(Qt::ISODate);
    case FieldType::Uuid:
        return value.toUuid().toString(QUuid::WithoutBraces);
    default:
        return value.toString();
    }
}

} // namespace edupro
