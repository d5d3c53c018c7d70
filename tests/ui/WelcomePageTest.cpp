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

    FirstRun()
        : page(desk.context, places())
        , opened(&page, &WelcomePage::opened)
    {
        showActive(page);
    }
    WelcomeOptions places() const
    {
        return {
            .schoolFolder = folder.filePath("documents"),
            .exampleFile = folder.filePath("data/example.edupro"),
            .store = {.actor = "tester", .entities = allEntities()}};
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

TEST_CASE("A new school is made by its name alone, in a file named after it", "[ui][welcome]")
{
    FirstRun run;
    typeInto(child<QLineEdit>(run.page, "name"), "SD Negeri 1 Menteng");
    child<QLineEdit>(run.page, "name")->insert(QString::fromUtf8(" Élok"));
    run.press("createSchool");
    REQUIRE(run.waitForSchool());
    const QString path = run.folder.filePath("documents/sd-negeri-1-menteng-elok.edupro");
    CHECK(run.opened[0][0].toString() == path);
    CHECK(QFile::exists(path));
    const School school = inStore(run.desk, [](Store& store) { return school::theSchool(store); });
    CHECK(school.name == QString::fromUtf8("SD Negeri 1 Menteng Élok"));
}

TEST_CASE(
    "A school with a wrong NPSN is refused below the field, and no file remains", "[ui][welcome]")
{
    FirstRun run;
    typeInto(child<QLineEdit>(run.page, "name"), "SMP 1");
    typeInto(child<QLineEdit>(run.page, "npsn"), "123");
    run.press("createSchool");
    auto* note = child<QLabel>(run.page, "npsnNote");
    REQUIRE(soon([&] { return note->isVisible() && !run.page.isBusy(); }));
    CHECK(run.problem().isEmpty());
    CHECK(QDir(run.folder.filePath("documents")).entryList(QDir::Files).isEmpty());
    typeInto(child<QLineEdit>(run.page, "npsn"), "20100001");
    run.press("createSchool");
    REQUIRE(run.waitForSchool());
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
