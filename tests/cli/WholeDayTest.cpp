// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/Entities.h"
#include "core/people/PeopleActions.h"
#include "tests/cli/Cli.h"
#include "tests/support/Catch.h"
#include "tests/support/Paths.h"

#include <QFileInfo>
#include <QJsonArray>

using namespace edupro::tests;

namespace {

QString shared(const char* path)
{
    return sharedFile("/") + QLatin1String(path);
}

bool sharedIsThere(const char* what)
{
    if (QFileInfo::exists(shared("data/siswa/sekolah-uci/siswa.csv"))) return true;
    saySkipped(what, "../shared is not there");
    return false;
}

int count(const QJsonObject& report, const char* key)
{
    return report.value(QLatin1String(key)).toInt(-1);
}

void checkCountsAddUp(const QJsonObject& report)
{
    CHECK(
        count(report, "rows") == count(report, "added") + count(report, "updated") +
                                     count(report, "unchanged") + count(report, "rejected"));
}

/// What the students page does: finds a student, changes the record, and saves it.
void editTheNewcomer(const QString& path)
{
    const auto store = edupro::storage::Store::openFile(
        path, {.actor = QStringLiteral("clerk"), .entities = edupro::allEntities()});
    if (!store) FAIL(store.error().detail);
    const auto listed =
        edupro::people::listStudents(**store, {.text = QStringLiteral("nuraini lama")}, 0, 10);
    REQUIRE(listed.has_value());
    REQUIRE(listed->size() == 1);
    CHECK(listed->front().className == QStringLiteral("7A"));
    auto student = (*store)->find<edupro::Student>(listed->front().id).value()->record;
    student.address = QStringLiteral("Jl. Melati 5");
    const auto saved = edupro::people::saveStudent(**store, student, QStringLiteral("7B"));
    REQUIRE(saved.has_value());
    CHECK(
        edupro::people::lastEnrolment(**store, student.id).value()->className ==
        QStringLiteral("7B"));
    const auto history = (*store)->history(student.id.value).value();
    CHECK(history.back().actor == QStringLiteral("clerk"));
    CHECK(history.back().after.value("address") == QStringLiteral("Jl. Melati 5"));
}

} // namespace

TEST_CASE("The UCI school walks from its files to predictions and clusters", "[cli]")
{
    if (!sharedIsThere("the walk of the UCI school")) return;
    const Cli cli;
    const QStringList store{QStringLiteral("--store"), QStringLiteral("uci.edupro")};
    const QStringList json = store + QStringList{QStringLiteral("--json")};
    cli.mustRun(
        {"school",
         "create",
         "uci.edupro",
         "--plain",
         "--name",
         "Sekolah UCI",
         "--npsn",
         "12345678"});

    const std::vector<std::tuple<const char*, const char*, int>> files{
        {"students", "data/siswa/sekolah-uci/siswa.csv", 395},
        {"marks", "data/siswa/sekolah-uci/nilai.csv", 1185},
        {"attendance", "data/siswa/sekolah-uci/presensi.csv", 1185}};
    for (const auto& [kind, file, rows] : files) {
        INFO(kind);
        const QStringList words{QStringLiteral("import"), QString::fromLatin1(kind), shared(file)};
        const QJsonObject first = cli.mustRun(words + json).json();
        CHECK(count(first, "rows") == rows);
        CHECK(count(first, "added") == rows);
        checkCountsAddUp(first);
        const QJsonObject second = cli.mustRun(words + json).json();
        CHECK(count(second, "unchanged") == rows);
        CHECK(count(second, "added") == 0);
    }

    const QJsonObject trained = cli.mustRun(QStringList{"train"} + json).json();
    const QJsonObject baselines = trained.value("baselines").toObject();
    CHECK(baselines.value("majority").toDouble() == Approx(0.747).margin(0.0005));
    CHECK(baselines.value("persistence").toDouble() == Approx(0.927).margin(0.0005));
    CHECK(trained.value("target") == QStringLiteral("next-term"));
    CHECK(trained.value("rows").toInt() == 790);
    CHECK(trained.value("classes").toArray().size() == 3);
    int confused = 0;
    int right = 0;
    const QJsonArray confusion = trained.value("confusion").toArray();
    for (int actual = 0; actual < confusion.size(); ++actual) {
        for (int said = 0; said < confusion[actual].toArray().size(); ++said) {
            confused += confusion[actual].toArray()[said].toInt();
            if (actual == said) right += confusion[actual].toArray()[said].toInt();
        }
    }
    CHECK(confused == 395);
    CHECK(trained.value("accuracy").toDouble() == Approx(double(right) / confused));
    CHECK(trained.value("accuracy").toDouble() > 0.747);
    CHECK(trained.value("model_version").toInt() == 1);

    cli.mustRun(QStringList{"predict", "--csv", "out.csv"} + store);
    const QByteArrayList lines = cli.read("out.csv").split('\n');
    CHECK(lines.size() == 395 + 2); // heading, and nothing behind the last line break
    CHECK(lines[0].contains("prediksi_prestasi"));

    const QJsonObject imported =
        cli.mustRun(
               QStringList{"import", "indicators", shared("data/provinsi/sma-2023-gabungan.csv")} +
               json)
            .json();
    CHECK(count(imported, "rows") == 34);
    CHECK(count(imported, "added") == 34);
    const QJsonObject clustered = cli.mustRun(QStringList{"cluster", "--k", "3"} + json).json();
    CHECK(clustered.value("k").toInt() == 3);
    CHECK(clustered.value("assignments").toArray().size() == 34);
}

