// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/welcome/WelcomePage.h"

#include "core/Entities.h"
#include "core/people/Student.h"
#include "core/school/SchoolActions.h"
#include "tests/support/SchoolDesk.h"

#include <QDir>
#include <QFile>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace edupro;
using namespace edupro::tests;
using namespace edupro::ui;
using storage::Store;

namespace {

struct FirstRun {
    QTemporaryDir folder;
    Desk desk;
    WelcomePage page;
    QSignalSpy opened;
    QSignalSpy wanted;

    FirstRun()
        : page(desk.context, places())
        , opened(&page, &WelcomePage::opened)
        , wanted(&page, &WelcomePage::newSchoolWanted)
    {
        showActive(page);
    }
    WelcomeOptions places() const
    {
        return {
            .schoolFolder = folder.filePath("documents"),
            .exampleFile = folder.filePath("data/example.edupro"),
            .computer = {.store = {.actor = "tester", .entities = allEntities()}}};
    }
    void press(const char* name) { child<QPushButton>(page, name)->click(); }
    QString problem()
    {
        auto* label = child<QLabel>(page, "welcomeProblemText");
        return label->isVisible() ? label->text() : QString();
    }
    bool waitForSchool()
    {
        return QTest::qWaitFor([&] { return opened.count() == 1; }, 120'000);
    }
};

} // namespace

TEST_CASE("A new school is asked for by its name alone, in a file named after it", "[ui][welcome]")
{
    FirstRun run;
    typeInto(child<QLineEdit>(run.page, "name"), "SD Negeri 1 Menteng");
    child<QLineEdit>(run.page, "name")->insert(QString::fromUtf8(" Élok"));
    run.press("createSchool");
    REQUIRE(run.wanted.count() == 1);
    const QString path = run.folder.filePath("documents/sd-negeri-1-menteng-elok.edupro");
    CHECK(run.wanted[0][0].toString() == path);
    CHECK_FALSE(QFile::exists(path)); // its administrator is not known yet
    const auto school = run.wanted[0][1].value<school::NewSchool>();
    CHECK(school.name == QString::fromUtf8("SD Negeri 1 Menteng Élok"));
}

TEST_CASE(
    "A school with a wrong NPSN is refused below the field, and no file is made", "[ui][welcome]")
{
    FirstRun run;
    typeInto(child<QLineEdit>(run.page, "name"), "SMP 1");
    typeInto(child<QLineEdit>(run.page, "npsn"), "123");
    run.press("createSchool");
    CHECK(child<QLabel>(run.page, "npsnNote")->isVisible());
    CHECK(run.problem().isEmpty());
    CHECK(run.wanted.isEmpty());
    typeInto(child<QLineEdit>(run.page, "npsn"), "20100001");
    run.press("createSchool");
    CHECK(run.wanted.count() == 1);
}

TEST_CASE("A name that is taken is said before anything is asked", "[ui][welcome]")
{
    FirstRun run;
    QDir(run.folder.path()).mkpath("documents");
    QFile file(run.folder.filePath("documents/smp-1.edupro"));
    REQUIRE(file.open(QIODevice::WriteOnly));
    typeInto(child<QLineEdit>(run.page, "name"), "SMP 1");
    run.press("createSchool");
    CHECK(run.wanted.isEmpty());
    CHECK_FALSE(run.problem().isEmpty());
}

TEST_CASE("A file that is no school says so and the page stays", "[ui][welcome]")
{
    FirstRun run;
    QFile file(run.folder.filePath("notes.edupro"));
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write("not a school");
    file.close();
    run.desk.dialogs.path = file.fileName();
    run.press("openSchool");
    REQUIRE(soon([&] { return !run.problem().isEmpty(); }));
    CHECK(run.problem().contains("not a school file"));
    run.page.openFile(run.folder.filePath("nowhere.edupro"));
    REQUIRE(soon([&] { return run.problem().contains("not found"); }));
    CHECK(run.opened.isEmpty());
}

TEST_CASE(
    "The example school is made once, can be cancelled, and opens at once afterwards",
    "[ui][welcome][slow]")
{
    FirstRun run;
    const QString path = run.folder.filePath("data/example.edupro");
    run.press("openExample");
    REQUIRE(soon([&] { return child<QPushButton>(run.page, "cancelExample")->isVisible(); }));
    QTest::qWait(30);
    run.press("cancelExample");
    REQUIRE(soon([&] { return run.problem().contains("cancelled"); }));
    CHECK(QDir(run.folder.filePath("data")).entryList(QDir::Files).isEmpty());

    run.press("openExample");
    REQUIRE(run.waitForSchool());
    CHECK(run.opened[0][0].toString() == path);
    CHECK(inStore(run.desk, [](Store& store) { return store.count(entityInfo<Student>()); }) > 600);
    run.opened.clear();
    run.press("openExample");
    REQUIRE(run.waitForSchool());
}
