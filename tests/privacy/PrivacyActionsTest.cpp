// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/privacy/PrivacyActions.h"

#include "core/privacy/Disclosure.h"
#include "core/privacy/EraseStudent.h"
#include "core/privacy/Retention.h"
#include "core/storage/audit/AuditLog.h"
#include "core/warning/Prediction.h"
#include "tests/privacy/SampleFamily.h"
#include "tests/support/Stores.h"

using namespace edupro;
using namespace edupro::privacy;
using namespace edupro::storage;
using namespace edupro::tests;

namespace {

constexpr Instant hour = 60 * 60 * 1000;

std::unique_ptr<Store> storeWithClock(std::shared_ptr<Instant> now)
{
    StoreOptions options = testOptions();
    options.clock = [now] {
        return *now;
    };
    auto store = Store::openMemory(std::move(options));
    REQUIRE(store.has_value());
    return std::move(store).value();
}

qint64 readsOf(Store& store, const StudentId& student)
{
    return auditCount(
               store,
               {.actions = {codeOf(AuditAction::ReadMasked)},
                .table = QStringLiteral("students"),
                .row = student.value})
        .value();
}

} // namespace

TEST_CASE("A request is due 72 hours after it was received and can be decided once", "[privacy]")
{
    const auto now = std::make_shared<Instant>(testNow);
    const auto store = storeWithClock(now);
    const Family family = aFamily(*store);
    const auto request = receiveRequest(
        *store,
        {.student = family.other.id,
         .kind = QStringLiteral("access"),
         .requester = QStringLiteral("Ibu Budi")});
    REQUIRE(request.has_value());
    CHECK(request->dueAt == testNow + 72 * hour);
    *now += 73 * hour;
    const auto open = listRequests(*store, true);
    REQUIRE(open->size() == 2);
    CHECK(timeLeft(open->front().dueAt, store->now()) == -hour);
    const auto wordless = decideRequest(*store, request->id, QStringLiteral("refused"), QString());
    CHECK(wordless.error().code == ErrorCode::Validation); // a refusal says why
    const auto done =
        decideRequest(*store, request->id, QStringLiteral("done"), QStringLiteral("diserahkan"));
    REQUIRE(done.has_value());
    CHECK(*done->decidedAt == testNow + 73 * hour);
    CHECK(
        decideRequest(*store, request->id, QStringLiteral("refused"), QStringLiteral("x"))
            .error()
            .key == "privacy.decided");
    CHECK(listRequests(*store, true)->size() == 1);
    CHECK(listRequests(*store, false)->size() == 2);
}

TEST_CASE("A request of another length than 72 hours or an unknown kind is refused", "[privacy]")
{
    onEveryDialect([](Store& store) {
        const Family family = aFamily(store);
        PrivacyRequest request{
            .student = family.other.id,
            .kind = QStringLiteral("access"),
            .requester = QStringLiteral("Ibu Budi"),
            .receivedAt = testNow,
            .dueAt = testNow + 100 * hour};
        CHECK(store.save(request).error().issues.front().rule == "within_72_hours");
        CHECK(
            receiveRequest(
                store,
                {.student = family.other.id,
                 .kind = QStringLiteral("other"),
                 .requester = QStringLiteral("Ibu")})
                .error()
                .issues.front()
                .rule == "choice");
    });
}

TEST_CASE("A granted objection switches the early warning off for that student only", "[privacy]")
{
    const auto store = memoryStore();
    const Family family = aFamily(*store);
    ModelVersion model{
        .kind = QStringLiteral("tree"),
        .number = 1,
        .target = QStringLiteral("next-term"),
        .trainedAt = testNow,
        .model = QStringLiteral("{}"),
        .metrics = QStringLiteral("{}")};
    REQUIRE(store->save(model).has_value());
    const auto term = school::termOf(*store, QStringLiteral("20251"));
    for (const Student* student : {&family.child, &family.other}) {
        Prediction prediction{
            .student = student->id,
            .term = term->id,
            .target = QStringLiteral("next-term"),
            .modelVersion = model.id,
            .level = QStringLiteral("Rendah"),
            .reason = QStringLiteral("[]")};
        REQUIRE(store->save(prediction).has_value());
    }
    const auto request = receiveRequest(
        *store,
        {.student = family.child.id,
         .kind = QStringLiteral("objection"),
         .requester = QStringLiteral("Ibu")});
    REQUIRE(decideRequest(*store, request->id, QStringLiteral("done"), QStringLiteral("dihentikan"))
                .has_value());
    const auto left = store->list<Prediction>();
    REQUIRE(left->size() == 1);
    CHECK(left->front().student == family.other.id);
}

