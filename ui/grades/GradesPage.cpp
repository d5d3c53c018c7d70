// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/grades/GradesPage.h"

#include "core/grades/AssessmentActions.h"
#include "ui/common/ErrorText.h"
#include "ui/common/PageHeader.h"
#include "ui/common/StateStack.h"
#include "ui/grades/AssessmentModel.h"
#include "ui/grades/ClassMarksModel.h"
#include "ui/grades/MarkDialogs.h"
#include "ui/grades/MissingMarksPanel.h"
#include "ui/grid/DataGrid.h"
#include "ui/grid/GridLine.h"
#include "ui/shell/Context.h"

#include <QComboBox>
#include <QEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>

namespace edupro::ui {

using security::Action;
using security::Object;
using storage::Store;

namespace {

constexpr int announceAfter = 2'000; // ms without a change

QVariant dataOf(const QUuid& id)
{
    return QVariant::fromValue(id);
}

/// Chooses the entry with this data; the first one when there is none.
void choose(QComboBox* box, const QUuid& id)
{
    int found = 0;
    for (int i = 0; i < box->count(); ++i)
        if (box->itemData(i).toUuid() == id) found = i;
    box->setCurrentIndex(found);
}

} // namespace

/// What the page shows, read in one go.
struct GradesPage::Loaded {
    Term term;
    std::vector<ClassGroup> classes;
    ClassGroupId chosen;
    std::optional<grades::ClassSheet> sheet;
    std::optional<grades::AssessmentSheet> assessments;
    std::vector<grades::MissingMarks> missing;
};

bool GradesPage::showsAssessments() const
{
    return m_views->currentWidget() == m_assessmentView.whole;
}

MarksModel& GradesPage::model() const
{
    if (showsAssessments()) return *m_assessments;
    return *m_classMarks;
}

DataGrid& GradesPage::grid() const
{
    return showsAssessments() ? *m_assessmentView.grid : *m_classView.grid;
}

SubjectId GradesPage::subject() const
{
    return {m_subject->currentData().toUuid()};
}

void GradesPage::obey(const QString& page, const QVariantMap& filter)
{
    if (page != QStringLiteral("grades")) return;
    m_takesFocus = true;
    if (filter.contains("class")) {
        m_wantedClassName = filter.value("class").toString();
        m_subject->setCurrentIndex(0);
        load();
    } else if (m_list->state() == StateStack::State::Data) {
        grid().setFocus();
    }
}

void GradesPage::load()
{
    const ClassGroupId wanted =
        m_wantedClass.isNull() ? ClassGroupId{m_class->currentData().toUuid()} : m_wantedClass;
    const auto work = [code = m_context.term(),
                       wanted,
                       name = m_wantedClassName,
                       subject = subject()](Store& store, const Progress&) -> Result<Loaded> {
        const auto term = grades::termOfCode(store, code);
        if (!term) return term.error();
        auto classes = grades::listClasses(store, *term);
        if (!classes) return classes.error();
        Loaded loaded{.term = *term, .classes = std::move(classes).value()};
        const auto found =
            std::find_if(loaded.classes.begin(), loaded.classes.end(), [&](const ClassGroup& one) {
                return name.isEmpty() ? one.id == wanted : one.name == name;
            });
        if (found != loaded.classes.end())
            loaded.chosen = found->id;
        else if (!loaded.classes.empty())
            loaded.chosen = loaded.classes.front().id;
        auto missing = grades::listMissingMarks(store, *term);
        if (!missing) return missing.error();
        loaded.missing = std::move(missing).value();
        if (loaded.chosen.isNull()) return loaded;
        const grades::ClassTerm of{.classGroup = loaded.chosen, .term = *term};
        auto sheet = grades::classSheet(store, of);
        if (!sheet) return sheet.error();
        loaded.sheet = std::move(sheet).value();
        const auto& subjects = loaded.sheet->subjects;
        const bool has = std::any_of(
            subjects.begin(), subjects.end(), [&](const auto& one) { return one.id == subject; });
        if (!has) return loaded;
        auto assessments = grades::assessmentSheet(store, of, subject);
        if (!assessments) return assessments.error();
        loaded.assessments = std::move(assessments).value();
        return loaded;
    };
    m_latest.ask(m_context.store.submit(work), this, [this](const Result<Loaded>& loaded) {
        if (loaded)
            showLoaded(*loaded);
        else
            m_list->showError(loaded.error());
    });
}

void GradesPage::showLoaded(const Loaded& loaded)
{
    m_wantedClass = {};
    m_wantedClassName.clear();
    m_of = {.classGroup = loaded.chosen, .term = loaded.term};
    fillSelectors(loaded);
    m_missing->show(loaded.missing);
    const bool locked = loaded.term.state != u"open";
    const bool corrects = m_context.may(Action::Correct, Object::Marks) &&
                          !m_context.may(Action::Update, Object::Marks);
    for (QWidget* part : std::initializer_list<QWidget*>{m_reasonWord, m_reason})
        part->setVisible(locked || corrects);
    if (!loaded.sheet || loaded.sheet->students.empty() || loaded.sheet->subjects.empty()) {
        showEmpty(loaded);
        adaptButtons();
        return;
    }
    m_classMarks->showSheet(*loaded.sheet);
    if (loaded.assessments) {
        const QSignalBlocker quiet(m_remedial);
        m_assessments->showSheet(*loaded.assessments);
        m_remedial->setChecked(m_assessments->showsRemedial());
    }
    const View& view = loaded.assessments ? m_assessmentView : m_classView;
    m_views->setCurrentWidget(view.whole);
    m_standings->setCurrentWidget(view.standing);
    m_list->showData();
    if (!view.grid->currentIndex().isValid())
        view.grid->setCurrentIndex(view.grid->model()->index(0, 0));
    if (!m_wantedSubject.isNull()) {
        const QModelIndex empty = m_classMarks->firstEmpty(m_wantedSubject);
        if (empty.isValid()) view.grid->setCurrentIndex(empty);
        m_wantedSubject = {};
    }
    if (std::exchange(m_takesFocus, false)) view.grid->setFocus();
    adaptButtons();
    sayCount();
}

void GradesPage::fillSelectors(const Loaded& loaded)
{
    const QSignalBlocker quietClass(m_class);
    const QSignalBlocker quietSubject(m_subject);
    const QUuid chosenSubject = subject().value;
    m_class->clear();
    for (const ClassGroup& group : loaded.classes)
        m_class->addItem(group.name, dataOf(group.id.value));
    choose(m_class, loaded.chosen.value);
    while (m_subject->count() > 1)
        m_subject->removeItem(1);
    if (loaded.sheet)
        for (const grades::ClassSubjectEntry& one : loaded.sheet->subjects)
            m_subject->addItem(one.name, dataOf(one.id.value));
    choose(m_subject, chosenSubject);
}

void GradesPage::showEmpty(const Loaded& loaded)
{
    const bool hasClasses = !loaded.classes.empty();
    const bool hasStudents = loaded.sheet && !loaded.sheet->students.empty();
    m_list->showEmpty([hasClasses, hasStudents] {
        if (!hasClasses)
            return EmptyWords{
                .title = tr("There are no classes in this term"),
                .why = tr("Import the students with their classes, or choose another term above."),
                .action = tr("Import a file")};
        if (!hasStudents)
            return EmptyWords{
                .title = tr("Nobody is in this class"),
                .why = tr("Put students into the class, or choose another class."),
                .action = {}};
        return EmptyWords{
            .title = tr("There are no subjects yet"),
            .why = tr("Add the subjects of the school, or import a file of marks."),
            .action = tr("Import a file")};
    });
    sayCount();
}

void GradesPage::takeStored()
{
    m_hasNews = true;
    m_toAnnounce.start(announceAfter); // other pages load anew, not for each cell
    adaptButtons();
    load(); // final marks follow from assessments, in place
}

void GradesPage::announce()
{
    if (!std::exchange(m_hasNews, false)) return;
    m_toAnnounce.stop();
    m_isAnnouncing = true;
    m_context.announceChange();
    m_isAnnouncing = false;
}

void GradesPage::goTo(const ClassGroupId& group, const SubjectId& subject)
{
    m_wantedClass = group;
    m_wantedSubject = subject;
    m_takesFocus = true;
    m_subject->setCurrentIndex(0);
    load();
}

void GradesPage::addAssessment()
{
    if (m_add->isHidden()) return;
    auto* dialog =
        new AssessmentDialog(m_context, m_assessments->sheet(), m_reason->text().trimmed(), this);
    connect(dialog, &AssessmentDialog::added, this, &GradesPage::takeStored);
    dialog->open();
}

void GradesPage::removeAssessment()
{
    const AssessmentId test = m_assessments->assessmentAt(grid().currentIndex().column());
    if (test.isNull()) return;
    const auto& tests = m_assessments->sheet().assessments;
    const auto found = std::find_if(
        tests.begin(), tests.end(), [&test](const auto& one) { return one.id == test; });
    const Confirmation question{
        .title = tr("Delete “%1” with all its marks?").arg(found->title),
        .text = tr("The final marks are calculated anew without it."),
        .accept = tr("Delete"),
        .dangerous = true};
    m_context.dialogs.confirm(question, [this, test] {
        const auto work =
            [of = m_of, test, why = m_reason->text().trimmed()](Store& store, const Progress&) {
                return grades::removeAssessment(store, of, test, why);
            };
        jobs::onFinished(m_context.store.submit(work), this, [this](const Done& done) {
            if (!done) m_assessmentView.line->tell(inLines(words(done.error())).replace('\n', ' '));
            takeStored();
        });
    });
}

void GradesPage::giveReason()
{
    const QModelIndex at = grid().currentIndex();
    if (!at.isValid() || !model().wantsOverride(at)) return;
    const QString what =
        QString("%1 · %2: %3")
            .arg(
                model().rows()[static_cast<std::size_t>(at.row())].name,
                m_subject->currentIndex() > 0
                    ? m_subject->currentText()
                    : model().columns()[static_cast<std::size_t>(at.column())].spoken(),
                model().cell(at).shown());
    auto* dialog = new OverrideDialog(what, this);
    connect(
        dialog,
        &OverrideDialog::given,
        this,
        [this, from = &model(), place = QPersistentModelIndex(at)](const QString& reason) {
            if (place.isValid()) from->overrideWith(place, reason);
        });
    dialog->open();
}

void GradesPage::useReason()
{
    for (MarksModel* one : std::initializer_list<MarksModel*>{m_classMarks, m_assessments})
        one->setReason(m_reason->text());
    if (!m_reason->text().trimmed().isEmpty()) model().retry();
}

void GradesPage::adaptButtons()
{
    const bool mayWrite = m_context.may(Action::Create, Object::Marks);
    const bool hasData = m_list->state() == StateStack::State::Data;
    const bool tests = hasData && showsAssessments();
    const QModelIndex at = hasData ? grid().currentIndex() : QModelIndex();
    m_add->setVisible(tests && mayWrite);
    m_remove->setVisible(tests && mayWrite);
    m_remove->setEnabled(tests && !m_assessments->assessmentAt(at.column()).isNull());
    m_remedial->setVisible(tests && !m_assessments->sheet().assessments.empty());
    m_override->setVisible(at.isValid() && mayWrite && model().wantsOverride(at));
}

} // namespace edupro::ui
