// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/screens/PrivacyScreens.h"

#include "app/gui/Pages.h"
#include "core/people/Guardian.h"
#include "core/people/PeopleActions.h"
#include "core/privacy/EraseStudent.h"
#include "core/privacy/PrivacyActions.h"
#include "tests/screens/StudentScreens.h"
#include "tests/support/SampleSchool.h"
#include "ui/common/RecordTable.h"
#include "ui/common/StateStack.h"
#include "ui/privacy/EraseDialog.h"
#include "ui/shell/MainWindow.h"
#include "ui/students/StudentForm.h"

#include <QComboBox>
#include <QDateTime>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabBar>
#include <QTest>
#include <QToolButton>

#include <iostream>

namespace edupro::tests {

using namespace edupro::ui;
using storage::Store;

namespace {

constexpr Instant hour = 60 * 60 * 1000;
enum Tab { Requests, Retention, Breaches, Erasures };

struct Asked {
    const char* nis;
    const char* kind;
    const char* requester;
    Instant hoursAgo;
    const char* wish;
};

constexpr Asked requests[] = {
    {"10004",
     "access",
     "Sri Wahyuni",
     80,
     "Salinan semua nilai dan catatan anak saya sejak kelas 7."},
    {"10009",
     "correction",
     "Bambang Saputra",
     61,
     "Tanggal lahir keliru: seharusnya 17 Maret 2012."},
    {"10012", "erasure", "Ibu Ni Luh Putu Ayu Kusumawardhani", 20, "Kami pindah ke luar negeri."},
    {"10015", "objection", "Made Suardana", 3, ""},
    {"10017", "access", "Yohanes", 200, ""},
};

Result<Student> studentOf(Store& store, const QString& nis)
{
    const auto id = people::studentOfNis(store, nis);
    if (!id) return id.error();
    const auto found = store.find<Student>(id->value_or(StudentId{}));
    if (!found) return found.error();
    return (*found)->record;
}

Done askAll(Store& store)
{
    for (const Asked& asked : requests) {
        const auto student = studentOf(store, asked.nis);
        if (!student) return student.error();
        const auto received = privacy::receiveRequest(
            store,
            {.student = student->id,
             .kind = asked.kind,
             .requester = asked.requester,
             .wish = QString::fromUtf8(asked.wish),
             .receivedAt = store.now() - asked.hoursAgo * hour});
        if (!received) return received.error();
        if (asked.hoursAgo < 200) continue;
        const auto decided = privacy::decideRequest(
            store, received->id, "done", "Diserahkan di atas kertas kepada ayah.");
        if (!decided) return decided.error();
    }
    return done();
}

Done reportAll(Store& store)
{
    const auto lost = privacy::reportBreach(
        store,
        {.noticedAt = store.now() - 50 * hour,
         .what = "Flashdisk berisi cadangan tanpa sandi hilang di bus sekolah.",
         .data = "Nama, NISN, nilai, penghasilan orang tua",
         .affected = 412,
         .measures = "Sopir dan terminal dihubungi; kunci berkas diganti."});
    if (!lost) return lost.error();
    const auto told = privacy::stepBreach(store, lost->id, privacy::BreachStep::PeopleTold);
    if (!told) return told.error();
    const auto sent = privacy::reportBreach(
        store,
        {.noticedAt = store.now() - 90 * hour,
         .what = "Daftar penghasilan terkirim ke alamat yang salah.",
         .data = "Nama dan penghasilan",
         .affected = std::nullopt});
    return sent ? done() : Done(sent.error());
}

/// Students who left ten years ago, an erasure, NIK and statements of one.
Done fillPersonal(Store& store)
{
    for (const char* nis : {"10021", "10022", "10023"}) {
        auto student = studentOf(store, nis);
        if (!student) return student.error();
        student->status = "graduated";
        if (auto saved = store.save(*student); !saved) return saved.error();
        for (Enrolment enrolment : *store.list<Enrolment>(
                 QStringLiteral("student_id"), QVariant::fromValue(student->id.value))) {
            enrolment.startsOn = QDate(2012, 7, 15);
            enrolment.endsOn = QDate(2015, 6, 20);
            if (auto saved = store.save(enrolment); !saved) return saved.error();
        }
    }
    const auto gone = studentOf(store, "10025");
    if (!gone) return gone.error();
    const auto erased = privacy::eraseStudent(store, gone->id, "request");
    if (!erased) return erased.error();
    auto ani = studentOf(store, "10004");
    if (!ani) return ani.error();
    ani->nik = "3173055703120001";
    ani->familyCardNumber = "3173051202090017";
    ani->healthNotes = "Asma; obat semprot di tas. Tidak ikut lari jarak jauh.";
    if (auto saved = store.save(*ani); !saved) return saved.error();
    const Consent statements[] = {
        {.student = ani->id,
         .purpose = "publication",
         .state = "given",
         .since = QDate(2025, 7, 14),
         .statedBy = "Sri Wahyuni"},
        {.student = ani->id,
         .purpose = "prediction",
         .state = "objected",
         .since = QDate(2026, 2, 3),
         .statedBy = "Sri Wahyuni"}};
    for (const Consent& consent : statements) {
        if (Done stated = privacy::stateConsent(store, consent); !stated) return stated;
    }
    return done();
}

std::unique_ptr<MainWindow> windowOf(Desk& desk, const char* page, bool filled)
{
    const auto opened = desk.store.open([] { return sampleSchool(30); });
    waitFor([&] { return opened.isFinished(); });
    if (filled) {
        const auto made = desk.store.submit([](Store& store, const Progress&) -> Result<Unit> {
            for (const auto& step : {fillPersonal, askAll, reportAll}) {
                if (Done stepped = step(store); !stepped) return stepped.error();
            }
            return Unit{};
        });
        waitFor([&] { return made.isFinished(); });
        if (const auto result = made.result(); !result)
            std::cerr << result.error().key << ' ' << result.error().detail << std::endl;
    }
    desk.context.setSchool({.name = "SMP Contoh Nusantara", .terms = {"20251", "20252"}}, "20252");
    desk.context.setStanding({.file = "/home/ani/smp-contoh.edupro", .encrypted = true});
    auto window = std::make_unique<MainWindow>(
        desk.context, pagesFor(desk.context.person().roles, gui::pages()));
    window->resize(1366, 768);
    window->show();
    desk.context.openPage(page);
    return window;
}

std::unique_ptr<MainWindow> tabOf(Desk& desk, Tab tab, bool filled)
{
    auto window = windowOf(desk, "privacy", filled);
    window->findChild<QTabBar*>("privacyTabs")->setCurrentIndex(tab);
    return window;
}

template<int tab>
std::unique_ptr<QWidget> full(Desk& desk)
{
    auto window = tabOf(desk, static_cast<Tab>(tab), true);
    QTest::qWait(400);
    return window;
}

template<int tab>
std::unique_ptr<QWidget> empty(Desk& desk)
{
    return tabOf(desk, static_cast<Tab>(tab), false);
}

void press(const QWidget& window, const char* button)
{
    window.findChild<QPushButton*>(button)->click();
}

std::unique_ptr<QWidget> request(Desk& desk, int row)
{
    auto window = tabOf(desk, Requests, true);
    auto* table = window->findChild<RecordTable*>("requestsTable");
    waitFor([&] { return table->model()->rowCount() == 5; });
    table->selectRow(row);
    QTest::qWait(300);
    return window;
}

std::unique_ptr<QWidget> objection(Desk& desk)
{
    return request(desk, 3);
}

std::unique_ptr<QWidget> decided(Desk& desk)
{
    return request(desk, 4);
}

std::unique_ptr<QWidget> newRequest(Desk& desk)
{
    auto window = tabOf(desk, Requests, true);
    press(*window, "addPrivacy");
    auto* student = window->findChild<QLineEdit*>("requestStudent");
    QTest::keyClicks(student, "10004");
    QTest::keyClick(student, Qt::Key_Return);
    QTest::qWait(400);
    press(*window, "saveRegister");
    QTest::qWait(400);
    return window;
}

std::unique_ptr<QWidget> retentionStudents(Desk& desk)
{
    auto window = tabOf(desk, Retention, true);
    auto* rules = window->findChild<RecordTable*>("retentionRules");
    waitFor([&] { return rules->model()->rowCount() == 4; });
    for (int row = 0; row < 4; ++row) {
        rules->selectRow(row);
        QTest::qWait(100);
        if (window->findChild<QPushButton*>("eraseOverdue")->isEnabled()) break;
    }
    return window;
}

std::unique_ptr<QWidget> newBreach(Desk& desk)
{
    auto window = tabOf(desk, Breaches, false);
    press(*window, "addPrivacy");
    QTest::qWait(200);
    return window;
}

/// The dialog alone: it is a window of its own.
std::unique_ptr<QWidget> eraseDialog(Desk& desk)
{
    static std::unique_ptr<QWidget> behind; // of the dialog that is pictured
    behind = request(desk, 2);
    const auto found =
        desk.store.submit([](Store& store, const Progress&) { return studentOf(store, "10004"); });
    waitFor([&] { return found.isFinished(); });
    auto dialog = std::make_unique<EraseDialog>(
        desk.context,
        EraseDialog::Wanted{
            .student = found.result()->id,
            .name = found.result()->name,
            .nis = "10004",
            .basis = "request"},
        nullptr);
    dialog->setAttribute(Qt::WA_DeleteOnClose, false);
    dialog->QDialog::show();
    auto* states = dialog->findChild<StateStack*>("eraseStates");
    waitFor([&] { return states->state() == StateStack::State::Data; });
    behind.reset();
    return dialog;
}

std::unique_ptr<MainWindow> studentForm(Desk& desk, const char* nis = "10004")
{
    auto window = windowOf(desk, "students", true);
    auto* table = window->findChild<RecordTable*>("studentsTable");
    waitFor([&] { return table->model()->rowCount() > 0; });
    window->findChild<QLineEdit*>("searchStudents")->setText(nis);
    waitFor([&] { return table->model()->rowCount() == 1; });
    QTest::qWait(200);
    return window;
}

std::unique_ptr<QWidget> maskedForm(Desk& desk)
{
    auto window = studentForm(desk);
    QTest::keyClick(window->findChild<RecordTable*>("studentsTable"), Qt::Key_Return);
    QTest::qWait(400);
    return window;
}

std::unique_ptr<QWidget> shownForm(Desk& desk)
{
    auto window = maskedForm(desk);
    window->findChild<QToolButton*>("nikShow")->click();
    QTest::qWait(300);
    return window;
}

std::unique_ptr<QWidget> personalData(Desk& desk)
{
    auto window = studentForm(desk);
    press(*window, "showPersonalData");
    QTest::qWait(300);
    return window;
}

/// What somebody in the office sees of a family that has stated nothing, and wants to object.
std::unique_ptr<QWidget> nothingStated(Desk& desk)
{
    desk.context.setPerson(
        {.id = QUuid::createUuid(), .login = "sri", .name = "Sri Wahyuni", .roles = Role::Staff});
    auto window = studentForm(desk, "10006");
    press(*window, "showPersonalData");
    window->findChild<QComboBox*>("consentState")->setCurrentIndex(2);
    QTest::qWait(300);
    return window;
}

std::unique_ptr<QWidget> teacherForm(Desk& desk)
{
    desk.context.setPerson(
        {.id = QUuid::createUuid(),
         .login = "budi",
         .name = "Budi Hartono",
         .roles = Role::Teacher});
    auto window = studentForm(desk);
    QTest::keyClick(window->findChild<RecordTable*>("studentsTable"), Qt::Key_Return);
    QTest::qWait(400);
    return window;
}

} // namespace

std::vector<Screen> privacyScreens()
{
    return {
        {.name = "privacy-requests", .make = full<Requests>},
        {.name = "privacy-requests-none", .make = empty<Requests>},
        {.name = "privacy-request-objection", .make = objection},
        {.name = "privacy-request-decided", .make = decided},
        {.name = "privacy-request-new", .make = newRequest},
        {.name = "privacy-retention", .make = retentionStudents},
        {.name = "privacy-retention-none", .make = empty<Retention>},
        {.name = "privacy-breaches", .make = full<Breaches>},
        {.name = "privacy-breaches-none", .make = empty<Breaches>},
        {.name = "privacy-breach-new", .make = newBreach},
        {.name = "privacy-erasures", .make = full<Erasures>},
        {.name = "privacy-erasures-none", .make = empty<Erasures>},
        {.name = "privacy-erase", .make = eraseDialog},
        {.name = "students-masked", .make = maskedForm},
        {.name = "students-shown", .make = shownForm},
        {.name = "students-personal", .make = personalData},
        {.name = "students-nothing-stated", .make = nothingStated},
        {.name = "students-teacher", .make = teacherForm},
    };
}

} // namespace edupro::tests
