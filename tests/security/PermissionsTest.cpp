// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/security/Permissions.h"

#include "core/Entities.h"
#include "tests/support/Catch.h"
#include "tests/support/Paths.h"

#include <QFile>

#include <set>

using namespace edupro;
using namespace edupro::security;
using namespace edupro::tests;

namespace {

std::pair<Object, Action> cellOf(const Permission& row)
{
    return {row.object, row.action};
}

} // namespace

TEST_CASE("The table of permissions is the reviewed text", "[security]")
{
    const QString path = sourceFile("/tests/golden/permissions.txt");
    QFile golden(path);
    if (qEnvironmentVariableIsSet("EDUPRO_UPDATE_GOLDEN")) {
        REQUIRE(golden.open(QIODevice::WriteOnly));
        golden.write(permissionsText().toUtf8());
        golden.close();
    }
    REQUIRE(golden.open(QIODevice::ReadOnly));
    CHECK(permissionsText().toStdString() == golden.readAll().toStdString());
}

TEST_CASE("Each cell of the table stands once, in order", "[security]")
{
    const auto rows = permissions();
    for (std::size_t i = 1; i < rows.size(); ++i) {
        INFO(nameOf(rows[i].object).toStdString() + ' ' + nameOf(rows[i].action).toStdString());
        CHECK(cellOf(rows[i - 1]) < cellOf(rows[i]));
    }
}

TEST_CASE("A role may what its cell says", "[security]")
{
    for (const Permission& row : permissions()) {
        INFO(nameOf(row.object).toStdString() + ' ' + nameOf(row.action).toStdString());
        for (const Role role : allRoles) {
            CHECK(scopeOf(role, row.action, row.object) == row.of(role));
            CHECK(may(role, row.action, row.object) == (row.of(role) != Scope::None));
        }
    }
}

TEST_CASE("Every entity belongs to an object of the table", "[security]")
{
    for (const EntityInfo* entity : allEntities()) {
        INFO(entity->table.toStdString());
        Object object{};
        REQUIRE(objectOf(entity->table, object));
        CHECK(may(Role::Admin, Action::Read, object));
        CHECK(may(Role::Admin, Action::Create, object));
    }
    Object object{};
    CHECK_FALSE(objectOf(u"migrations", object));
}

TEST_CASE("A person with several roles may what any of them may", "[security]")
{
    const Roles teachingPrincipal = Roles(Role::Teacher) | Role::Principal;
    CHECK(scopeOf(Role::Teacher, Action::Read, Object::Marks) == Scope::OwnClassSubject);
    CHECK(scopeOf(teachingPrincipal, Action::Read, Object::Marks) == Scope::All);
    CHECK(scopeOf(teachingPrincipal, Action::Update, Object::Marks) == Scope::OwnClassSubject);
    for (int object = 0; object < objectCount; ++object) {
        for (int action = 0; action < actionCount; ++action) {
            const auto a = static_cast<Action>(action);
            const auto o = static_cast<Object>(object);
            CHECK(scopeOf({}, a, o) == Scope::None);
            for (const Role role : allRoles) {
                CHECK(scopeOf(everyone, a, o) >= scopeOf(role, a, o));
                CHECK(rolesThatMay(a, o).testFlag(role) == may(role, a, o));
            }
        }
    }
}

TEST_CASE("Roles are read as they are written and nothing else is taken for one", "[security]")
{
    for (int bits = 1; bits < 16; ++bits) {
        const Roles roles(bits);
        CHECK(rolesOf(textOf(roles)) == roles);
    }
    CHECK(rolesOf(u"teacher,principal") == (Roles(Role::Teacher) | Role::Principal));
    CHECK(textOf(rolesOf(u"teacher,principal")) == QStringLiteral("principal teacher"));
    CHECK(rolesOf(u"").toInt() == 0);
    CHECK(rolesOf(u"Admin").toInt() == 0);
    CHECK(rolesOf(u"admin root").toInt() == 0);
}
