// SPDX-License-Identifier: GPL-3.0-or-later
// Walks the table of permissions over a real store: every object x action x role x {own class,
// other class}.
#include "tests/accounts/TwoClasses.h"
#include "tests/support/Catch.h"

using namespace edupro;
using namespace edupro::security;
using namespace edupro::storage;
using namespace edupro::tests;

namespace {

/// What was tried in a transaction that is thrown away.
template<class Try>
auto undone(Store& store, Try&& attempt)
{
    auto transaction = Transaction::begin(store);
    REQUIRE(transaction.has_value());
    return attempt();
}

template<class R>
bool isRefused(const R& result)
{
    return !result && result.error().code == ErrorCode::Permission &&
           result.error().key.starts_with("access.");
}

struct Walk {
    TwoClasses school;
    std::map<std::pair<Object, Action>, int> walked; ///< cells, by role and side
    int attempts = 0;

    void expect(bool wanted, bool worked, bool refused, const std::string& what)
    {
        ++attempts;
        INFO(what);
        CHECK(worked == wanted);
        if (!wanted) CHECK(refused);
    }
};

bool reaches(Scope scope, Side side)
{
    return scope == Scope::All || (scope != Scope::None && side == Side::Own);
}

std::string cellName(Role role, const EntityInfo& entity, const char* what, Side side)
{
    std::string name = nameOf(role).toStdString();
    name += std::string(" ") + what + " " + entity.table.toStdString();
    return name + (side == Side::Own ? " own" : " other");
}

void walkReading(Walk& walk, Role role, Scope scope, const EntityInfo& entity, Side side)
{
    Store& store = *walk.school.store;
    const QUuid id = walk.school.stored.at({&entity, side});
    const std::string name = cellName(role, entity, "reads", side);
    const auto found = store.find(entity, id);
    const auto listed = store.list(entity);
    const auto counted = store.count(entity);
    const bool denied = isRefused(found) && isRefused(listed) && isRefused(counted);
    if (scope == Scope::None) {
        walk.expect(false, bool(found), denied, name);
        return;
    }
    REQUIRE(listed.has_value());
    const bool isListed = std::any_of(listed->begin(), listed->end(), [&](const Values& row) {
        return row[static_cast<std::size_t>(entity.key)].toUuid() == id;
    });
    CHECK(isListed == found->has_value());
    CHECK(*counted == static_cast<qint64>(listed->size()));
    walk.expect(reaches(scope, side), found->has_value(), true, name);
}

void walkCreating(Walk& walk, Role role, Scope scope, const EntityInfo& entity, Side side)
{
    Store& store = *walk.school.store;
    Values values = walk.school.rows.at(&entity)(side, 1, false);
    const bool isNew = entity.table != u"homerooms"; // a class has one: nothing to add
    if (!isNew) return;
    const auto saved = undone(store, [&] { return store.save(entity, values); });
    const std::string detail = saved ? std::string() : saved.error().detail;
    walk.expect(
        reaches(scope, side),
        bool(saved),
        isRefused(saved),
        cellName(role, entity, "creates", side) + ": " + detail);
}

void walkUpdating(Walk& walk, Role role, Scope scope, const EntityInfo& entity, Side side)
{
    Store& store = *walk.school.store;
    const QUuid id = walk.school.stored.at({&entity, side});
    Values values = walk.school.rows.at(&entity)(side, 0, true);
    values[static_cast<std::size_t>(entity.key)] = QVariant::fromValue(id);
    const bool wanted = reaches(scope, side);
    const auto saved = undone(store, [&] { return store.save(entity, values); });
    walk.expect(wanted, bool(saved), isRefused(saved), cellName(role, entity, "updates", side));
    const auto removed = undone(store, [&] { return store.remove(entity, id); });
    walk.expect(wanted, bool(removed), isRefused(removed), cellName(role, entity, "removes", side));
}

/// Update with a reason, where it is not allowed without.
void walkCorrecting(Walk& walk, Role role, Scope scope, const EntityInfo& entity, Side side)
{
    Store& store = *walk.school.store;
    const QUuid id = walk.school.stored.at({&entity, side});
    Values values = walk.school.rows.at(&entity)(side, 0, true);
    values[static_cast<std::size_t>(entity.key)] = QVariant::fromValue(id);
    const auto attempt = [&](const char* reason) {
        auto transaction = Transaction::begin(store);
        REQUIRE(transaction.has_value());
        store.setReason(QString::fromLatin1(reason));
        return store.save(entity, values);
    };
    const auto corrected = attempt("a typing error");
    walk.expect(
        reaches(scope, side),
        bool(corrected),
        isRefused(corrected),
        cellName(role, entity, "corrects", side));
    if (!corrected) return;
    const auto without = attempt("");
    CHECK(isRefused(without));
    CHECK(without.error().key == "access.reason");
}

void walkPromoting(Walk& walk, Role role, Scope scope, const EntityInfo& entity, Side side)
{
    Store& store = *walk.school.store;
    Values values = walk.school.rows.at(&entity)(side, 0, false);
    const QUuid id = walk.school.stored.at({&entity, side});
    values[static_cast<std::size_t>(entity.key)] = QVariant::fromValue(id);
    values[static_cast<std::size_t>(entity.indexOf(u"production"))] = true;
    const auto saved = undone(store, [&] { return store.save(entity, values); });
    walk.expect(
        reaches(scope, side),
        bool(saved),
        isRefused(saved),
        cellName(role, entity, "promotes", side));
}

void walkEntity(Walk& walk, Role role, Action action, const EntityInfo& entity, Side side)
{
    Object object{};
    REQUIRE(objectOf(entity.table, object));
    const Scope scope = scopeOf(role, action, object);
    if (action == Action::Read) walkReading(walk, role, scope, entity, side);
    if (action == Action::Create) walkCreating(walk, role, scope, entity, side);
    // Whoever corrects may not simply update: walkCorrecting() looks at both.
    if (action == Action::Update && !may(role, Action::Correct, object))
        walkUpdating(walk, role, scope, entity, side);
    if (action == Action::Correct && !may(role, Action::Update, object))
        walkCorrecting(walk, role, scope, entity, side);
    // Whoever updates models may change this column, too.
    if (action == Action::Promote && entity.indexOf(u"production") >= 0)
        walkPromoting(walk, role, scope, entity, side);
}

} // namespace

