// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of the marks page, its keys and its words.
#include "ui/common/PageHeader.h"
#include "ui/common/StateStack.h"
#include "ui/grades/AssessmentModel.h"
#include "ui/grades/ClassMarksModel.h"
#include "ui/grades/GradesPage.h"
#include "ui/grades/MissingMarksPanel.h"
#include "ui/grid/DataGrid.h"
#include "ui/grid/GridLine.h"
#include "ui/shell/Context.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QShortcut>
#include <QStackedWidget>

namespace edupro::ui {

GradesPage::GradesPage(Context& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_header(new PageHeader(context.theme, this))
    , m_add(m_header->addAction("addAssessment", "add"))
    , m_override(m_header->addAction("overrideMark", "edit"))
    , m_remedial(m_header->addAction("showRemedial", "retry"))
    , m_remove(m_header->addAction("removeAssessment", "delete"))
    , m_toMissing(m_header->addAction("showMissing", "info"))
    , m_missing(new MissingMarksPanel(context.theme, this))
{
    const bool readOnly = !context.may(security::Action::Create, security::Object::Marks);
    m_classMarks = new ClassMarksModel(context.store, readOnly, this);
    m_assessments = new AssessmentModel(context.store, readOnly, this);
    m_remedial->setCheckable(true);
    m_toMissing->setCheckable(true);
    m_missing->hide();
    m_toAnnounce.setSingleShot(true);
    makeParts();
    connectParts();
    addShortcuts();
    say();
    adaptButtons();
    load();
}

void GradesPage::makeParts()
{
    m_views = new QStackedWidget(this);
    m_standings = new QStackedWidget(this);
    m_standings->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    m_classView = makeView(m_classMarks, "classGrid");
    m_assessmentView = makeView(m_assessments, "assessmentGrid");
    m_list = new StateStack(m_context.theme, m_views, this);
    m_list->setObjectName("marksList");
    auto* columns = new QHBoxLayout;
    columns->setSpacing(12);
    columns->addWidget(m_list, 1);
    columns->addWidget(m_missing);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(m_header);
    layout->addWidget(makeSelectors());
    layout->addLayout(columns, 1);
}

GradesPage::View GradesPage::makeView(MarksModel* model, const char* name)
{
    View view;
    view.whole = new QWidget(m_views);
    auto* card = new QFrame(view.whole);
    setLook(card, "card");
    view.grid = new DataGrid(m_context.theme, card);
    view.grid->setObjectName(name);
    view.grid->setGridModel(model);
    auto* inside = new QVBoxLayout(card);
    inside->setContentsMargins(1, 1, 1, 1);
    inside->addWidget(view.grid);
    view.line = new GridLine(m_context.theme, *view.grid, view.whole);
    view.standing = new GridStanding(m_context.theme, *view.grid, m_standings);
    auto* layout = new QVBoxLayout(view.whole);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(card, 1);
    layout->addWidget(view.line);
    m_views->addWidget(view.whole);
    m_standings->addWidget(view.standing);
    return view;
}

QWidget* GradesPage::makeSelectors()
{
    auto* bar = new QWidget(this);
    m_class = new QComboBox(bar);
    m_class->setObjectName("classOfMarks");
    m_class->setMinimumWidth(100);
    m_subject = new QComboBox(bar);
    m_subject->setObjectName("subjectOfMarks");
    m_subject->setMinimumWidth(190);
    m_subject->addItem(QString(), QVariant::fromValue(QUuid()));
    m_counts = new QLabel(bar);
    m_counts->setObjectName("marksCounts");
    setLook(m_counts, "soft");
    m_reasonWord = new QLabel(bar);
    m_reason = new QLineEdit(bar);
    m_reason->setObjectName("reasonOfMarks");
    m_reason->setMinimumWidth(180);
    m_reasonWord->setBuddy(m_reason);
    m_reasonWord->hide();
    m_reason->hide();
    m_keys = new QLabel(bar);
    setLook(m_keys, "small");
    m_keys->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_keys->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    auto* layout = new QHBoxLayout(bar);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_class);
    layout->addWidget(m_subject);
    layout->addWidget(m_counts);
    layout->addWidget(m_reasonWord);
    layout->addWidget(m_reason);
    layout->addWidget(m_keys, 1);
    layout->addWidget(m_standings);
    return bar;
}

void GradesPage::connectParts()
{
    connect(m_add, &QPushButton::clicked, this, &GradesPage::addAssessment);
    connect(m_remove, &QPushButton::clicked, this, &GradesPage::removeAssessment);
    connect(m_override, &QPushButton::clicked, this, &GradesPage::giveReason);
    connect(m_remedial, &QPushButton::toggled, m_assessments, &AssessmentModel::setShowsRemedial);
    connect(m_toMissing, &QPushButton::toggled, m_missing, &QWidget::setVisible);
    connect(m_missing, &MissingMarksPanel::chosen, this, &GradesPage::goTo);
    connect(m_class, &QComboBox::activated, this, &GradesPage::load);
    connect(m_subject, &QComboBox::activated, this, &GradesPage::load);
    connect(m_reason, &QLineEdit::editingFinished, this, &GradesPage::useReason);
    for (MarksModel* model : std::initializer_list<MarksModel*>{m_classMarks, m_assessments}) {
        connect(model, &MarksModel::stored, this, &GradesPage::takeStored);
        connect(model, &GridModel::standingChanged, this, [this] {
            adaptButtons();
            sayCount();
        });
    }
    for (const DataGrid* grid : {m_classView.grid, m_assessmentView.grid})
        connect(grid, &DataGrid::currentMoved, this, &GradesPage::adaptButtons);
    connect(m_list, &StateStack::retryRequested, this, &GradesPage::load);
    connect(m_list, &StateStack::actionRequested, this, [this] { m_context.requestImport(); });
    connect(&m_toAnnounce, &QTimer::timeout, this, &GradesPage::announce);
    connect(&m_context, &Context::termChanged, this, &GradesPage::load);
    connect(&m_context, &Context::dataChanged, this, [this] {
        if (!m_isAnnouncing) load();
    });
    connect(&m_context, &Context::pageOpened, this, &GradesPage::obey);
}

void GradesPage::addShortcuts()
{
    const auto bind = [this](const QKeySequence& keys, auto act) {
        auto* shortcut = new QShortcut(keys, this);
        connect(shortcut, &QShortcut::activated, this, act);
    };
    bind(Qt::CTRL | Qt::Key_N, [this] { addAssessment(); });
    bind(Qt::CTRL | Qt::Key_M, [this] { m_toMissing->toggle(); });
    bind(Qt::CTRL | Qt::Key_R, [this] { giveReason(); });
    bind(Qt::CTRL | Qt::Key_G, [this] { m_class->setFocus(Qt::ShortcutFocusReason); });
}

void GradesPage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        say();
        load();
    }
    QWidget::changeEvent(event);
}

