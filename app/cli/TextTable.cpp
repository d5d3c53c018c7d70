// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/TextTable.h"

#include <algorithm>

namespace edupro::cli {

namespace {

bool isNumber(const QVariant& value)
{
    return value.typeId() == QMetaType::LongLong || value.typeId() == QMetaType::Double;
}

} // namespace

QString plainText(const QVariant& value)
{
    if (!value.isValid()) return {};
    if (value.typeId() == QMetaType::QByteArray)
        return QString::fromLatin1(value.toByteArray().toHex());
    if (value.typeId() == QMetaType::Double) return QString::number(value.toDouble(), 'g', 15);
    QString text = value.toString();
    // A cell stays in its row, and cannot steer the terminal.
    for (QChar& character : text) {
        if (character.category() == QChar::Other_Control) character = u' ';
    }
    return text;
}

void sayTable(Terminal& terminal, const QStringList& columns, const std::vector<QVariantList>& rows)
{
    std::vector<qsizetype> widths;
    for (qsizetype i = 0; i < columns.size(); ++i) {
        qsizetype width = columns[i].size();
        for (const QVariantList& row : rows)
            width = std::max(width, plainText(row[i]).size());
        widths.push_back(width);
    }
    const auto line = [&](const auto& cell) {
        QString text;
        for (qsizetype i = 0; i < columns.size(); ++i)
            text += (i == 0 ? QString() : QStringLiteral("  ")) + cell(i);
        while (text.endsWith(u' '))
            text.chop(1);
        terminal.say(text);
    };
    const auto width = [&](qsizetype i) {
        return widths[static_cast<std::size_t>(i)];
    };
    line([&](qsizetype i) { return columns[i].leftJustified(width(i)); });
    line([&](qsizetype i) { return QString(width(i), u'-'); });
    for (const QVariantList& row : rows) {
        line([&](qsizetype i) {
            const QString text = plainText(row[i]);
            return isNumber(row[i]) ? text.rightJustified(width(i)) : text.leftJustified(width(i));
        });
    }
}

} // namespace edupro::cli
