// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/Access.h"

#include "core/people/Student.h"
#include "core/storage/Store.h"
#include "tests/support/Catch.h"
#include "tests/support/Stores.h"

using namespace edupro;
using namespace edupro::security;
using namespace edupro::storage;
using namespace edupro::tests;

namespace {

/// Answers as the test tells it and counts how often it was asked.
class Scripted : public Access {
public:
    QUuid user() const override { return QUuid(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11); }
    QString login() const override { return QStringLiteral("scripted"); }
    Roles roles() const override { return is; }
    Done checkSession(Store&) override
    {
        ++sessions;
        if (alive) return done();
        return Error{.code = ErrorCode::Permission, .key = "session.expired", .detail = "the end"};
    }
    Done checkWrite(
        Store&,
        const EntityInfo&,
        const Values* before,
        const Values* after,
        const QString& why) override
    {
        seen += before ? (after ? 'u' : 'd') : 'c';
        reason = why;
        return mayWrite ? done() : Done(denied(Action::Update, Object::Students));
    }
    Done checkWritten(Store&, const EntityInfo&, const QUuid&) override
    {
        return staysWritten ? done() : Done(denied(Action::Update, Object::Students));
    }

    Roles is = Role::Admin;
    bool alive = true;
    bool mayWrite = true;
    bool staysWritten = true;
    int sessions = 0;
    std::string seen;
    QString reason;
};

Student ani()
{
    return {.nis = QStringLiteral("10001"), .name = QStringLiteral("Ani")};
}

} // namespace

TEST_CASE("A store with a person asks before every read and write", "[storage][access]")
{
    onEveryDialect([](Store& store) {
        Student kept = ani();
        REQUIRE(store.save(kept).has_value());
        const auto person = std::make_shared<Scripted>();
        store.admit(person);

        person->alive = false;
        Student other{.nis = QStringLiteral("10002"), .name = QStringLiteral("Budi")};
        const EntityInfo& students = entityInfo<Student>();
        const auto refused = [](const auto& answer) {
            return !answer && answer.error().key == "session.expired";
        };
        CHECK(refused(store.save(other)));
        CHECK(refused(store.remove(students, kept.id.value)));
        CHECK(refused(store.restore(students, kept.id.value)));
        CHECK(refused(store.find<Student>(kept.id)));
        CHECK(refused(store.list<Student>()));
        CHECK(refused(store.count(students)));
        CHECK(refused(store.rows(students, QStringLiteral("people/list_student_numbers"))));
        CHECK(refused(store.history(kept.id.value)));
        CHECK(refused(Transaction::begin(store)));
        CHECK(refused(store.require(Action::Read, Object::Students)));
        CHECK(person->sessions == 10);

        person->alive = true;
        person->is = Role::Teacher;
        CHECK(store.find<Student>(kept.id).has_value());
        const Done sealed = store.require(Action::Read, Object::Sealed);
        REQUIRE_FALSE(sealed);
        CHECK(sealed.error().key == "access.denied");
        CHECK(sealed.error().code == ErrorCode::Permission);
        CHECK_THAT(sealed.error().detail, ContainsSubstring("admin principal staff"));

        store.admit(nullptr);
        person->alive = false;
        CHECK(store.save(other).has_value());
    });
}

TEST_CASE("A write that the person may not make leaves no trace", "[storage][access]")
{
    const bool before = GENERATE(true, false); // the row is written
    onEveryDialect([before](Store& store) {
        Student kept = ani();
        REQUIRE(store.save(kept).has_value());
        const auto person = std::make_shared<Scripted>();
        store.admit(person);

        const auto stands = [&](const Student& wanted, std::int64_t rows, std::size_t changes) {
            CHECK((*store.find<Student>(kept.id))->record == wanted);
            CHECK(*store.count(entityInfo<Student>()) == rows);
            CHECK(store.history(kept.id.value)->size() == changes);
        };
        Student changed = kept;
        changed.name = QStringLiteral("Ani Baru");
        Student other{.nis = QStringLiteral("10002"), .name = QStringLiteral("Budi")};
        (before ? person->mayWrite : person->staysWritten) = false;
        CHECK(store.save(changed).error().key == "access.denied");
        CHECK(store.save(other).error().key == "access.denied");
        stands(kept, 1, 1);
        {
            auto transaction = Transaction::begin(store);
            REQUIRE(transaction.has_value());
            CHECK(store.save(changed).error().key == "access.denied");
            other.id = {};
            CHECK(store.save(other).error().key == "access.denied");
            // The transaction goes on with what is allowed.
            person->mayWrite = person->staysWritten = true;
            Student third{.nis = QStringLiteral("10003"), .name = QStringLiteral("Citra")};
            CHECK(store.save(third).has_value());
            REQUIRE(transaction->commit().has_value());
        }
        stands(kept, 2, 1);
    });
}

TEST_CASE(
    "The person's identity is written as the actor, the reason is asked once", "[storage][access]")
{
    onEveryDialect([](Store& store) {
        const auto person = std::make_shared<Scripted>();
        store.admit(person);
        store.setReason(QStringLiteral("typing error"));
        Student kept = ani();
        REQUIRE(store.save(kept).has_value());
        CHECK(person->reason == QStringLiteral("typing error"));
        kept.name = QStringLiteral("Ani Baru");
        REQUIRE(store.save(kept).has_value());
        CHECK(person->reason.isEmpty());
        REQUIRE(store.remove(entityInfo<Student>(), kept.id.value).has_value());
        REQUIRE(store.restore(entityInfo<Student>(), kept.id.value).has_value());
        CHECK(person->seen == "cudu");
        for (const Change& change : *store.history(kept.id.value))
            CHECK(change.actor == person->user().toString(QUuid::WithoutBraces));
    });
}
