// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/SideBySide.h"

#include "tests/faults/Ledger.h"
#include "tests/support/Catch.h"

#include <QCoreApplication>
#include <QProcess>

namespace edupro::tests {

void sideBySide(const char* tag)
{
    std::vector<std::unique_ptr<QProcess>> runs;
    for (const Keeping& keeping : everyKeeping()) {
        auto run = std::make_unique<QProcess>();
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(
            QStringLiteral("EDUPRO_FAULT_KEEPING"), QString::fromLatin1(keeping.name));
        run->setProcessEnvironment(environment);
        run->setProcessChannelMode(QProcess::MergedChannels);
        run->start(QCoreApplication::applicationFilePath(), {QString::fromLatin1(tag)});
        runs.push_back(std::move(run));
    }
    for (const auto& run : runs) {
        REQUIRE(run->waitForFinished(-1));
        const QByteArray said = run->readAll();
        for (const QByteArray& line : said.split('\n')) {
            if (line.startsWith("T-")) std::cout << line.toStdString() << std::endl;
        }
        INFO(said.toStdString());
        CHECK(run->exitStatus() == QProcess::NormalExit);
        CHECK(run->exitCode() == 0);
        CHECK(said.contains("All tests passed"));
    }
}

} // namespace edupro::tests
