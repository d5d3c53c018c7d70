// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/imports/ImportDialog.h"

#include "app/gui/ImportChoices.h"
#include "core/people/PeopleActions.h"
#include "tests/support/SchoolDesk.h"
#include "ui/common/RecordTable.h"
#include "ui/common/StateStack.h"
#include "ui/imports/ImportStarter.h"
#include "ui/shell/MainWindow.h"

#include <QComboBox>
#include <QDropEvent>
#include <QFile>
#include <QJsonDocument>
#include <QMimeData>
#include <QPushButton>
#include <QTemporaryDir>

using namespace edupro;
using namespace edupro::tests;
using namespace edupro::ui;
using storage::Store;

namespace {

/// A school and a file, imported as a clerk does it.
struct Import {
    Desk desk;
    QTemporaryDir folder;
    std::unique_ptr<ImportDialog> dialog;

    explicit Import(Tongue tongue = Tongue::English, int students = 0)
        : desk(tongue)
    {
        openSchool(desk, students);
    }

    QString file(const char* name, const QByteArray& text) const
    {
        QFile made(folder.filePath(name));
        REQUIRE(made.open(QIODevice::WriteOnly));
        made.write(text);
        return made.fileName();
    }
    void open(const QString& path)
    {
        dialog = std::make_unique<ImportDialog>(desk.context, gui::importChoices(), path);
        dialog->open();
        auto* state = dialog->findChild<StateStack*>();
        REQUIRE(soon([&] { return state->state() != StateStack::State::Loading; }));
    }
    QPushButton* button(const char* name) const { return child<QPushButton>(*dialog, name); }
    QString text(const char* name) const { return child<QLabel>(*dialog, name)->text(); }
    /// Presses the main button and waits for its answer.
    void goOn(const QString& nextWord) const
    {
        button("importNext")->click();
        REQUIRE(soon([&] {
            return button("importNext")->isVisible() && button("importNext")->text() == nextWord;
        }));
    }
    qint64 students()
    {
        return inStore(desk, [](Store& store) { return people::countStudents(store, {}); });
    }
    QAbstractItemModel& issues() const
    {
        return *child<RecordTable>(*dialog, "importIssues")->model();
    }
};

QByteArray thousandRows(const QByteArray& odd)
{
    QByteArray text = "NIS;Nama Siswa;Kelas;Tgl Lahir\r\n";
    for (int i = 0; i < 999; ++i)
        text += QString("%1;Siswa %1;7A;2012-03-04\r\n").arg(20001 + i).toUtf8();
    return text + odd + "\r\n";
}

} // namespace

TEST_CASE(
    "A bad row among a thousand good ones is shown, skipped and saved with its reason",
    "[ui][imports]")
{
    Import import;
    const QString path = import.file("siswa.csv", thousandRows("12;Budi;7A;2012-03-04"));
    import.open(path);
    CHECK(child<QComboBox>(*import.dialog, "importKind")->currentData() == "students");
    CHECK(child<QComboBox>(*import.dialog, "field3")->currentData() == "birth_date");
    import.goOn("Import");
    CHECK(import.text("importCounts") == "999 will be added, 0 updated, 1 skipped");
    CHECK(import.students() == 0); // only looked at
    REQUIRE(import.issues().rowCount() == 1);
    QStringList cells;
    for (int column = 0; column < 4; ++column)
        cells << import.issues().index(0, column).data().toString();
    CHECK(cells.join('|') == "1,001|NIS|12|Must have 5 to 20 characters");

    int announced = 0;
    QObject::connect(&import.desk.context, &Context::dataChanged, [&] { ++announced; });
    import.goOn("Close");
    CHECK(import.text("importCounts") == "999 added, 0 updated, 1 skipped");
    CHECK(import.students() == 999);
    CHECK(announced == 1);

    import.desk.dialogs.path = import.folder.filePath("ditolak.csv");
    import.button("saveRejects")->click();
    REQUIRE(soon([&] { return import.text("importLine").contains("saved"); }));
    QFile rejects(import.desk.dialogs.path);
    REQUIRE(rejects.open(QIODevice::ReadOnly));
    const QString saved = QString::fromUtf8(rejects.readAll());
    CHECK(saved.contains("12;Budi;7A;2012-03-04;1001;"));
    import.button("importNext")->click();
    CHECK_FALSE(import.dialog->isVisible());
}

TEST_CASE("A column is matched by hand when its heading says nothing", "[ui][imports]")
{
    Import import;
    import.open(import.file("x.csv", "NIS,Panggilan\n30001,Ani\n"));
    CHECK_FALSE(import.button("importNext")->isEnabled());
    CHECK(import.text("importProblem").contains("Name"));
    auto* box = child<QComboBox>(*import.dialog, "field1");
    box->setFocus();
    QTest::keyClicks(box, "Name");
    REQUIRE(soon([&] { return import.button("importNext")->isEnabled(); }));
    import.goOn("Import");
    import.goOn("Close");
    const auto rows = inStore(import.desk, [](Store& store) {
        return people::listStudents(store, {.text = "30001", .className = {}}, 0, 2);
    });
    REQUIRE(rows.size() == 1);
    CHECK(rows[0].name == "Ani");
}

