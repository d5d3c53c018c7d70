// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/screens/GradesScreens.h"

#include "app/gui/Pages.h"
#include "core/Entities.h"
#include "core/grades/AssessmentActions.h"
#include "core/grades/MarkActions.h"
#include "core/people/Enrolment.h"
#include "core/school/SchoolActions.h"
#include "tests/screens/StudentScreens.h"
#include "ui/grid/DataGrid.h"
#include "ui/grid/GridModel.h"
#include "ui/shell/MainWindow.h"

#include <QAbstractButton>
#include <QComboBox>

namespace edupro::tests {

using namespace edupro::ui;
using storage::Store;

namespace {

const QStringList firstNames = {
    "Adi",
    "Budi",
    "Citra",
    "Dewi",
    "Eka",
    "Fajar",
    "Gita",
    "Hadi",
    "Indah",
    "Joko",
    "Lestari",
    "Made",
    "Nanda",
    "Oki",
    "Putri",
    "Rizki"};
const QStringList lastNames = {"Pratama", "Rahayu"};

struct SubjectName {
    const char* name;
    const char* brief;
};
constexpr SubjectName subjectNames[] = {
    {"Pendidikan Agama", "PAI"},
    {"Pendidikan Pancasila", "PPKn"},
    {"Bahasa Indonesia", "B. Ind"},
    {"Matematika", "Mtk"},
    {"Ilmu Pengetahuan Alam", "IPA"},
    {"Ilmu Pengetahuan Sosial", "IPS"},
    {"Bahasa Inggris", "B. Ing"},
    {"Seni Budaya", "Seni"},
    {"Pendidikan Jasmani", "PJOK"},
    {"Informatika", "Infor"}};

template<class T>
Result<T> saved(Store& store, T record)
{
    if (const auto done = store.save(record); !done) return done.error();
    return record;
}

double markOf(int student, int subject)
{
    return 66 + (student * 13 + subject * 7 + student * subject) % 33;
}

/// The tests of mathematics, with one remedial mark.
Done addAssessments(
    Store& store,
    const grades::ClassTerm& of,
    const SubjectId& subject,
    const std::vector<StudentId>& students)
{
    std::vector<grades::MarkEntry> entries;
    constexpr const char* objectives[] = {
        "operasi bilangan bulat", "persamaan linear satu variabel", "bangun datar"};
    for (int test = 0; test < 4; ++test) {
        const bool last = test == 3;
        const auto made = grades::addAssessment(
            store,
            of,
            {.subject = subject,
             .kind = last ? "end_of_term" : "material",
             .title = last ? QString("SAS") : QString("SLM %1").arg(test + 1)},
            last ? QString() : QString(objectives[test]));
        if (!made) return made.error();
        for (std::size_t i = 0; i < students.size(); ++i) {
            const double mark = markOf(static_cast<int>(i), test + 2);
            entries.push_back({students[i], made->id, grades::MarkEntry::Part::First, mark});
            if (mark < 70 && test == 0)
                entries.push_back({students[i], made->id, grades::MarkEntry::Part::Remedial, 82});
        }
    }
    const auto answer = grades::saveMarks(store, of, subject, entries);
    return answer ? done() : Done(answer.error());
}

Done fill(Store& store, int count, bool assessments)
{
    if (auto made = school::createSchool(store, "SMP Contoh Nusantara", {}); !made)
        return made.error();
    const auto term = school::ensureTerm(store, "20252");
    if (!term) return term.error();
    const auto group = school::ensureClassGroup(store, term->academicYear, "8B");
    if (!group) return group.error();
    const grades::ClassTerm of{.classGroup = group->id, .term = *term};
    std::vector<SubjectId> subjects;
    for (const SubjectName& one : subjectNames) {
        const auto subject =
            saved(store, Subject{.name = one.name, .shortName = QString(one.brief)});
        if (!subject) return subject.error();
        subjects.push_back(subject->id);
    }
    std::vector<StudentId> students;
    std::vector<grades::FinalMarkEntry> marks;
    for (int i = 0; i < count; ++i) {
        const QString name = firstNames[i % 16] + u' ' + lastNames[i / 16 % 2];
        const auto student =
            saved(store, Student{.nis = QString::number(10'001 + i), .name = name});
        if (!student) return student.error();
        const auto enrolled = saved(
            store,
            Enrolment{
                .student = student->id, .classGroup = group->id, .startsOn = QDate(2025, 7, 1)});
        if (!enrolled) return enrolled.error();
        students.push_back(student->id);
        for (int j = 0; j < 10; ++j)
            if (i * 10 + j != 48)
                marks.push_back({student->id, subjects[static_cast<std::size_t>(j)], markOf(i, j)});
    }
    const auto answer = grades::saveFinalMarks(store, of, marks);
    if (!answer) return answer.error();
    return assessments ? addAssessments(store, of, subjects[3], students) : done();
}

std::unique_ptr<MainWindow> marksOf(Desk& desk, int students, bool assessments = false)
{
    desk.store.open([] { return Store::openMemory({.entities = allEntities()}); });
    const auto filled = desk.store.submit(
        [=](Store& store, const Progress&) { return fill(store, students, assessments); });
    waitFor([&] { return filled.isFinished(); });
    desk.context.setSchool({.name = "SMP Contoh Nusantara", .terms = {"20251", "20252"}}, "20252");
    desk.context.setStanding({.file = "/home/ani/smp-contoh.edupro"});
    auto window = std::make_unique<MainWindow>(desk.context, gui::pages());
    window->resize(1366, 768);
    window->show();
    desk.context.openPage("grades");
    QTest::qWait(600);
    return window;
}

template<int count>
std::unique_ptr<QWidget> marks(Desk& desk)
{
    return marksOf(desk, count);
}

std::unique_ptr<QWidget> refused(Desk& desk)
{
    auto window = marksOf(desk, 30);
    auto* grid = window->findChild<DataGrid*>("classGrid");
    GridModel* model = grid->gridModel();
    model->enter({{9, 6, "105"}, {3, 2, "-1"}, {6, 4, "sakit"}, {2, 1, "88,5"}}, {});
    grid->setCurrentIndex(model->index(9, 6));
    QTest::qWait(400);
    return window;
}

std::unique_ptr<QWidget> assessments(Desk& desk)
{
    auto window = marksOf(desk, 30, true);
    auto* subject = window->findChild<QComboBox*>("subjectOfMarks");
    subject->setCurrentIndex(subject->findText("Matematika"));
    emit subject->activated(subject->currentIndex());
    QTest::qWait(400);
    auto* grid = window->findChild<DataGrid*>("assessmentGrid");
    grid->setCurrentIndex(grid->model()->index(4, grid->model()->columnCount() - 2));
    grid->setFocus();
    return window;
}

std::unique_ptr<QWidget> missing(Desk& desk)
{
    auto window = marksOf(desk, 30);
    window->findChild<QAbstractButton*>("showMissing")->click();
    QTest::qWait(300);
    return window;
}

} // namespace

std::vector<Screen> gradesScreens()
{
    return {
        {.name = "grades", .make = marks<30>},
        {.name = "grades-none", .make = marks<0>},
        {.name = "grades-one", .make = marks<1>},
        {.name = "grades-refused", .make = refused},
        {.name = "grades-assessments", .make = assessments},
        {.name = "grades-missing", .make = missing},
    };
}

} // namespace edupro::tests
