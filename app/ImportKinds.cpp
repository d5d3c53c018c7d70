// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ImportKinds.h"

#include "core/achievements/AchievementImport.h"
#include "core/attendance/AttendanceImport.h"
#include "core/grades/MarkImport.h"
#include "core/income/IncomeImport.h"
#include "core/people/StudentImport.h"

namespace edupro {

const std::vector<ImportKind>& importKinds()
{
    // clang-format off
    static const std::vector<ImportKind> kinds {
        { "students",     [](const ImportHints& hints) { return people::studentImport(hints.year); } },
        { "marks",        [](const ImportHints&) { return grades::markImport(); } },
        { "attendance",   [](const ImportHints&) { return attendance::attendanceImport(); } },
        { "incomes",      [](const ImportHints&) { return income::incomeImport(); } },
        { "achievements", [](const ImportHints&) { return achievements::achievementImport(); } },
    };
    // clang-format on
    return kinds;
}

const ImportKind* importKind(const QString& name)
{
    const auto& kinds = importKinds();
    const auto found = std::find_if(kinds.begin(), kinds.end(), [&](const ImportKind& kind) {
        return name == QLatin1String(kind.name);
    });
    return found == kinds.end() ? nullptr : &*found;
}

} // namespace edupro
