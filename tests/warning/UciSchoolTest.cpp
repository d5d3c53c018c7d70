// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/warning/Predict.h"
#include "core/warning/RiskModel.h"
#include "tests/support/Paths.h"
#include "tests/warning/SmallSchool.h"

#include <QFile>

using namespace edupro;
using namespace edupro::tests;
using namespace edupro::warning;

namespace {

/// The rows of a plain comma-separated file, without its heading.
std::vector<QStringList> rowsOf(const QString& path)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    std::vector<QStringList> rows;
    const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
    for (const QString& line : lines.mid(1))
        rows.push_back(line.trimmed().split(u','));
    return rows;
}

} // namespace

TEST_CASE(
    "395 real pupils: the baselines are the known ones and the tree stands beside them",
    "[warning]")
{
    const QString folder = sharedFile("/data/siswa/sekolah-uci/");
    if (!QFile::exists(folder + QStringLiteral("nilai.csv"))) {
        saySkipped("training on real pupils", "no shared data");
        return;
    }
    const auto store = memoryStore();
    SmallSchool school(*store);
    QMap<QString, StudentId> students;
    for (const QStringList& row : rowsOf(folder + QStringLiteral("siswa.csv"))) {
        Student student{.nis = row[0], .name = row[1], .gender = row[4]};
        valueOf(store->save(student));
        students[row[0]] = student.id;
    }
    for (const QStringList& row : rowsOf(folder + QStringLiteral("nilai.csv")))
        school.mark(students[row[0]], row[1], row[3].toDouble(), row[2]);
    for (const QStringList& row : rowsOf(folder + QStringLiteral("presensi.csv"))) {
        AttendanceTotal total{
            .student = students[row[0]],
            .term = school.termId(row[1]),
            .effectiveDays = row[2].toInt(),
            .sick = row[3].toInt(),
            .excused = row[4].toInt(),
            .absent = row[5].toInt()};
        valueOf(store->save(total));
    }

    const TrainReport report = valueOf(train(*store));
    CHECK(report.rows == 790);
    CHECK(report.majority == Approx(295.0 / 395.0));    // 0.747
    CHECK(report.persistence == Approx(366.0 / 395.0)); // 0.927
    REQUIRE(report.steps.size() == 1);
    CHECK(report.steps[0].term == QStringLiteral("20061"));
    CHECK(report.accuracy > report.majority);
    CHECK(report.withIncome == report.withoutIncome);
    CHECK_FALSE(report.betterThanBaseline); // the category hardly changes from term to term

    const PredictReport predicted = valueOf(predict(*store));
    CHECK(predicted.term == QStringLiteral("20061"));
    CHECK(predicted.students == 395);
    CHECK(predicted.predicted + predicted.notEnoughData == 395);
}
