// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/school/SetupTab.h"

#include "ui/common/RecordTable.h"
#include "ui/common/UndoBar.h"
#include "ui/school/EntryPanel.h"

#include <QBoxLayout>
#include <QEvent>

#include <utility>

namespace edupro::ui {

namespace {

constexpr int panelWidth = 360;

} // namespace

SetupTab::SetupTab(
    Context& context, const QString& table, const std::vector<int>& widths, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_list(new ListPane(context.theme, table, this))
    , m_undo(new UndoBar(context.theme, std::chrono::seconds(10), this))
{
    m_list->setWidths(widths);
}

void SetupTab::begin(const std::vector<EntryPanel*>& panels, QWidget* above)
{
    m_panels = panels;
    auto* left = new QVBoxLayout;
    left->setSpacing(8);
    if (above) left->addWidget(above);
    left->addWidget(m_list, 1);
    left->addWidget(m_undo);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addLayout(left, 1);
    for (EntryPanel* panel : m_panels) {
        panel->setFixedWidth(panelWidth);
        panel->setMayWrite(mayWrite());
        panel->hide();
        layout->addWidget(panel);
        connect(panel, &EntryPanel::left, this, [this] {
            choose();
            m_list->table().setFocus();
        });
    }
    connect(&m_list->table(), &RecordTable::currentMoved, this, &SetupTab::choose);
    connect(&m_list->states(), &StateStack::retryRequested, this, [this] { load(); });
    connect(&m_list->states(), &StateStack::actionRequested, this, &SetupTab::setupRequested);
    connect(&m_context, &Context::dataChanged, this, [this] { load(); });
    connect(&m_context, &Context::termChanged, this, [this] { load(); });
    say();
    load();
}

bool SetupTab::mayWrite() const
{
    return m_context.may(security::Action::Update, security::Object::Settings);
}

bool SetupTab::isTyping() const
{
    return std::any_of(m_panels.begin(), m_panels.end(), [](const EntryPanel* panel) {
        return panel->isVisibleTo(panel->parentWidget()) && panel->isTaken();
    });
}

void SetupTab::choose()
{
    if (!isTyping()) showChosen();
}

void SetupTab::showRows(TextRows::Say rows, bool isEmpty, std::function<EmptyWords()> words)
{
    m_list->show(std::move(rows));
    if (const QString id = std::exchange(m_focus, {}); !id.isEmpty()) m_list->choose(id);
    if (isEmpty) m_list->states().showEmpty(std::move(words));
    choose();
    if (m_typed.isEmpty() || m_panels.empty()) return;
    if (m_panels.front()->isHidden()) add();
    m_panels.front()->retype(std::exchange(m_typed, {}));
}

void SetupTab::resume(const QJsonObject& draft)
{
    m_typed = draft[QStringLiteral("typed")].toObject();
    load();
}

void SetupTab::finish(EntryPanel* panel, const Result<QString>& id)
{
    if (id) m_focus = *id;
    panel->finish(id ? done() : Done(id.error()));
}

void SetupTab::remove(
    EntryPanel* panel, const EntityInfo& entity, const QString& id, const QString& name)
{
    using Rows = std::vector<school::RemovedRow>;
    const QUuid row = QUuid::fromString(id);
    const auto work = [&entity, row](storage::Store& store, const Progress&) {
        return school::removeRow(store, entity, row);
    };
    jobs::onFinished(
        m_context.store.submit(work), this, [this, panel, name](const Result<Rows>& removed) {
            if (!removed) {
                panel->showProblem(removed.error());
                return;
            }
            panel->finish(done());
            m_undo->offer(tr("%1 removed.").arg(name), [this, rows = *removed] { putBack(rows); });
        });
}

void SetupTab::putBack(const std::vector<school::RemovedRow>& rows)
{
    const auto work = [rows](storage::Store& store, const Progress&) {
        return school::restoreRows(store, rows);
    };
    jobs::onFinished(m_context.store.submit(work), this, [this](const Done& restored) {
        if (!restored) {
            m_list->states().showError(restored.error());
            return;
        }
        m_context.announceChange();
    });
}

void SetupTab::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_list->rows().retranslate();
        say();
        choose();
    }
    QWidget::changeEvent(event);
}

} // namespace edupro::ui
