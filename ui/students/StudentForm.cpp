// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/students/StudentForm.h"

#include "core/jobs/OnFinished.h"
#include "core/people/PeopleActions.h"
#include "core/privacy/Disclosure.h"
#include "ui/common/ErrorText.h"
#include "ui/common/RecordForm.h"
#include "ui/shell/Context.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QShortcut>

namespace edupro::ui {

namespace {

const QString classField = QStringLiteral("class");

/// The class is an enrolment's, but the clerk types it with the student.
FieldInfo classInfo()
{
    const EntityInfo& groups = entityInfo<ClassGroup>();
    FieldInfo field = groups.fields[static_cast<std::size_t>(groups.indexOf(u"name"))];
    field.column = classField;
    field.text = label("Enrolment", "Class");
    field.rules.required = false;
    field.nullable = true;
    return field;
}

} // namespace

/// A student without sealed values, as the form begins with them.
struct StudentForm::Fetched {
    Student student;
    QHash<QString, QString> masks;
    qint64 version = 0; ///< 0: a new one
    QString className;
};

StudentForm::StudentForm(Context& context, QWidget* parent)
    : QFrame(parent)
    , m_context(context)
    , m_mayChange(context.may(security::Action::Update, security::Object::Students))
    , m_title(new QLabel(this))
    , m_form(new RecordForm(context.theme, entityInfo<Student>()))
{
    setObjectName("studentForm");
    setLook(this, "card");
    setLook(m_title, "title");
    m_title->setWordWrap(true);
    m_form->addField(classInfo(), QStringLiteral("name"));
    if (!context.may(security::Action::Read, security::Object::Sealed)) {
        for (const FieldInfo& field : entityInfo<Student>().fields)
            if (field.rules.sealed) m_form->leaveOut(field.column);
    }
    m_form->setReadOnly(!m_mayChange);
    auto* area = new QScrollArea(this);
    area->setWidgetResizable(true);
    area->setFrameShape(NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidget(m_form);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 12, 16, 12);
    layout->setSpacing(12);
    layout->addWidget(m_title);
    layout->addWidget(makeProblem());
    layout->addWidget(area, 1);
    layout->addWidget(makeButtons());
    connect(m_form, &RecordForm::valueWanted, this, &StudentForm::reveal);
    connect(m_form, &RecordForm::lastFieldLeft, m_save, qOverload<>(&QWidget::setFocus));
    const auto bind = [this](const QKeySequence& keys, auto act) {
        auto* shortcut = new QShortcut(keys, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, act);
    };
    bind(Qt::CTRL | Qt::Key_S, [this] { save(Then::Leave); });
    bind(Qt::CTRL | Qt::SHIFT | Qt::Key_S, [this] {
        if (m_version == 0) save(Then::AddAnother);
    });
    bind(Qt::Key_Escape, [this] { leave(); });
    say();
}

QFrame* StudentForm::makeProblem()
{
    m_problem = new QFrame(this);
    m_problem->setObjectName("formProblem");
    setLook(m_problem, "problem");
    m_what = new QLabel(m_problem);
    m_what->setObjectName("formProblemText");
    m_what->setWordWrap(true);
    m_mine = new QPushButton(m_problem);
    m_mine->setObjectName("keepMine");
    m_theirs = new QPushButton(m_problem);
    m_theirs->setObjectName("takeStored");
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_mine);
    buttons->addWidget(m_theirs);
    buttons->addStretch(1);
    auto* layout = new QVBoxLayout(m_problem);
    layout->setContentsMargins(12, 8, 12, 8);
    layout->addWidget(m_what);
    layout->addLayout(buttons);
    connect(m_mine, &QPushButton::clicked, this, &StudentForm::saveMine);
    connect(m_theirs, &QPushButton::clicked, this, &StudentForm::takeStored);
    m_problem->hide();
    return m_problem;
}

