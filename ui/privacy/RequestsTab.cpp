// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/privacy/RequestsTab.h"

#include "ui/common/ChoiceWords.h"
#include "ui/common/Format.h"
#include "ui/privacy/Deadline.h"
#include "ui/privacy/FieldOf.h"
#include "ui/privacy/RequestForm.h"
#include "ui/privacy/RequestPanel.h"

#include <QDateTime>

namespace edupro::ui {

using privacy::RequestRow;
using security::Action;
using security::Object;
using storage::Store;

namespace {

TextRows::Row rowOf(const RequestRow& request, Instant now)
{
    const bool open = request.state == QStringLiteral("open");
    TextRows::Row row{
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
    : RegisterTab(context, QStringLiteral("requestsTable"), {125, 165, 0, 140, 130}, parent)
    , m_form(new RequestForm(context, this))
    , m_panel(new RequestPanel(context, this))
{
    begin(*m_form, *m_panel);
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
    ask<RequestRow>(
        [](Store& store) { return privacy::listRequests(store, false); },
        [this](Listed<RequestRow> listed) { show(std::move(listed)); });
}

void RequestsTab::show(Listed<RequestRow> listed)
{
    m_listed = std::move(listed);
    const auto rows = [this] {
        TextRows::Table table{
            .headings = {tr("Time"), tr("Request"), tr("Student"), tr("Asked by"), tr("Received")},
            .rows = {},
            .numbers = {}};
        for (const RequestRow& request : m_listed.rows)
            table.rows.push_back(rowOf(request, m_listed.now));
        return table;
    };
    const bool may = m_context.may(Action::Create, Object::Requests);
    showRows(rows, m_listed.rows.empty(), [may] {
        return EmptyWords{
            .title = tr("Nobody has asked for anything"),
            .why = tr("Parents may ask what the school knows, have it corrected or erased, or "
                      "object to predictions. Each request must be answered within 72 hours."),
            .action = may ? tr("Note a request") : QString()};
    });
}

void RequestsTab::showChosen()
{
    const RequestRow* chosen = chosenOf(m_listed.rows);
    if (!chosen) {
        m_panel->hide();
        return;
    }
    m_panel->show(*chosen, m_listed.now);
    if (m_decision[QStringLiteral("request")].toString() == chosen->id.text())
        m_panel->resume(std::exchange(m_decision, {}));
}

} // namespace edupro::ui
