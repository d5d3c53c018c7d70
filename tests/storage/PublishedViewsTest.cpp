// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/Entities.h"
#include "core/people/PeopleActions.h"
#include "core/school/SchoolActions.h"
#include "tests/support/Builders.h"
#include "tests/support/Catch.h"
#include "tests/support/Stores.h"

#include <QSqlRecord>

using namespace edupro;
using namespace edupro::storage;
using namespace edupro::tests;

namespace {

template<class T>
T saved(Store& store, T record)
{
    const auto outcome = store.save(record);
    if (!outcome) FAIL(outcome.error().detail);
    return record;
}

QVariantList firstRow(Store& store, const QString& sql)
{
    QVariantList row;
    const Done read = store.connection().read(sql, {}, [&](const QSqlQuery& query) {
        for (int i = 0; i < query.record().count(); ++i)
            row.append(query.isNull(i) ? QVariant() : query.value(i));
        return false;
    });
    if (!read) FAIL(read.error().detail);
    return row;
}

struct Fixture {
    explicit Fixture(Store& store)
        : term(school::ensureTerm(store, QStringLiteral("20251")).value())
        , student(saved<Student>(store, aStudent().named("Ani").withNis("00123")))
    {
        for (const auto& [subject, mark] :
             {std::pair{"Matematika", 70.0}, std::pair{"IPA", 81.0}}) {
            const Subject found = school::ensureSubject(store, QString::fromUtf8(subject)).value();
            saved(
                store,
                FinalMark{
                    .student = student.id, .subject = found.id, .term = term.id, .mark = mark});
        }
        saved(
            store,
            AttendanceTotal{
                .student = student.id,
                .term = term.id,
                .effectiveDays = 100,
                .sick = 2,
                .excused = 1,
                .absent = 7});
    }

    void earns(
        Store& store,
        const char* relation,
        std::optional<qint64> amount,
        std::optional<QString> band)
    {
        const Guardian guardian = saved(store, Guardian{});
        saved(
            store,
            StudentGuardian{
                .student = student.id,
                .guardian = guardian.id,
                .relation = QString::fromUtf8(relation)});
        saved(
            store,
            GuardianIncome{
                .guardian = guardian.id,
                .since = QDate(2025, 7, 1),
                .amount = amount,
                .band = band});
    }

    Term term;
    Student student;
};

} // namespace

TEST_CASE("The query of the older EduPro backend runs unchanged", "[storage]")
{
    onEveryDialect([](Store& store) {
        Fixture fixture(store);
        fixture.earns(store, "father", 2'000'000, std::nullopt);
        fixture.earns(store, "mother", 1'500'000, std::nullopt);
        const QVariantList row = firstRow(
            store,
            QStringLiteral("SELECT s.id, s.nama, nr.rata_rata, po.total_penghasilan, "
                           "p.persentase_kehadiran FROM siswa s JOIN "
                           "nilai_raport nr ON s.id = nr.siswa_id LEFT JOIN penghasilan_ortu po ON "
                           "s.id = po.siswa_id LEFT JOIN "
                           "presensi p ON s.id = p.siswa_id"));
        REQUIRE(row.size() == 5);
        CHECK(QUuid::fromString(row[0].toString()) == fixture.student.id.value);
        CHECK(row[1].toString() == QStringLiteral("Ani"));
        CHECK(row[2].toDouble() == Approx(75.5));
        CHECK(row[3].toDouble() == Approx(3'500'000.0));
        CHECK(row[4].toDouble() == Approx(90.0));
    });
}

TEST_CASE("An income band is an interval and not a guess", "[storage]")
{
    onEveryDialect([](Store& store) {
        Fixture fixture(store);
        fixture.earns(store, "father", 1'000'000, std::nullopt);
        fixture.earns(store, "mother", std::nullopt, QStringLiteral("14"));
        const QVariantList row = firstRow(
            store,
            QStringLiteral("SELECT semester, total_penghasilan, total_terendah, total_tertinggi "
                           "FROM penghasilan_ortu"));
        REQUIRE(row.size() == 4);
        CHECK(row[0].toString() == QStringLiteral("20251"));
        CHECK_FALSE(row[1].isValid());
        CHECK(row[2].toDouble() == Approx(3'000'000.0));
        CHECK(row[3].toDouble() == Approx(5'999'999.0));
    });
}

TEST_CASE("Attendance is counted from the daily lists where no term total stands", "[storage]")
{
    onEveryDialect([](Store& store) {
        Fixture fixture(store);
        REQUIRE(people::enrol(store, fixture.student.id, QStringLiteral("7A"), QDate(2025, 7, 14))
                    .has_value());
        const auto enrolment = people::lastEnrolment(store, fixture.student.id).value();
        for (int day = 5; day <= 8; ++day)
            saved(
                store,
                AttendanceSession{.classGroup = enrolment->classGroup, .day = QDate(2026, 1, day)});
        saved(
            store,
            AttendanceDay{
                .student = fixture.student.id,
                .day = QDate(2026, 1, 6),
                .status = QStringLiteral("A")});
        // Marked on a day whose list was never taken: not counted.
        saved(
            store,
            AttendanceDay{
                .student = fixture.student.id,
                .day = QDate(2026, 1, 9),
                .status = QStringLiteral("S")});
        REQUIRE(school::ensureTerm(store, QStringLiteral("20252")).has_value());
        const QVariantList row = firstRow(
            store,
            QStringLiteral("SELECT semester, hari_efektif, hadir, alpa, persentase_kehadiran FROM "
                           "presensi WHERE semester = '20252'"));
        REQUIRE(row.size() == 5);
        CHECK(row[1].toInt() == 4);
        CHECK(row[2].toInt() == 3);
        CHECK(row[3].toInt() == 1);
        CHECK(row[4].toDouble() == Approx(75.0));
        // The term with a total is not counted again from the lists.
        CHECK(firstRow(store, QStringLiteral("SELECT COUNT(*) FROM presensi"))[0].toInt() == 2);
    });
}

TEST_CASE("Every published view answers on an empty store", "[storage]")
{
    onEveryDialect([](Store& store) {
        for (const char* view :
             {"siswa", "nilai_raport", "presensi", "penghasilan_ortu", "prestasi"}) {
            INFO(view);
            CHECK(
                firstRow(store, QStringLiteral("SELECT COUNT(*) FROM ") + QLatin1String(view))[0]
                    .toInt() == 0);
        }
    });
}
