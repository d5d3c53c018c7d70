// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/regions/ClustersPage.h"

#include "ui/charts/ChartCard.h"
#include "ui/common/PageHeader.h"
#include "ui/common/RecordTable.h"
#include "ui/common/StateStack.h"
#include "ui/regions/ClusterChoice.h"
#include "ui/regions/ClusterJob.h"
#include "ui/regions/ClustersModel.h"
#include "ui/regions/ClusterWords.h"

#include <QBoxLayout>
#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>

namespace edupro::ui {

using regions::ClusterReport;
using storage::Store;

namespace {

constexpr auto pageId = "regions";
constexpr int choiceWidth = 320;
constexpr int listWidth = 436;
constexpr int notesHeight = 150;
constexpr int distanceWidth = 64;
constexpr int silhouetteWidth = 78;

} // namespace

ClustersPage::ClustersPage(Context& context)
    : m_context(context)
    , m_header(new PageHeader(context.theme, this))
    , m_group(m_header->addAction("group", "clusters"))
    , m_choice(new ClusterChoice(context.theme, this))
    , m_model(new ClustersModel(this))
{
    auto* content = new QWidget(this);
    m_choice->setFixedWidth(choiceWidth);
    auto* columns = new QHBoxLayout(content);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(12);
    columns->addWidget(m_choice);
    m_result = new StateStack(context.theme, makeResult(), content);
    m_result->setObjectName("clustersResult");
    columns->addWidget(m_result, 1);
    m_states = new StateStack(context.theme, content, this);
    m_states->setObjectName("clustersStates");
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(m_header);
    layout->addWidget(m_states, 1);
    connectParts();
    say();
    load();
}

QWidget* ClustersPage::makeResult()
{
    auto* result = new QWidget(this);
    auto* columns = new QHBoxLayout(result);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(12);
    columns->addWidget(makeMiddle(), 1);
    columns->addWidget(makeList());
    return result;
}

QWidget* ClustersPage::makeMiddle()
{
    auto* middle = new QWidget(this);
    m_scatter = new ChartCard(m_context.theme, middle);
    m_scatter->setObjectName("clustersScatter");
    auto* card = new QFrame(middle);
    setLook(card, "card");
    card->setFixedHeight(notesHeight);
    m_notesTitle = new QLabel(card);
    setLook(m_notesTitle, "strong");
    auto* ground = new QWidget;
    setLook(ground, "plain");
    m_notes = new QLabel(ground);
    auto* lines = new QVBoxLayout(ground);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->addWidget(m_notes);
    m_notes->setObjectName("notes");
    m_notes->setTextFormat(Qt::RichText);
    m_notes->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_notes->setWordWrap(true);
    m_notes->setAlignment(Qt::AlignTop);
    setLook(m_notes, "small");
    auto* area = new QScrollArea(card);
    area->setObjectName("notesArea");
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setWidget(ground);
    auto* inside = new QVBoxLayout(card);
    inside->setContentsMargins(14, 8, 8, 8);
    inside->setSpacing(4);
    inside->addWidget(m_notesTitle);
    inside->addWidget(area, 1);
    auto* layout = new QVBoxLayout(middle);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(m_scatter, 1);
    layout->addWidget(card);
    return middle;
}

QWidget* ClustersPage::makeList()
{
    auto* card = new QFrame(this);
    setLook(card, "card");
    card->setFixedWidth(listWidth);
    m_table = new RecordTable(m_context.theme, card);
    m_table->setObjectName("clustersTable");
    m_table->setModel(m_model);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setSortingEnabled(true);
    QHeaderView* header = m_table->horizontalHeader();
    header->setStretchLastSection(false);
    header->setSectionResizeMode(ClustersModel::Province, QHeaderView::Stretch);
    header->setSectionResizeMode(ClustersModel::Readiness, QHeaderView::ResizeToContents);
    header->resizeSection(ClustersModel::Distance, distanceWidth);
    header->resizeSection(ClustersModel::Silhouette, silhouetteWidth);
    m_table->sortByColumn(ClustersModel::Readiness, Qt::AscendingOrder);
    auto* layout = new QVBoxLayout(card);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->addWidget(m_table);
    return card;
}

void ClustersPage::connectParts()
{
    connect(m_group, &QPushButton::clicked, this, &ClustersPage::group);
    connect(m_choice, &ClusterChoice::changed, this, [this] { setBusy(m_busy); });
    connect(m_scatter, &ChartCard::clicked, this, &ClustersPage::showProvince);
    connect(m_states, &StateStack::actionRequested, this, [this] { m_context.requestImport(); });
    connect(m_states, &StateStack::retryRequested, this, &ClustersPage::load);
    connect(m_result, &StateStack::actionRequested, this, &ClustersPage::group);
    connect(m_result, &StateStack::retryRequested, this, &ClustersPage::group);
    connect(&m_context, &Context::dataChanged, this, &ClustersPage::load);
}

void ClustersPage::load()
{
    m_latest.ask(
        m_context.store.submit([](Store& store, const Progress&) -> Result<Loaded> {
            auto indicators = regions::listIndicators(store);
            if (!indicators) return indicators.error();
            auto stored = regions::storedClusters(store);
            if (!stored) return stored.error();
            return Loaded{std::move(indicators).value(), std::move(stored).value()};
        }),
        this,
        [this](Result<Loaded> answer) { showLoaded(std::move(answer)); });
}

void ClustersPage::showLoaded(Result<Loaded> answer)
{
    if (!answer) {
        m_states->showError(answer.error());
        setBusy(m_busy);
        return;
    }
    m_stored = std::move(answer->stored);
    m_choice->setIndicators(std::move(answer->indicators));
    if (m_stored && !m_chosen) m_choice->setGroups(m_stored->report.k);
    m_chosen = m_chosen || m_stored.has_value();
    if (!m_choice->hasIndicators()) {
        m_states->showEmpty([] {
            return EmptyWords{
                tr("No indicators of provinces yet"),
                tr("Groups are made of figures such as years of schooling or pupils per teacher, "
                   "one row per province. Import a table of them."),
                tr("Import indicators…")};
        });
    } else {
        m_states->showData();
    }
    showResult();
    setBusy(m_busy);
}

void ClustersPage::showResult()
{
    say();
    if (!m_stored) {
        m_result->showEmpty([this] {
            if (m_busy)
                return EmptyWords{tr("Grouping…"), tr("The groups appear by themselves."), {}};
            return EmptyWords{
                tr("Not grouped yet"),
                tr("Choose indicators and the number of groups at the left."),
                tr("Group provinces")};
        });
        return;
    }
    const QString selected = m_table->currentId();
    m_choice->setReport(m_stored->report);
    m_model->setReport(m_stored->report);
    const int row = std::max(0, m_model->rowOf(selected));
    m_table->setCurrentIndex(m_model->index(row, ClustersModel::Province));
    m_result->showData();
}

void ClustersPage::showProvince(ChartPlace place)
{
    const int row = m_model->rowOf(regionAt(m_stored->report, place));
    m_table->setCurrentIndex(m_model->index(row, ClustersModel::Province));
    m_table->scrollTo(m_table->currentIndex());
}

void ClustersPage::group()
{
    if (m_busy || !m_choice->isComplete()) return;
    const auto future =
        clusterInBackground(m_context.store, m_context.compute, m_choice->options());
    m_context.jobs.follow<ClusterReport>(
        tr("Grouping the provinces"),
        future,
        [](const ClusterReport& report) { return toldOf(report); },
        {tr("Show groups"), [this] {
             m_context.openPage(pageId);
         }});
    setBusy(true);
    if (!m_stored) showResult();
    jobs::onFinished(
        future, this, [this](const Result<ClusterReport>& result) { finished(result); });
}

void ClustersPage::finished(const Result<ClusterReport>& result)
{
    setBusy(false);
    if (!result && result.error().code != ErrorCode::Cancelled)
        m_result->showError(result.error());
    else if (!result)
        showResult();
    else
        m_context.announceChange();
}

void ClustersPage::setBusy(bool busy)
{
    m_busy = busy;
    m_group->setEnabled(
        !busy && m_choice->isComplete() && m_states->state() == StateStack::State::Data);
}

void ClustersPage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) say();
    QWidget::changeEvent(event);
}

void ClustersPage::say()
{
    m_header->setTitle(tr("Clusters"));
    m_header->setSubtitle(
        m_stored ? subtitleOf(*m_stored) : tr("Provinces grouped by their readiness"));
    m_group->setText(tr("Group provinces"));
    m_scatter->setTitle(tr("Provinces side by side"));
    m_scatter->setSubtitle(tr("near each other = alike"));
    m_notesTitle->setText(tr("What it is based on"));
    m_table->setAccessibleName(tr("Provinces with their readiness"));
    m_model->sayAnew();
    if (!m_stored) return;
    m_scatter->setChart(scatterOf(m_stored->report));
    m_notes->setText(notesOf(m_stored->report));
}

} // namespace edupro::ui
