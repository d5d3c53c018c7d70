// SPDX-License-Identifier: GPL-3.0-or-later
// Walks every page of the window x every role: the navigation shows what the core answers.
#include "app/gui/Pages.h"
#include "core/accounts/People.h"
#include "core/accounts/SignedIn.h"
#include "core/dashboard/Overview.h"
#include "core/Entities.h"
#include "core/grades/MarkLists.h"
#include "core/people/PeopleActions.h"
#include "core/privacy/PrivacyActions.h"
#include "core/regions/StoredClusters.h"
#include "core/school/DatedRules.h"
#include "core/school/SchoolActions.h"
#include "core/warning/ForecastList.h"
#include "tests/support/Catch.h"
#include "tests/support/Stores.h"

#include <map>

using namespace edupro;
using namespace edupro::security;
using namespace edupro::storage;
using namespace edupro::tests;

namespace {

template<class T>
Done asDone(const Result<T>& result)
{
    return result ? done() : Done(result.error());
}

/// What a page asks the core for when it is opened.
using Question = std::function<Done(Store&)>;

/// The list of people is a page of its own for those who see others in it.
Done askPeople(Store& store)
{
    const auto people = accounts::listPeople(store);
    if (!people) return people.error();
    return people->size() > 1 ? done() : Done(denied(Action::Read, Object::Users));
}

const std::map<std::string, Question>& questions()
{
    static const std::map<std::string, Question> table = {
        {"dashboard",
         [](Store& store) {
             return asDone(dashboard::overviewOf(store));
         }},
        {"students",
         [](Store& store) {
             return asDone(people::listStudents(store, {}, 0, 9));
         }},
        {"grades",
         [](Store& store) {
             return asDone(grades::listMissingMarks(store, Term{}));
         }},
        {"attendance",
         [](Store& store) {
             return asDone(store.count(entityInfo<AttendanceSession>()));
         }},
        {"warning",
         [](Store& store) {
             return asDone(warning::storedForecasts(store));
         }},
        {"regions",
         [](Store& store) {
             return asDone(regions::storedClusters(store));
         }},
        {"settings",
         [](Store& store) {
             return asDone(school::ruleStates(store, store.today()));
         }},
        {"users", askPeople},
        {"data",
         [](Store& store) {
             return store.require(Action::Read, Object::Backups);
         }},
        {"privacy",
         [](Store& store) {
             return asDone(privacy::listRequests(store, false));
         }},
    };
    return table;
}

struct OpenSchool {
    std::unique_ptr<Store> store = memoryStore();
    User user{.login = "dewi", .name = "Dewi", .roles = "admin"};
    UserSession session;

    OpenSchool()
    {
        REQUIRE(school::createSchool(*store, "SMP Contoh", {}).has_value());
        REQUIRE(school::ensureTerm(*store, QStringLiteral("20251")).has_value());
        User other{.login = "budi", .name = "Budi", .roles = "teacher"};
        REQUIRE(store->save(other).has_value());
        REQUIRE(store->save(user).has_value());
        session = {.user = user.id, .computer = "desk", .startedAt = testNow};
        REQUIRE(store->save(session).has_value());
    }
    void signIn(Role role)
    {
        store->admit(nullptr);
        user.roles = nameOf(role);
        REQUIRE(store->save(user).has_value());
        REQUIRE(accounts::SignedIn::admit(*store, user, session.id, {}).has_value());
    }
};

} // namespace

TEST_CASE(
    "The window shows a role the pages that the core answers, and no others", "[ui][accounts]")
{
    OpenSchool school;
    int walked = 0;
    for (const Role role : allRoles) {
        school.signIn(role);
        std::vector<std::string> shown;
        for (const ui::PageRow& page : ui::pagesFor(role, gui::pages()))
            shown.emplace_back(page.id);
        for (const ui::PageRow& page : gui::pages()) {
            const auto question = questions().find(page.id);
            INFO(nameOf(role).toStdString() << " opens " << page.id);
            REQUIRE(question != questions().end()); // say here what a new page asks
            const Done answered = question->second(*school.store);
            if (!answered) CHECK(answered.error().key == "access.denied");
            const bool isShown = std::count(shown.begin(), shown.end(), page.id) == 1;
            CHECK(isShown == answered.has_value());
            ++walked;
        }
        CHECK_FALSE(shown.empty());
    }
    CHECK(walked == static_cast<int>(gui::pages().size()) * 4);
}
