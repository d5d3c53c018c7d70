// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/DemoBench.h"

#include "core/demo/DemoSchool.h"
#include "core/Entities.h"
#include "tests/bench/Bench.h"

#include <QDate>
#include <QFile>

namespace edupro::bench {

Done createExampleSchool(const QString& folder)
{
    const QString path = folder + QStringLiteral("/contoh.edupro");
    return report(
        "example school of 600 students",
        timed(
            1,
            [&path](int) {
                QFile::remove(path);
                return demo::createDemoFile(
                    path,
                    {.today = QDate(2026, 11, 20)},
                    {.entities = allEntities()},
                    noProgress());
            }),
        "< 15 s");
}

} // namespace edupro::bench
