// SPDX-License-Identifier: GPL-3.0-or-later
// What a form says beside its editors: headings, faults, what is stored now, masks.
#include "core/record/Validate.h"
#include "ui/common/ChoiceWords.h"
#include "ui/common/ErrorText.h"
#include "ui/common/RecordForm.h"
#include "ui/common/RecordFormRow.h"
#include "ui/common/Theme.h"

#include <QLabel>
#include <QToolButton>

namespace edupro::ui {

namespace {

QString sentence(QString words)
{
    if (!words.isEmpty()) words[0] = words[0].toUpper();
    return words;
}

QString shown(const FieldInfo& field, const QVariant& value)
{
    if (!value.isValid()) return QString(QChar(0x2014));
    if (field.rules.sealed) return QString(8, QChar(0x2022));
    if (!field.rules.choices.empty()) return choiceWord(field, value.toString());
    return field.type == FieldType::Date ? dateText(value.toDate()) : textOf(field, value);
}

} // namespace

void RecordForm::cover(const QString& column, const QString& mask)
{
    Row* row = rowOf(column);
    if (!row) return;
    row->mask = mask;
    row->edited = false;
    row->editor->cover(mask);
    setCovered(*row, true);
}

void RecordForm::uncover(const QString& column, const QVariant& value)
{
    Row* row = rowOf(column);
    if (!row || !row->covered) return;
    setCovered(*row, false);
    row->editor->show(value);
}

void RecordForm::coverAgain()
{
    for (const auto& row : m_rows)
        if (!row->covered && !row->mask.isEmpty() && !row->edited)
            cover(row->field.column, row->mask);
}

QStringList RecordForm::covered() const
{
    QStringList columns;
    for (const auto& row : m_rows)
        if (row->covered) columns << row->field.column;
    return columns;
}

void RecordForm::setCovered(Row& row, bool covered)
{
    if (covered && !row.show) {
        row.show = new QToolButton(this);
        row.show->setObjectName(row.field.column + "Show");
        row.show->setIcon(m_theme.icon("eye"));
        row.show->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        row.show->setFocusPolicy(Qt::TabFocus);
        setLook(row.show, "quiet");
        connect(row.show, &QToolButton::clicked, this, [this, column = row.field.column] {
            emit valueWanted(column);
        });
    }
    row.covered = covered;
    if (row.show) row.show->setVisible(covered);
    layOut();
    say(row);
}

std::vector<Issue> RecordForm::showIssues(const std::vector<Issue>& issues)
{
    clearNotes();
    std::vector<Issue> others;
    for (const Issue& issue : issues) {
        Row* row = rowOf(QString::fromStdString(issue.field));
        if (!row) {
            others.push_back(issue);
        } else if (row->said.kind != Note::Kind::Fault) {
            row->said = {
                .kind = issue.warning ? Note::Kind::Warning : Note::Kind::Fault,
                .issue = issue,
                .value = {}};
            say(*row);
        }
    }
    const auto first = std::find_if(m_rows.begin(), m_rows.end(), [](const auto& row) {
        return row->said.kind == Note::Kind::Fault;
    });
    if (first != m_rows.end()) {
        (*first)->editor->widget()->setFocus();
        scrollTo((*first)->note);
    }
    return others;
}

void RecordForm::showStored(const Values& stored)
{
    clearNotes();
    for (const auto& row : m_rows) {
        if (row->place < 0 || row->covered) continue;
        const QVariant& now = stored[static_cast<std::size_t>(row->place)];
        const Result<QVariant> typed = row->editor->value();
        if (typed && *typed == now) continue;
        row->said = {.kind = Note::Kind::Stored, .issue = {}, .value = now};
        say(*row);
    }
}

void RecordForm::clearNotes()
{
    for (const auto& row : m_rows) {
        row->said = {};
        say(*row);
    }
}

void RecordForm::check(Row& row)
{
    const Result<QVariant> typed = row.editor->value();
    const std::vector<Issue> issues =
        typed ? issuesOfField(row.field, *typed, QDate::currentDate()) : typed.error().issues;
    if (issues.empty()) return;
    row.said = {.kind = Note::Kind::Fault, .issue = issues.front(), .value = {}};
    say(row);
}

void RecordForm::say(Row& row)
{
    const QString name = fieldWord(row.field);
    row.label->setText(row.field.rules.required ? name + " *" : name);
    row.label->setToolTip(row.field.rules.required ? tr("Must be filled in") : QString());
    QWidget* widget = row.editor->widget();
    QString note;
    if (row.said.kind == Note::Kind::Stored)
        note = tr("Stored now: %1").arg(shown(row.field, row.said.value));
    else if (row.said.kind != Note::Kind::None)
        note = sentence(words(row.said.issue));
    const bool isFault = row.said.kind == Note::Kind::Fault;
    setLook(row.note, isFault ? "riskNote" : "watchNote");
    setLook(widget, isFault ? "problem" : "");
    row.note->setText(note);
    row.note->setVisible(!note.isEmpty());
    widget->setAccessibleName(name);
    widget->setAccessibleDescription(row.covered ? tr("Masked") : note);
    if (!row.show) return;
    row.show->setText(tr("Show"));
    row.show->setToolTip(tr("Show %1; that you have seen it is noted").arg(name));
    row.show->setAccessibleName(tr("Show %1").arg(name));
}

} // namespace edupro::ui
