// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/RecordForm.h"

#include "core/record/Validate.h"
#include "ui/common/ChoiceWords.h"
#include "ui/common/RecordFormRow.h"
#include "ui/common/Theme.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QToolButton>

namespace edupro::ui {

namespace {

bool hasEditor(const FieldInfo& field)
{
    return !field.rules.hidden && !field.rules.key && field.type != FieldType::Uuid &&
           field.type != FieldType::Json && field.type != FieldType::Moment;
}

} // namespace

RecordForm::RecordForm(const Theme& theme, const EntityInfo& entity, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_entity(entity)
    , m_values(entity.fields.size())
    , m_layout(new QGridLayout(this))
{
    setLook(this, "plain");
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setHorizontalSpacing(12);
    m_layout->setVerticalSpacing(2);
    m_layout->setColumnStretch(1, 1);
    for (std::size_t i = 0; i < entity.fields.size(); ++i) {
        if (!hasEditor(entity.fields[i])) continue;
        auto row = std::make_unique<Row>();
        row->field = entity.fields[i];
        row->place = static_cast<int>(i);
        addRow(std::move(row), m_rows.size());
    }
    layOut();
}

RecordForm::~RecordForm() = default;

void RecordForm::addField(const FieldInfo& field, const QString& after)
{
    auto row = std::make_unique<Row>();
    row->field = field;
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [&](const auto& other) {
        return other->field.column == after;
    });
    const auto place = found == m_rows.end() ? m_rows.size()
                                             : static_cast<std::size_t>(found - m_rows.begin()) + 1;
    addRow(std::move(row), place);
    layOut();
}

void RecordForm::addRow(std::unique_ptr<Row> row, std::size_t place)
{
    Row* made = row.get();
    const auto edited = [this, made] {
        made->edited = true;
        m_changed = true;
        made->said = {};
        say(*made);
        emit changed();
    };
    made->editor = made->place >= 0 ? makeEditor(made->field, this, edited)
                                    : makeSuggestingEditor(made->field, this, edited);
    QWidget* widget = made->editor->widget();
    widget->setObjectName(made->field.column);
    widget->installEventFilter(this);
    if (auto* box = qobject_cast<QComboBox*>(widget); box && box->lineEdit())
        box->lineEdit()->installEventFilter(this);
    made->label = new QLabel(this);
    made->label->setBuddy(widget);
    made->note = new QLabel(this);
    made->note->setObjectName(made->field.column + "Note");
    made->note->setWordWrap(true);
    made->note->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_rows.insert(m_rows.begin() + static_cast<std::ptrdiff_t>(place), std::move(row));
    say(*made);
}

void RecordForm::layOut()
{
    while (QLayoutItem* item = m_layout->takeAt(0))
        delete item;
    int line = 0;
    QWidget* before = nullptr;
    for (const auto& row : m_rows) {
        const bool lines = qobject_cast<QPlainTextEdit*>(row->editor->widget());
        row->label->setContentsMargins(0, lines ? 6 : 0, 0, 0);
        m_layout->addWidget(row->label, line, 0, lines ? Qt::AlignTop : Qt::Alignment());
        m_layout->addWidget(row->editor->widget(), line, 1, 1, row->covered ? 1 : 2);
        if (row->show) m_layout->addWidget(row->show, line, 2, Qt::AlignTop);
        m_layout->addWidget(row->note, line + 1, 1, 1, 2);
        m_layout->setRowMinimumHeight(line + 2, 4);
        line += 3;
        if (before) setTabOrder(before, row->editor->widget());
        before = row->editor->widget();
        if (row->show) setTabOrder(before, row->show);
        if (row->show) before = row->show;
    }
    m_layout->setRowStretch(line, 1);
}

void RecordForm::leaveOut(const QString& column)
{
    const auto found = std::find_if(
        m_rows.begin(), m_rows.end(), [&](const auto& row) { return row->field.column == column; });
    if (found == m_rows.end()) return;
    for (QWidget* part :
         {static_cast<QWidget*>((*found)->label),
          static_cast<QWidget*>((*found)->note),
          (*found)->editor->widget()})
        delete part;
    m_rows.erase(found);
    layOut();
}

void RecordForm::suggest(const QString& column, const QStringList& texts)
{
    if (Row* row = rowOf(column)) row->editor->suggest(texts);
}

void RecordForm::setRecord(const Values& values)
{
    m_values = values;
    for (const auto& row : m_rows) {
        row->mask.clear();
        if (row->covered) setCovered(*row, false);
        row->editor->show(
            row->place >= 0 ? values[static_cast<std::size_t>(row->place)] : QVariant());
    }
    setUnchanged();
    clearNotes();
}

void RecordForm::setReadOnly(bool readOnly)
{
    for (const auto& row : m_rows)
        row->editor->setReadOnly(readOnly);
}

void RecordForm::setValue(const QString& column, const QVariant& value)
{
    if (Row* row = rowOf(column)) row->editor->show(value);
}

Result<Values> RecordForm::record() const
{
    Values values = m_values;
    Error unreadable{.code = ErrorCode::Validation, .detail = "some fields cannot be read"};
    for (const auto& row : m_rows) {
        if (row->covered) continue;
        const Result<QVariant> typed = row->editor->value();
        if (!typed) {
            const auto& issues = typed.error().issues;
            unreadable.issues.insert(unreadable.issues.end(), issues.begin(), issues.end());
        } else if (row->place >= 0) {
            values[static_cast<std::size_t>(row->place)] = *typed;
        }
    }
    if (!unreadable.issues.empty()) return unreadable;
    return values;
}

QVariant RecordForm::value(const QString& column) const
{
    const Row* row = rowOf(column);
    return row ? row->editor->value().value_or(QVariant()) : QVariant();
}

QJsonObject RecordForm::typed() const
{
    QJsonObject typed;
    for (const auto& row : m_rows) {
        if (row->field.rules.sealed) continue;
        const Result<QVariant> value = row->editor->value();
        if (value)
            typed[row->field.column] = textOf(row->field, *value);
        else if (const auto* line = qobject_cast<QLineEdit*>(row->editor->widget()))
            typed[row->field.column] = line->text();
    }
    return typed;
}

void RecordForm::retype(const QJsonObject& typed)
{
    for (const auto& row : m_rows) {
        if (!typed.contains(row->field.column)) continue;
        const QString text = typed[row->field.column].toString();
        auto* line = qobject_cast<QLineEdit*>(row->editor->widget());
        if (const Result<QVariant> value = valueFromText(row->field, text))
            row->editor->show(*value);
        else if (line)
            line->setText(text);
        row->edited = true;
    }
    m_changed = true;
    emit changed();
}

void RecordForm::setUnchanged()
{
    m_changed = false;
    for (const auto& row : m_rows)
        row->edited = false;
}

void RecordForm::scrollTo(QWidget* part)
{
    for (QWidget* up = parentWidget(); up; up = up->parentWidget()) {
        auto* area = qobject_cast<QScrollArea*>(up);
        if (!area) continue;
        area->ensureWidgetVisible(part);
        return;
    }
}

void RecordForm::focusFirst()
{
    if (!m_rows.empty()) m_rows.front()->editor->widget()->setFocus();
}

QWidget* RecordForm::editor(const QString& column) const
{
    const Row* row = rowOf(column);
    return row ? row->editor->widget() : nullptr;
}

QString RecordForm::fieldName(const std::string& column) const
{
    const Row* row = rowOf(QString::fromStdString(column));
    return row ? fieldWord(row->field) : QString::fromStdString(column);
}

RecordForm::Row* RecordForm::rowOf(QStringView column) const
{
    const auto found = std::find_if(
        m_rows.begin(), m_rows.end(), [&](const auto& row) { return row->field.column == column; });
    return found == m_rows.end() ? nullptr : found->get();
}

RecordForm::Row* RecordForm::rowOf(const QObject* widget) const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [&](const auto& row) {
        const QWidget* editor = row->editor->widget();
        return editor == widget || editor == widget->parent();
    });
    return found == m_rows.end() ? nullptr : found->get();
}

bool RecordForm::eventFilter(QObject* watched, QEvent* event)
{
    Row* row = rowOf(watched);
    if (row && event->type() == QEvent::FocusOut && row->edited) {
        const auto reason = static_cast<QFocusEvent*>(event)->reason();
        if (reason != Qt::PopupFocusReason && reason != Qt::ActiveWindowFocusReason) check(*row);
    }
    if (row && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        const bool lines = qobject_cast<QPlainTextEdit*>(watched) && !row->covered;
        if (enter && !lines && key->modifiers() == Qt::NoModifier) {
            goOn(row);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void RecordForm::goOn(const Row* from)
{
    const auto at = std::find_if(
        m_rows.begin(), m_rows.end(), [from](const auto& row) { return row.get() == from; });
    if (at + 1 == m_rows.end()) {
        check(**at);
        emit lastFieldLeft();
        return;
    }
    QWidget* next = (*(at + 1))->editor->widget();
    next->setFocus(Qt::TabFocusReason);
    scrollTo(next);
}

void RecordForm::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        for (const auto& row : m_rows) {
            row->editor->retranslate();
            say(*row);
        }
    }
    QWidget::changeEvent(event);
}

} // namespace edupro::ui
