// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/school/SubjectsTab.h"

#include "core/school/SchoolActions.h"
#include "core/school/SchoolRecords.h"
#include "ui/common/Format.h"
#include "ui/common/RecordForm.h"
#include "ui/school/EntryPanel.h"
#include "ui/school/SettingsTabs.h"

#include <QComboBox>
#include <QLabel>
#include <QSignalBlocker>

namespace edupro::ui {

using school::ClassSubjectRow;

namespace {

QString orMissing(const std::optional<double>& value)
{
    return value ? format::number(*value, 0) : QString(format::missing);
}

} // namespace

SubjectsTab::SubjectsTab(Context& context, QWidget* parent)
    : SetupTab(context, QStringLiteral("subjectsTable"), {90, 0, 130, 130}, parent)
    , m_scope(new QComboBox(this))
    , m_subject(new EntryPanel(
          context, entityInfo<Subject>(), QStringLiteral("subject"), SettingsTab::Subjects, this))
    , m_learned(new EntryPanel(
          context,
          entityInfo<ClassSubject>(),
          QStringLiteral("classSubject"),
          SettingsTab::Subjects,
          this))
    , m_whichWord(new QLabel(this))
    , m_which(new QComboBox(this))
{
    m_scope->setObjectName("subjectScope");
    m_which->setObjectName("classSubjectChoice");
    m_learned->addLine(m_whichWord, m_which);
    connect(m_scope, &QComboBox::activated, this, [this] { load(); });
    for (EntryPanel* panel : {m_subject, m_learned})
        connect(panel, &EntryPanel::removeRequested, this, &SubjectsTab::removeChosen);
    connect(m_subject, &EntryPanel::saveRequested, this, &SubjectsTab::storeSubject);
    connect(m_learned, &EntryPanel::saveRequested, this, &SubjectsTab::storeLearned);
    begin({m_subject, m_learned}, m_scope);
}

Result<SubjectsTab::Listed>
SubjectsTab::read(storage::Store& store, const QString& code, const ClassGroupId& chosen)
{
    Listed listed;
    const auto row = school::termOf(store, code);
    if (!row) return row.error();
    listed.term = row->id;
    const auto term = store.find<Term>(row->id);
    if (!term) return term.error();
    auto classes = accounts::listClasses(store, (*term)->record.academicYear, store.today());
    if (!classes) return classes.error();
    listed.classes = std::move(classes).value();
    auto subjects = school::listSubjects(store);
    if (!subjects) return subjects.error();
    listed.subjects = std::move(subjects).value();
    const bool isThere = std::any_of(
        listed.classes.begin(), listed.classes.end(), [&](const accounts::ClassRow& group) {
            return group.id == chosen;
        });
    if (!isThere) return listed;
    listed.chosen = chosen;
    auto learned = school::listClassSubjects(store, chosen, listed.term);
    if (!learned) return learned.error();
    listed.learned = std::move(learned).value();
    return listed;
}

void SubjectsTab::load()
{
    const ClassGroupId chosen{QUuid::fromString(m_scope->currentData().toString())};
    ask<Listed>(
        [term = m_context.term(), chosen](storage::Store& store) {
            return read(store, term, chosen);
        },
        [this](Listed listed) {
            m_listed = std::move(listed);
            show();
        });
}

void SubjectsTab::offerClasses()
{
    const QSignalBlocker quiet(m_scope);
    m_scope->clear();
    m_scope->addItem(tr("All subjects of the school"), QString());
    for (const accounts::ClassRow& group : m_listed.classes)
        m_scope->addItem(
            tr("Class %1, %2 %3")
                .arg(group.name, yearOfTerm(m_context.term()), semesterOfTerm(m_context.term())),
            group.id.text());
    m_scope->setCurrentIndex(std::max(0, m_scope->findData(m_listed.chosen.text())));
}

TextRows::Table SubjectsTab::subjectRows() const
{
    TextRows::Table table{
        .headings = {tr("Order"), tr("Subject"), tr("Short name"), tr("Passing mark")},
        .rows = {},
        .numbers = {0, 3}};
    for (const Subject& subject : m_listed.subjects)
        table.rows.push_back(
            {.id = subject.id.text(),
             .cells =
                 {subject.position ? QString::number(*subject.position) : QString(format::missing),
                  subject.name,
                  subject.shortName.value_or(QString(format::missing)),
                  format::number(subject.passingMark, 0)},
             .chip = {}});
    return table;
}

TextRows::Table SubjectsTab::learnedRows() const
{
    TextRows::Table table{
        .headings = {tr("Short name"), tr("Subject"), tr("Passing mark"), tr("Weights")},
        .rows = {},
        .numbers = {2, 3}};
    for (const ClassSubjectRow& row : m_listed.learned)
        table.rows.push_back(
            {.id = row.id.text(),
             .cells =
                 {row.shortName.value_or(QString(format::missing)),
                  row.name,
                  format::number(row.passingMark, 0),
                  row.materialWeight ? orMissing(row.materialWeight) + QStringLiteral(" : ") +
                                           orMissing(row.finalWeight)
                                     : tr("As the school")},
             .chip = {}});
    return table;
}

void SubjectsTab::show()
{
    offerClasses();
    const bool all = m_listed.chosen.isNull();
    const bool isEmpty = all ? m_listed.subjects.empty() : m_listed.learned.empty();
    showRows(
        [this] { return m_listed.chosen.isNull() ? subjectRows() : learnedRows(); },
        isEmpty,
        [all, may = mayWrite()] {
            return all ? EmptyWords{
                             .title = tr("No subjects yet"),
                             .why = tr("The assistant proposes the usual ones of your kind of "
                                       "school and curriculum."),
                             .action = may ? tr("Set up the school") : QString()}
                       : EmptyWords{
                             .title = tr("This class learns nothing yet in this term"),
                             .why = tr("Add the subjects that it learns; what is not said here "
                                       "comes from the subject and the rules of the school."),
                             .action = {}};
        });
}

void SubjectsTab::showChosen()
{
    const QString id = m_list->chosen();
    const bool all = m_listed.chosen.isNull();
    (all ? m_learned : m_subject)->hide();
    for (const Subject& subject : m_listed.subjects) {
        if (!all || subject.id.text() != id) continue;
        m_subject->present(subject.name, valuesOf(subject), EntryPanel::Entry::Stored);
        return;
    }
    for (const ClassSubjectRow& row : m_listed.learned) {
        if (all || row.id.text() != id) continue;
        presentLearned(
            row.name,
            {.id = row.id,
             .classGroup = m_listed.chosen,
             .subject = row.subject,
             .term = m_listed.term,
             .passingMark = row.ownPassingMark,
             .materialWeight = row.materialWeight,
             .finalWeight = row.finalWeight},
            false);
        return;
    }
    m_subject->hide();
    m_learned->hide();
}

void SubjectsTab::presentLearned(const QString& title, const ClassSubject& learned, bool isNew)
{
    m_whichWord->setVisible(isNew);
    m_which->setVisible(isNew);
    m_which->clear();
    for (const Subject& subject : m_listed.subjects) {
        const bool isThere = std::any_of(
            m_listed.learned.begin(), m_listed.learned.end(), [&](const ClassSubjectRow& row) {
                return row.subject == subject.id;
            });
        if (!isThere) m_which->addItem(subject.name, subject.id.text());
    }
    m_learned->present(
        title, valuesOf(learned), isNew ? EntryPanel::Entry::New : EntryPanel::Entry::Stored);
}

void SubjectsTab::add()
{
    if (!mayWrite()) return;
    const bool all = m_listed.chosen.isNull();
    EntryPanel* panel = all ? m_subject : m_learned;
    panel->whenFree([this, panel, all] {
        if (all) {
            const int next = static_cast<int>(m_listed.subjects.size()) + 1;
            panel->present(
                tr("New subject"), valuesOf(Subject{.position = next}), EntryPanel::Entry::New);
        } else {
            presentLearned(
                tr("Another subject of the class"),
                {.classGroup = m_listed.chosen, .term = m_listed.term},
                true);
        }
        panel->form().focusFirst();
    });
}

void SubjectsTab::storeSubject(const Values& values)
{
    save(m_subject, [values](storage::Store& store) -> Result<QString> {
        Subject subject = recordOf<Subject>(values);
        const auto saved = school::saveSubject(store, subject);
        return saved ? Result<QString>(subject.id.text()) : Result<QString>(saved.error());
    });
}

void SubjectsTab::storeLearned(const Values& values)
{
    ClassSubject learned = recordOf<ClassSubject>(values);
    if (learned.id.isNull())
        learned.subject = {QUuid::fromString(m_which->currentData().toString())};
    save(m_learned, [learned](storage::Store& store) -> Result<QString> {
        ClassSubject stored = learned;
        const auto saved = store.save(stored);
        return saved ? Result<QString>(stored.id.text()) : Result<QString>(saved.error());
    });
}

void SubjectsTab::removeChosen()
{
    const QString id = m_list->chosen();
    for (const Subject& subject : m_listed.subjects)
        if (subject.id.text() == id) remove(m_subject, entityInfo<Subject>(), id, subject.name);
    for (const ClassSubjectRow& row : m_listed.learned)
        if (row.id.text() == id) remove(m_learned, entityInfo<ClassSubject>(), id, row.name);
}

void SubjectsTab::say()
{
    m_scope->setAccessibleName(tr("Subjects of"));
    m_whichWord->setText(tr("Subject"));
    m_which->setAccessibleName(m_whichWord->text());
    if (!m_listed.term.isNull()) offerClasses();
}

} // namespace edupro::ui
