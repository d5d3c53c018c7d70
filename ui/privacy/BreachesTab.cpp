// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/privacy/BreachesTab.h"

#include "core/privacy/PrivacyActions.h"
#include "ui/common/Format.h"
#include "ui/common/RecordTable.h"
#include "ui/common/StateStack.h"
#include "ui/privacy/BreachForm.h"
#include "ui/privacy/BreachPanel.h"
#include "ui/privacy/Deadline.h"
#include "ui/privacy/ListPane.h"
#include "ui/shell/Context.h"

#include <QBoxLayout>
#include <QDateTime>
#include <QEvent>
#include <QTimer>

namespace edupro::ui {

using security::Action;
using security::Object;
using storage::Store;

namespace {

constexpr int panelWidth = 380;
constexpr int clockStep = 60'000; // ms

QString momentText(const std::optional<Instant>& at)
{
    return at ? format::dateTime(QDateTime::fromMSecsSinceEpoch(*at)) : QString(format::missing);
}

} // namespace

BreachesTab::BreachesTab(Context& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_list(new ListPane(context.theme, QStringLiteral("breachesTable"), this))
    , m_form(new BreachForm(context, this))
    , m_panel(new BreachPanel(context, this))
{
    m_list->setWidths({140, 0, 100, 135, 135});
    m_form->setFixedWidth(panelWidth);
    m_panel->setFixedWidth(panelWidth);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_form);
    layout->addWidget(m_panel);
    connect(&m_list->table(), &RecordTable::currentMoved, this, &BreachesTab::choose);
    connect(&m_list->states(), &StateStack::retryRequested, this, &BreachesTab::load);
    connect(&m_list->states(), &StateStack::actionRequested, this, &BreachesTab::add);
    connect(m_form, &BreachForm::reported, this, [this](const QString& id) { m_focus = id; });
    connect(m_form, &BreachForm::left, this, [this] {
        choose();
        m_list->table().setFocus();
    });
    connect(&context, &Context::dataChanged, this, &BreachesTab::load);
    auto* clock = new QTimer(this);
    connect(clock, &QTimer::timeout, this, [this] {
        if (isVisible()) load();
    });
    clock->start(clockStep);
    load();
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
    const auto work = [](Store& store, const Progress&) -> Result<Listed> {
        auto rows = privacy::listBreaches(store);
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

void BreachesTab::show(Listed listed)
{
    m_listed = std::move(listed);
    m_list->show([this] {
        PrivacyRows::Table table{
            .headings =
                {tr("Time"),
                 tr("What happened"),
                 tr("People"),
                 tr("People told"),
                 tr("Authority told")},
            .rows = {},
            .numbers = {2}};
        for (const Breach& breach : m_listed.rows) {
            PrivacyRows::Row row{
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
    });
    if (const QString id = std::exchange(m_focus, {}); !id.isEmpty()) m_list->choose(id);
    if (m_listed.rows.empty()) {
        const bool may = m_context.may(Action::Create, Object::Requests);
        m_list->states().showEmpty([may] {
            return EmptyWords{
                .title = tr("No breach has been noted"),
                .why = tr("When data is lost, stolen or shown to the wrong person, note it here: "
                          "the people and the authority must know within 72 hours."),
                .action = may ? tr("Note a breach") : QString()};
        });
    }
    choose();
}

void BreachesTab::choose()
{
    if (!m_form->isHidden()) return; // somebody is typing
    const auto found = std::find_if(
        m_listed.rows.begin(), m_listed.rows.end(), [id = m_list->chosen()](const Breach& breach) {
            return breach.id.text() == id;
        });
    if (found == m_listed.rows.end())
        m_panel->hide();
    else
        m_panel->show(*found, m_listed.now);
}

void BreachesTab::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) m_list->rows().retranslate();
    QWidget::changeEvent(event);
}

} // namespace edupro::ui
