// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/attendance/ListActions.h"

#include "core/attendance/AttendanceDay.h"
#include "tests/attendance/SmallClass.h"

using namespace edupro;
using namespace edupro::attendance;
using namespace edupro::tests;

namespace {

QString shown(const DayList& list, const SmallClass& small)
{
    static const char* const states[] = {"not taken", "draft", "submitted", "corrected"};
    QString text = QString::fromLatin1(states[static_cast<int>(list.state)]);
    for (const StudentId& student : {small.ani, small.budi, small.citra}) {
        const ListEntry entry = list.entryOf(student);
        text += u' ' + entry.code;
        if (entry.late) text += u'+';
        if (entry.leftEarly) text += u'-';
        if (!entry.note.isEmpty()) text += u'(' + entry.note + u')';
    }
    return text;
}

} // namespace

TEST_CASE("A list is taken, drafted first, and read back", "[attendance][postgres]")
{
    onEveryDialect([](storage::Store& store) {
        SmallClass small(store);
        CHECK(shown(small.stored(small.monday), small) == "not taken H H H");
        const auto draft = takeList(
            store, small.group, small.monday, {entry(small.budi, "S", "demam")}, ListState::Draft);
        REQUIRE(draft.has_value());
        CHECK(shown(small.stored(small.monday), small) == "draft H S(demam) H");
        REQUIRE(takeList(
                    store,
                    small.group,
                    small.monday,
                    {entry(small.ani, "TP"), entry(small.budi, "H"), entry(small.citra, "a")},
                    ListState::Submitted)
                    .has_value());
        CHECK(shown(small.stored(small.monday), small) == "submitted H+- H A");
        CHECK(store.count(entityInfo<AttendanceDay>()).value() == 2);
        CHECK(store.count(entityInfo<AttendanceSession>()).value() == 1);
    });
}

TEST_CASE("A submitted list takes the same entries, others only with a reason", "[attendance]")
{
    const auto store = memoryStore();
    SmallClass small(*store);
    const std::vector<ListEntry> entries{entry(small.ani, "S")};
    REQUIRE(takeList(*store, small.group, small.monday, entries, ListState::Submitted).has_value());
    const auto same = takeList(*store, small.group, small.monday, entries, ListState::Draft);
    REQUIRE(same.has_value());
    CHECK_FALSE(same->isChange());
    CHECK(small.stored(small.monday).state == ListState::Submitted);

    const auto other = takeList(*store, small.group, small.monday, {}, ListState::Submitted);
    REQUIRE_FALSE(other.has_value());
    CHECK(other.error().key == "attendance.submitted");
    CHECK(shown(small.stored(small.monday), small) == "submitted S H H");

    for (const char* reason : {"", "  ", "x"}) {
        const auto without =
            correctList(*store, small.group, small.monday, {}, QString::fromLatin1(reason));
        REQUIRE_FALSE(without.has_value());
        CHECK(without.error().issues.front().field == "reason");
    }
    const QString reason = QStringLiteral("Surat dokter menyusul");
    REQUIRE(correctList(*store, small.group, small.monday, {entry(small.ani, "I")}, reason)
                .has_value());
    CHECK(shown(small.stored(small.monday), small) == "corrected I H H");
    CHECK(small.stored(small.monday).reason == reason);
}

TEST_CASE("Each refusal is told at its own student, and nothing is stored", "[attendance]")
{
    const auto store = memoryStore();
    SmallClass small(*store);
    const StudentId stranger{QUuid::fromString(u"01234567-89ab-7def-8123-456789abcdef")};
    ListEntry lateAndSick = entry(small.budi, "S");
    lateAndSick.late = true;
    const auto refused = takeList(
        *store,
        small.group,
        QDate(2026, 2, 13), // a Friday before Citra came
        {entry(small.ani, "X"),
         lateAndSick,
         entry(small.citra, "A"),
         entry(stranger, "A"),
         entry(small.citra, "S")},
        ListState::Submitted);
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().key == "attendance.refused");
    CHECK(
        issuesOf(small, refused.error()) == QStringList{
                                                "Ani choice H|S|I|A",
                                                "Budi not_present",
                                                "Citra before_enrolment 2026-02-16",
                                                stranger.text() + " not_enrolled",
                                                "Citra before_enrolment 2026-02-16",
                                                "Citra twice"});
    CHECK(store->count(entityInfo<AttendanceSession>()).value() == 0);
    CHECK(store->count(entityInfo<AttendanceDay>()).value() == 0);
}

TEST_CASE("A student who left is refused with the last day", "[attendance]")
{
    const ClassStudent left{
        .id = {},
        .nis = {},
        .name = {},
        .stays = {
            {QDate(2025, 7, 14), QDate(2025, 9, 30)}, {QDate(2026, 1, 5), QDate(2026, 2, 6)}}};
    const auto ruleOn = [&](QDate day) {
        const auto issues = issuesOfEntry(day, {.student = {}, .note = {}}, &left);
        return issues.empty() ? std::string() : issues.back().rule + " " + issues.back().limit;
    };
    CHECK(ruleOn(QDate(2025, 7, 11)) == "before_enrolment 2025-07-14");
    CHECK(ruleOn(QDate(2025, 9, 30)).find("enrol") == std::string::npos);
    CHECK(ruleOn(QDate(2025, 10, 1)) == "after_enrolment 2025-09-30");
    CHECK(ruleOn(QDate(2026, 2, 9)) == "after_enrolment 2026-02-06");
}