TEST_CASE("What was said about columns comes back from a draft with its file", "[ui][imports]")
{
    Import import;
    const QString path = import.file("siswa.csv", "NIS;Anak;X\n20001;Ani;1\n");
    import.open(path);
    CHECK_FALSE(import.dialog->draft());
    auto* box = child<QComboBox>(*import.dialog, "field1");
    box->setCurrentIndex(box->findData("name"));
    emit box->activated(box->currentIndex());
    REQUIRE(soon([&] { return import.button("importNext")->isEnabled(); }));
    const std::optional<Draft> draft = import.dialog->draft();
    REQUIRE(draft);
    CHECK(draft->title == "siswa.csv");
    import.dialog.reset();

    QWidget window;
    showActive(window);
    const ImportStarter starter(import.desk.context, gui::importChoices(), &window);
    const QJsonDocument stored(draft->content); // as it comes from the table
    import.desk.context.openPage(
        draft->page,
        {{ "draft",
           QJsonDocument::fromJson(stored.toJson()).object() }});
    REQUIRE(soon([&] {
        auto* next = window.findChild<QPushButton*>("importNext");
        return next && next->isEnabled();
    }));
    CHECK(child<QComboBox>(window, "field1")->currentData() == "name");
}

TEST_CASE("What a file is, is guessed from its headings and can be said", "[ui][imports]")
{
    Import import(Tongue::English, 3);
    const auto [kind, heading] = GENERATE(table<const char*, const char*>({
        {"students", "nis,nama,kelas"},
        {"marks", "nis,semester,mapel,nilai"},
        {"attendance", "nis,semester,hari_efektif,sakit,izin,alpa"},
        {"incomes", "nis,penghasilan_ayah,penghasilan_ibu"},
        {"achievements", "nis,prestasi,tingkat,tanggal"},
    }));
    import.open(import.file("data.csv", QByteArray(heading) + "\n10001,a,b,c,d,e\n"));
    CHECK(child<QComboBox>(*import.dialog, "importKind")->currentData() == kind);
}

TEST_CASE("A cancelled import leaves nothing behind", "[ui][imports]")
{
    const bool whileImporting = GENERATE(true, false);
    Import import;
    QByteArray text = "nis,nama\n";
    for (int i = 0; i < 30'000; ++i)
        text += QString("%1,Siswa %1\n").arg(100'000 + i).toUtf8();
    import.open(import.file("besar.csv", text));
    if (whileImporting) {
        import.button("importNext")->click();
        REQUIRE(QTest::qWaitFor(
            [&] { return import.button("importNext")->text() == "Import"; }, 60'000));
    }
    import.button("importNext")->click();
    QTest::qWait(100);
    import.button("importCancel")->click();
    REQUIRE(soon([&] { return import.text("importLine").contains("cancelled"); }));
    CHECK(import.dialog->isVisible());
    CHECK(import.students() == 0);
    QTest::keyClick(import.dialog.get(), Qt::Key_Escape);
    CHECK_FALSE(import.dialog->isVisible());
}

TEST_CASE("A dialog that goes away takes its work back", "[ui][imports]")
{
    Import import;
    QByteArray text = "nis,nama\n";
    for (int i = 0; i < 30'000; ++i)
        text += QString("%1,Siswa %1\n").arg(100'000 + i).toUtf8();
    import.open(import.file("besar.csv", text));
    import.button("importNext")->click();
    QTest::qWait(50);
    import.dialog.reset();
    CHECK(import.students() == 0);
}

TEST_CASE("A file that cannot be imported says why, and is read again on request", "[ui][imports]")
{
    Import import;
    const QString path = import.file("kosong.csv", "");
    import.open(path);
    auto* state = import.dialog->findChild<StateStack*>();
    CHECK(state->state() == StateStack::State::Error);
    import.file("kosong.csv", "nis,nama\n10001,Ani\n");
    child<QPushButton>(*import.dialog, "problemAction")->click();
    REQUIRE(soon([&] { return state->state() == StateStack::State::Data; }));
    CHECK(import.button("importNext")->isEnabled());
}

TEST_CASE("Files dropped on the window are imported one after the other", "[ui][imports]")
{
    Import import;
    MainWindow window(import.desk.context, {});
    new ImportStarter(import.desk.context, gui::importChoices(), &window);
    window.show();
    QMimeData dropped;
    dropped.setUrls(
        {QUrl::fromLocalFile(import.file("a.csv", "nis,nama\n10001,Ani\n")),
         QUrl::fromLocalFile(import.file("b.csv", "nis,nama\n10002,Budi\n"))});
    QDragEnterEvent enter({50, 50}, Qt::CopyAction, &dropped, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&window, &enter);
    QDropEvent drop({50, 50}, Qt::CopyAction, &dropped, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&window, &drop);
    for (const char* title : {"Import a.csv", "Import b.csv"}) {
        QPointer<ImportDialog> dialog = window.findChild<ImportDialog*>();
        REQUIRE(dialog);
        const auto labels = dialog->findChildren<QLabel*>();
        CHECK(std::any_of(
            labels.begin(), labels.end(), [&](QLabel* label) { return label->text() == title; }));
        auto* next = child<QPushButton>(*dialog, "importNext");
        for (const char* word : {"Check", "Import", "Close"}) {
            REQUIRE(soon([&] { return next->isVisible() && next->text() == word; }));
            next->click();
        }
        REQUIRE(soon([&] { return dialog.isNull(); }));
    }
    CHECK(import.students() == 2);
}

TEST_CASE("The import speaks Indonesian", "[ui][imports]")
{
#ifdef EDUPRO_LUPDATE
    Import import(Tongue::Indonesian);
    import.open(import.file("siswa.csv", "nis,nama\n1,Ani\n10001,Budi\n10001,Citra\n"));
    import.goOn("Impor");
    CHECK(import.text("importCounts") == "1 akan ditambahkan, 0 diperbarui, 2 dilewati");
    CHECK(import.issues().index(0, 3).data() == "Harus 5 sampai 20 karakter");
    CHECK(import.issues().index(1, 3).data() == "Sudah ada di baris 3");
#endif
}
