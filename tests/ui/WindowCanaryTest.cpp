// SPDX-License-Identifier: GPL-3.0-or-later
// What is typed into the window stands readable in no byte that it ever put into a file.
#include "app/gui/SessionWatch.h"
#include "tests/support/FileBytes.h"
#include "tests/support/Program.h"
#include "tests/support/Written.h"
#include "ui/students/StudentForm.h"

#include <QProcess>

using namespace edupro;
using namespace edupro::tests;
using namespace edupro::ui;

namespace {

constexpr std::uint64_t seed = 4713;

/// The same in the process that types them and in the one that searches for them.
struct Typed {
    Typed()
    {
        CanaryMaker make(seed);
        for (int i = 0; i < 4; ++i)
            children.push_back(make.child());
        for (int i = 0; i < 3; ++i)
            texts << make.letters(14);
        wrongPassword = make.password();
        phone = make.digits(12);
    }
    QStringList all() const
    {
        QStringList canaries = texts + QStringList{wrongPassword, phone, goodPassword};
        for (const ChildCanaries& child : children)
            canaries += child.all();
        return canaries;
    }

    std::vector<ChildCanaries> children;
    QStringList texts;
    QString wrongPassword;
    QString phone;
};

void fill(StudentForm& form, const ChildCanaries& canaries)
{
    form.add();
    typeInto(child<QLineEdit>(form, "nis"), canaries.nis);
    typeInto(child<QLineEdit>(form, "name"), canaries.name);
    typeInto(child<QLineEdit>(form, "nisn"), canaries.nisn);
    typeInto(child<QLineEdit>(form, "nik"), canaries.nik);
    typeInto(child<QLineEdit>(form, "address"), canaries.address);
}

void saveGuardian(Program& program, const Typed& typed)
{
    inStore(program.services, [&typed](storage::Store& store) -> Result<storage::Saved> {
        const ChildCanaries& canaries = typed.children[0];
        Guardian guardian{.name = canaries.guardian};
        guardian.phone = typed.phone;
        guardian.nik = canaries.nik;
        if (auto saved = store.save(guardian); !saved) return saved.error();
        Guardian wrong = guardian;
        wrong.nik = canaries.amount;
        wrong.name = canaries.title;
        CHECK_FALSE(store.save(wrong).has_value());
        return storage::Saved::Added;
    });
}

StudentForm* students(Program& program)
{
    program.services.context.openPage("students");
    auto* form = program.school()->findChild<StudentForm*>();
    REQUIRE(form);
    return form;
}

} // namespace

TEST_CASE("A day at the window with canaries, watched by another process", "[.canary-day]")
{
    const Typed typed;
    TestComputer at;
    const ProtectedSchool made(at);
    writeFile(qEnvironmentVariable("EDUPRO_CANARY_CODES"), made.recoveryCode.toUtf8());
    {
        Program program(at.folder, at.computer);
        program.start(made.path);
        program.type("login", typed.texts[0]);
        program.type("password", typed.wrongPassword);
        program.press("signIn");
        REQUIRE(soon([&] { return !program.door()->isBusy(); }));
        program.type("login", "dewi");
        program.signIn(goodPassword);

        StudentForm* form = students(program);
        fill(*form, typed.children[0]);
        child<QPushButton>(*form, "saveStudent")->click();
        REQUIRE(soon([&] { return !form->isChanged(); }));
        fill(*form, typed.children[1]); // cannot be saved
        typeInto(child<QLineEdit>(*form, "birth_date"), typed.texts[1]);
        child<QPushButton>(*form, "saveStudent")->click();
        CHECK(form->isChanged());
        fill(*form, typed.children[2]); // is not saved
        saveGuardian(program, typed);
        program.services.theme.setScheme(Scheme::Dark);
        at.pass(121 * 60'000LL);
        program.desktop.sessionWatch()->look();
        REQUIRE(soon([&] { return program.door() != nullptr; }));
    }
    Program program(at.folder, at.computer);
    program.start(made.path);
    program.signIn(goodPassword);
    auto* notice = child<QWidget>(*program.school(), "windowNotice");
    REQUIRE(soon([&] { return notice->isVisible(); }));
    child<QPushButton>(*notice, "windowNoticeAction")->click();
    StudentForm* form = students(program);
    REQUIRE(soon([&] { return form->isVisible(); }));
    CHECK(child<QLineEdit>(*form, "nis")->text() == typed.children[2].nis);
    typeInto(child<QLineEdit>(*program.school(), "searchStudents"), typed.texts[2]);
    QTest::qWait(300);
}

TEST_CASE("Canaries of a day at the window are in no file", "[ui][secrecy]")
{
    if (!WatchedPlace::isThere()) return;
    const WatchedPlace place;
    QProcess window;
    QProcessEnvironment environment = place.environment();
    environment.insert("EDUPRO_CANARY_CODES", place.asked("codes"));
    window.setProcessEnvironment(environment);
    window.setProcessChannelMode(QProcess::MergedChannels);
    window.start(QCoreApplication::applicationFilePath(), {"[.canary-day]"});
    REQUIRE(window.waitForFinished(180'000));
    const QByteArray said = window.readAll();
    INFO(said.toStdString());
    REQUIRE(said.contains("All tests passed"));

    QStringList canaries = Typed().all();
    canaries << QString::fromUtf8(bytesOf(place.asked("codes")));
    const auto findings = place.search(CanarySearch(canaries));
    std::cout << "T-KNOWN edupro: " << canaries.size() << " canaries, " << findings.files
              << " files, " << findings.bytes / 1024 << " KiB written, " << findings.hits.size()
              << " files with hits" << std::endl;
    CHECK(findings.files > 20);
    for (auto hit = findings.hits.begin(); hit != findings.hits.end(); ++hit)
        FAIL_CHECK(hit.key().toStdString() << ": " << hit.value().join(", ").toStdString());
}