QWidget* StudentForm::makeButtons()
{
    auto* bar = new QWidget(this);
    m_save = new QPushButton(bar);
    m_save->setObjectName("saveStudent");
    m_save->setAutoDefault(true); // Enter presses it
    setLook(m_save, "primary");
    m_saveAndAdd = new QPushButton(bar);
    m_saveAndAdd->setObjectName("saveAndAdd");
    m_cancel = new QPushButton(bar);
    m_cancel->setObjectName("leaveForm");
    auto* layout = new QHBoxLayout(bar);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_save);
    layout->addWidget(m_saveAndAdd);
    layout->addStretch(1);
    layout->addWidget(m_cancel);
    connect(m_save, &QPushButton::clicked, this, [this] { save(Then::Leave); });
    connect(m_saveAndAdd, &QPushButton::clicked, this, [this] { save(Then::AddAnother); });
    connect(m_cancel, &QPushButton::clicked, this, &StudentForm::leave);
    return bar;
}

void StudentForm::add(const QString& className)
{
    begin({.student = {}, .masks = {}, .version = 0, .className = className});
}

void StudentForm::edit(const StudentId& student)
{
    const auto work = [student](storage::Store& store, const Progress&) -> Result<Fetched> {
        const EntityInfo& entity = entityInfo<Student>();
        auto found = store.find(entity, student.value);
        if (!found) return found.error();
        if (!found->has_value())
            return Error{
                .code = ErrorCode::NotFound,
                .key = "store.no_row",
                .detail = "student " + student.text().toStdString()};
        const privacy::MaskedRecord masked = privacy::maskedRecord(entity, **found);
        const auto enrolment = people::lastEnrolment(store, student);
        if (!enrolment) return enrolment.error();
        return Fetched{
            .student = recordOf<Student>(masked.values),
            .masks = masked.masks,
            .version = (*found)->stamp.version,
            .className = enrolment->has_value() ? (*enrolment)->className : QString()};
    };
    jobs::onFinished(m_context.store.submit(work), this, [this](const Result<Fetched>& fetched) {
        if (fetched)
            begin(*fetched);
        else
            emit failed(fetched.error());
    });
}

void StudentForm::begin(const Fetched& fetched)
{
    m_student = fetched.student;
    m_version = fetched.version;
    m_className = fetched.className;
    m_form->setRecord(valuesOf(m_student));
    for (auto mask = fetched.masks.begin(); mask != fetched.masks.end(); ++mask)
        m_form->cover(mask.key(), mask.value());
    m_form->setValue(classField, m_className);
    m_problem->hide();
    m_saveAndAdd->setVisible(m_mayChange && m_version == 0);
    fillTitle();
    emit shown();
    if (const QJsonObject draft = std::exchange(m_draft, {}); !draft.isEmpty()) {
        // Saved with the version that was seen then, so that a change meanwhile is noticed.
        if (m_version > 0) m_version = draft[QStringLiteral("version")].toInteger();
        m_form->retype(draft[QStringLiteral("typed")].toObject());
    }
    m_form->focusFirst();
}

void StudentForm::reveal(const QString& column)
{
    const auto work = [id = m_student.id](storage::Store& store, const Progress&) {
        return privacy::revealStudent(store, id, QStringLiteral("form"));
    };
    jobs::onFinished(
        m_context.store.submit(work), this, [this, column](const Result<Student>& student) {
            if (!student) {
                showProblem(student.error());
                return;
            }
            if (student->id != m_student.id || isHidden()) return; // left meanwhile
            const EntityInfo& entity = entityInfo<Student>();
            const Values values = valuesOf(*student);
            // The event tells of all of them, so all of them are shown.
            for (const QString& covered : m_form->covered())
                m_form->uncover(covered, values[static_cast<std::size_t>(entity.indexOf(covered))]);
            m_form->editor(column)->setFocus();
        });
}

std::optional<Draft> StudentForm::draft() const
{
    if (isHidden() || !isChanged()) return std::nullopt;
    QJsonObject content{{QStringLiteral("typed"), m_form->typed()}};
    if (m_version > 0) {
        content[QStringLiteral("student")] = m_student.id.text();
        content[QStringLiteral("version")] = m_version;
    }
    return Draft{.page = QStringLiteral("students"), .title = m_title->text(), .content = content};
}

void StudentForm::resume(const QJsonObject& draft)
{
    m_draft = draft;
    const QString student = draft[QStringLiteral("student")].toString();
    if (student.isEmpty())
        add();
    else
        edit({QUuid::fromString(student)});
}

void StudentForm::suggestClasses(const QStringList& names)
{
    m_form->suggest(classField, names);
}

bool StudentForm::isChanged() const
{
    return m_form->isChanged();
}

