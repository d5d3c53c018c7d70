// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/screens/StudentScreens.h"

#include "app/gui/Pages.h"
#include "tests/support/SampleSchool.h"
#include "ui/common/RecordTable.h"
#include "ui/shell/MainWindow.h"
#include "ui/students/StudentForm.h"

#include <QLineEdit>
#include <QScrollBar>
#include <QTest>

namespace edupro::tests {

using namespace edupro::ui;

namespace {

std::unique_ptr<MainWindow> studentsOf(Desk& desk, int students)
{
    const auto opened = desk.store.open([students] { return sampleSchool(students); });
    waitFor([&] { return opened.isFinished(); });
    desk.context.setSchool({.name = "SMP Contoh Nusantara", .terms = {"20251", "20252"}}, "20252");
    desk.context.setStanding({.file = "/home/ani/smp-contoh.edupro"});
    auto window = std::make_unique<MainWindow>(desk.context, gui::pages());
    window->resize(1366, 768);
    window->show();
    desk.context.openPage("students");
    auto* table = window->findChild<RecordTable*>("studentsTable");
    waitFor([&] { return table->model()->rowCount() == students; });
    return window;
}

template<int count>
std::unique_ptr<QWidget> students(Desk& desk)
{
    return studentsOf(desk, count);
}

std::unique_ptr<QWidget> endOfList(Desk& desk)
{
    auto window = studentsOf(desk, 100'000);
    auto* table = window->findChild<RecordTable*>("studentsTable");
    table->verticalScrollBar()->setValue(table->verticalScrollBar()->maximum());
    QTest::qWait(1'000);
    return window;
}

std::unique_ptr<QWidget> notFound(Desk& desk)
{
    auto window = studentsOf(desk, 30);
    window->findChild<QLineEdit*>("searchStudents")->setText("Xaverius");
    QTest::qWait(300);
    return window;
}

std::unique_ptr<QWidget> deleted(Desk& desk)
{
    auto window = studentsOf(desk, 30);
    auto* table = window->findChild<RecordTable*>("studentsTable");
    table->setCurrentIndex(table->model()->index(3, 1));
    QTest::keyClick(table, Qt::Key_Delete);
    waitFor([&] { return table->model()->rowCount() == 29; });
    return window;
}

std::unique_ptr<QWidget> edit(Desk& desk)
{
    auto window = studentsOf(desk, 30);
    auto* table = window->findChild<RecordTable*>("studentsTable");
    table->setCurrentIndex(table->model()->index(3, 1));
    QTest::keyClick(table, Qt::Key_Return);
    QTest::qWait(300);
    return window;
}

std::unique_ptr<QWidget> faults(Desk& desk)
{
    auto window = studentsOf(desk, 30);
    auto* form = window->findChild<StudentForm*>();
    form->add("8B");
    const auto type = [form](const char* field, const char* text) {
        auto* line = form->findChild<QLineEdit*>(field);
        line->setFocus();
        QTest::keyClicks(line, text);
    };
    type("nis", "12");
    type("name", "Ani Wijaya");
    type("nisn", "123");
    type("birth_date", "17/08/2031");
    QTest::keyClick(form, Qt::Key_S, Qt::ControlModifier);
    QTest::qWait(300);
    return window;
}

std::unique_ptr<QWidget> conflict(Desk& desk)
{
    auto window = edit(desk);
    auto* form = window->findChild<StudentForm*>();
    auto* line = form->findChild<QLineEdit*>("name");
    line->setFocus();
    line->selectAll();
    QTest::keyClicks(line, "Adi Santosa");
    const auto saved = desk.store.submit(
        [id = form->student()](storage::Store& store, const Progress&) -> Result<Unit> {
            auto found = store.find<Student>(id);
            if (!found) return found.error();
            Student other = (*found)->record;
            other.name = "Adi Santoso Putra";
            if (auto stored = store.save(other); !stored) return stored.error();
            return Unit{};
        });
    waitFor([&] { return saved.isFinished(); });
    QTest::keyClick(form, Qt::Key_S, Qt::ControlModifier);
    QTest::qWait(300);
    return window;
}

} // namespace

std::vector<Screen> studentScreens()
{
    return {
        {.name = "students", .make = students<30>},
        {.name = "students-none", .make = students<0>},
        {.name = "students-one", .make = students<1>},
        {.name = "students-many", .make = endOfList},
        {.name = "students-not-found", .make = notFound},
        {.name = "students-deleted", .make = deleted},
        {.name = "students-edit", .make = edit},
        {.name = "students-faults", .make = faults},
        {.name = "students-conflict", .make = conflict},
    };
}

} // namespace edupro::tests
