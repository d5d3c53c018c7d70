// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/students/StudentHistory.h"

#include "core/accounts/People.h"
#include "ui/common/ChangeText.h"
#include "ui/common/Format.h"
#include "ui/common/StateStack.h"
#include "ui/shell/Context.h"

#include <QBoxLayout>
#include <QDateTime>
#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QShortcut>

namespace edupro::ui {

using storage::Change;
using storage::Store;

/// What one question brings home.
struct StudentHistory::Told {
    QString name;
    std::vector<Change> changes;
    QHash<QString, QString> people;
};

StudentHistory::StudentHistory(Context& context, QWidget* parent)
    : QFrame(parent)
    , m_context(context)
    , m_title(new QLabel(this))
    , m_states(nullptr)
    , m_close(new QPushButton(this))
{
    setObjectName("studentHistory");
    setLook(this, "card");
    setLook(m_title, "title");
    m_title->setWordWrap(true);
    m_close->setObjectName("leaveHistory");
    auto* ground = new QWidget;
    setLook(ground, "plain");
    m_entries = new QVBoxLayout(ground);
    m_entries->setContentsMargins(0, 0, 8, 0);
    m_entries->setSpacing(10);
    auto* area = new QScrollArea(this);
    area->setObjectName("historyArea");
    area->setWidgetResizable(true);
    area->setFrameShape(NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setWidget(ground);
    m_states = new StateStack(context.theme, area, this);
    m_states->setObjectName("historyStates");
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 12, 16, 12);
    layout->setSpacing(12);
    layout->addWidget(m_title);
    layout->addWidget(m_states, 1);
    layout->addWidget(m_close, 0, Qt::AlignRight);
    connect(m_close, &QPushButton::clicked, this, &StudentHistory::left);
    connect(m_states, &StateStack::retryRequested, this, &StudentHistory::load);
    connect(&context, &Context::dataChanged, this, [this] {
        if (!isHidden()) load(); // who is shown may have been erased
    });
    auto* escape = new QShortcut(Qt::Key_Escape, this);
    escape->setContext(Qt::WidgetWithChildrenShortcut);
    connect(escape, &QShortcut::activated, this, &StudentHistory::left);
    say();
}

void StudentHistory::show(const StudentId& student, const QString& name)
{
    m_student = student;
    m_name = name;
    say();
    QFrame::show();
    m_close->setFocus(); // Esc and Enter leave at once
    load();
}

void StudentHistory::load()
{
    if (m_student.isNull()) return;
    m_states->showLoading();
    const auto work = [student = m_student](Store& store, const Progress&) -> Result<Told> {
        auto changes = store.history(student.value);
        if (!changes) return changes.error();
        auto people = accounts::personNames(store);
        if (!people) return people.error();
        const auto found = store.find<Student>(student);
        if (!found) return found.error();
        return Told{
            .name = *found ? (*found)->record.name : QString(),
            .changes = std::move(changes).value(),
            .people = std::move(people).value()};
    };
    m_loading.ask(m_context.store.submit(work), this, [this](const Result<Told>& told) {
        if (told)
            take(*told);
        else
            m_states->showError(told.error());
    });
}

void StudentHistory::take(const Told& told)
{
    if (!told.name.isEmpty()) m_name = told.name;
    say();
    m_people = told.people;
    m_changes.assign(told.changes.rbegin(), told.changes.rend());
    if (m_changes.size() > longest) m_changes.resize(longest);
    while (QLayoutItem* item = m_entries->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const Change& change : m_changes)
        addEntry(change);
    m_entries->addStretch(1);
    if (!m_changes.empty()) {
        m_states->showData();
        return;
    }
    m_states->showEmpty([] {
        return EmptyWords{
            .title = tr("Nothing was changed yet"),
            .why = tr("Every change of this student will stand here, with who made it."),
            .action = {}};
    });
}

void StudentHistory::addEntry(const Change& change)
{
    auto* entry = new QFrame;
    setLook(entry, "reason");
    auto* head = new QLabel(
        tr("%1 · %2").arg(
            format::dateTime(QDateTime::fromMSecsSinceEpoch(change.at)),
            m_people.value(change.actor, change.actor)),
        entry);
    setLook(head, "small");
    QStringList lines;
    for (const ChangeLine& line : changeLines(&entityInfo<Student>(), change.before, change.after))
        lines << textOf(line);
    const bool erased = change.before.isEmpty() && change.after.isEmpty();
    if (lines.isEmpty() && erased && change.action == QStringLiteral("update"))
        lines << tr("The values were erased.");
    auto* act = new QLabel(actWord(change.action), entry);
    setLook(act, "strong");
    auto* what = new QLabel(lines.join('\n'), entry);
    what->setTextFormat(Qt::PlainText);
    what->setWordWrap(true);
    what->setTextInteractionFlags(Qt::TextSelectableByMouse);
    what->setVisible(!lines.isEmpty());
    auto* layout = new QVBoxLayout(entry);
    layout->setContentsMargins(10, 6, 8, 6);
    layout->setSpacing(2);
    for (QLabel* part : {head, act, what})
        layout->addWidget(part);
    m_entries->addWidget(entry);
}

void StudentHistory::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        say();
        if (isVisible()) load();
    }
    QFrame::changeEvent(event);
}

void StudentHistory::say()
{
    m_title->setText(tr("History of %1").arg(m_name));
    m_close->setText(tr("Close"));
}

} // namespace edupro::ui
