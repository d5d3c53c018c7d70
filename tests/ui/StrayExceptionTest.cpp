// SPDX-License-Identifier: GPL-3.0-or-later
// Exceptions that nobody expected: what is typed is kept, a code is shown, and nothing of what the
// exception said reaches the screen or the log.
#include "app/gui/GuardedApplication.h"
#include "app/Logging.h"
#include "tests/support/FileBytes.h"
#include "tests/support/Program.h"
#include "ui/students/StudentForm.h"

#include <QEvent>
#include <QLabel>

#include <stdexcept>

using namespace edupro;
using namespace edupro::tests;
using namespace edupro::ui;

namespace {

const char* const personal = "Qwzxana Canaria 3273015708130077";

/// An object whose handlers fail like code with a mistake in it.
class Mistaken : public QObject {
public:
    enum class Throws { Standard, Other };
    explicit Mistaken(Throws kind)
        : m_kind(kind)
    {
    }
    bool event(QEvent* event) override
    {
        if (event->type() != QEvent::User) return QObject::event(event);
        if (m_kind == Throws::Other) throw 3273;
        throw std::runtime_error(personal);
    }

private:
    const Throws m_kind;
};

StudentForm* newStudent(Program& program)
{
    program.services.context.openPage("students");
    auto* form = program.school()->findChild<StudentForm*>();
    REQUIRE(form);
    form->add();
    typeInto(child<QLineEdit>(*form, "nis"), "77001");
    typeInto(child<QLineEdit>(*form, "name"), "Made Wiryawan");
    return form;
}

/// Everything that a person can read in the window.
QString textsIn(const QWidget& window)
{
    QStringList texts;
    for (const QLabel* label : window.findChildren<QLabel*>()) {
        if (label->isVisible()) texts << label->text();
    }
    return texts.join('\n');
}

qint64 keptDrafts(Program& program)
{
    return inStore(program.services, [](storage::Store& store) -> Result<qint64> {
        const auto drafts = storage::ownDrafts(store);
        if (!drafts) return drafts.error();
        return qint64(drafts->size());
    });
}

} // namespace

TEST_CASE("An exception in the window is told by a code, and what is typed is kept", "[ui][app]")
{
    TestComputer at;
    const ProtectedSchool made(at);
    logging::begin(
        {.program = "edupro", .folder = at.folder.filePath("log"), .warningsOnStderr = false});
    {
        Program program(at.folder, at.computer);
        program.start(made.path);
        program.signIn(goodPassword);
        StudentForm* form = newStudent(program);

        auto kind = GENERATE(Mistaken::Throws::Standard, Mistaken::Throws::Other);
        Mistaken object(kind);
        QCoreApplication::postEvent(&object, new QEvent(QEvent::User));
        QPushButton button; // and straight out of a click
        QObject::connect(
            &button, &QPushButton::clicked, [] { throw std::runtime_error(personal); });
        button.show();
        QTest::mouseClick(&button, Qt::LeftButton);

        auto* notice = child<QWidget>(*program.school(), "windowNotice");
        REQUIRE(soon([&] { return notice->isVisible(); }));
        const QString shown = textsIn(*program.school());
        CHECK(shown.contains("window.exception"));
        CHECK_FALSE(shown.contains("3273"));
        CHECK_FALSE(shown.contains("Canaria"));
        CHECK(form->isChanged()); // and the person goes on
        CHECK(child<QLineEdit>(*form, "name")->text() == "Made Wiryawan");
        REQUIRE(soon([&] { return keptDrafts(program) == 1; }));
    }
    {
        // The program was killed after that: the draft is there at the next sign-in.
        Program program(at.folder, at.computer);
        program.start(made.path);
        program.signIn(goodPassword);
        auto* notice = child<QWidget>(*program.school(), "windowNotice");
        REQUIRE(soon([&] { return notice->isVisible(); }));
        child<QPushButton>(*notice, "windowNoticeAction")->click();
        auto* form = program.school()->findChild<StudentForm*>();
        REQUIRE(soon([&] { return form && form->isVisible(); }));
        CHECK(child<QLineEdit>(*form, "nis")->text() == "77001");
    }
    logging::end();
    const QByteArray log = bytesOf(at.folder.filePath("log/edupro.jsonl"));
    CHECK(log.contains("window.exception"));
    CHECK_FALSE(log.contains("3273"));
    CHECK_FALSE(log.contains("Canaria"));
}

TEST_CASE("What was kept after a mistake goes when the person signs out in order", "[ui][app]")
{
    TestComputer at;
    const ProtectedSchool made(at);
    Program program(at.folder, at.computer);
    program.start(made.path);
    program.signIn(goodPassword);
    StudentForm* form = newStudent(program);
    Mistaken object(Mistaken::Throws::Standard);
    for (int i = 0; i < 3; ++i) {
        QCoreApplication::postEvent(&object, new QEvent(QEvent::User));
        QTest::qWait(20);
    }
    REQUIRE(soon([&] { return keptDrafts(program) == 1; })); // not three
    form->add();                                             // given up
    program.services.context.requestSignOut();
    REQUIRE(soon([&] { return program.door() != nullptr; }));
    program.signIn(goodPassword);
    CHECK(keptDrafts(program) == 0);
}

TEST_CASE("An exception within a save loses nothing and says nothing of it", "[ui][app]")
{
    TestComputer at;
    const ProtectedSchool made(at);
    auto fails = std::make_shared<std::atomic<bool>>(false);
    at.computer.store.clock = [fails, clock = at.computer.store.clock] {
        if (*fails) throw std::runtime_error(personal);
        return clock();
    };
    Program program(at.folder, at.computer);
    program.start(made.path);
    program.signIn(goodPassword);
    StudentForm* form = newStudent(program);
    *fails = true;
    child<QPushButton>(*form, "saveStudent")->click();
    REQUIRE(soon([&] { return textsIn(*program.school()).contains("internal"); }));
    CHECK_FALSE(textsIn(*program.school()).contains("3273"));
    CHECK(form->isChanged());
    *fails = false;
    child<QPushButton>(*form, "saveStudent")->click();
    REQUIRE(soon([&] { return !form->isChanged(); })); // the lane and its transaction are free
    const auto students = inStore(
        program.services, [](storage::Store& store) { return store.count(entityInfo<Student>()); });
    CHECK(students == 1);
}