TEST_CASE("The example school goes through a whole day and what was done is read back", "[cli]")
{
    const Cli cli;
    const QStringList store{QStringLiteral("--store"), QStringLiteral("demo.edupro")};
    const QStringList json = store + QStringList{QStringLiteral("--json")};
    cli.mustRun({"demo", "create", "demo.edupro", "--students", "120", "--seed", "7"});

    cli.write(
        "students.csv",
        "NIS;Nama Siswa;Kelas;Tanggal Lahir;JK\n90001;Nur'aini Baru;7A;03/05/2013;P\n");
    CHECK(
        count(
            cli.mustRun(QStringList{"import", "students", "students.csv"} + json).json(),
            "added") == 1);
    cli.write(
        "students.csv",
        "NIS;Nama Siswa;Kelas;Tanggal Lahir;JK\n90001;Nur'aini Lama;7A;03/05/2013;P\n");
    CHECK(
        count(
            cli.mustRun(QStringList{"import", "students", "students.csv"} + json).json(),
            "updated") == 1);

    editTheNewcomer(cli.path("demo.edupro"));

    const QJsonObject trained = cli.mustRun(QStringList{"train"} + json).json();
    CHECK(trained.value("rows").toInt() > 100);
    const QJsonObject predicted = cli.mustRun(QStringList{"predict"} + json).json();
    CHECK(predicted.value("predicted").toInt() > 50);
    const QString nis =
        predicted.value("rows").toArray().first().toObject().value("nis").toString();
    const QJsonObject explained = cli.mustRun(QStringList{"explain", nis} + json).json();
    CHECK(
        explained.value("prediksi_prestasi") ==
        predicted.value("rows").toArray().first().toObject().value("prediksi_prestasi"));
    cli.mustRun(QStringList{"cluster"} + json);
    cli.mustRun(QStringList{"report", "readiness", "--pdf", "readiness.pdf"} + store);
    CHECK(cli.read("readiness.pdf").startsWith("%PDF-"));
    CHECK(cli.files() == QStringList{"demo.edupro", "readiness.pdf", "students.csv"});
}

TEST_CASE("The same seed makes the same school", "[cli]")
{
    const Cli cli;
    for (const char* name : {"a.edupro", "b.edupro"})
        cli.mustRun(
            {"demo", "create", QString::fromLatin1(name), "--students", "60", "--seed", "3"});
    const auto trained = [&](const char* name) {
        QJsonObject report =
            cli.mustRun({"train", "--json", "--store", QString::fromLatin1(name)}).json();
        report.remove("seconds");
        return report;
    };
    CHECK(trained("a.edupro") == trained("b.edupro"));
}
