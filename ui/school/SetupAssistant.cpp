// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/school/SetupAssistant.h"

#include "core/jobs/OnFinished.h"
#include "ui/common/ErrorText.h"
#include "ui/common/Format.h"
#include "ui/shell/Context.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QStackedWidget>

namespace edupro::ui {

using school::SchoolLevel;

namespace {

constexpr int assistantWidth = 620;

const char* const levelWords[] = {
    QT_TRANSLATE_NOOP("edupro::ui::SetupAssistant", "SD — grades 1 to 6"),
    QT_TRANSLATE_NOOP("edupro::ui::SetupAssistant", "SMP — grades 7 to 9"),
    QT_TRANSLATE_NOOP("edupro::ui::SetupAssistant", "SMA — grades 10 to 12"),
    QT_TRANSLATE_NOOP("edupro::ui::SetupAssistant", "SMK — grades 10 to 12"),
};

/// Fills a box that keeps what is chosen.
void offer(QComboBox* box, const QStringList& words)
{
    const int chosen = std::max(0, box->currentIndex());
    box->clear();
    box->addItems(words);
    box->setCurrentIndex(chosen);
}

} // namespace

SetupAssistant::SetupAssistant(Context& context, QWidget* parent)
    : QFrame(parent)
    , m_context(context)
    , m_title(new QLabel(this))
    , m_progress(new QLabel(this))
    , m_steps(new QStackedWidget(this))
    , m_levelWord(new QLabel(this))
    , m_level(new QComboBox(this))
    , m_curriculumWord(new QLabel(this))
    , m_curriculum(new QComboBox(this))
    , m_parallelWord(new QLabel(this))
    , m_parallel(new QSpinBox(this))
    , m_weekWord(new QLabel(this))
    , m_week(new QComboBox(this))
    , m_passingWord(new QLabel(this))
    , m_passing(new QSpinBox(this))
    , m_summary(new QLabel(this))
    , m_problem(new QLabel(this))
    , m_back(new QPushButton(this))
    , m_next(new QPushButton(this))
    , m_cancel(new QPushButton(this))
{
    setObjectName("setupAssistant");
    setLook(this, "card");
    setLook(m_title, "title");
    setLook(m_progress, "soft");
    setLook(m_problem, "risk");
    setLook(m_next, "primary");
    m_level->setObjectName("setupLevel");
    m_curriculum->setObjectName("setupCurriculum");
    m_parallel->setObjectName("setupParallel");
    m_week->setObjectName("setupWeek");
    m_passing->setObjectName("setupPassing");
    m_summary->setObjectName("setupSummary");
    m_problem->setObjectName("setupProblem");
    m_back->setObjectName("setupBack");
    m_next->setObjectName("setupNext");
    m_cancel->setObjectName("setupCancel");
    for (QPushButton* button : {m_back, m_next, m_cancel})
        button->setAutoDefault(true); // Enter presses the one that has the focus
    for (QSpinBox* number : {m_parallel, m_passing})
        number->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_parallel->setRange(1, school::mostParallelClasses);
    m_passing->setRange(0, 100);
    m_summary->setWordWrap(true);
    m_summary->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    m_steps->addWidget(makeStep({{m_levelWord, m_level}, {m_curriculumWord, m_curriculum}}));
    m_steps->addWidget(
        makeStep({{m_parallelWord, m_parallel}, {m_weekWord, m_week}, {m_passingWord, m_passing}}));
    m_steps->addWidget(makeStep({{nullptr, m_summary}}));
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_next);
    buttons->addWidget(m_back);
    buttons->addStretch(1);
    buttons->addWidget(m_cancel);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 20);
    layout->setSpacing(12);
    layout->addWidget(m_title);
    layout->addWidget(m_progress);
    layout->addWidget(m_steps, 1);
    layout->addWidget(m_problem);
    layout->addLayout(buttons);
    setFixedWidth(assistantWidth);
    connectParts();
    say();
    begin();
}

QWidget* SetupAssistant::makeStep(const std::vector<std::pair<QLabel*, QWidget*>>& fields)
{
    auto* step = new QWidget(m_steps);
    setLook(step, "plain");
    auto* layout = new QVBoxLayout(step);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    for (const auto& [word, field] : fields) {
        if (word) {
            word->setBuddy(field);
            layout->addWidget(word);
        }
        layout->addWidget(field);
        layout->addSpacing(8);
    }
    layout->addStretch(1);
    return step;
}

void SetupAssistant::connectParts()
{
    connect(m_next, &QPushButton::clicked, this, &SetupAssistant::forward);
    connect(m_back, &QPushButton::clicked, this, [this] { go(m_steps->currentIndex() - 1); });
    connect(m_cancel, &QPushButton::clicked, this, &SetupAssistant::left);
}

void SetupAssistant::begin()
{
    m_level->setCurrentIndex(static_cast<int>(SchoolLevel::Smp));
    m_parallel->setValue(3);
    m_passing->setValue(75);
    go(Kind);
}

