// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/ChoiceWords.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>

namespace edupro::ui {

namespace {

struct ChoiceRow {
    const char* entity; ///< the context of the field's label
    const char* column;
    const char* choice;
    const char* word;
};

// clang-format off
constexpr ChoiceRow table[] = {
    {"Student", "gender", "L",           QT_TRANSLATE_NOOP("ChoiceWords", "Male")},
    {"Student", "gender", "P",           QT_TRANSLATE_NOOP("ChoiceWords", "Female")},
    {"Student", "gender", "X",           QT_TRANSLATE_NOOP("ChoiceWords", "Not known")},
    {"Student", "status", "active",      QT_TRANSLATE_NOOP("ChoiceWords", "Active")},
    {"Student", "status", "graduated",   QT_TRANSLATE_NOOP("ChoiceWords", "Graduated")},
    {"Student", "status", "transferred", QT_TRANSLATE_NOOP("ChoiceWords", "Transferred")},
    {"Student", "status", "left",        QT_TRANSLATE_NOOP("ChoiceWords", "Left school")},
};
// clang-format on

} // namespace

QString fieldWord(const FieldInfo& field)
{
    return QCoreApplication::translate(field.text.context, field.text.text);
}

QString choiceWord(const FieldInfo& field, const QString& choice)
{
    const auto found = std::find_if(std::begin(table), std::end(table), [&](const ChoiceRow& row) {
        return QLatin1String(row.entity) == QLatin1String(field.text.context) &&
               field.column == QLatin1String(row.column) && choice == QLatin1String(row.choice);
    });
    return found == std::end(table) ? choice
                                    : QCoreApplication::translate("ChoiceWords", found->word);
}

QStringList choicesOf(const FieldInfo& field)
{
    const std::string_view choices = field.rules.choices;
    return QString::fromUtf8(choices.data(), static_cast<qsizetype>(choices.size()))
        .split('|', Qt::SkipEmptyParts);
}

} // namespace edupro::ui
