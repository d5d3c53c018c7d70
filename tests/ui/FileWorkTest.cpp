// SPDX-License-Identifier: GPL-3.0-or-later
// The window while the school file itself is worked on, and what a person does meanwhile.
#include "app/gui/FileWork.h"

#include "app/gui/SessionWatch.h"
#include "core/accounts/KeyActions.h"
#include "tests/support/BackedUpSchool.h"
#include "tests/support/OpenProgram.h"
#include "ui/common/Roles.h"

#include <QCheckBox>
#include <QDialog>
#include <QSemaphore>
#include <QThread>

using namespace edupro;
using namespace edupro::tests;
using namespace edupro::ui;
using storage::Store;

namespace {

/// Something that takes its time on the lane of backups, like a slow stick.
class SlowStick {
public:
    explicit SlowStick(jobs::Lane& lane)
        : m_future(lane.submit([hold = m_hold](const Progress&) -> Result<Unit> {
            hold->acquire();
            return Unit{};
        }))
    {
    }
    ~SlowStick() { release(); }
    void release()
    {
        if (!std::exchange(m_released, true)) m_hold->release();
    }

private:
    std::shared_ptr<QSemaphore> m_hold = std::make_shared<QSemaphore>();
    QFuture<Result<Unit>> m_future;
    bool m_released = false;
};

/// Changes something and closes the window, which waits for its backup.
struct ClosingProgram : OpenProgram {
    SlowStick stick{program.services.context.backups.lane()};

    ClosingProgram()
    {
        addStudent("10001");
        program.school()->close();
        REQUIRE(soon([&] { return waiting() != nullptr; }));
    }
    QWidget* waiting() const
    {
        QWidget* window = program.desktop.window();
        return window && window->objectName() == "waitingPage" ? window : nullptr;
    }
    bool isClosed() const { return !program.services.context.person().isSignedIn(); }
    /// Sessions that nobody ended, seen by the next one.
    int lostSessions()
    {
        auto opened = accounts::signIn(
            made.path, "dewi", security::SecretBytes::ofPassword(goodPassword), at.computer);
        if (!opened) FAIL(opened.error().key);
        const auto sessions = opened->store->list<UserSession>();
        return static_cast<int>(
            std::count_if(sessions->begin(), sessions->end(), [](const UserSession& session) {
                return session.endedBy == QStringLiteral("lost");
            }));
    }
};

} // namespace

TEST_CASE("The backup before closing can be skipped, and the file is closed properly", "[ui][app]")
{
    ClosingProgram closing;
    const QWidget* page = closing.waiting();
    CHECK(page->focusWidget() == page); // a stray key presses nothing
    QTest::keyClick(closing.waiting(), Qt::Key_Space);
    QTest::keyClick(closing.waiting(), Qt::Key_Return);
    QTest::qWait(50);
    CHECK(closing.waiting() == page);
    QTest::mouseClick(child<QPushButton>(*closing.waiting(), "stopWaiting"), Qt::LeftButton);
    REQUIRE(soon([&] { return closing.isClosed(); }));
    closing.stick.release();
    closing.program.services.context.backups.lane()
        .submit([](const Progress&) -> Result<Unit> { return Unit{}; })
        .waitForFinished();
    CHECK(closing.backups().empty());
    CHECK(closing.lostSessions() == 0);
}

