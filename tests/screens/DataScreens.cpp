// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/screens/DataScreens.h"

#include "app/gui/BackupWatch.h"
#include "app/gui/Pages.h"
#include "app/gui/WaitingPage.h"
#include "core/accounts/KeyActions.h"
#include "core/Entities.h"
#include "core/people/PeopleActions.h"
#include "core/storage/backup/Backup.h"
#include "tests/screens/StudentScreens.h"
#include "ui/accounts/Entry.h"
#include "ui/accounts/FileKeyDialog.h"
#include "ui/accounts/HandOverPage.h"
#include "ui/accounts/NewCodeDialog.h"
#include "ui/common/NoticeBar.h"
#include "ui/common/RecordTable.h"
#include "ui/shell/MainWindow.h"

#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <atomic>
#include <iostream>

namespace edupro::tests {

using namespace edupro::ui;
using security::SecretBytes;
using storage::BackupCause;
using storage::Store;

namespace {

constexpr Instant today = 1'795'230'900'000; // 21 Nov 2026 10:15 in Jakarta
constexpr Instant day = 24LL * 60 * 60 * 1000;
const QString password = QStringLiteral("tanjung-42-biru-lepas");

std::atomic<Instant> now{today};

accounts::Computer computer()
{
    return {
        .store =
            {.clock = [] { return now.load(); },
             .actor = "screens",
             .device = "PC-TU",
             .entities = allEntities()},
        .cost = {.n = 1U << 15U}};
}

/// A school file in a folder of its own, opened anew for each picture.
struct SchoolOnDisk {
    QTemporaryDir folder;
    QString path;

