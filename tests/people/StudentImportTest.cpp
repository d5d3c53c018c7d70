// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/people/StudentImport.h"

#include "core/people/PeopleActions.h"
#include "tests/support/ImportFiles.h"
#include "tests/support/Stores.h"

using namespace edupro;
using namespace edupro::people;
using namespace edupro::tests;

namespace {

Student studentOf(storage::Store& store, const QString& nis)
{
    const auto id = studentOfNis(store, nis).value();
    REQUIRE(id.has_value());
    return store.find<Student>(*id).value()->record;
}

QString classOf(storage::Store& store, const QString& nis)
{
    const auto id = studentOfNis(store, nis).value();
    REQUIRE(id.has_value());
    const auto last = lastEnrolment(store, *id).value();
    return last ? last->className : QString();
}

} // namespace

TEST_CASE("Students are read with every field and put into their class", "[people][postgres]")
{
    onEveryDialect([](storage::Store& store) {
        const auto report = importText(
            store,
            studentImport(),
            "\xEF\xBB\xBFNIPD;Nama;Rombel Saat Ini;Tgl. Lahir;JK;Alamat;NISN\r\n"
            "00123;Ni Luh Ayu;7A;17 Agustus 2013;Perempuan;\"Jl. Melati 5; "
            "Denpasar\";0132345678\r\n"
            "A/2.1;Ma'u Élodie;7 A;2013-01-05;L;-;\r\n");
        CHECK(countsOf(report) == "2/0/0/0 of 2");
        CHECK(report->stored);
        CHECK(issuesOf(*report).isEmpty());
        const Student ayu = studentOf(store, "00123");
        CHECK(ayu.name == u"Ni Luh Ayu");
        CHECK(ayu.birthDate == QDate(2013, 8, 17));
        CHECK(ayu.gender == QStringLiteral("P"));
        CHECK(ayu.address == QStringLiteral("Jl. Melati 5; Denpasar"));
        CHECK(ayu.nisn == QStringLiteral("0132345678"));
        CHECK(classOf(store, "00123") == u"7A");
        CHECK_FALSE(studentOf(store, "A/2.1").address.has_value());
        CHECK(classOf(store, "A/2.1") == u"7 A");
    });
}

TEST_CASE("A file imported twice changes nothing the second time", "[people]")
{
    const auto store = memoryStore();
    const QByteArray file = "nis,nama,kelas,status\n10001,Ani,7A,aktif\n10002,Budi,7B,pindah\n";
    CHECK(countsOf(importText(*store, studentImport(), file)) == "2/0/0/0 of 2");
    CHECK(countsOf(importText(*store, studentImport(), file)) == "0/0/2/0 of 2");
    CHECK(studentOf(*store, "10002").status == u"transferred");
}

TEST_CASE("Filled cells update a student, empty ones keep what is known", "[people]")
{
    const auto store = memoryStore();
    importText(*store, studentImport(), "nis,nama,alamat\n10001,Ani,Jl. A\n").value();
    const auto report = importText(
        *store, studentImport(), "nis,nama,alamat,kelas\n10001,Ani Wijaya,,8B\n10002,Ida,,8B\n");
    CHECK(countsOf(report) == "1/1/0/0 of 2");
    CHECK(studentOf(*store, "10001").name == u"Ani Wijaya");
    CHECK(studentOf(*store, "10001").address == QStringLiteral("Jl. A"));
    CHECK(classOf(*store, "10001") == u"8B");
    // Only the class differs.
    CHECK(
        countsOf(importText(*store, studentImport(), "nis,nama,kelas\n10001,Ani Wijaya,8C\n")) ==
        "0/1/0/0 of 1");
    CHECK(classOf(*store, "10001") == u"8C");
}

TEST_CASE("Wrong students are refused with column, rule and what to do", "[people]")
{
    const auto store = memoryStore();
    const auto report = importText(
        *store,
        studentImport(),
        "NIS,Nama,Tanggal Lahir,JK,NISN,Kelas\n"
        "10001,Ani,2026-03-02,P,,7A\n"           // today
        "123,Budi,2013-01-01,L,,7A\n"            // short NIS
        "10003,,2013-01-01,L,,7A\n"              // no name
        "10004,Ida,31/02/2013,?,,7A\n"           // two faults
        "1.23E+15,Joko,2013-01-01,L,,7A\n"       // lost digits
        "10006,Rina,2013-01-01,P,132345678,7A\n" // lost zero
        "10007,Tono,2013-01-01,L,,Kelas Tujuh A\n"
        "10008,Wati,2013-01-01,P,0992345678,7A\n"  // a warning only
        "10008,Wati,2013-01-01,P,,7A\n"            // again
        "10010,Uni,2013-01-01,P,0992345678,7A\n"); // the NISN of another
    CHECK(countsOf(report) == "1/0/0/9 of 10");
    CHECK(
        issuesOf(*report) == QStringList{
                                 "2 Tanggal Lahir past",
                                 "3 NIS length",
                                 "4 Nama required",
                                 "5 JK choice",
                                 "5 Tanggal Lahir date",
                                 "6 NIS digits_lost",
                                 "7 NISN pattern",
                                 "8 Kelas length",
                                 "9 NISN birth_year?",
                                 "10 NIS duplicate",
                                 "11 NISN birth_year?",
                                 "11 NISN unique"});
    CHECK(report->issues[6].value == QStringLiteral("132345678"));
    CHECK(report->issues[6].message.contains("exactly 10 digits"));
    CHECK(report->issues[6].message.contains("leading zeros"));
    CHECK(report->issues[9].message.contains("line 9"));
    CHECK(store->count(entityInfo<Student>()).value() == 1);
}

TEST_CASE("Classes belong to the school year that the row or the caller names", "[people]")
{
    const auto store = memoryStore();
    importText(*store, studentImport(2024), "nis,nama,kelas\n10001,Ani,7A\n").value();
    importText(*store, studentImport(), "nis,nama,kelas,tahun ajaran\n10002,Ida,7A,2023/2024\n")
        .value();
    importText(*store, studentImport(), "nis,nama,kelas\n10003,Budi,7A\n").value();
    QStringList starts;
    const auto stored = store->list<Enrolment>().value();
    for (const Enrolment& enrolment : stored)
        starts.append(enrolment.startsOn.toString(Qt::ISODate));
    starts.sort();
    CHECK(starts == QStringList{"2023-07-01", "2024-07-01", "2025-07-01"});
    const auto wrong = importText(
        *store, studentImport(), "nis,nama,tahun ajaran\n10004,Uni,1200/1201\n10005,Oni,x\n");
    CHECK(issuesOf(wrong.value()) == QStringList{"2 tahun ajaran range", "3 tahun ajaran pattern"});
}
