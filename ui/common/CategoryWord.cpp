// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/CategoryWord.h"

#include <QCoreApplication>

#include <utility>

namespace edupro::ui {

namespace {

// clang-format off
constexpr std::pair<const char*, const char*> categories[] = {
    {"Sangat rendah",  QT_TRANSLATE_NOOP("CategoryWord", "Very low")},
    {"Rendah",         QT_TRANSLATE_NOOP("CategoryWord", "Low")},
    {"Sedang",         QT_TRANSLATE_NOOP("CategoryWord", "Medium")},
    {"Menengah bawah", QT_TRANSLATE_NOOP("CategoryWord", "Lower middle")},
    {"Menengah",       QT_TRANSLATE_NOOP("CategoryWord", "Middle")},
    {"Menengah atas",  QT_TRANSLATE_NOOP("CategoryWord", "Upper middle")},
    {"Tinggi",         QT_TRANSLATE_NOOP("CategoryWord", "High")},
    {"Sangat tinggi",  QT_TRANSLATE_NOOP("CategoryWord", "Very high")},
};
// clang-format on

} // namespace

QString categoryWord(const QString& category)
{
    for (const auto& [name, word] : categories) {
        if (category == QLatin1String(name))
            return QCoreApplication::translate("CategoryWord", word);
    }
    return category;
}

} // namespace edupro::ui