TEST_CASE("A session that ends during the backup before closing ends the program", "[ui][app]")
{
    ClosingProgram closing;
    const QPointer<QWidget> window = closing.waiting();
    closing.at.pass(121 * 60'000);
    closing.program.desktop.sessionWatch()->look();
    REQUIRE(soon([&] { return closing.isClosed(); }));
    CHECK(soon([&] { return window.isNull(); }));
    CHECK_FALSE(closing.program.door()); // nobody asked to sign in again
    closing.stick.release();
    CHECK(closing.lostSessions() == 0);
}

TEST_CASE("Ten idle minutes during the backup before closing leave it alone", "[ui][app]")
{
    ClosingProgram closing;
    closing.at.pass(11 * 60'000);
    closing.program.desktop.sessionWatch()->look();
    CHECK(closing.waiting());
    const bool succeeds = GENERATE(true, false);
    if (!succeeds) { // a file where the folder should be
        QFile folder(storage::defaultBackupFolder(closing.made.path));
        REQUIRE(folder.open(QIODevice::WriteOnly));
    }
    closing.stick.release();
    if (succeeds) {
        REQUIRE(soon([&] { return closing.isClosed(); }));
        CHECK(closing.backups().size() == 1);
    } else {
        // The window that comes back to tell it is locked: nobody is there.
        REQUIRE(soon([&] { return closing.program.door() != nullptr; }));
        closing.program.signIn(goodPassword);
        CHECK(textOf(*closing.program.school(), "windowNoticeText").contains("before closing"));
    }
}

TEST_CASE("A backup that ends when its page is due shows none", "[ui][app]")
{
    OpenProgram open;
    open.backUp();
    QCoreApplication::processEvents();
    open.program.school()->close();
    QCoreApplication::processEvents(); // begins to leave
    QThread::sleep(1);                 // the end of the backup and the page are both due now
    REQUIRE(soon([&] { return !open.program.services.context.person().isSignedIn(); }));
    CHECK(open.backups().size() == 1);
}

namespace {

/// A school that was plain when its first backup was made, and was encrypted since.
struct EncryptedSince {
    TestComputer at;
    Program program{at.folder, at.computer};
    QString path = makeSchool(at.folder, "Plain");
    QString plain;     ///< a backup
    QString encrypted; ///< a backup

    EncryptedSince()
    {
        program.start(path);
        addStudentTo(program, "10001");
        plain = backUpIn(program).path;
        program.services.context.requestNewKey();
        auto* dialog = child<QDialog>(*program.school(), "fileKeyDialog");
        typeInto(child<QLineEdit>(*dialog, "administratorName"), "Dewi");
        typeInto(child<QLineEdit>(*dialog, "administratorLogin"), "dewi");
        typeInto(child<QLineEdit>(*dialog, "newPassword"), goodPassword);
        typeInto(child<QLineEdit>(*dialog, "newPasswordAgain"), goodPassword);
        child<QPushButton>(*dialog, "changeKey")->click();
        REQUIRE(soon([&] { return isPage("handOverPage"); }));
        QString code = textOf(*program.desktop.window(), "recoveryCodeText");
        code.detach(); // the page wipes its own
        program.type("typedCode", code);
        program.press("compareCode");
        REQUIRE(soon([&] { return program.door() != nullptr; }));
        program.signIn(goodPassword);
        addStudentTo(program, "10002");
        encrypted = backUpIn(program).path;
    }
    bool isPage(const char* name) const
    {
        return program.desktop.window() && program.desktop.window()->objectName() == name;
    }
    /// Goes to the list and asks to restore `backup`, as far as what it would change.
    void preview(const QString& backup)
    {
        program.services.context.openPage("data");
        auto* table = child<RecordTable>(*program.school(), "backupsTable");
        const auto row = [&]() -> int {
            for (int i = 0; i < table->model()->rowCount(); ++i) {
                if (table->model()->index(i, 0).data(idRole).toString() == backup) return i;
            }
            return -1;
        };
        REQUIRE(soon([&] { return row() >= 0; }));
        table->selectRow(row());
        program.press("previewRestore");
    }
    /// Says yes to what the card warns of and to the question.
    void restore(const QString& caution)
    {
        auto* restore = child<QPushButton>(*program.school(), "restoreBackup");
        REQUIRE(soon([&] { return restore->isVisible(); }));
        CHECK(textOf(*program.school(), "restoreText").contains(caution));
        CHECK_FALSE(restore->isEnabled());
        QTest::mouseClick(restore, Qt::LeftButton);
        CHECK_FALSE(QApplication::activeModalWidget());
        QTest::keyClick(child<QCheckBox>(*program.school(), "restoreSure"), Qt::Key_Space);
        REQUIRE(restore->isEnabled());
        const QPointer<QWidget> before = program.school();
        QTest::mouseClick(restore, Qt::LeftButton);
        answer("Restore");
        REQUIRE(soon([&] { return before.isNull() && (program.school() || program.door()); }));
    }
};

} // namespace

TEST_CASE(
    "A plain backup over an encrypted school has to be wanted twice, and so the reverse",
    "[ui][app]")
{
    EncryptedSince since;
    since.preview(since.plain);
    since.restore("everybody who gets the file can read it");
    REQUIRE(since.program.school()); // nobody signs in
    CHECK_FALSE(since.program.services.context.standing().encrypted);
    CHECK_FALSE(accounts::isEncrypted(since.path));
    CHECK(studentsIn(since.program) == QStringList{"10001"});

    since.preview(since.encrypted);
    auto* open = child<QPushButton>(*since.program.school(), "openBackup");
    REQUIRE(soon([&] { return open->isVisible(); }));
    typeInto(child<QLineEdit>(*since.program.school(), "backupLogin"), "dewi");
    auto* password = child<QLineEdit>(*since.program.school(), "backupPassword");
    typeInto(password, goodPassword);
    QTest::keyClick(password, Qt::Key_Return);
    since.restore("passwords and the recovery code of that day");
    CHECK(accounts::isEncrypted(since.path));
    REQUIRE(since.program.door());
    since.program.signIn(goodPassword);
    CHECK(studentsIn(since.program) == QStringList{"10001", "10002"});
}

TEST_CASE("Closing before the codes were handed over has to be asked for twice", "[ui][app]")
{
    OpenProgram open;
    open.program.services.context.requestNewKey();
    auto* dialog = child<QDialog>(*open.program.school(), "fileKeyDialog");
    typeInto(child<QLineEdit>(*dialog, "keyPassword"), goodPassword);
    QTest::keyClick(child<QLineEdit>(*dialog, "keyPassword"), Qt::Key_Return);
    const auto page = [&] {
        QWidget* window = open.program.desktop.window();
        return window && window->objectName() == "handOverPage" ? window : nullptr;
    };
    REQUIRE(soon([&] { return page() != nullptr; }));
    CHECK_FALSE(page()->close());
    CHECK(page()->isVisible());
    CHECK(textOf(*page(), "entryProblem").contains("cannot be shown again"));
    CHECK_FALSE(textOf(*page(), "recoveryCodeText").isEmpty());
    CHECK(page()->close());
    CHECK_FALSE(page()->isVisible()); // the last window: the program ends
    const auto opened = accounts::signIn(
        open.made.path, "dewi", security::SecretBytes::ofPassword(goodPassword), open.at.computer);
    CHECK(opened.has_value());
    CHECK_FALSE(accounts::signInWithRecoveryCode(
                    open.made.path,
                    *security::RecoveryCode::parse(open.made.recoveryCode),
                    open.at.computer)
                    .has_value());
}

TEST_CASE("A restore that stops in the middle tells what has become of the file", "[ui][app]")
{
    BackedUpSchool of;
    of.addStudent("10001");
    const QString backup = of.backUp().path;
    of.addStudent("10002");
    const auto keys = inStore(
        of.desk, [](Store& store) -> Result<storage::SchoolFile::Keys> { return store.keys(); });
    of.desk.store.close().waitForFinished();
    const auto [lastStep, begun] =
        GENERATE(table<int, bool>({{0, false}, {1, false}, {2, true}, {3, true}, {4, true}}));
    CAPTURE(lastStep);
    gui::FileWork work(
        of.desk.context,
        of.at.computer,
        {.file = of.school.path, .name = "SMP Contoh", .keys = keys, .person = of.entry->person.id},
        [lastStep = lastStep](int step) { return step < lastStep; });
    QString told;
    QObject::connect(
        &work, &gui::FileWork::ended, [&told](const auto& words) { told = words().text; });
    work.restore({.backup = backup, .keys = keys}, {0, 0, 800, 600});
    REQUIRE(soon([&] { return !told.isEmpty(); }));
    CHECK(told.contains("opening the school ends it") == begun);
    CHECK(told.contains("school file is as it was") != begun);
    of.signIn("dewi", goodPassword);
    const auto students = inStore(of.desk, [](Store& store) { return store.list<Student>(); });
    CHECK(students.size() == (begun ? 1U : 2U)); // as it was told
}
