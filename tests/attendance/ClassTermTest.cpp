// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/attendance/ClassTerm.h"

#include "core/storage/SqlFiles.h"
#include "tests/attendance/SmallClass.h"

using namespace edupro;
using namespace edupro::attendance;
using namespace edupro::tests;

TEST_CASE("Figures of a class follow its lists and not its drafts", "[attendance][postgres]")
{
    onEveryDialect([](storage::Store& store) {
        SmallClass small(store);
        const auto take = [&](QDate day, const std::vector<ListEntry>& entries, ListState state) {
            REQUIRE(takeList(store, small.group, day, entries, state).has_value());
        };
        take(QDate(2026, 2, 13), {entry(small.ani, "A")}, ListState::Submitted);
        take(QDate(2026, 2, 26), {entry(small.ani, "A")}, ListState::Submitted);
        take(
            QDate(2026, 2, 27),
            {entry(small.ani, "A"), entry(small.citra, "S")},
            ListState::Submitted);
        take(small.monday, {entry(small.ani, "A")}, ListState::Draft);
        const ClassTerm term = readClassTerm(store, small.group, QStringLiteral("20252")).value();
        CHECK(term.today == small.monday);
        REQUIRE(term.students.size() == 3);
        CHECK(term.students[0].name == "Ani Contoh");
        const Figures ani = term.figuresOf(small.ani);
        CHECK(ani.effective == 3);
        CHECK(ani.absentRun == 3); // a weekend and an unrecorded week do not break it
        CHECK(ani.percent() == 0.0);
        const Figures citra = term.figuresOf(small.citra); // came on 16 February
        CHECK(citra.effective == 2);
        CHECK(citra.sick == 1);
        CHECK(term.recordBefore(small.monday) == QDate(2026, 2, 27));
        // Citra stays until 27 March: 20 days without weekends from 2 March, none recorded.
        CHECK(term.remainingDaysOf(small.citra) == 20);
    });
}

TEST_CASE("A term's total goes before its daily lists", "[attendance]")
{
    const auto store = memoryStore();
    SmallClass small(*store);
    REQUIRE(
        takeList(*store, small.group, small.monday, {entry(small.ani, "A")}, ListState::Submitted)
            .has_value());
    AttendanceTotal total{
        .student = small.ani, .term = small.term.id, .effectiveDays = 40, .sick = 4};
    REQUIRE(store->save(total).has_value());
    const ClassTerm term = readClassTerm(*store, small.group, QStringLiteral("20252")).value();
    CHECK(term.figuresOf(small.ani).percent() == 90.0);
    CHECK(term.figuresOf(small.ani).fromTotal);
    CHECK(term.figuresOf(small.budi).effective == 1);
}

TEST_CASE("A class that is not there and a term of another year are named", "[attendance]")
{
    const auto store = memoryStore();
    SmallClass small(*store);
    CHECK(readClassTerm(*store, {}, QStringLiteral("20252")).error().key == "class.unknown");
    REQUIRE(school::ensureTerm(*store, QStringLiteral("20241")).has_value());
    CHECK(
        readClassTerm(*store, small.group, QStringLiteral("20241")).error().key == "term.unknown");
}

TEST_CASE("Classes are listed as people count", "[attendance]")
{
    const auto store = memoryStore();
    SmallClass small(*store);
    for (const char* name : {"10A", "8A"}) {
        REQUIRE(school::ensureClassGroup(*store, small.term.academicYear, QString::fromLatin1(name))
                    .has_value());
    }
    QStringList names;
    for (const ClassRow& row : listClasses(*store, QStringLiteral("20252"), {}).value())
        names.append(row.name);
    CHECK(names == QStringList{"7A", "8A", "10A"});
}

TEST_CASE("Every query of a class uses an index", "[attendance]")
{
    const auto store = memoryStore();
    const auto plan = [&](const char* name) {
        QString sql = storage::sqlFile(QString::fromLatin1(name), storage::Dialect::Sqlite);
        static const QRegularExpression placeholder(QStringLiteral(":[a-z_]+"));
        QStringList steps;
        const Done read = store->connection().read(
            QStringLiteral("EXPLAIN QUERY PLAN ") + sql.replace(placeholder, QStringLiteral("'x'")),
            {},
            [&](const auto& row) {
                steps.append(row.value(3).toString());
                return true;
            });
        if (!read) FAIL(read.error().detail);
        return steps.join(u'\n').toStdString();
    };
    const auto [name, index] = GENERATE(table<const char*, const char*>({
        {"attendance/list_class_students", "enrolments_by_class"},
        {"attendance/list_class_sessions", "attendance_sessions_by_class"},
        {"attendance/list_class_days", "attendance_days_by_student"},
        {"attendance/list_class_totals", "attendance_totals_by_term"},
        {"attendance/list_term_classes", "terms"},
    }));
    const std::string steps = plan(name);
    INFO(steps);
    CHECK(steps.find(index) != std::string::npos);
    CHECK(steps.find("SCAN e") == std::string::npos);
    CHECK(steps.find("SCAN d") == std::string::npos);
    CHECK(steps.find("SCAN l") == std::string::npos);
}
