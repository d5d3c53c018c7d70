// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/income/IncomeImport.h"

#include "core/income/GuardianIncome.h"
#include "core/people/StudentImport.h"
#include "tests/support/ImportFiles.h"
#include "tests/support/Stores.h"

using namespace edupro;
using namespace edupro::income;
using namespace edupro::tests;

namespace {

void addStudents(storage::Store& store)
{
    importText(store, people::studentImport(), "nis,nama\n10001,Ani\n10002,Budi\n").value();
}

/// Each income as "relation since amount|band", sorted.
QStringList incomes(storage::Store& store)
{
    QHash<QUuid, QString> relations;
    const auto links = store.list<StudentGuardian>().value();
    for (const StudentGuardian& link : links)
        relations.insert(link.guardian.value, link.relation);
    QStringList all;
    const auto stored = store.list<GuardianIncome>().value();
    for (const GuardianIncome& income : stored)
        all.append(
            QStringLiteral("%1 %2 %3")
                .arg(
                    relations.value(income.guardian.value),
                    income.since.toString(Qt::ISODate),
                    income.amount ? QString::number(*income.amount) : "band " + *income.band));
    all.sort();
    return all;
}

} // namespace

TEST_CASE("Incomes are amounts, band codes or band labels", "[income][postgres]")
{
    onEveryDialect([](storage::Store& store) {
        addStudents(store);
        const QByteArray file = "NIS;Hubungan;Nama Orang Tua;Penghasilan;Sejak\n"
                                "10001;Ayah;Pak Made;Rp 2.300.000;01/07/2025\n"
                                "10001;Ibu;;Rp. 2,000,000 - Rp. 4,999,999;01/07/2025\n"
                                "10002;;;12;01/07/2025\n"
                                "10002;Ayah;;Tidak Berpenghasilan;01/07/2025\n";
        CHECK(countsOf(importText(store, incomeImport(), file)) == "4/0/0/0 of 4");
        CHECK(
            incomes(store) == QStringList{
                                  "father 2025-07-01 2300000",
                                  "father 2025-07-01 band 99",
                                  "guardian 2025-07-01 band 12",
                                  "mother 2025-07-01 band 14"});
        CHECK(countsOf(importText(store, incomeImport(), file)) == "0/0/4/0 of 4");
        CHECK(store.count(entityInfo<Guardian>()).value() == 4);
    });
}

TEST_CASE("Columns for father and mother make one guardian each", "[income]")
{
    const auto store = memoryStore();
    addStudents(*store);
    const QByteArray file = "nis,semester,penghasilan ayah,penghasilan ibu\n"
                            "10001,20251,\"3,000,000\",500.000\n"
                            "10002,20251,-,\"Rp. 500,000 - Rp. 999,999\"\n";
    CHECK(countsOf(importText(*store, incomeImport(), file)) == "2/0/0/0 of 2");
    CHECK(
        incomes(*store) ==
        QStringList{
            "father 2025-07-01 3000000", "mother 2025-07-01 500000", "mother 2025-07-01 band 12"});
}

TEST_CASE("Without a day an income counts from today's term and is stored once", "[income]")
{
    const auto store = memoryStore();
    addStudents(*store);
    const QByteArray file = "nis,penghasilan\n10001,2300000\n";
    CHECK(countsOf(importText(*store, incomeImport(), file)) == "1/0/0/0 of 1");
    CHECK(incomes(*store) == QStringList{"guardian 2026-01-01 2300000"});
    CHECK(countsOf(importText(*store, incomeImport(), file)) == "0/0/1/0 of 1");
    CHECK(
        countsOf(importText(
            *store, incomeImport(), "nis,nama wali,penghasilan\n10001,Bu Sri,2300000\n")) ==
        "0/1/0/0 of 1");
    CHECK(
        countsOf(importText(*store, incomeImport(), "nis,penghasilan\n10001,2500000\n")) ==
        "0/1/0/0 of 1");
    CHECK(incomes(*store) == QStringList{"guardian 2026-01-01 2500000"});
}

TEST_CASE("Incomes that cannot be read are refused", "[income]")
{
    const auto store = memoryStore();
    addStudents(*store);
    const auto report = importText(
        *store,
        incomeImport(),
        "nis,hubungan,penghasilan,sejak\n"
        "10001,Paman,2300000,2025-07-01\n"
        "10001,Ayah,2.3E+06,2025-07-01\n"
        "10001,Ayah,cukup,2025-07-01\n"
        "10001,Ayah,,2025-07-01\n"
        "10001,Ayah,-5,2025-07-01\n"
        "10001,Ayah,2300000,kemarin\n"
        "77777,Ayah,2300000,2025-07-01\n"
        "10001,Ayah,2300000,2025-07-01\n"
        "10001,Ayah,2400000,2025-07-01\n");
    CHECK(countsOf(report) == "1/0/0/8 of 9");
    CHECK(
        issuesOf(*report) == QStringList{
                                 "2 hubungan choice",
                                 "3 penghasilan digits_lost",
                                 "4 penghasilan rupiah",
                                 "5 penghasilan required",
                                 "6 penghasilan rupiah",
                                 "7 sejak date",
                                 "8 nis unknown_student",
                                 "10 nis duplicate"});
    CHECK(store->count(entityInfo<Guardian>()).value() == 1);
    CHECK(
        countsOf(importText(*store, incomeImport(), "nis,kode penghasilan\n10001,18\n")) ==
        "0/0/0/1 of 1");
    CHECK(
        countsOf(importText(*store, incomeImport(), "nis,nama\n10001,Ani\n")) ==
        "import.heading_missing");
}
