// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/AuditTab.h"

#include "core/accounts/People.h"
#include "core/exchange/AuditExport.h"
#include "core/jobs/OnFinished.h"
#include "ui/accounts/AuditModel.h"
#include "ui/common/ChangeText.h"
#include "ui/common/ErrorText.h"
#include "ui/common/Format.h"
#include "ui/common/RecordTable.h"
#include "ui/common/StateStack.h"
#include "ui/shell/Context.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QDateTime>
#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>

namespace edupro::ui {

using storage::AuditRecord;
using storage::AuditReport;
using storage::Store;

namespace {

constexpr int detailsWidth = 320;

QComboBox* filterBox(const char* name, QWidget* parent)
{
    auto* box = new QComboBox(parent);
    box->setObjectName(name);
    box->setMinimumWidth(150);
    box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    return box;
}

/// Writes the words of a box anew; its data and what is chosen stay.
void setWords(QComboBox* box, const QString& all, QString (*word)(const QString&))
{
    box->setItemText(0, all);
    for (int i = 1; i < box->count(); ++i)
        box->setItemText(i, word(box->itemData(i).toString()));
}

} // namespace

/// What the tab asks once: names of people and descriptions of tables.
struct AuditTab::Known {
    QHash<QString, QString> names;
    std::vector<const EntityInfo*> entities;
};

AuditTab::AuditTab(Context& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_model(new AuditModel(context.store, this))
    , m_list(new RecordTable(context.theme, this))
{
    m_list->setObjectName("auditTable");
    m_list->setModel(m_model);
    QHeaderView* head = m_list->horizontalHeader();
    head->setStretchLastSection(true);
    constexpr std::array widths = {150, 150, 170, 150};
    for (int column = 0; column < static_cast<int>(widths.size()); ++column)
        head->resizeSection(column, widths[static_cast<std::size_t>(column)]);
    auto* card = new QFrame(this);
    setLook(card, "card");
    m_states = new StateStack(context.theme, m_list, card);
    m_states->setObjectName("auditStates");
    auto* inside = new QVBoxLayout(card);
    inside->setContentsMargins(8, 8, 8, 8);
    inside->addWidget(m_states);
    auto* columns = new QHBoxLayout;
    columns->setSpacing(12);
    columns->addWidget(card, 1);
    columns->addWidget(makeDetails());
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(makeFilters());
    layout->addLayout(columns, 1);
    connect(m_model, &AuditModel::loaded, this, &AuditTab::showLoaded);
    connect(m_model, &AuditModel::failed, m_states, [this](const Error& error) {
        m_states->showError(error);
    });
    connect(m_states, &StateStack::retryRequested, this, &AuditTab::load);
    connect(m_states, &StateStack::actionRequested, this, [this] {
        for (QComboBox* box : {m_person, m_act, m_table, m_period})
            box->setCurrentIndex(0);
        filter();
    });
    connect(m_list, &RecordTable::currentMoved, this, &AuditTab::showDetails);
    say();
    load();
}

QWidget* AuditTab::makeFilters()
{
    auto* bar = new QWidget(this);
    m_person = filterBox("auditPerson", bar);
    m_act = filterBox("auditAct", bar);
    m_table = filterBox("auditTableFilter", bar);
    m_period = filterBox("auditPeriod", bar);
    for (QComboBox* box : {m_person, m_act, m_table})
        box->addItem(QString(), QString());
    for (const QString& act : knownActs())
        m_act->addItem(act, act);
    for (const QString& table : knownTables())
        m_table->addItem(table, table);
    for (const Period period : {Always, Today, Week, Month})
        m_period->addItem(QString(), period);
    m_verified = new QLabel(bar);
    m_verified->setObjectName("auditVerified");
    m_verified->setWordWrap(true);
    auto* layout = new QHBoxLayout(bar);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    for (QComboBox* box : {m_person, m_act, m_table, m_period}) {
        layout->addWidget(box);
        connect(box, &QComboBox::activated, this, &AuditTab::filter);
    }
    layout->addWidget(m_verified, 1);
    return bar;
}

QWidget* AuditTab::makeDetails()
{
    auto* card = new QFrame(this);
    setLook(card, "card");
    card->setFixedWidth(detailsWidth);
    m_what = new QLabel(card);
    m_what->setObjectName("auditWhat");
    m_what->setWordWrap(true);
    setLook(m_what, "strong");
    m_when = new QLabel(card);
    m_when->setWordWrap(true);
    setLook(m_when, "small");
    auto* ground = new QWidget;
    setLook(ground, "plain");
    m_lines = new QLabel(ground);
    m_lines->setObjectName("auditLines");
    m_lines->setTextFormat(Qt::PlainText);
    m_lines->setWordWrap(true);
    m_lines->setAlignment(Qt::AlignTop);
    m_lines->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto* lines = new QVBoxLayout(ground);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->addWidget(m_lines);
    auto* area = new QScrollArea(card);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setWidget(ground);
    auto* layout = new QVBoxLayout(card);
    layout->setContentsMargins(14, 12, 10, 12);
    layout->setSpacing(6);
    layout->addWidget(m_what);
    layout->addWidget(m_when);
    layout->addWidget(area, 1);
    return card;
}

void AuditTab::load()
{
    m_states->showLoading();
    const auto work = [](Store& store, const Progress&) -> Result<Known> {
        auto names = accounts::personNames(store);
        if (!names) return names.error();
        return Known{.names = std::move(names).value(), .entities = store.entities()};
    };
    jobs::onFinished(m_context.store.submit(work), this, [this](const Result<Known>& known) {
        if (known)
            take(*known);
        else
            m_states->showError(known.error());
    });
}

void AuditTab::take(const Known& known)
{
    m_model->setNames(known.names);
    m_entities.clear();
    for (const EntityInfo* entity : known.entities)
        m_entities.insert(entity->table, entity);
    const QString chosen = m_person->currentData().toString();
    while (m_person->count() > 1)
        m_person->removeItem(1);
    QStringList ids = known.names.keys();
    std::sort(ids.begin(), ids.end(), [&known](const QString& a, const QString& b) {
        return known.names.value(a).localeAwareCompare(known.names.value(b)) < 0;
    });
    for (const QString& id : ids)
        m_person->addItem(known.names.value(id), id);
    m_person->setCurrentIndex(std::max(0, m_person->findData(chosen)));
    filter();
}

void AuditTab::filter()
{
    storage::AuditFilter filter{
        .person = m_person->currentData().toString(), .table = m_table->currentData().toString()};
    if (const QString act = m_act->currentData().toString(); !act.isEmpty())
        filter.actions = QStringList{act};
    const QDate today = QDate::currentDate();
    const auto begin = [](QDate day) {
        return static_cast<Instant>(day.startOfDay().toMSecsSinceEpoch());
    };
    switch (static_cast<Period>(m_period->currentData().toInt())) {
    case Always:
        break;
    case Today:
        filter.from = begin(today);
        break;
    case Week:
        filter.from = begin(today.addDays(-6));
        break;
    case Month:
        filter.from = begin(today.addDays(-29));
        break;
    }
    m_states->showLoading();
    m_model->setFilter(filter);
}

void AuditTab::showLoaded()
{
    if (m_model->rowCount() > 0) {
        const bool first = m_states->state() != StateStack::State::Data;
        m_states->showData();
        if (first) m_list->selectRow(0);
        return;
    }
    m_what->clear();
    m_when->clear();
    m_lines->clear();
    const bool filtered = m_model->isFiltered();
    m_states->showEmpty([filtered] {
        return filtered
                   ? EmptyWords{.title = tr("Nothing of this kind happened"), .why = tr("No event fits the person, the act, the table and the time."), .action = tr("Show everything")}
                   : EmptyWords{
                         .title = tr("Nothing has happened yet"),
                         .why = tr("Every change and every sign-in will stand here."),
                         .action = {}};
    });
}

void AuditTab::showDetails()
{
    const AuditRecord* record = m_model->recordAt(m_list->currentIndex().row());
    if (!record) return;
    const QString table = tableWord(record->table);
    const QString act = actWord(record->action);
    m_what->setText(table.isEmpty() ? act : act + QStringLiteral(" · ") + table);
    m_when->setText(tr("Number %1 · %2 · %3")
                        .arg(
                            format::count(record->n),
                            m_model->nameOf(record->person),
                            format::dateTime(QDateTime::fromMSecsSinceEpoch(record->at))));
    QStringList lines;
    if (record->erased) lines << tr("The values were erased with the personal data they told.");
    if (!record->reason.isEmpty()) lines << tr("Reason: %1").arg(record->reason);
    const EntityInfo* entity = m_entities.value(record->table);
    for (const ChangeLine& line : changeLines(entity, record->changes))
        lines << textOf(line);
    if (record->changes.isEmpty() && !record->columns.isEmpty() && !record->erased) {
        QStringList fields;
        for (const QString& column : record->columns) {
            const int place = entity ? entity->indexOf(column) : -1;
            fields
                << (place < 0 ? column
                              : QCoreApplication::translate(
                                    entity->fields[static_cast<std::size_t>(place)].text.context,
                                    entity->fields[static_cast<std::size_t>(place)].text.text));
        }
        lines << fields.join(QStringLiteral(", "));
    }
    m_lines->setText(lines.join('\n'));
}

void AuditTab::verify()
{
    if (m_verifying) return;
    m_verifying = true;
    say();
    const auto work = [](Store& store, const Progress& progress) -> Result<AuditReport> {
        using security::Action;
        using security::Object;
        if (Done may = store.require(Action::Verify, Object::Audit); !may) return may.error();
        return storage::verifyAudit(store.connection(), {}, progress);
    };
    const auto future = m_context.store.submit(work);
    m_context.jobs.follow<AuditReport>(
        tr("Checking the audit"), future, [](const AuditReport& report) {
            return report.broken
                       ? tr("The audit is broken at event %1").arg(format::count(report.broken->n))
                       : tr("The audit is whole");
        });
    jobs::onFinished(future, this, [this](const Result<AuditReport>& report) {
        m_verifying = false;
        m_report.reset();
        if (report) m_report = *report;
        say();
        if (!report) {
            setLook(m_verified, "risk");
            m_verified->setText(words(report.error()).what);
        }
    });
}

void AuditTab::showVerified(const AuditReport& report)
{
    setLook(m_verified, report.broken ? "risk" : "fine");
    m_verified->setText(
        report.broken
            ? tr("Broken at event %1: it or what stood before it was changed from outside.")
                  .arg(format::count(report.broken->n))
            : tr("Whole: %1 events, each linked to the one before.")
                  .arg(format::count(report.events)));
}

void AuditTab::exportCsv()
{
    m_context.dialogs.saveFile(
        {.title = tr("Export the audit"),
         .filter = tr("CSV (*.csv)"),
         .suggested = tr("audit") + QStringLiteral(".csv")},
        [guard = QPointer(this)](const QString& path) {
            if (!guard) return;
            const auto work =
                [path, filter = guard->m_model->filter()](Store& store, const Progress& progress) {
                    return exchange::exportAudit(store, filter, path, progress);
                };
            guard->m_context.jobs.follow<qint64>(
                tr("Exporting the audit"),
                guard->m_context.store.submit(work),
                [](const qint64& events) {
                    return tr("%1 events exported, without the values").arg(format::count(events));
                });
        });
}

void AuditTab::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) say();
    QWidget::changeEvent(event);
}

void AuditTab::say()
{
    setWords(m_act, tr("Every act"), actWord);
    setWords(m_table, tr("Every table"), tableWord);
    m_person->setItemText(0, tr("Everybody"));
    const QString periods[] = {
        tr("At any time"), tr("Today"), tr("Last 7 days"), tr("Last 30 days")};
    for (int i = 0; i < m_period->count(); ++i)
        m_period->setItemText(i, periods[i]);
    m_person->setAccessibleName(tr("Person"));
    m_act->setAccessibleName(tr("Act"));
    m_table->setAccessibleName(tr("Table"));
    m_period->setAccessibleName(tr("Time"));
    m_list->setAccessibleName(tr("Audit"));
    m_model->retranslate();
    if (m_verifying) {
        setLook(m_verified, "soft");
        m_verified->setText(tr("Checking every link…"));
    } else if (m_report) {
        showVerified(*m_report);
    }
    showDetails();
}

} // namespace edupro::ui