TEST_CASE("A breach is due after 72 hours and closed only when everybody was told", "[privacy]")
{
    const auto now = std::make_shared<Instant>(testNow);
    const auto store = storeWithClock(now);
    const auto breach = reportBreach(
        *store,
        {.what = QStringLiteral("Laptop tata usaha dicuri"),
         .data = QStringLiteral("identitas, nilai"),
         .affected = 320});
    REQUIRE(breach.has_value());
    CHECK(breach->dueAt == testNow + 72 * hour);
    Breach later = *breach;
    later.dueAt += 1;
    CHECK(store->save(later).error().code == ErrorCode::Validation);
    CHECK(stepBreach(*store, breach->id, BreachStep::Closed).error().code == ErrorCode::Validation);
    REQUIRE(stepBreach(*store, breach->id, BreachStep::PeopleTold).has_value());
    *now += hour;
    REQUIRE(stepBreach(*store, breach->id, BreachStep::AuthorityTold).has_value());
    CHECK(
        stepBreach(*store, breach->id, BreachStep::AuthorityTold).error().key == "privacy.decided");
    const auto closed =
        stepBreach(*store, breach->id, BreachStep::Closed, QStringLiteral("Kunci berkas diganti"));
    REQUIRE(closed.has_value());
    CHECK(*closed->authorityToldAt == testNow + hour);
    CHECK(
        stepBreach(*store, {store->newId()}, BreachStep::Closed).error().key ==
        "privacy.no_breach");
}

TEST_CASE(
    "Looking at sealed fields is one event per person, student, purpose "
    "and session",
    "[privacy]")
{
    const auto store = memoryStore();
    const Family family = aFamily(*store);
    for (int i = 0; i < 3; ++i)
        REQUIRE(revealStudent(*store, family.child.id, QStringLiteral("form")).has_value());
    CHECK(readsOf(*store, family.child.id) == 1);
    REQUIRE(revealStudent(*store, family.child.id, QStringLiteral("export")).has_value());
    CHECK(readsOf(*store, family.child.id) == 2);
    // Nothing sealed is known of this one.
    REQUIRE(revealStudent(*store, family.other.id, QStringLiteral("form")).has_value());
    CHECK(readsOf(*store, family.other.id) == 0);
    store->admit(nullptr); // another session
    REQUIRE(revealStudent(*store, family.child.id, QStringLiteral("form")).has_value());
    CHECK(readsOf(*store, family.child.id) == 3);
}

TEST_CASE("Masks show the end of a number and nothing of amounts and notes", "[privacy]")
{
    const EntityInfo& students = entityInfo<Student>();
    const auto field = [&](QStringView column) {
        return students.fields[static_cast<std::size_t>(students.indexOf(column))];
    };
    const QString nik = masked(field(u"nik"), QStringLiteral("3273015708130077"));
    CHECK(nik.endsWith(QStringLiteral("077")));
    CHECK_FALSE(nik.contains(QStringLiteral("3273")));
    CHECK(
        masked(field(u"health_notes"), QStringLiteral("Asma")) ==
        masked(field(u"health_notes"), QStringLiteral("Alergi kacang dan udang")));
    CHECK(masked(field(u"nik"), {}).isEmpty());
    CHECK(masked(field(u"name"), QStringLiteral("Ani")) == QStringLiteral("Ani"));
    const EntityInfo& incomes = entityInfo<GuardianIncome>();
    const auto& amount = incomes.fields[static_cast<std::size_t>(incomes.indexOf(u"amount"))];
    CHECK(masked(amount, qlonglong{2'500'000}) == masked(amount, qlonglong{500}));
}

TEST_CASE(
    "The retention list names what is over its time, by the school's own "
    "periods",
    "[privacy]")
{
    onEveryDialect([](Store& store) {
        const Family family = aFamily(store); // left; the school year ends on 2026-06-30
        const auto studentsOver = [&store] {
            const auto all = overdueData(store);
            if (!all) FAIL(all.error().detail);
            REQUIRE(all->size() == 4);
            for (const OverdueData& data : *all)
                if (data.rule.purpose == u"student") return data;
            return OverdueData{};
        };
        CHECK(studentsOver().rule.months == 60);
        CHECK(studentsOver().rows.empty());
        Enrolment ended =
            store
                .list<Enrolment>(
                    QStringLiteral("student_id"), QVariant::fromValue(family.child.id.value))
                ->front();
        DatedSetting period{
            .name = QStringLiteral("retention.student"), .since = QDate(2026, 1, 1), .value = 3};
        REQUIRE(store.save(period).has_value());
        const QDate threeMonthsAgo = store.today().addMonths(-3);
        ended.endsOn = threeMonthsAgo;
        REQUIRE(store.save(ended).has_value());
        CHECK(studentsOver().rows.empty());
        ended.endsOn = threeMonthsAgo.addDays(-1);
        REQUIRE(store.save(ended).has_value());
        const OverdueData over = studentsOver();
        CHECK(over.rule.months == 3);
        REQUIRE(over.rows.size() == 1);
        CHECK(over.rows.front().student == family.child.id);
        CHECK(over.rows.front().since == threeMonthsAgo.addDays(-1));
        CHECK((*store.find<Student>(family.child.id))->record == family.child); // a dry run
        REQUIRE(eraseStudent(store, family.child.id, QStringLiteral("retention")).has_value());
        CHECK(studentsOver().rows.empty());
    });
}
