// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/attendance/AttendancePage.h"

#include "core/jobs/OnFinished.h"
#include "ui/attendance/AttendanceGrid.h"
#include "ui/attendance/AttendanceModel.h"
#include "ui/attendance/AttendanceWords.h"
#include "ui/attendance/CorrectionBar.h"
#include "ui/common/ErrorText.h"
#include "ui/common/FieldEditors.h"
#include "ui/common/PageHeader.h"
#include "ui/common/StateStack.h"
#include "ui/common/UndoBar.h"
#include "ui/grid/GridLine.h"
#include "ui/shell/Context.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>

#include <algorithm>

namespace edupro::ui {

using namespace attendance;

AttendancePage::AttendancePage(Context& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_header(new PageHeader(context.theme, this))
    , m_submit(m_header->addAction("submitList", "check"))
    , m_allPresent(m_header->addAction("allPresent"))
    , m_model(new AttendanceModel(context, this))
    , m_correction(new CorrectionBar(this))
    , m_problem(new QLabel(this))
    , m_undo(new UndoBar(context.theme, std::chrono::seconds(10), this))
{
    m_problem->setObjectName("attendanceProblem");
    m_problem->setWordWrap(true);
    setLook(m_problem, "risk");
    m_problem->hide();
    m_submit->setVisible(mayWrite());
    m_allPresent->setVisible(mayWrite());
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(m_header);
    layout->addWidget(makeFilters());
    layout->addWidget(makeList(), 1);
    layout->addWidget(m_correction);
    layout->addWidget(m_problem);
    layout->addWidget(m_undo);
    connectParts();
    addShortcuts();
    say();
    loadClasses();
}

bool AttendancePage::mayWrite() const
{
    return m_context.may(security::Action::Update, security::Object::Attendance);
}

void AttendancePage::connectParts()
{
    connect(m_submit, &QPushButton::clicked, this, [this] { submit(m_grid->currentDay()); });
    connect(m_allPresent, &QPushButton::clicked, this, [this] {
        takeAllPresent(m_grid->currentDay());
    });
    connect(m_class, &QComboBox::activated, this, &AttendancePage::load);
    connect(m_previous, &QToolButton::clicked, this, [this] { turn(-1); });
    connect(m_next, &QToolButton::clicked, this, [this] { turn(1); });
    connect(m_dayLine, &QLineEdit::returnPressed, this, &AttendancePage::goToTypedDay);
    connect(m_toList, &QPushButton::clicked, this, [this] { setMonth(false); });
    connect(m_toMonth, &QPushButton::clicked, this, [this] { setMonth(true); });
    connect(m_grid, &AttendanceGrid::submitRequested, this, &AttendancePage::submit);
    connect(m_grid, &AttendanceGrid::allPresentRequested, this, &AttendancePage::takeAllPresent);
    connect(m_grid, &AttendanceGrid::closedCellTyped, this, [this](const QString& why) {
        m_line->tell(tr("Nothing was written. %1").arg(why));
    });
    connect(m_grid, &DataGrid::currentMoved, this, [this] {
        if (m_isMonth) sayStanding();
    });
    connect(m_model, &AttendanceModel::listChanged, this, [this] {
        m_term = m_model->term();
        sayStanding();
    });
    connect(m_model, &AttendanceModel::listTaken, this, &AttendancePage::offerUndo);
    connect(m_model, &AttendanceModel::reasonWanted, m_correction, &CorrectionBar::ask);
    connect(m_model, &AttendanceModel::failed, this, &AttendancePage::showProblem);
    connect(m_correction, &CorrectionBar::answered, this, &AttendancePage::correct);
    connect(m_correction, &CorrectionBar::left, this, &AttendancePage::leaveCorrection);
    connect(m_list, &StateStack::retryRequested, this, &AttendancePage::loadClasses);
    connect(
        m_list, &StateStack::actionRequested, this, [this] { m_context.openPage("students", {}); });
    connect(&m_context, &Context::termChanged, this, [this] {
        m_day = {};
        loadClasses();
    });
    connect(&m_context, &Context::dataChanged, this, [this] {
        if (!m_model->isTelling()) loadClasses(); // what it stored itself it shows already
    });
    connect(&m_context, &Context::pageOpened, this, &AttendancePage::obey);
}

void AttendancePage::obey(const QString& page, const QVariantMap& filter)
{
    if (page != QStringLiteral("attendance")) return;
    const QDate day = QDate::fromString(filter.value("day").toString(), Qt::ISODate);
    if (day.isValid()) m_day = day;
    if (filter.contains("class")) m_wantedClass = filter.value("class").toString();
    m_takesFocus = true;
    if (day.isValid() || filter.contains("class"))
        loadClasses();
    else
        focusList();
}

void AttendancePage::focusList()
{
    if (m_list->state() != StateStack::State::Data) return;
    m_takesFocus = false;
    m_grid->setFocus();
}

void AttendancePage::loadClasses()
{
    const auto work = [term = m_context.term(),
                       person = m_context.person().id](storage::Store& store, const Progress&) {
        return listClasses(store, term, person);
    };
    jobs::onFinished(
        m_context.store.submit(work), this, [this](const Result<std::vector<ClassRow>>& classes) {
            if (classes)
                showClasses(*classes);
            else
                m_list->showError(classes.error());
        });
}

void AttendancePage::showClasses(const std::vector<ClassRow>& classes)
{
    const QString chosen = m_class->currentText();
    m_class->clear();
    int own = -1;
    for (const ClassRow& row : classes) {
        if (row.mine && own < 0) own = m_class->count();
        m_class->addItem(row.name, row.id.text());
    }
    const QString wanted = m_wantedClass.isEmpty() ? chosen : std::exchange(m_wantedClass, {});
    const int found = wanted.isEmpty() ? -1 : m_class->findText(wanted);
    m_class->setCurrentIndex(found >= 0 ? found : std::max(own, 0));
    if (classes.empty())
        showEmpty();
    else
        load();
}

void AttendancePage::load()
{
    const ClassGroupId group{QUuid::fromString(m_class->currentData().toString())};
    const auto work = [group, term = m_context.term()](storage::Store& store, const Progress&) {
        return readClassTerm(store, group, term);
    };
    m_asked.ask(m_context.store.submit(work), this, [this](const Result<ClassTerm>& term) {
        if (term)
            showTerm(*term);
        else
            m_list->showError(term.error());
    });
}

QDate AttendancePage::startDay() const
{
    QDate last;
    QDate first;
    for (const SchoolDay& day : m_term.days) {
        if (!day.isSchoolDay()) continue;
        if (!first.isValid()) first = day.day;
        if (day.day <= m_term.today) last = day.day;
    }
    if (last.isValid()) return last;
    return first.isValid() ? first : m_term.term.startsOn;
}

void AttendancePage::showTerm(const ClassTerm& term)
{
    m_term = term;
    const bool isInside = m_day >= term.term.startsOn && m_day <= term.term.endsOn;
    if (!m_day.isValid() || !isInside) m_day = startDay();
    showView();
}

void AttendancePage::showView()
{
    const QString shown = m_model->grid();
    m_model->show(m_term, {.month = m_isMonth, .day = m_day, .mayWrite = mayWrite()});
    if (m_model->rowCount() == 0) {
        showEmpty();
        return;
    }
    m_list->showData();
    if (shown != m_model->grid()) {
        m_correction->hide();
        m_problem->hide();
        m_grid->goTo(m_day);
    }
    if (m_takesFocus) focusList();
    sayStanding();
}

void AttendancePage::showEmpty()
{
    m_model->show({}, {});
    sayStanding();
    if (m_class->count() == 0)
        m_list->showEmpty([] {
            return EmptyWords{
                .title = tr("There are no classes of yours in this school year"),
                .why = tr("Choose another term above, or have the classes set up first."),
                .action = {}};
        });
    else
        m_list->showEmpty([name = m_class->currentText()] {
            return EmptyWords{
                .title = tr("%1 has no students on this day").arg(name),
                .why = tr("Students come into a class by their enrolment."),
                .action = tr("Show students")};
        });
}

void AttendancePage::showProblem(const Error& error)
{
    const ErrorWords said = words(error, [this](const std::string& column) {
        const ClassStudent* student =
            m_term.find(StudentId{QUuid::fromString(QString::fromStdString(column))});
        return student ? student->name : tr("The day");
    });
    m_problem->setText(
        (QStringList() << said.what << said.why << said.advice).join(' ').simplified());
    m_problem->show();
}

void AttendancePage::setMonth(bool month)
{
    if (month == m_isMonth) {
        say(); // the buttons keep telling what is shown
        return;
    }
    const QDate at = m_grid->currentDay();
    if (!month && at.isValid()) m_day = at;
    m_isMonth = month;
    m_takesFocus = true;
    showView();
    say();
}

void AttendancePage::turn(int step)
{
    QDate day = m_day;
    if (m_isMonth) {
        day = QDate(m_day.year(), m_day.month(), 1).addMonths(step);
        if (day.addMonths(1) <= m_term.term.startsOn || day > m_term.term.endsOn) return;
        day = std::max(day, m_term.term.startsOn);
    } else {
        do
            day = day.addDays(step);
        while (day >= m_term.term.startsOn && day <= m_term.term.endsOn &&
               !m_term.dayOn(day).isSchoolDay());
        if (day < m_term.term.startsOn || day > m_term.term.endsOn) return;
    }
    m_day = day;
    m_takesFocus = true;
    showView();
}

void AttendancePage::goToTypedDay()
{
    const QDate day = typedDate(m_dayLine->text());
    const bool isInside = day >= m_term.term.startsOn && day <= m_term.term.endsOn;
    setLook(m_dayLine, day.isValid() && isInside ? "line" : "problem");
    if (!day.isValid() || !isInside) {
        m_problem->setText(
            day.isValid()
                ? tr("%1 is not in this term. Choose the term above first.").arg(longDay(day))
                : tr("This is not a date. Write it like 27/02/2026."));
        m_problem->show();
        return;
    }
    m_problem->hide();
    m_day = day;
    m_takesFocus = true;
    showView();
}

void AttendancePage::submit(QDate day)
{
    if (!day.isValid() || !mayWrite() || m_list->state() != StateStack::State::Data) return;
    m_problem->hide();
    if (m_model->refusedCount() > 0) {
        m_grid->goToNextRefused();
        return;
    }
    if (isRecord(m_model->term().stateOn(day))) {
        m_line->tell(tr("This list has been submitted; type what is to be corrected."));
        return;
    }
    m_model->submit(day);
}

void AttendancePage::takeAllPresent(QDate day)
{
    if (!day.isValid() || !mayWrite() || m_list->state() != StateStack::State::Data) return;
    m_problem->hide();
    m_model->takeAllPresent(day);
}

void AttendancePage::offerUndo(QDate day, int step)
{
    const QString sentence = m_model->term().stateOn(day) == ListState::Corrected
                                 ? tr("The list of %1 has been corrected.").arg(longDay(day))
                                 : tr("The list of %1 has been submitted.").arg(longDay(day));
    m_undo->offer(sentence, [this, step, grid = m_model->grid()] {
        if (grid == m_model->grid() && m_model->steps().index() == step)
            m_model->undo();
        else
            m_line->tell(tr("More has been done since; take that back first with Ctrl+Z."));
    });
}

void AttendancePage::correct(const QString& reason)
{
    m_model->correct(reason);
    m_grid->setFocus();
}

void AttendancePage::leaveCorrection()
{
    m_model->dropCorrection();
    m_grid->setFocus();
}

void AttendancePage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        say();
        m_model->retranslate();
        sayStanding();
    }
    QWidget::changeEvent(event);
}

} // namespace edupro::ui
