// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/WarningBench.h"

#include "core/demo/DemoSchool.h"
#include "core/Entities.h"
#include "core/warning/Predict.h"
#include "core/warning/RiskModel.h"
#include "tests/bench/Bench.h"

#include <QDate>

namespace edupro::bench {

Done warnOfThousand(const QString& folder)
{
    const auto store = demo::createDemoFile(
        folder + QStringLiteral("/thousand.edupro"),
        {.students = 1000, .today = QDate(2026, 11, 20)},
        {.entities = allEntities()},
        noProgress());
    if (!store) return store.error();

    Done reported = report(
        "training of the early warning, 1,000 students",
        timed(5, [&store](int) { return warning::train(**store); }),
        "");
    if (!reported) return reported;
    const auto data = warning::readPredictionData(**store, {});
    if (!data) return data.error();
    reported = report(
        "1,000 predictions",
        timed(50, [&data](int) { return warning::forecastsOf(*data); }),
        "< 50 ms");
    if (!reported) return reported;
    return report(
        "1,000 predictions, read from and stored in the file",
        timed(10, [&store](int) { return warning::predict(**store); }),
        "");
}

} // namespace edupro::bench
