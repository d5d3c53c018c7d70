// SPDX-License-Identifier: GPL-3.0-or-later
// What a person types or imports, and every password and code, stands readable in no byte that
// edupro-cli ever put into a file, except in files that were asked for.
#include "tests/cli/CanaryDay.h"
#include "tests/support/Catch.h"

using namespace edupro::tests;

namespace {

void report(const char* what, const CanaryDay& day, const WatchedPlace::Findings& findings)
{
    std::cout << "T-KNOWN " << what << ": " << day.canaries().size() << " canaries, "
              << findings.files << " files, " << findings.bytes / 1024 << " KiB written, "
              << findings.hits.size() << " files with hits" << std::endl;
}

WatchedPlace::Findings searched(const CanaryDay& day)
{
    return day.place().search(CanarySearch(day.canaries()));
}

void liveThrough(int children, int kills, std::uint64_t seed)
{
    CanaryDay day(CanaryDay::School::Encrypted, children, seed);
    day.createSchool();
    day.importFiles();
    day.refuseInput();
    day.workWithPeople();
    day.predict();
    day.keepRegisters();
    day.handOut();
    day.backUpAndRestore();
    day.killImports(kills);
    day.recover();
    day.killNewKeys(kills);
    day.examineDamage();
    const auto findings = searched(day);
    report("edupro-cli, encrypted", day, findings);
    CHECK(findings.files > 50);
    for (auto hit = findings.hits.begin(); hit != findings.hits.end(); ++hit)
        FAIL_CHECK(hit.key().toStdString() << ": " << hit.value().join(", ").toStdString());
}

} // namespace

TEST_CASE("A thousand canaries of a day on the command line are in no file", "[cli][secrecy]")
{
    if (WatchedPlace::isThere()) liveThrough(125, 1, 4711);
}

TEST_CASE("Canaries of ten days with many kills are in no file", "[.nightly]")
{
    if (!WatchedPlace::isThere()) return;
    for (std::uint64_t seed = 1; seed <= 10; ++seed)
        liveThrough(250, 8, seed);
}

TEST_CASE("The same search finds the canaries of a plain school", "[cli][secrecy]")
{
    if (!WatchedPlace::isThere()) return;
    CanaryDay day(CanaryDay::School::Plain, 40, 4712);
    day.createSchool();
    day.importFiles();
    day.backUpAndRestore();
    const auto findings = searched(day);
    report("edupro-cli, plain", day, findings);
    QStringList found;
    for (const QStringList& hits : findings.hits)
        found += hits;
    const auto inForm = [&](const char* form) {
        return found.filter(QLatin1String(form) + QStringLiteral(" of")).size();
    };
    CHECK(inForm("utf-8") > 40 * 7);
    CHECK(findings.hits.size() >= 3); // the school, its log, a copy
}

TEST_CASE("The search knows a value in every form that a program may write", "[cli][secrecy]")
{
    const QString text = QStringLiteral("Zqlorem Wxipsum");
    const CanarySearch search({text, QStringLiteral("12345678901")});
    const auto found = [&](const QByteArray& bytes) {
        QStringList forms;
        search.look("before it" + bytes + "and behind", forms);
        return forms.join(u',').toStdString();
    };
    const QByteArray utf8 = text.toUtf8();
    CHECK(found(utf8) == "utf-8 of canary 0");
    CHECK(found(utf8.toHex()) == "hex of canary 0");
    CHECK(found(utf8.toHex().toUpper()) == "HEX of canary 0");
    for (const char* before : {"", "a", "ab"})
        CHECK(found((before + utf8 + "c").toBase64()) == "base64 of canary 0");
    const QByteArray utf16(reinterpret_cast<const char*>(text.utf16()), text.size() * 2);
    CHECK(found(utf16) == "utf-16 of canary 0");
    CHECK(found(QByteArray::fromHex("0002dfdc1c35")) == "integer of canary 1");
    CHECK(found(QByteArray::fromHex("4206fee0e1a80000")) == "double of canary 1");
    CHECK(found("Zqlorem Wxipsun") == "");
}
