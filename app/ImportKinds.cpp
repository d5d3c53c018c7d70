// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ImportKinds.h"

#include "core/achievements/AchievementImport.h"
#include "core/attendance/AttendanceImport.h"
#include "core/attendance/DayImport.h"
#include "core/grades/MarkImport.h"
#include "core/income/IncomeImport.h"
#include "core/people/StudentImport.h"
#include "core/regions/IndicatorImport.h"

namespace edupro {

namespace {

using Import = Result<std::unique_ptr<exchange::RowImport>>;

Import indicators(storage::Store& store, const ImportHints& hints)
{
    regions::IndicatorImportOptions options{.fileName = hints.fileName, .year = hints.year};
    if (hints.provinceCodes == u"kemendagri") options.codes = regions::CodeSystem::Kemendagri;
    if (hints.provinceCodes == u"bps") options.codes = regions::CodeSystem::Bps;
    return regions::indicatorImport(store, options);
}

} // namespace

const std::vector<ImportKind>& importKinds()
{
    using storage::Store;
    // clang-format off
    static const std::vector<ImportKind> kinds{
        { "students",     [](Store&, const ImportHints& hints) -> Import { return people::studentImport(hints.year); } },
        { "marks",        [](Store&, const ImportHints&) -> Import { return grades::markImport(); } },
        { "attendance",   [](Store&, const ImportHints&) -> Import { return attendance::attendanceImport(); } },
        { "attendance-days", [](Store&, const ImportHints&) -> Import { return attendance::dayImport(); } },
        { "incomes",      [](Store&, const ImportHints&) -> Import { return income::incomeImport(); } },
        { "achievements", [](Store&, const ImportHints&) -> Import { return achievements::achievementImport(); } },
        { "indicators",   indicators },
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
