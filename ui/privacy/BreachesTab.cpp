// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/privacy/BreachesTab.h"

#include "core/privacy/PrivacyActions.h"
#include "ui/common/Format.h"
#include "ui/privacy/BreachForm.h"
#include "ui/privacy/BreachPanel.h"
#include "ui/privacy/Deadline.h"

#include <QDateTime>

namespace edupro::ui {

using security::Action;
using security::Object;
using storage::Store;

namespace {

QString momentText(const std::optional<Instant>& at)
{
    return at ? format::dateTime(QDateTime::fromMSecsSinceEpoch(*at)) : QString(format::missing);
}

} // namespace

BreachesTab::BreachesTab(Context& context, QWidget* parent)
    : RegisterTab(context, QStringLiteral("breachesTable"), {140, 0, 100, 135, 135}, parent)
    , m_form(new BreachForm(context, this))
    , m_panel(new BreachPanel(context, this))
{
    begin(*m_form, *m_panel);
}

void BreachesTab::add()
{
    if (!m_context.may(Action::Create, Object::Requests)) return;
    m_panel->hide();
    m_form->add();
}

void BreachesTab::resume(const QJsonObject& draft)
{
    m_panel->hide();
    m_form->resume(draft);
}

void BreachesTab::load()
{
    ask<Breach>(
        [](Store& store) { return privacy::listBreaches(store); },
        [this](Listed<Breach> listed) { show(std::move(listed)); });
}

void BreachesTab::show(Listed<Breach> listed)
{
    m_listed = std::move(listed);
    const auto rows = [this] {
        TextRows::Table table{
            .headings =
                {tr("Time"),
                 tr("What happened"),
                 tr("People"),
                 tr("People told"),
                 tr("Authority told")},
            .rows = {},
            .numbers = {2}};
        for (const Breach& breach : m_listed.rows) {
            TextRows::Row row{
                .id = breach.id.text(),
                .cells =
                    {breach.closedAt ? tr("Closed") : tr("Told"),
                     breach.what,
                     breach.affected ? format::count(*breach.affected) : QString(format::missing),
                     momentText(breach.peopleToldAt),
                     momentText(breach.authorityToldAt)},
                .chip = {}};
            if (runsClock(breach)) row.chip = deadlineChip(breach.dueAt, m_listed.now);
            table.rows.push_back(std::move(row));
        }
        return table;
    };
    const bool may = m_context.may(Action::Create, Object::Requests);
    showRows(rows, m_listed.rows.empty(), [may] {
        return EmptyWords{
            .title = tr("No breach has been noted"),
            .why = tr("When data is lost, stolen or shown to the wrong person, note it here: "
                      "the people and the authority must know within 72 hours."),
            .action = may ? tr("Note a breach") : QString()};
    });
}

void BreachesTab::showChosen()
{
    const Breach* chosen = chosenOf(m_listed.rows);
    if (chosen)
        m_panel->show(*chosen, m_listed.now);
    else
        m_panel->hide();
}

} // namespace edupro::ui
