// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/LogFile.h"
#include "app/Logging.h"
#include "tests/support/Catch.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>

#include <thread>
#include <vector>

using namespace edupro;

namespace {

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

std::vector<QJsonObject> linesIn(const QString& path)
{
    std::vector<QJsonObject> lines;
    for (const QByteArray& line : contentOf(path).split('\n')) {
        if (line.isEmpty()) continue;
        const QJsonDocument parsed = QJsonDocument::fromJson(line);
        REQUIRE(parsed.isObject());
        lines.push_back(parsed.object());
    }
    return lines;
}

struct Log {
    explicit Log(qint64 size = 2LL << 20)
    {
        logging::begin({.program = "test", .folder = dir.filePath("log"), .fileSize = size});
    }
    ~Log() { logging::end(); }
    QString path(const char* name) const { return dir.filePath(QStringLiteral("log/") + name); }

    QTemporaryDir dir;
};

} // namespace

TEST_CASE("A note is one line of JSON with its event, fields and time", "[logging]")
{
    const Log log;
    const QUuid row = QUuid::createUuid();
    logging::note(
        "import.finished", {{"rows", 500}, {"seconds", 0.25}, {"row", row}, {"kind", "students"}});
    const auto lines = linesIn(log.path("test.jsonl"));
    REQUIRE(lines.size() == 1);
    CHECK(lines[0]["event"].toString() == "import.finished");
    CHECK(lines[0]["rows"].toInt() == 500);
    CHECK(lines[0]["row"].toString() == row.toString(QUuid::WithoutBraces));
    CHECK(lines[0]["t"].toString().endsWith('Z'));
}

TEST_CASE("A failure is logged by code, key, native code and rules, without any value", "[logging]")
{
    const Log log;
    logging::noteFailure(
        "save",
        {.code = ErrorCode::Validation,
         .key = "validation",
         .detail = "students: Ani Contoh breaks a rule (23505)",
         .issues = {{.field = "nik", .rule = "pattern", .value = "3273Ani"}}});
    const QByteArray text = contentOf(log.path("test.jsonl"));
    CHECK_FALSE(text.contains("Ani"));
    CHECK_FALSE(text.contains("3273"));
    const auto lines = linesIn(log.path("test.jsonl"));
    REQUIRE(lines.size() == 1);
    CHECK(lines[0]["native"].toString() == "23505");
    CHECK(lines[0]["issues"].toArray().at(0).toString() == "nik:pattern");
}

TEST_CASE(
    "What stands in brackets at the end of a detail is logged only when it is a code", "[logging]")
{
    const Log log;
    for (const char* detail : {"no student (Ani Contoh)", "no student (3273015708130001)", "x ()"})
        logging::noteFailure("find", {.code = ErrorCode::NotFound, .detail = detail});
    const QByteArray text = contentOf(log.path("test.jsonl"));
    CHECK_FALSE(text.contains("Ani"));
    CHECK_FALSE(text.contains("3273"));
}

TEST_CASE("Qt's messages come into the log masked and without quoted values", "[logging]")
{
    const Log log;
    qWarning("value \"Budi\" of 3273015708130001 is odd");
    const auto lines = linesIn(log.path("test.jsonl"));
    REQUIRE(lines.size() == 1);
    CHECK(lines[0]["level"].toString() == "warning");
    CHECK(lines[0]["text"].toString() == QStringLiteral("value […] of […] is odd"));
}

TEST_CASE("The log is its user's only and goes through five files of a bounded size", "[logging]")
{
    const Log log(4000);
    for (int i = 0; i < 1000; ++i)
        logging::note("tick", {{"i", i}});
    const QDir folder(log.dir.filePath("log"));
    const auto files = folder.entryInfoList({"*.jsonl"}, QDir::Files);
    CHECK(files.size() == 5);
    for (const QFileInfo& file : files) {
        INFO(file.fileName().toStdString());
        CHECK(file.size() <= 4000);
#ifndef Q_OS_WIN
        const auto others = QFileDevice::ReadGroup | QFileDevice::WriteGroup |
                            QFileDevice::ReadOther | QFileDevice::WriteOther;
        CHECK((file.permissions() & others) == 0);
#endif
    }
    // The newest are kept, in order.
    const auto newest = linesIn(log.path("test.jsonl"));
    const auto before = linesIn(log.path("test.1.jsonl"));
    REQUIRE_FALSE(newest.empty());
    CHECK(newest.back()["i"].toInt() == 999);
    CHECK(before.back()["i"].toInt() + 1 == newest.front()["i"].toInt());
}

TEST_CASE("Lines of several threads stay whole", "[logging]")
{
    const Log log(20'000);
    std::vector<std::thread> threads;
    for (int t = 0; t < 4; ++t)
        threads.emplace_back([t] {
            for (int i = 0; i < 100; ++i)
                logging::note("tick", {{"thread", t}, {"i", i}});
        });
    for (std::thread& thread : threads)
        thread.join();
    std::size_t lines = 0;
    for (const char* name : {"test.jsonl", "test.1.jsonl", "test.2.jsonl", "test.3.jsonl"})
        lines += linesIn(log.path(name)).size();
    CHECK(lines == 400);
}

TEST_CASE("A folder that cannot be made means no log and no failure", "[logging]")
{
    QTemporaryDir dir;
    QFile file(dir.filePath("file"));
    REQUIRE(file.open(QIODevice::WriteOnly));
    logging::begin({.program = "test", .folder = dir.filePath("file/log")});
    logging::note("tick");
    logging::end();
    CHECK(QFileInfo(dir.filePath("file")).isFile());
}