    SchoolOnDisk(const char* name, bool encrypted)
        : path(folder.filePath(QString(name) + ".edupro"))
    {
        const auto make = [this](const storage::StoreOptions& options) {
            return school::createSchoolFile(path, {.name = "SMP Contoh Nusantara"}, options);
        };
        const accounts::FirstAdministrator dewi{.login = "dewi", .name = "Dewi Lestari"};
        const SecretBytes secret = SecretBytes::ofPassword(password);
        if (!encrypted) {
            (void)make(computer().store);
            return;
        }
        auto made = accounts::createProtectedSchool(path, make, dewi, secret, computer());
        if (!made) std::cerr << "a school of the pictures cannot be made" << std::endl;
    }
    Result<accounts::Opened> open() const
    {
        return accounts::isEncrypted(path)
                   ? accounts::signIn(path, "dewi", SecretBytes::ofPassword(password), computer())
                   : accounts::openWithoutSignIn(path, computer());
    }
    void addStudents(Store& store, int first, int count) const
    {
        for (int i = 0; i < count; ++i) {
            Student student{
                .nis = QString::number(10000 + first + i),
                .name = QString("Siswa %1").arg(first + i)};
            (void)people::saveStudent(store, student, "8B", {});
        }
    }
    /// One of each kind, from months ago until yesterday.
    void addBackups() const
    {
        auto opened = open();
        if (!opened) return;
        const std::pair<int, BackupCause> made[] = {
            {131, BackupCause::Daily},
            {96, BackupCause::Daily},
            {62, BackupCause::Daily},
            {40, BackupCause::Manual},
            {33, BackupCause::Daily},
            {19, BackupCause::Daily},
            {12, BackupCause::Daily},
            {5, BackupCause::BeforeImport},
            {4, BackupCause::Daily},
            {3, BackupCause::Daily},
            {2, BackupCause::Daily},
            {1, BackupCause::Daily}};
        int students = 1;
        for (const auto& [daysAgo, cause] : made) {
            now = today - daysAgo * day;
            addStudents(*opened->store, students, 17);
            students += 17;
            (void)storage::createBackup(
                *opened->store, {.folder = storage::defaultBackupFolder(path), .cause = cause});
        }
        now = today;
        addStudents(*opened->store, students, 9);
    }
};

const SchoolOnDisk& fresh()
{
    static const SchoolOnDisk school("smp-baru", true);
    return school;
}

const SchoolOnDisk& backedUp()
{
    static const SchoolOnDisk school("smp-contoh", true);
    static const bool filled = [] {
        school.addBackups();
        return true;
    }();
    (void)filled;
    return school;
}

const SchoolOnDisk& plain()
{
    static const SchoolOnDisk school("laboratorium", false);
    return school;
}

std::shared_ptr<Entry> enter(Desk& desk, const SchoolOnDisk& school)
{
    auto entry = std::make_shared<Entry>();
    const auto opened = desk.store.open(openInto(entry, [&school] { return school.open(); }));
    waitFor([&] { return opened.isFinished(); });
    desk.context.setPerson(entry->person);
    desk.context.setSchool({.name = "SMP Contoh Nusantara", .terms = {"20251", "20252"}}, "20252");
    desk.context.setStanding({.file = school.path, .encrypted = entry->encrypted});
    desk.context.backups.setSchool(school.path, {});
    return entry;
}

std::unique_ptr<MainWindow> dataWindow(Desk& desk, const SchoolOnDisk& school)
{
    enter(desk, school);
    auto window = std::make_unique<MainWindow>(desk.context, gui::pages());
    window->resize(1366, 768);
    window->show();
    desk.context.openPage("data");
    QTest::qWait(300);
    return window;
}

void press(const QWidget& page, const char* button)
{
    page.findChild<QPushButton*>(button)->click();
}

std::unique_ptr<QWidget> none(Desk& desk)
{
    auto window = dataWindow(desk, fresh());
    auto* bar = new NoticeBar(desk.theme, "backupNotice", window.get());
    window->addBar(bar);
    desk.context.backups.setAutomatic(false);
    (new gui::BackupWatch(desk.context, *bar))->look();
    waitFor([&] { return bar->isVisible(); });
    return window;
}

std::unique_ptr<QWidget> some(Desk& desk)
{
    auto window = dataWindow(desk, backedUp());
    press(*window, "verifyBackup");
    QTest::qWait(1'500);
    return window;
}

std::unique_ptr<QWidget> old(Desk& desk)
{
    const SchoolOnDisk& school = backedUp(); // which sets the clock when it is made
    now = today + 16 * day;
    auto window = dataWindow(desk, school);
    const QString folder = storage::defaultBackupFolder(backedUp().path);
    QFile stray(QDir(folder).filePath("smp-contoh_salinan.edupro-backup"));
    if (stray.open(QIODevice::WriteOnly)) stray.write("torn");
    stray.close();
    desk.context.backups.announceChange();
    QTest::qWait(500);
    stray.remove();
    now = today;
    return window;
}

void waitForPreview(const QWidget& window)
{
    auto* restore = window.findChild<QPushButton*>("restoreBackup");
    waitFor([&] { return restore->isVisible(); });
    QTest::qWait(200);
}

std::unique_ptr<QWidget> preview(Desk& desk)
{
    auto window = dataWindow(desk, backedUp());
    window->findChild<RecordTable*>("backupsTable")->selectRow(3);
    press(*window, "previewRestore");
    waitForPreview(*window);
    return window;
}

QString anyBackupOf(const SchoolOnDisk& school)
{
    const QDir folder(storage::defaultBackupFolder(school.path));
    return folder.filePath(folder.entryList({"*.edupro-backup"}, QDir::Files, QDir::Name).value(0));
}

std::unique_ptr<QWidget> locked(Desk& desk)
{
    auto window = dataWindow(desk, fresh());
    desk.dialogs.path = anyBackupOf(backedUp());
    press(*window, "restoreFile");
    auto* open = window->findChild<QPushButton*>("openBackup");
    waitFor([&] { return open->isVisible(); });
    return window;
}

std::unique_ptr<QWidget> otherSchool(Desk& desk)
{
    auto window = locked(desk);
    window->findChild<QLineEdit*>("backupPassword")->setText(password);
    press(*window, "openBackup");
    waitForPreview(*window);
    return window;
}

std::unique_ptr<QWidget> notEncrypted(Desk& desk)
{
    return dataWindow(desk, plain());
}

std::unique_ptr<QWidget> newCode(Desk& desk)
{
    enter(desk, fresh());
    auto dialog = std::make_unique<NewCodeDialog>(desk.context, computer().cost);
    dialog->setAttribute(Qt::WA_DeleteOnClose, false);
    dialog->show();
    press(*dialog, "makeCode");
    auto* code = dialog->findChild<QLabel*>("recoveryCodeText");
    waitFor([&] { return !code->text().isEmpty(); });
    press(*dialog, "leaveCode"); // which warns
    return dialog;
}

std::unique_ptr<QWidget> newKey(Desk& desk)
{
    const auto entry = enter(desk, fresh());
    auto dialog = std::make_unique<FileKeyDialog>(desk.context, computer(), entry->session);
    dialog->setAttribute(Qt::WA_DeleteOnClose, false);
    return dialog;
}

std::unique_ptr<QWidget> encrypt(Desk& desk)
{
    enter(desk, plain());
    auto dialog = std::make_unique<FileKeyDialog>(desk.context, computer(), nullptr);
    dialog->setAttribute(Qt::WA_DeleteOnClose, false);
    return dialog;
}

std::unique_ptr<HandOverPage> handOverPage(Desk& desk)
{
    accounts::NewPasswords passwords{.recoveryCode = security::RecoveryCode::random()};
    const std::pair<const char*, const char*> people[] = {
        {"budi", "Budi Hartono"}, {"made", "Made Suardana"}, {"sri", "Sri Wahyuni"}};
    for (const auto& [login, name] : people) {
        passwords.invitations.push_back(
            {.user = {.login = login, .name = name}, .password = "8K3M-Q9TZ-R4WB"});
    }
    return std::make_unique<HandOverPage>(
        desk.context, "SMP Contoh Nusantara", std::move(passwords));
}

std::unique_ptr<QWidget> handOverCode(Desk& desk)
{
    return handOverPage(desk);
}

std::unique_ptr<QWidget> handOver(Desk& desk)
{
    auto page = handOverPage(desk);
    auto* typed = page->findChild<QLineEdit*>("typedCode");
    QString code = page->findChild<QLabel*>("recoveryCodeText")->text();
    code.detach(); // the page wipes its own
    typed->setText(code);
    press(*page, "compareCode");
    return page;
}

std::unique_ptr<QWidget> waiting(Desk& desk)
{
    auto page = std::make_unique<gui::WaitingPage>(desk.context, [] {
        const bool indonesian = QLocale().language() == QLocale::Indonesian;
        return indonesian
                   ? gui::WaitingPage::
                         Words{"Mencadangkan sebelum ditutup", "Perubahan sejak cadangan terbaru disimpan sekali lagi dan diperiksa.", "Tutup tanpa cadangan"}
                   : gui::WaitingPage::Words{
                         "Backing up before closing",
                         "What was changed since the newest backup is saved once more and checked.",
                         "Close without a backup"};
    });
    page->follow(desk.compute.submit([](const Progress& progress) -> Result<int> {
        while (progress(0.4))
            QThread::msleep(5);
        return cancelled();
    }));
    return page;
}

} // namespace

std::vector<Screen> dataScreens()
{
    return {
        {.name = "data-none", .make = none},
        {.name = "data-some", .make = some},
        {.name = "data-old", .make = old},
        {.name = "data-restore", .make = preview},
        {.name = "data-locked", .make = locked},
        {.name = "data-other-school", .make = otherSchool},
        {.name = "data-plain", .make = notEncrypted},
        {.name = "data-new-code", .make = newCode},
        {.name = "data-new-key", .make = newKey},
        {.name = "data-encrypt", .make = encrypt},
        {.name = "data-hand-over-code", .make = handOverCode},
        {.name = "data-hand-over", .make = handOver},
        {.name = "data-waiting", .make = waiting},
    };
}

} // namespace edupro::tests
