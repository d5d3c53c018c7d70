// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/Desktop.h"

#include "core/school/SchoolActions.h"
#include "tests/support/SchoolDesk.h"
#include "ui/shell/MainWindow.h"
#include "ui/students/StudentForm.h"

#include <QFile>
#include <QLineEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QToolButton>

using namespace edupro;
using namespace edupro::tests;
using namespace edupro::ui;

namespace {

/// The program as it starts, with its files in a folder of the test.
struct Program {
    const QTemporaryDir& folder;
    Services services;
    gui::Desktop desktop;

    explicit Program(const QTemporaryDir& files)
        : folder(files)
        , services(files.filePath("edupro.ini"))
        , desktop(
              services,
              {.schoolFolder = files.path(),
               .exampleFile = files.filePath("example.edupro"),
               .store = services.storeOptions()})
    {
        services.language.setTongue(Tongue::English);
    }
    MainWindow* school() const { return qobject_cast<MainWindow*>(desktop.window()); }
    WelcomePage* welcome() const { return qobject_cast<WelcomePage*>(desktop.window()); }
    void start(const QString& file = {})
    {
        desktop.start(file);
        REQUIRE(soon([&] { return desktop.window() != nullptr; }));
    }
};

QString makeSchool(const QTemporaryDir& folder, const char* name)
{
    const QString path = folder.filePath(QString(name) + ".edupro");
    REQUIRE(school::createSchoolFile(path, {.name = name}, {.actor = "tester"}).has_value());
    return path;
}

} // namespace

TEST_CASE("The first run welcomes; the school made there is opened the next time", "[ui][app]")
{
    const QTemporaryDir folder;
    {
        Program program(folder);
        program.start();
        REQUIRE(program.welcome());
        typeInto(child<QLineEdit>(*program.welcome(), "name"), "SMP 2");
        child<QPushButton>(*program.welcome(), "createSchool")->click();
        REQUIRE(soon([&] { return program.school() != nullptr; }));
        CHECK(program.school()->windowTitle().contains("SMP 2"));
    }
    Program again(folder);
    again.start();
    REQUIRE(again.school());
    CHECK(again.services.context.school().name == "SMP 2");
    CHECK(again.services.context.school().terms.size() == 2);
}

TEST_CASE("A school that cannot be opened leads to the welcome page, which says why", "[ui][app]")
{
    const QTemporaryDir folder;
    Program program(folder);
    program.start(folder.filePath("gone.edupro"));
    REQUIRE(program.welcome());
    CHECK(child<QLabel>(*program.welcome(), "welcomeProblemText")->text().contains("not found"));
}

TEST_CASE("One leaves a school for another, but not what was typed", "[ui][app]")
{
    const QTemporaryDir folder;
    const QString first = makeSchool(folder, "First");
    const QString second = makeSchool(folder, "Second");
    Program program(folder);
    program.start(first);
    REQUIRE(program.school());
    program.services.context.openPage("students");
    auto* form = program.school()->findChild<StudentForm*>();
    REQUIRE(form);
    form->add();
    QTest::keyClicks(child<QLineEdit>(*form, "name"), "Ani");
    program.school()->close(); // asks, and stays
    CHECK(program.school()->isVisible());
    QPointer<QWidget> question;
    REQUIRE(soon([&] {
        question = QApplication::activeModalWidget();
        return !question.isNull();
    }));
    QTest::keyClick(question, Qt::Key_Escape);
    CHECK(program.school()->isVisible());
    CHECK(form->isChanged());

    form->add(); // given up
    child<QToolButton>(*program.school(), "switchSchool")->click();
    REQUIRE(soon([&] { return program.welcome() != nullptr; }));
    program.welcome()->openFile(second);
    REQUIRE(soon([&] { return program.school() != nullptr; }));
    CHECK(program.services.context.school().name == "Second");
    CHECK(program.services.settings.value(settings::lastFile) == second);
}

TEST_CASE("Language and theme are remembered", "[ui][app]")
{
    const QTemporaryDir folder;
    {
        Program program(folder);
        program.services.language.setTongue(Tongue::Indonesian);
        program.services.theme.setScheme(Scheme::Dark);
    }
    const Services again(folder.filePath("edupro.ini"));
    CHECK(again.language.tongue() == Tongue::Indonesian);
    CHECK(again.theme.scheme() == Scheme::Dark);
}

TEST_CASE("The program ends while a job runs, and takes the job back", "[ui][app]")
{
    const QTemporaryDir folder;
    const QString path = makeSchool(folder, "Busy");
    auto began = std::make_shared<std::atomic<bool>>(false);
    {
        Program program(folder);
        program.start(path);
        const auto work = [began](storage::Store&, const Progress& progress) -> Result<int> {
            *began = true;
            while (progress(0.5))
                QThread::msleep(1);
            return cancelled();
        };
        const auto future = program.services.store.submit(work);
        program.services.context.jobs.follow<int>("Long", future, [](int) { return QString(); });
        REQUIRE(soon([&] { return began->load(); }));
    }
    CHECK_FALSE(QFile::exists(path + "-wal")); // closed in good order
}