void GradesPage::hideEvent(QHideEvent* event)
{
    announce();
    QWidget::hideEvent(event);
}

void GradesPage::say()
{
    m_header->setTitle(tr("Marks"));
    m_add->setText(tr("Add assessment"));
    m_add->setToolTip(tr("Add an assessment to this class and subject (Ctrl+N)"));
    m_override->setText(tr("Give a reason"));
    m_override->setToolTip(tr("Set this final mark by hand, with a reason (Ctrl+R)"));
    m_remedial->setText(tr("Remedial"));
    m_remedial->setToolTip(tr("Show the marks of remedial tests beside the first ones"));
    m_remove->setText(tr("Delete assessment"));
    m_remove->setToolTip(tr("Delete the assessment of the current column"));
    m_toMissing->setText(tr("Not finished"));
    m_toMissing->setToolTip(tr("Which classes and subjects lack marks (Ctrl+M)"));
    m_class->setAccessibleName(tr("Class"));
    m_class->setToolTip(tr("Class (Ctrl+G)"));
    m_subject->setItemText(0, tr("All subjects: final marks"));
    m_subject->setAccessibleName(tr("Subject"));
    m_subject->setToolTip(tr("All subjects, or the assessments of one"));
    m_reasonWord->setText(tr("Reason for corrections"));
    m_reason->setAccessibleName(m_reasonWord->text());
    m_keys->setText(tr("Enter down · Tab right · Ctrl+V paste · Ctrl+Z undo"));
    m_classView.grid->setAccessibleName(tr("Final marks of the class"));
    m_assessmentView.grid->setAccessibleName(tr("Marks in assessments"));
    sayCount();
}

void GradesPage::sayCount()
{
    m_header->setSubtitle(
        showsAssessments() ? tr("Assessments of one subject") : tr("Final marks of the term"));
    const bool hasData = m_list && m_list->state() == StateStack::State::Data;
    m_counts->setVisible(hasData);
    if (!hasData) return;
    QStringList said{tr("%Ln student(s)", nullptr, model().rowCount())};
    if (!showsAssessments()) {
        said << tr("%Ln subject(s)", nullptr, m_classMarks->subjectCount());
        if (const int empty = m_classMarks->emptyCount(); empty > 0)
            said << tr("%Ln empty cell(s)", nullptr, empty);
    }
    m_counts->setText(said.join(QStringLiteral(" · ")));
}

} // namespace edupro::ui
