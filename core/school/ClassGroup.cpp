// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/school/ClassGroup.h"

#include <QRegularExpression>

#include <array>

namespace edupro {

std::optional<int> gradeLevelOf(const QString& className)
{
    static const QRegularExpression digits(QStringLiteral("^\\s*([0-9]{1,2})(?![0-9])"));
    if (const auto match = digits.match(className); match.hasMatch()) {
        const int level = match.captured(1).toInt();
        if (level >= 1 && level <= 13) return level;
        return std::nullopt;
    }
    static const QRegularExpression roman(
        QStringLiteral("^\\s*([IVX]{1,4})(?![A-Za-z])"), QRegularExpression::CaseInsensitiveOption);
    constexpr std::array numerals{
        u"I",
        u"II",
        u"III",
        u"IV",
        u"V",
        u"VI",
        u"VII",
        u"VIII",
        u"IX",
        u"X",
        u"XI",
        u"XII",
        u"XIII"};
    if (const auto match = roman.match(className); match.hasMatch()) {
        const QString numeral = match.captured(1).toUpper();
        for (std::size_t i = 0; i < numerals.size(); ++i) {
            if (numeral == QStringView(numerals[i])) return static_cast<int>(i) + 1;
        }
    }
    return std::nullopt;
}

} // namespace edupro
