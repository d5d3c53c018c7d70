// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/PeopleTab.h"

#include "ui/accounts/PersonPanel.h"
#include "ui/common/RecordTable.h"
#include "ui/common/StateStack.h"
#include "ui/shell/Context.h"

#include <QBoxLayout>
#include <QEvent>
#include <QHeaderView>

namespace edupro::ui {

using People = std::vector<accounts::PersonRow>;

namespace {

constexpr int panelWidth = 340;

} // namespace

PeopleTab::PeopleTab(Context& context, const security::ScryptCost& cost, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_model(new PeopleModel(this))
    , m_table(new RecordTable(context.theme, this))
    , m_states(nullptr)
    , m_panel(new PersonPanel(context, cost, this))
{
    m_table->setObjectName("peopleTable");
    m_table->setModel(m_model);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    QHeaderView* head = m_table->horizontalHeader();
    head->setStretchLastSection(false);
    head->setSectionResizeMode(PeopleModel::Name, QHeaderView::Stretch);
    head->resizeSection(PeopleModel::Login, 130);
    head->resizeSection(PeopleModel::Roles, 220);
    head->resizeSection(PeopleModel::State, 110);
    head->resizeSection(PeopleModel::LastSignIn, 160);
    auto* card = new QFrame(this);
    setLook(card, "card");
    m_states = new StateStack(context.theme, m_table, card);
    m_states->setObjectName("peopleStates");
    auto* inside = new QVBoxLayout(card);
    inside->setContentsMargins(8, 8, 8, 8);
    inside->addWidget(m_states);
    m_panel->setFixedWidth(panelWidth);
    m_panel->hide();
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(card, 1);
    layout->addWidget(m_panel);
    connect(m_table, &RecordTable::currentMoved, this, &PeopleTab::showPerson);
    connect(m_table, &RecordTable::opened, this, &PeopleTab::showPerson);
    connect(m_table, &QTableView::clicked, this, [this] { showPerson(m_table->currentId()); });
    connect(m_states, &StateStack::retryRequested, this, &PeopleTab::load);
    connect(m_states, &StateStack::actionRequested, this, [this] {
        m_context.openPage(QStringLiteral("data"));
    });
    connect(m_panel, &PersonPanel::stored, this, [this](const UserId& person) {
        m_focus = person;
        load();
    });
    connect(m_panel, &PersonPanel::left, this, [this] {
        m_panel->hide();
        m_table->setFocus();
    });
    load();
}

void PeopleTab::add()
{
    if (m_panel->showsPassword()) return;
    m_panel->add();
    m_panel->QWidget::show();
}

void PeopleTab::resume(const QJsonObject& draft)
{
    if (m_panel->showsPassword()) return;
    m_panel->resume(draft);
    m_panel->QWidget::show();
}

void PeopleTab::load()
{
    const auto work = [](storage::Store& store, const Progress&) {
        return accounts::listPeople(store);
    };
    m_loading.ask(m_context.store.submit(work), this, [this](Result<People> people) {
        show(std::move(people));
    });
}

void PeopleTab::show(Result<People> people)
{
    if (!people) {
        m_states->showError(people.error());
        return;
    }
    const UserId focus =
        m_focus.isNull() ? UserId{QUuid::fromString(m_table->currentId())} : m_focus;
    m_focus = {};
    m_model->setRows(std::move(people).value());
    if (m_model->rowCount() == 0) {
        const bool mayEncrypt = m_context.may(security::Action::Update, security::Object::FileKey);
        m_states->showEmpty([mayEncrypt] {
            return EmptyWords{
                .title = tr("Nobody needs to sign in here"),
                .why = tr("This file has no people: whoever opens it may do everything. Encrypted "
                          "under Data, it has an administrator, who adds the others."),
                .action = mayEncrypt ? tr("Open Data") : QString()};
        });
        return;
    }
    m_states->showData();
    if (const int row = m_model->indexOf(focus); row >= 0) m_table->selectRow(row);
}

void PeopleTab::showPerson(const QString& id)
{
    if (m_panel->showsPassword()) return;
    const accounts::PersonRow* person = m_model->rowOf(id);
    m_panel->setVisible(person != nullptr);
    if (person) m_panel->show(*person);
}

void PeopleTab::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) m_model->retranslate();
    QWidget::changeEvent(event);
}

} // namespace edupro::ui
