// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/Cli.h"
#include "tests/support/Catch.h"
#include "tests/support/Written.h"

#include <QJsonArray>

using namespace edupro::tests;

namespace {

const QByteArray line = "tanjung-42-biru\n";

} // namespace

TEST_CASE("A school is encrypted, gets a new key and is made plain by commands", "[cli]")
{
    const Cli cli;
    cli.mustRun({"school", "create", "s.edupro", "--name", "SMP Uji", "--plain"});
    const CliAnswer unasked = cli.run({"school", "encrypt", "--store", "s.edupro"});
    CHECK(unasked.exit == 1);
    CHECK(unasked.err.contains("password.none"));

    const QStringList asPipe{"--store", "s.edupro", "--password-stdin"};
    const CliAnswer first = cli.mustRun(QStringList{"school", "encrypt", "--json"} + asPipe, line);
    CHECK(cli.read("s.edupro").startsWith("EDUPRO1"));
    CHECK(cli.files().contains("s.edupro-keys"));
    CHECK(cli.run(QStringList{"user", "list"} + asPipe, "wrong-password-1\n").exit == 1);
    const CliAnswer second = cli.mustRun(QStringList{"key", "rotate", "--json"} + asPipe, line);
    CHECK(first.json()["recovery_code"] != second.json()["recovery_code"]);
    CHECK(second.json()["invitations"].toArray().isEmpty());
    const CliAnswer third = cli.mustRun(QStringList{"key", "recovery", "--json"} + asPipe, line);
    CHECK(third.json()["recovery_code"] != second.json()["recovery_code"]);

    cli.mustRun(QStringList{"school", "decrypt"} + asPipe, line);
    CHECK(cli.read("s.edupro").startsWith("SQLite format 3"));
    CHECK_FALSE(cli.files().contains("s.edupro-keys"));
    CHECK(cli.mustRun(QStringList{"user", "list"} + asPipe, line).out.contains("admin"));
}

TEST_CASE("What a command puts in place stays there after a power cut", "[cli][faults]")
{
    if (!WatchedPlace::isThere()) return;
    const WatchedPlace place;
    const Cli cli(place.home(), place.environment());
    const QStringList asPipe{"--store", "s.edupro", "--password-stdin"};
    cli.mustRun(
        {"school", "create", "s.edupro", "--name", "SMP Uji", "--password-stdin", "--json"}, line);
    cli.mustRun(
        QStringList{"user", "add", "guru", "--name", "Guru", "--roles", "teacher", "--json"} +
            asPipe,
        line);
    CHECK(cli.run(QStringList{"user", "list"} + asPipe, "wrong-password-1\n").exit == 1);
    const QByteArray changed = "mendung-tipis-77\n";
    cli.mustRun(QStringList{"password", "change"} + asPipe, line + changed);
    const QString backup = cli.mustRun(QStringList{"backup", "create", "--json"} + asPipe, changed)
                               .json()
                               .value("file")
                               .toString();
    cli.mustRun(QStringList{"backup", "restore", backup} + asPipe, changed);
    cli.mustRun(QStringList{"key", "rotate", "--json"} + asPipe, changed);
    const auto renames = place.renames();
    CHECK(renames.count > 40);
    for (const QString& path : renames.unsafe) {
        // Its loss costs one look through the file.
        const bool isClosingNote = path.contains("/edupro/closed-");
        if (!isClosingNote) FAIL_CHECK(path.toStdString());
    }
}
