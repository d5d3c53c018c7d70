// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/warning/Features.h"

#include "core/attendance/AttendanceDay.h"
#include "core/income/GuardianIncome.h"
#include "tests/warning/SmallSchool.h"

#include <cmath>

using namespace edupro;
using namespace edupro::tests;
using namespace edupro::warning;

namespace {

const QString autumn = QStringLiteral("20251");

TermData termIn(storage::Store& store, const QString& code)
{
    return valueOf(readTerm(store, valueOf(school::termOf(store, code))));
}

void earns(
    storage::Store& store, const StudentId& student, const QString& relation, GuardianIncome income)
{
    Guardian guardian{.name = QStringLiteral("Orang Tua")};
    valueOf(store.save(guardian));
    StudentGuardian link{.student = student, .guardian = guardian.id, .relation = relation};
    valueOf(store.save(link));
    income.guardian = guardian.id;
    valueOf(store.save(income));
}

// A published view, by student and term.
struct ViewRow {
    StudentId student;
    std::optional<double> first;
    std::optional<double> second;
    std::optional<double> third;
};

std::map<StudentId, ViewRow>
viewOf(storage::Store& store, const QString& columns, const QString& view)
{
    std::map<StudentId, ViewRow> rows;
    const auto number = [](const QVariant& value) {
        return value.isNull() ? std::nullopt : std::optional(value.toDouble());
    };
    const QString sql = QStringLiteral("SELECT siswa_id, %1 FROM %2 WHERE semester = '20251'");
    const Done read =
        store.connection().read(sql.arg(columns, view), {}, [&](const QSqlQuery& row) {
            const StudentId id{QUuid(row.value(0).toString())};
            CHECK(rows.count(id) == 0);
            rows[id] = {id, number(row.value(1)), number(row.value(2)), number(row.value(3))};
            return true;
        });
    if (!read) FAIL(read.error().detail);
    return rows;
}

template<class T>
std::optional<double> asNumber(const std::optional<T>& value)
{
    return value ? std::optional(static_cast<double>(*value)) : std::nullopt;
}

} // namespace

TEST_CASE(
    "The figures of a term are those of the published views, one row per student",
    "[warning][postgres]")
{
    onEveryDialect([](storage::Store& store) {
        SmallSchool school(store);
        Random random(5);
        std::vector<StudentId> students;
        for (int i = 0; i < 12; ++i) {
            const StudentId student = school.addStudent(
                QString::number(10000 + i),
                i % 2 == 0 ? QStringLiteral("7A") : QStringLiteral("7B"));
            for (const char* subject : {"Matematika", "IPA", "Bahasa Indonesia"}) {
                for (const QString& term : {autumn, QStringLiteral("20252")})
                    school.mark(student, term, random.uniform(40, 100), QLatin1String(subject));
            }
            if (i < 4) school.absent(student, autumn, i);
            students.push_back(student);
        }
        // Two incomes that were replaced, a band, a band without an upper end, and somebody
        // without.
        const QDate long_ago(2020, 1, 1);
        earns(
            store, students[0], QStringLiteral("father"), {.since = long_ago, .amount = 3'000'000});
        earns(
            store,
            students[0],
            QStringLiteral("mother"),
            {.since = long_ago, .band = QStringLiteral("14")});
        earns(
            store,
            students[1],
            QStringLiteral("father"),
            {.since = long_ago, .band = QStringLiteral("16")});
        earns(
            store,
            students[2],
            QStringLiteral("father"),
            {.since = QDate(2026, 2, 1), .amount = 1});
        // Daily lists for who has no totals: 7A on three days, 7B on two.
        const QDate monday(2025, 9, 1);
        const auto groups = valueOf(store.list<ClassGroup>());
        REQUIRE(groups.size() == 2);
        for (const ClassGroup& group : groups) {
            for (int day = 0; day < (group.name == u"7A" ? 3 : 2); ++day) {
                AttendanceSession session{.classGroup = group.id, .day = monday.addDays(day)};
                valueOf(store.save(session));
            }
        }
        for (const char* status : {"S", "I", "A", "H"}) {
            const std::size_t who = 4 + random.below(8);
            AttendanceDay day{
                .student = students[who],
                .day = monday.addDays(2),
                .status = QLatin1String(status)};
            valueOf(store.save(day));
        }

        const TermData data = termIn(store, autumn);
        auto marks = viewOf(
            store,
            QStringLiteral("rata_rata, nilai_terendah, jumlah_mapel"),
            QStringLiteral("nilai_raport"));
        auto days = viewOf(
            store,
            QStringLiteral("hari_efektif, sakit + izin + alpa, persentase_kehadiran"),
            QStringLiteral("presensi"));
        auto incomes = viewOf(
            store,
            QStringLiteral("total_terendah, total_tertinggi, NULL"),
            QStringLiteral("penghasilan_ortu"));
        REQUIRE(data.students.size() == 12);
        CHECK(marks.size() == 12);
        CHECK(days.size() == 12);
        CHECK(incomes.size() == 2);
        for (const StudentTerm& row : data.students) {
            REQUIRE(data.find(row.student) == &row);
            CHECK(*row.average == Approx(*marks[row.student].first));
            CHECK(*row.lowestMark == Approx(*marks[row.student].second));
            CHECK(asNumber(row.effectiveDays) == days[row.student].first);
            CHECK(*row.sick + *row.excused + *row.absent == *days[row.student].second);
            CHECK(*attendancePercent(row) == Approx(*days[row.student].third));
            CHECK(asNumber(row.incomeLowest) == incomes[row.student].first);
            CHECK(asNumber(row.incomeHighest) == incomes[row.student].second);
        }
        CHECK(data.find({QUuid::createUuid()}) == nullptr);
    });
}

