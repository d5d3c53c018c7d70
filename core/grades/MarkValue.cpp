// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/grades/MarkValue.h"

#include "core/grades/FinalMark.h"
#include "core/record/Validate.h"

#include <cmath>

namespace edupro {

std::vector<Issue> issuesOfMark(const char* column, std::optional<double> mark)
{
    constexpr double tolerance = 1e-9; // of numbers that are not exact in binary
    if (!mark) return {};
    const double hundredths = *mark * 100.0;
    if (std::abs(hundredths - std::round(hundredths)) <= tolerance * 100.0) return {};
    return {
        {.field = column,
         .rule = "decimals",
         .value = QString::number(*mark, 'g', 10).toStdString(),
         .limit = "2"}};
}

namespace grades {

Result<std::optional<double>> readMark(const QString& text)
{
    static const FieldInfo& field = [] {
        const EntityInfo& info = entityInfo<FinalMark>();
        return std::ref(info.fields[static_cast<std::size_t>(info.indexOf(u"mark"))]);
    }();
    if (text.trimmed().isEmpty()) return std::optional<double>();
    Result<QVariant> value = valueFromText(field, text);
    if (!value) return value.error();
    std::vector<Issue> issues = issuesOfField(field, *value, {});
    if (issues.empty()) issues = issuesOfMark("mark", value->toDouble());
    if (issues.empty()) return std::optional<double>(value->toDouble());
    issues.resize(1);
    return Error{
        .code = ErrorCode::Validation,
        .key = {},
        .detail = "a mark breaks the rule " + issues.front().rule,
        .issues = issues};
}

} // namespace grades

} // namespace edupro