TEST_CASE("Every action of every role on own and other rows does what the table says", "[accounts]")
{
    Walk walk;
    for (const Role role : allRoles) {
        walk.school.signOut();
        walk.school.signIn(role);
        for (int o = 0; o < objectCount; ++o) {
            for (int a = 0; a < actionCount; ++a) {
                const auto object = static_cast<Object>(o);
                const auto action = static_cast<Action>(a);
                // The question that actions without a row ask.
                const Done asked = walk.school.store->require(action, object);
                walk.expect(
                    may(role, action, object),
                    bool(asked),
                    isRefused(asked),
                    (nameOf(role) + u' ' + nameOf(action) + u' ' + nameOf(object)).toStdString());
                for (const EntityInfo* entity : allEntities()) {
                    Object itsObject{};
                    if (!objectOf(entity->table, itsObject) || itsObject != object) continue;
                    for (const Side side : sides)
                        walkEntity(walk, role, action, *entity, side);
                }
                ++walk.walked[{object, action}];
            }
        }
    }
    int walked = 0;
    for (const auto& [cell, roles] : walk.walked)
        walked += roles;
    CHECK(walked == objectCount * actionCount * 4);
    std::cout << "T-RBAC: " << walked << " of " << objectCount * actionCount * 4
              << " cells (object x action x role) walked, " << walk.attempts
              << " attempts on a store\n";
}

TEST_CASE("Nobody without a role does anything", "[accounts]")
{
    TwoClasses school;
    school.signOut();
    const auto admitted = accounts::SignedIn::admit(
        *school.store,
        User{.id = school.users[Side::Own].id},
        UserSessionId{school.stored.at({&entityInfo<UserSession>(), Side::Own})},
        {});
    REQUIRE(admitted.has_value());
    for (const EntityInfo* entity : allEntities())
        CHECK_FALSE(school.store->list(*entity).has_value());
}