TEST_CASE("Categories follow the thresholds, and an undecided income is missing", "[warning]")
{
    const auto store = memoryStore();
    SmallSchool school(*store);
    const school::Thresholds rule = valueOf(school::thresholdsOn(*store, QDate(2025, 12, 31)));
    struct Case {
        double average;
        int absent;
        Level level;
    };
    const Case cases[] = {
        {80.0, 20, Level::High},
        {79.9, 0, Level::Medium},
        {95.0, 21, Level::Medium},
        {70.0, 25, Level::Medium},
        {70.0, 26, Level::Low},
        {69.9, 0, Level::Low},
    };
    for (const Case& one : cases) {
        const StudentTerm row{
            .average = one.average,
            .effectiveDays = 100,
            .sick = 0,
            .excused = 0,
            .absent = one.absent};
        INFO(one.average << " " << one.absent);
        CHECK(levelOf(row, rule) == one.level);
    }
    CHECK_FALSE(levelOf({.average = 90.0}, rule).has_value());
    CHECK_FALSE(levelOf({.effectiveDays = 100}, rule).has_value());
    CHECK_FALSE(attendancePercent({.effectiveDays = 0}).has_value());

    const auto income = [&rule](std::optional<qint64> lowest, std::optional<qint64> highest) {
        return incomeLevelOf({.incomeLowest = lowest, .incomeHighest = highest}, rule);
    };
    CHECK(income(5'000'000, 20'000'000) == Level::High);
    CHECK(income(20'000'001, std::nullopt) == Level::High);
    CHECK(income(2'300'000, 4'999'999) == Level::Medium);
    CHECK(income(0, 499'999) == Level::Low);
    CHECK_FALSE(income(2'000'000, 4'999'999).has_value()); // band 14 crosses a threshold
    CHECK_FALSE(income(std::nullopt, std::nullopt).has_value());
}

TEST_CASE("The row of a student follows the model's own columns and categories", "[warning]")
{
    const school::Thresholds rule{.attendanceHigh = 80, .attendanceMedium = 75};
    const StudentTerm before{.average = 70.0};
    const StudentTerm now{
        .average = 64.5,
        .lowestMark = 40.0,
        .belowPassing = 3,
        .effectiveDays = 50,
        .sick = 1,
        .excused = 0,
        .absent = 10};
    auto columns = featureColumns(true);
    const auto reader = FeatureReader::forColumns(columns);
    REQUIRE(reader.has_value());
    const std::vector<double> row = reader->row(now, &before, rule);
    REQUIRE(row.size() == 9);
    CHECK(row[0] == 64.5);
    CHECK(std::isnan(row[1]));
    CHECK(row[2] == 1.0); // 78 %: Sedang
    CHECK(row[3] == -5.5);
    CHECK(row[4] == 40.0);
    CHECK(row[5] == 3.0);
    CHECK(row[6] == 2.0);
    CHECK(row[7] == 0.0);
    CHECK(row[8] == 20.0);
    CHECK(std::isnan(reader->row(now, nullptr, rule)[3]));

    columns = {{"kategori_kehadiran", ml::ColumnKind::Nominal, {"Tinggi", "Sedang", "Rendah"}}};
    CHECK(FeatureReader::forColumns(columns)->row(now, nullptr, rule) == std::vector<double>{1.0});
    columns = {{"kategori_kehadiran", ml::ColumnKind::Nominal, {"Rendah", "Tinggi", "Sedang"}}};
    CHECK(FeatureReader::forColumns(columns)->row(now, nullptr, rule) == std::vector<double>{2.0});

    CHECK(
        FeatureReader::forColumns({{"golongan_darah", ml::ColumnKind::Nominal, {"A", "B"}}})
            .error()
            .key == "model.damaged");
    CHECK(
        FeatureReader::forColumns({{"kategori_kehadiran", ml::ColumnKind::Nominal, {"A", "B"}}})
            .error()
            .key == "model.damaged");
    CHECK(
        FeatureReader::forColumns({{"rata_rata", ml::ColumnKind::Nominal, {"A", "B"}}})
            .error()
            .key == "model.damaged");
}

TEST_CASE("Terms follow each other across the year", "[warning]")
{
    CHECK(termAfter(QStringLiteral("20251")) == QStringLiteral("20252"));
    CHECK(termAfter(QStringLiteral("20252")) == QStringLiteral("20261"));
    CHECK(termBefore(QStringLiteral("20261")) == QStringLiteral("20252"));
    CHECK(termBefore(QStringLiteral("20252")) == QStringLiteral("20251"));
}
