// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/privacy/RequestsTab.h"

#include "ui/common/ChoiceWords.h"
#include "ui/common/Format.h"
#include "ui/common/RecordTable.h"
#include "ui/common/StateStack.h"
#include "ui/privacy/Deadline.h"
#include "ui/privacy/FieldOf.h"
#include "ui/privacy/ListPane.h"
#include "ui/privacy/RequestForm.h"
#include "ui/privacy/RequestPanel.h"
#include "ui/shell/Context.h"

#include <QBoxLayout>
#include <QDateTime>
#include <QEvent>
#include <QTimer>

namespace edupro::ui {

using privacy::RequestRow;
using security::Action;
using security::Object;
using storage::Store;

namespace {

constexpr int panelWidth = 380;
constexpr int clockStep = 60'000; // ms

PrivacyRows::Row rowOf(const RequestRow& request, Instant now)
{
    const bool open = request.state == QStringLiteral("open");
    PrivacyRows::Row row{
        .id = request.id.text(),
        .cells =
            {open ? QString() : choiceWord(fieldOf<PrivacyRequest>(u"state"), request.state),
             choiceWord(fieldOf<PrivacyRequest>(u"kind"), request.kind),
             request.studentName,
             request.requester,
             format::dateTime(QDateTime::fromMSecsSinceEpoch(request.receivedAt))},
        .chip = {}};
    if (open) row.chip = deadlineChip(request.dueAt, now);
    return row;
}

} // namespace

RequestsTab::RequestsTab(Context& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_list(new ListPane(context.theme, QStringLiteral("requestsTable"), this))
    , m_form(new RequestForm(context, this))
    , m_panel(new RequestPanel(context, this))
{
    m_list->setWidths({125, 165, 0, 140, 130});
    m_form->setFixedWidth(panelWidth);
    m_panel->setFixedWidth(panelWidth);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_form);
    layout->addWidget(m_panel);
    connect(&m_list->table(), &RecordTable::currentMoved, this, &RequestsTab::choose);
    connect(&m_list->states(), &StateStack::retryRequested, this, &RequestsTab::load);
    connect(&m_list->states(), &StateStack::actionRequested, this, [this] { add(); });
    connect(m_form, &RequestForm::received, this, [this](const QString& id) { m_focus = id; });
    connect(m_form, &RequestForm::left, this, [this] {
        choose();
        m_list->table().setFocus();
    });
    connect(&context, &Context::dataChanged, this, &RequestsTab::load);
    auto* clock = new QTimer(this);
    connect(clock, &QTimer::timeout, this, [this] {
        if (isVisible()) load();
    });
    clock->start(clockStep);
    load();
}

void RequestsTab::add(const StudentId& student, const QString& words)
{
    if (!m_context.may(Action::Create, Object::Requests)) return;
    m_panel->hide();
    m_form->add(student, words);
}

void RequestsTab::resume(const QJsonObject& draft)
{
    if (draft[QStringLiteral("kind")].toString() == QStringLiteral("decision")) {
        m_focus = draft[QStringLiteral("request")].toString();
        m_decision = draft;
        load();
        return;
    }
    m_panel->hide();
    m_form->resume(draft);
}

void RequestsTab::load()
{
    const auto work = [](Store& store, const Progress&) -> Result<Listed> {
        auto rows = privacy::listRequests(store, false);
        if (!rows) return rows.error();
        return Listed{.rows = std::move(rows).value(), .now = store.now()};
    };
    m_loading.ask(m_context.store.submit(work), this, [this](Result<Listed> listed) {
        if (listed)
            show(std::move(listed).value());
        else
            m_list->states().showError(listed.error());
    });
}

void RequestsTab::show(Listed listed)
{
    m_listed = std::move(listed);
    m_list->show([this] {
        PrivacyRows::Table table{
            .headings = {tr("Time"), tr("Request"), tr("Student"), tr("Asked by"), tr("Received")},
            .rows = {},
            .numbers = {}};
        for (const RequestRow& request : m_listed.rows)
            table.rows.push_back(rowOf(request, m_listed.now));
        return table;
    });
    if (const QString id = std::exchange(m_focus, {}); !id.isEmpty()) m_list->choose(id);
    if (m_listed.rows.empty()) {
        const bool may = m_context.may(Action::Create, Object::Requests);
        m_list->states().showEmpty([may] {
            return EmptyWords{
                .title = tr("Nobody has asked for anything"),
                .why = tr("Parents may ask what the school knows, have it corrected or erased, or "
                          "object to predictions. Each request must be answered within 72 hours."),
                .action = may ? tr("Note a request") : QString()};
        });
    }
    choose();
}

void RequestsTab::choose()
{
    if (!m_form->isHidden()) return; // somebody is typing
    const auto found = std::find_if(
        m_listed.rows.begin(), m_listed.rows.end(), [id = m_list->chosen()](const RequestRow& row) {
            return row.id.text() == id;
        });
    if (found == m_listed.rows.end()) {
        m_panel->hide();
        return;
    }
    m_panel->show(*found, m_listed.now);
    if (m_decision[QStringLiteral("request")].toString() == found->id.text())
        m_panel->resume(std::exchange(m_decision, {}));
}

void RequestsTab::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) m_list->rows().retranslate();
    QWidget::changeEvent(event);
}

} // namespace edupro::ui