TEST_CASE("A day that is to come, free, or in no term takes no list", "[attendance]")
{
    const auto store = memoryStore();
    SmallClass small(*store);
    const auto [day, issues] = GENERATE(table<QDate, QStringList>({
        {QDate(2026, 3, 3), {"day future"}},
        {QDate(2026, 3, 1), {"day weekend"}},
        {QDate(2026, 7, 6), {"day future", "day no_term"}},
    }));
    const auto refused = takeList(*store, small.group, day, {}, ListState::Draft);
    REQUIRE_FALSE(refused.has_value());
    CHECK(issuesOf(small, refused.error()) == issues);
}

TEST_CASE("A holiday is refused by its name", "[attendance]")
{
    const auto store = memoryStore();
    SmallClass small(*store);
    const QDate day(2026, 2, 17);
    CalendarDay newYear{.day = day, .name = QStringLiteral("Imlek")};
    REQUIRE(store->save(newYear).has_value());
    const std::vector<ListEntry> entries{entry(small.ani, "A")};
    const auto taken = takeList(*store, small.group, day, entries, ListState::Submitted);
    const auto corrected =
        correctList(*store, small.group, day, entries, QStringLiteral("Guru lupa"));
    for (const auto& refused : {taken, corrected}) {
        REQUIRE_FALSE(refused.has_value());
        CHECK(issuesOf(small, refused.error()) == QStringList{"day holiday Imlek"});
    }
    CHECK(small.stored(day).entries.empty());
}

TEST_CASE("A locked term takes corrections with a reason, an archived one nothing", "[attendance]")
{
    const auto store = memoryStore();
    SmallClass small(*store);
    small.lockTerm();
    const auto refused = takeList(*store, small.group, small.monday, {}, ListState::Submitted);
    REQUIRE_FALSE(refused.has_value());
    CHECK(issuesOf(small, refused.error()) == QStringList{"day locked"});
    const QString reason = QStringLiteral("Tertinggal");
    CHECK(correctList(*store, small.group, small.monday, {entry(small.ani, "A")}, reason)
              .has_value());
    small.term.state = QStringLiteral("archived");
    REQUIRE(store->save(small.term).has_value());
    const auto archived = correctList(*store, small.group, small.monday, {}, reason);
    REQUIRE_FALSE(archived.has_value());
    CHECK(issuesOf(small, archived.error()) == QStringList{"day locked"});
}

TEST_CASE("Taking a list is undone as one step and done again", "[attendance]")
{
    const auto store = memoryStore();
    SmallClass small(*store);
    const auto first =
        takeList(*store, small.group, small.monday, {entry(small.ani, "S")}, ListState::Draft);
    const auto second = takeList(
        *store,
        small.group,
        small.monday,
        {entry(small.budi, "A", "tanpa kabar"), entry(small.citra, "T")},
        ListState::Submitted);
    REQUIRE(second.has_value());
    const auto undone = undoList(*store, *second);
    REQUIRE(undone.has_value());
    CHECK(shown(small.stored(small.monday), small) == "draft S H H");
    REQUIRE(undoList(*store, *first).has_value());
    CHECK(small.stored(small.monday) == first->before);
    const auto again = undoList(*store, *second); // the draft that it followed is gone
    REQUIRE_FALSE(again.has_value());
    CHECK(again.error().key == "attendance.changed");
}

TEST_CASE("What was undone is done again, and somebody else's change is kept", "[attendance]")
{
    const auto store = memoryStore();
    SmallClass small(*store);
    const auto taken =
        takeList(*store, small.group, small.monday, {entry(small.ani, "S")}, ListState::Submitted);
    const auto undone = undoList(*store, *taken);
    REQUIRE(undoList(*store, *undone).has_value());
    CHECK(shown(small.stored(small.monday), small) == "submitted S H H");

    REQUIRE(correctList(*store, small.group, small.monday, {}, QStringLiteral("Salah orang"))
                .has_value());
    const auto late = undoList(*store, *taken);
    REQUIRE_FALSE(late.has_value());
    CHECK(late.error().key == "attendance.changed");
    CHECK(shown(small.stored(small.monday), small) == "corrected H H H");
}

TEST_CASE("A student of another class on that day is not on the list", "[attendance]")
{
    const auto store = memoryStore();
    SmallClass small(*store);
    const ClassGroupId other =
        school::ensureClassGroup(*store, small.term.academicYear, QStringLiteral("7B")).value().id;
    Enrolment moved{.student = small.citra, .classGroup = other, .startsOn = QDate(2026, 3, 30)};
    REQUIRE(store->save(moved).has_value());
    AttendanceDay later{
        .student = small.citra, .day = QDate(2026, 3, 31), .status = QStringLiteral("S")};
    REQUIRE(store->save(later).has_value());
    CHECK(readList(*store, small.group, QDate(2026, 3, 31)).value().entries.empty());
    CHECK(readList(*store, other, QDate(2026, 3, 31)).value().entries.size() == 1);
}
