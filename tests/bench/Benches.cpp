// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/EngineWork.h"
#include "tests/bench/AuditBench.h"
#include "tests/bench/Bench.h"
#include "tests/bench/DemoBench.h"
#include "tests/bench/EncryptionBench.h"
#include "tests/bench/KeyBench.h"
#include "tests/bench/StudentBench.h"
#include "tests/bench/WarningBench.h"

namespace edupro::bench {

namespace {

// What edupro-cli's own bench command measures, each in a process of its own.
Bench benchOf(const cli::EngineWork& work)
{
    const auto run = [work](const QString&) {
        Result<std::vector<double>> times = cli::timesOf(work);
        if (times)
            for (double& time : *times)
                time *= 1e3;
        return report(work.name, times, work.aim.c_str());
    };
    return {work.id, run};
}

} // namespace

std::vector<Bench> allBenches()
{
    std::vector<Bench> benches{
        {"import", importStudents},
        {"list", openAndList},
        {"edit", editStudents},
        {"encryption", comparePlainAndEncrypted},
        {"audit", walkAudit},
        {"keys", openWithPassword},
        {"example", createExampleSchool},
        {"warning", warnOfThousand}};
    for (const cli::EngineWork& work : cli::engineWorks())
        benches.push_back(benchOf(work));
    return benches;
}

} // namespace edupro::bench
