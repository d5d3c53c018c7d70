// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/school/ClassesTab.h"

#include "core/school/SchoolActions.h"
#include "ui/common/ChoiceWords.h"
#include "ui/common/Format.h"
#include "ui/common/RecordForm.h"
#include "ui/school/EntryPanel.h"
#include "ui/school/SettingsTabs.h"

#include <QComboBox>
#include <QLabel>
#include <QSignalBlocker>

namespace edupro::ui {

using accounts::ClassRow;

namespace {

QString curriculumWord(const std::optional<QString>& curriculum)
{
    const EntityInfo& entity = entityInfo<ClassGroup>();
    const auto& field = entity.fields[static_cast<std::size_t>(entity.indexOf(u"curriculum"))];
    return curriculum ? choiceWord(field, *curriculum) : QString(format::missing);
}

} // namespace

ClassesTab::ClassesTab(Context& context, QWidget* parent)
    : SetupTab(context, QStringLiteral("classesTable"), {110, 70, 130, 0, 80}, parent)
    , m_panel(new EntryPanel(
          context, entityInfo<ClassGroup>(), QStringLiteral("class"), SettingsTab::Classes, this))
    , m_teacherWord(new QLabel(this))
    , m_teacher(new QComboBox(this))
{
    m_teacher->setObjectName("homeroomTeacher");
    m_teacher->setEnabled(mayWrite());
    m_panel->addLine(m_teacherWord, m_teacher);
    connect(m_teacher, &QComboBox::activated, m_panel, &EntryPanel::markChanged);
    connect(m_panel, &EntryPanel::saveRequested, this, &ClassesTab::store);
    connect(m_panel, &EntryPanel::removeRequested, this, &ClassesTab::removeChosen);
    begin({m_panel});
}

Result<ClassesTab::Listed> ClassesTab::read(storage::Store& store, const QString& code)
{
    const auto row = school::termOf(store, code);
    if (!row) return row.error();
    const auto term = store.find<Term>(row->id);
    if (!term) return term.error();
    Listed listed{.year = (*term)->record.academicYear, .classes = {}, .people = {}};
    auto classes = accounts::listClasses(store, listed.year, store.today());
    if (!classes) return classes.error();
    listed.classes = std::move(classes).value();
    auto people = accounts::listPeople(store);
    if (!people) return people.error();
    listed.people = std::move(people).value();
    return listed;
}

void ClassesTab::load()
{
    ask<Listed>(
        [term = m_context.term()](storage::Store& store) { return read(store, term); },
        [this](Listed listed) {
            m_listed = std::move(listed);
            show();
        });
}

void ClassesTab::show()
{
    const auto rows = [this] {
        TextRows::Table table{
            .headings =
                {tr("Class"),
                 tr("Grade"),
                 tr("Curriculum"),
                 tr("Homeroom teacher"),
                 tr("Students")},
            .rows = {},
            .numbers = {1, 4}};
        for (const ClassRow& row : m_listed.classes)
            table.rows.push_back(
                {.id = row.id.text(),
                 .cells =
                     {row.name,
                      row.gradeLevel ? QString::number(*row.gradeLevel) : QString(format::missing),
                      curriculumWord(row.curriculum),
                      row.teacherName.value_or(QString(format::missing)),
                      format::count(row.students)},
                 .chip = {}});
        return table;
    };
    showRows(rows, m_listed.classes.empty(), [may = mayWrite()] {
        return EmptyWords{
            .title = tr("No classes in this school year"),
            .why = tr("The assistant proposes classes, subjects and holidays in three steps; "
                      "importing students makes their classes, too."),
            .action = may ? tr("Set up the school") : QString()};
    });
}

void ClassesTab::offerTeachers(const std::optional<UserId>& chosen)
{
    const QSignalBlocker quiet(m_teacher);
    m_teacher->clear();
    m_teacher->addItem(tr("Nobody"), QString());
    for (const accounts::PersonRow& person : m_listed.people) {
        const bool teaches = person.roles.contains(QStringLiteral("teacher"));
        if ((teaches && !person.disabled) || person.id == chosen)
            m_teacher->addItem(person.name, person.id.text());
    }
    m_teacher->setCurrentIndex(
        std::max(0, m_teacher->findData(chosen ? chosen->text() : QString())));
}

void ClassesTab::showChosen()
{
    const QString id = m_list->chosen();
    for (const ClassRow& row : m_listed.classes) {
        if (row.id.text() != id) continue;
        offerTeachers(row.teacher);
        m_panel->present(
            tr("Class %1").arg(row.name),
            valuesOf(ClassGroup{
                .id = row.id,
                .academicYear = m_listed.year,
                .name = row.name,
                .gradeLevel = row.gradeLevel,
                .curriculum = row.curriculum}),
            EntryPanel::Entry::Stored);
        return;
    }
    m_panel->hide();
}

void ClassesTab::add()
{
    if (!mayWrite() || m_listed.year.isNull()) return;
    m_panel->whenFree([guard = QPointer(this)] {
        if (!guard) return;
        guard->offerTeachers({});
        guard->m_panel->present(
            tr("New class"),
            valuesOf(ClassGroup{
                .academicYear = guard->m_listed.year, .curriculum = QStringLiteral("merdeka")}),
            EntryPanel::Entry::New);
        guard->m_panel->form().focusFirst();
    });
}

void ClassesTab::store(const Values& values)
{
    const QString teacher = m_teacher->currentData().toString();
    save(m_panel, [values, teacher](storage::Store& store) -> Result<QString> {
        const auto saved = accounts::saveClass(
            store,
            recordOf<ClassGroup>(values),
            teacher.isEmpty() ? std::optional<UserId>()
                              : std::optional(UserId{QUuid::fromString(teacher)}));
        return saved ? Result<QString>(saved->id.text()) : Result<QString>(saved.error());
    });
}

void ClassesTab::removeChosen()
{
    for (const ClassRow& row : m_listed.classes)
        if (row.id.text() == m_list->chosen())
            remove(m_panel, entityInfo<ClassGroup>(), row.id.text(), row.name);
}

void ClassesTab::say()
{
    m_teacherWord->setText(tr("Homeroom teacher"));
    m_teacher->setAccessibleName(m_teacherWord->text());
}

} // namespace edupro::ui
