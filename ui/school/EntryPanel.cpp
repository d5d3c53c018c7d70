// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/school/EntryPanel.h"

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

/// "class" -> "Class", behind a verb.
QString capital(const QString& name)
{
    return name.left(1).toUpper() + name.mid(1);
}

} // namespace

EntryPanel::EntryPanel(
    Context& context, const EntityInfo& entity, const QString& name, int tab, QWidget* parent)
    : QFrame(parent)
    , m_context(context)
    , m_tab(tab)
    , m_title(new QLabel(this))
    , m_form(new RecordForm(context.theme, entity))
    , m_lines(new QVBoxLayout)
    , m_problem(new QLabel(this))
    , m_save(new QPushButton(this))
    , m_remove(new QPushButton(this))
    , m_buttons(new QVBoxLayout)
{
    setObjectName(name + QStringLiteral("Panel"));
    setLook(this, "card");
    setLook(m_title, "title");
    m_title->setWordWrap(true);
    setLook(m_problem, "risk");
    m_problem->setObjectName(name + QStringLiteral("Problem"));
    m_problem->setWordWrap(true);
    m_problem->hide();
    m_save->setObjectName(QStringLiteral("save") + capital(name));
    m_save->setAutoDefault(true);
    setLook(m_save, "primary");
    m_remove->setObjectName(QStringLiteral("remove") + capital(name));
    m_lines->setSpacing(4);
    auto* ground = new QWidget;
    setLook(ground, "plain");
    auto* inside = new QVBoxLayout(ground);
    inside->setContentsMargins(0, 0, 4, 0);
    inside->setSpacing(10);
    inside->addWidget(m_form);
    inside->addLayout(m_lines);
    inside->addStretch(1);
    auto* area = new QScrollArea(this);
    area->setWidgetResizable(true);
    area->setFrameShape(NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidget(ground);
    auto* row = new QHBoxLayout;
    row->addWidget(m_save);
    row->addStretch(1);
    row->addWidget(m_remove);
    m_buttons->addLayout(row);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 12, 16, 12);
    layout->setSpacing(10);
    layout->addWidget(m_title);
    layout->addWidget(area, 1);
    layout->addWidget(m_problem);
    layout->addLayout(m_buttons);
    connect(m_form, &RecordForm::changed, this, &EntryPanel::markChanged);
    connect(m_form, &RecordForm::lastFieldLeft, m_save, qOverload<>(&QWidget::setFocus));
    connect(m_save, &QPushButton::clicked, this, &EntryPanel::submit);
    connect(m_remove, &QPushButton::clicked, this, &EntryPanel::removeRequested);
    const auto bind = [this](const QKeySequence& keys, auto act) {
        auto* shortcut = new QShortcut(keys, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, act);
    };
    bind(Qt::CTRL | Qt::Key_S, [this] { submit(); });
    bind(Qt::Key_Escape, [this] { leave(); });
    say();
}

void EntryPanel::addLine(QLabel* word, QWidget* field)
{
    word->setBuddy(field);
    m_lines->addWidget(word);
    m_lines->addWidget(field);
    m_lines->addSpacing(6);
}

void EntryPanel::addButton(QPushButton* button)
{
    m_buttons->addWidget(button);
}

void EntryPanel::setMayWrite(bool mayWrite)
{
    m_mayWrite = mayWrite;
    m_form->setReadOnly(!mayWrite);
    m_save->setVisible(mayWrite);
    if (!mayWrite) m_remove->hide();
}

void EntryPanel::present(const QString& title, const Values& values, Entry entry)
{
    m_title->setText(title);
    m_form->setRecord(values);
    m_remove->setVisible(entry == Entry::Stored && m_mayWrite);
    m_isNew = entry == Entry::New;
    m_problem->hide();
    m_changed = false;
    m_saving = false;
    show();
}

void EntryPanel::setTitle(const QString& title)
{
    m_title->setText(title);
}

void EntryPanel::retype(const QJsonObject& typed)
{
    m_form->retype(typed);
    m_changed = true;
}

void EntryPanel::submit()
{
    if (m_saving || !m_mayWrite) return;
    m_problem->hide();
    m_form->clearNotes();
    const Result<Values> typed = m_form->record();
    if (!typed) {
        showProblem(typed.error());
        return;
    }
    m_saving = true;
    emit saveRequested(*typed);
}

void EntryPanel::finish(const Done& saved)
{
    m_saving = false;
    if (!saved) {
        showProblem(saved.error());
        return;
    }
    m_changed = false;
    m_isNew = false;
    m_form->setUnchanged();
    m_problem->hide();
    m_context.announceChange();
}

void EntryPanel::showProblem(const Error& error)
{
    m_saving = false;
    Error told = error;
    told.issues = m_form->showIssues(error.issues);
    m_problem->setText(inLines(
        words(told, [this](const std::string& column) { return m_form->fieldName(column); })));
    // The faults stand below their fields; no need to say that there are some.
    m_problem->setVisible(error.issues.empty() || !told.issues.empty());
}

void EntryPanel::leave()
{
    whenFree([guard = QPointer(this)] {
        if (!guard) return;
        guard->m_changed = false;
        guard->m_isNew = false;
        emit guard->left();
    });
}

void EntryPanel::whenFree(std::function<void()> then)
{
    if (isHidden() || !m_changed) {
        then();
        return;
    }
    m_context.dialogs.confirm(
        {.title = tr("Discard what you typed?"),
         .text = tr("It has not been saved yet."),
         .accept = tr("Discard"),
         .dangerous = true},
        std::move(then));
}

std::optional<Draft> EntryPanel::draft() const
{
    if (isHidden() || !m_changed) return std::nullopt;
    return Draft{
        .page = QStringLiteral("settings"),
        .title = m_title->text(),
        .content = {{QStringLiteral("tab"), m_tab}, {QStringLiteral("typed"), m_form->typed()}}};
}

void EntryPanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) say();
    QFrame::changeEvent(event);
}

void EntryPanel::say()
{
    m_save->setText(tr("Save"));
    m_save->setToolTip(tr("Save (Ctrl+S)"));
    m_remove->setText(tr("Remove"));
}

} // namespace edupro::ui