void SetupAssistant::go(int step)
{
    m_problem->hide();
    m_steps->setCurrentIndex(step);
    m_back->setVisible(step > Kind);
    say();
    QWidget* const first[] = {m_level, m_parallel, m_next};
    first[step]->setFocus();
    m_parallel->selectAll(); // a digit replaces what is proposed
}

void SetupAssistant::forward()
{
    if (m_busy) return;
    if (m_steps->currentIndex() == Summary)
        apply();
    else
        go(m_steps->currentIndex() + 1);
}

school::SetupPlan SetupAssistant::plan() const
{
    const int startYear = m_context.term().left(4).toInt();
    return school::proposeSetup(
        {.level = static_cast<SchoolLevel>(m_level->currentIndex()),
         .curriculum =
             m_curriculum->currentIndex() == 0 ? QStringLiteral("merdeka") : QStringLiteral("k13"),
         .parallelClasses = m_parallel->value(),
         .weekDays = m_week->currentIndex() == 0 ? 5 : 6,
         .startYear = startYear > 0 ? startYear : termCodeOn(QDate::currentDate()).left(4).toInt(),
         .passingMark = static_cast<double>(m_passing->value())});
}

void SetupAssistant::apply()
{
    m_busy = true;
    m_next->setEnabled(false);
    const auto work = [plan = plan()](storage::Store& store, const Progress&) {
        return school::applySetup(store, plan);
    };
    using Applied = Result<school::AppliedSetup>;
    jobs::onFinished(
        m_context.store.submit(work), this, [this](const Applied& applied) { finish(applied); });
}

void SetupAssistant::finish(const Result<school::AppliedSetup>& applied)
{
    m_busy = false;
    m_next->setEnabled(true);
    if (applied) {
        emit done(*applied);
        return;
    }
    m_problem->setText(inLines(words(applied.error())));
    m_problem->show();
}

QString SetupAssistant::summary() const
{
    const school::SetupPlan plan = this->plan();
    QStringList classes;
    for (const ClassGroup& group : plan.classes)
        classes.append(group.name);
    QStringList subjects;
    for (const school::PlannedSubject& subject : plan.subjects)
        subjects.append(subject.name);
    QStringList holidays;
    for (const CalendarDay& day : plan.holidays)
        holidays.append(format::date(day.day) + QLatin1Char(' ') + day.name);
    return QStringList{
        tr("School year %1 with two terms and a week of %2 days.")
            .arg(yearOfTerm(plan.terms.front().code))
            .arg(plan.choice.weekDays),
        tr("%n classes: ", nullptr, static_cast<int>(classes.size())) +
            classes.join(QStringLiteral(", ")) + QLatin1Char('.'),
        tr("%n subjects: ", nullptr, static_cast<int>(subjects.size())) +
            subjects.join(QStringLiteral("; ")) + QLatin1Char('.'),
        tr("Holidays that never move: ") + holidays.join(QStringLiteral("; ")) + QLatin1Char('.'),
        tr("Enter the movable holidays of the year's decree in the calendar. Everything can be "
           "changed, and taken back as a whole as long as nobody is enrolled.")}
        .join(QStringLiteral("\n\n"));
}

void SetupAssistant::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        forward();
        break;
    case Qt::Key_Escape:
        emit left();
        break;
    default:
        QFrame::keyPressEvent(event);
    }
}

void SetupAssistant::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) say();
    QFrame::changeEvent(event);
}

void SetupAssistant::say()
{
    const int step = m_steps->currentIndex();
    m_title->setText(tr("Set up the school"));
    m_progress->setText(
        step == Kind   ? tr("Step 1 of 3: what kind of school?")
        : step == Size ? tr("Step 2 of 3: how large, and when is there school?")
                       : tr("Step 3 of 3: this will be made"));
    QStringList levels;
    for (const char* word : levelWords)
        levels.append(tr(word));
    offer(m_level, levels);
    offer(m_curriculum, {tr("Merdeka"), tr("K13")});
    offer(m_week, {tr("5 days, Monday to Friday"), tr("6 days, Monday to Saturday")});
    m_levelWord->setText(tr("Kind of school"));
    m_curriculumWord->setText(tr("Curriculum of the classes"));
    m_parallelWord->setText(tr("Classes of each grade"));
    m_weekWord->setText(tr("School week"));
    m_passingWord->setText(tr("Passing mark (KKM/KKTP)"));
    m_level->setAccessibleName(m_levelWord->text());
    m_curriculum->setAccessibleName(m_curriculumWord->text());
    m_parallel->setAccessibleName(m_parallelWord->text());
    m_week->setAccessibleName(m_weekWord->text());
    m_passing->setAccessibleName(m_passingWord->text());
    m_next->setText(step == Summary ? tr("Make all of this") : tr("Next"));
    m_back->setText(tr("Back"));
    m_cancel->setText(tr("Not now"));
    if (step == Summary) m_summary->setText(summary());
}

} // namespace edupro::ui