void StudentForm::whenFree(std::function<void()> then)
{
    if (!isVisible() || !isChanged()) {
        then();
        return;
    }
    m_context.dialogs.confirm(
        {.title = tr("Discard what you typed?"),
         .text = tr("The student has not been saved yet."),
         .accept = tr("Discard"),
         .dangerous = true},
        std::move(then));
}

void StudentForm::leave()
{
    whenFree([this] {
        m_form->setUnchanged();
        emit left();
    });
}

void StudentForm::save(Then then)
{
    if (m_saving || !m_mayChange) return;
    const Result<Values> typed = m_form->record();
    if (!typed) {
        showProblem(typed.error());
        return;
    }
    m_saving = true;
    const QString className = m_form->value(classField).toString();
    storage::SaveOptions options;
    if (m_version > 0) options.expectedVersion = m_version;
    const auto work = [values = *typed,
                       covered = m_form->covered(),
                       className =
                           className == m_className && m_version > 0 ? QString() : className,
                       options](storage::Store& store, const Progress&) mutable -> Result<Student> {
        const Done kept = privacy::keepStored(store, entityInfo<Student>(), values, covered);
        if (!kept) return kept.error();
        auto student = recordOf<Student>(values);
        const auto saved = people::saveStudent(store, student, className, options);
        if (!saved) return saved.error();
        return student;
    };
    jobs::onFinished(
        m_context.store.submit(work), this, [this, then](const Result<Student>& saved) {
            m_saving = false;
            finish(saved, then);
        });
}

void StudentForm::finish(const Result<Student>& saved, Then then)
{
    if (!saved) {
        showProblem(saved.error());
        return;
    }
    const bool goesOn = then == Then::AddAnother;
    m_form->setUnchanged();
    m_problem->hide();
    // The next one is most likely of the same class.
    if (goesOn) add(m_form->value(classField).toString());
    emit this->saved(saved->id, goesOn);
}

void StudentForm::showProblem(const Error& error)
{
    const bool conflict = error.code == ErrorCode::Conflict;
    const std::vector<Issue> others = m_form->showIssues(error.issues);
    Error told = error;
    told.issues = others;
    const ErrorWords said =
        words(told, [this](const std::string& column) { return m_form->fieldName(column); });
    QStringList lines = {said.what};
    if (!said.why.isEmpty()) lines << said.why;
    lines
        << (conflict ? tr("What you typed is still here; compare it with what is stored.")
                     : said.advice);
    m_what->setText(lines.join('\n'));
    m_mine->hide();
    m_theirs->hide();
    // The faults stand below their fields; no need to say that there are some.
    m_problem->setVisible(error.issues.empty() || !others.empty());
    if (conflict) askForStored();
}

void StudentForm::askForStored()
{
    const auto work = [id = m_student.id](storage::Store& store, const Progress&) {
        return store.find(entityInfo<Student>(), id.value);
    };
    using Stored = std::optional<storage::StoredValues>;
    jobs::onFinished(m_context.store.submit(work), this, [this](const Result<Stored>& stored) {
        if (!stored || !stored->has_value()) return;
        m_version = (*stored)->stamp.version;
        m_form->showStored((*stored)->values);
        m_mine->show();
        m_theirs->show();
    });
}

void StudentForm::saveMine()
{
    save(Then::Leave);
}

void StudentForm::takeStored()
{
    edit(m_student.id);
}

void StudentForm::hideEvent(QHideEvent* event)
{
    m_form->coverAgain();
    QFrame::hideEvent(event);
}

void StudentForm::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) say();
    QFrame::changeEvent(event);
}

void StudentForm::fillTitle()
{
    m_title->setText(m_version == 0 ? tr("New student") : m_student.name);
}

void StudentForm::say()
{
    fillTitle();
    m_save->setText(tr("Save"));
    m_save->setToolTip(tr("Save (Ctrl+S)"));
    m_saveAndAdd->setText(tr("Save and next"));
    m_saveAndAdd->setToolTip(tr("Save and add another student (Ctrl+Shift+S)"));
    m_save->setVisible(m_mayChange);
    m_cancel->setText(m_mayChange ? tr("Cancel") : tr("Close"));
    m_cancel->setToolTip(tr("Leave the form (Esc)"));
    m_mine->setText(tr("Save mine"));
    m_theirs->setText(tr("Take what is stored"));
}

} // namespace edupro::ui
