// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/grades/MarkImport.h"

#include "core/grades/FinalMark.h"
#include "core/people/StudentImport.h"
#include "core/school/SchoolActions.h"
#include "core/school/TermCell.h"
#include "tests/support/ImportFiles.h"
#include "tests/support/Stores.h"

using namespace edupro;
using namespace edupro::grades;
using namespace edupro::tests;

namespace {

void addStudents(storage::Store& store)
{
    const auto added =
        importText(store, people::studentImport(), "nis,nama\n10001,Ani\n10002,Budi\n");
    REQUIRE(countsOf(added) == "2/0/0/0 of 2");
}

std::vector<double> marks(storage::Store& store)
{
    std::vector<double> all;
    const auto stored = store.list<FinalMark>().value();
    for (const FinalMark& mark : stored)
        all.push_back(mark.mark);
    std::sort(all.begin(), all.end());
    return all;
}

} // namespace

TEST_CASE("Marks make the terms and subjects they need, once", "[grades][postgres]")
{
    onEveryDialect([](storage::Store& store) {
        addStudents(store);
        const QByteArray file = "NIS;Semester;Mapel;Nilai\n"
                                "10001;20251;Matematika;85,5\n"
                                "10001;2025/2026 Genap;MATEMATIKA;99,810\n"
                                "10002;20251;Matematika ;70\n";
        const auto report = importText(store, markImport(), file);
        CHECK(countsOf(report) == "3/0/0/0 of 3");
        CHECK(marks(store) == std::vector<double>{70, 85.5, 99.81});
        CHECK(store.count(entityInfo<Subject>()).value() == 1);
        CHECK(store.count(entityInfo<Term>()).value() == 2);
        CHECK(countsOf(importText(store, markImport(), file)) == "0/0/3/0 of 3");
        CHECK(
            countsOf(importText(
                store, markImport(), "nis,semester,mapel,nilai\n10001,20251,matematika,86\n")) ==
            "0/1/0/0 of 1");
    });
}

TEST_CASE("Wrong marks are refused and leave no trace of their subject or term", "[grades]")
{
    const auto store = memoryStore();
    addStudents(*store);
    const auto report = importText(
        *store,
        markImport(),
        "nis,semester,mapel,nilai\n"
        "10001,20251,Fisika,101\n"
        "10001,20251,Fisika,1e2\n"
        "10001,20251,Fisika,-\n"
        "10001,20253,Fisika,80\n"
        "10001,18001,Fisika,80\n"
        "99999,20251,Fisika,80\n"
        "10001,20251,X,80\n"
        ",20251,Fisika,80\n");
    CHECK(countsOf(report) == "0/0/0/8 of 8");
    CHECK(
        issuesOf(*report) == QStringList{
                                 "2 nilai range",
                                 "3 nilai digits_lost",
                                 "4 nilai required",
                                 "5 semester term",
                                 "6 semester range",
                                 "7 nis unknown_student",
                                 "8 mapel length",
                                 "9 nis required"});
    CHECK(report->issues[0].message == u"must lie between 0 and 100");
    CHECK(store->count(entityInfo<Subject>()).value() == 0);
    CHECK(store->count(entityInfo<Term>()).value() == 0);
}

TEST_CASE("The same mark twice in one file is refused the second time", "[grades]")
{
    const auto store = memoryStore();
    addStudents(*store);
    const auto report = importText(
        *store,
        markImport(),
        "nis,semester,mapel,nilai\n"
        "10001,20251,Fisika,101\n"
        "10001,20251,Fisika,80\n"
        "10001,20251,fisika,90\n");
    CHECK(issuesOf(report.value()) == QStringList{"2 nilai range", "4 nis duplicate"});
    CHECK(marks(*store) == std::vector<double>{80});
}

TEST_CASE("Marks of a locked term are refused", "[grades]")
{
    const auto store = memoryStore();
    addStudents(*store);
    Term term = school::ensureTerm(*store, "20251").value();
    term.state = "locked";
    store->save(term).value();
    const auto report =
        importText(*store, markImport(), "nis,semester,mapel,nilai\n10001,20251,Fisika,80\n");
    CHECK(issuesOf(report.value()) == QStringList{"2 semester locked"});
}

TEST_CASE("Terms are read as people write them", "[school]")
{
    const auto row = GENERATE(table<const char*, const char*>(
        {{"20251", "20251"},
         {" 20252 ", "20252"},
         {"2025/2026 Ganjil", "20251"},
         {"2025/2026 GENAP", "20252"},
         {"Ganjil 2025/2026", "20251"},
         {"Semester Genap 2025/2026", "20252"},
         {"2025/2026-1", "20251"},
         {"2025-2026 (2)", "20252"},
         {"20253", ""},
         {"2025/2027 Ganjil", ""},
         {"2025/2026", ""},
         {"Ganjil", ""},
         {"1", ""},
         {"2025/2026 12", ""},
         {"", ""}}));
    CAPTURE(std::get<0>(row));
    CHECK(school::termCodeOf(std::get<0>(row)) == std::get<1>(row));
}
