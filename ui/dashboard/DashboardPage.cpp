// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dashboard/DashboardPage.h"

#include "ui/charts/ChartCard.h"
#include "ui/common/Badge.h"
#include "ui/common/Format.h"
#include "ui/common/PageHeader.h"
#include "ui/common/RecordTable.h"
#include "ui/common/Roles.h"
#include "ui/common/StateStack.h"
#include "ui/dashboard/DashboardText.h"
#include "ui/dashboard/ReadinessReport.h"
#include "ui/warning/ReasonText.h"

#include <QBoxLayout>
#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QStandardItemModel>

namespace edupro::ui {

using warning::Level;

namespace {

constexpr auto warningPage = "warning";
enum Column { Name, Class, Status, Why };

constexpr int barsFrame = 80;    // title and key of the chart of classes
constexpr int barHeight = 13;    // a line of small text
constexpr int tallestBars = 320; // beside the lines on a screen of 768
constexpr int lowestLines = 176;

bool isWithoutData(const Error& error)
{
    return error.key == "school.none" || error.key == "term.none";
}

bool hasFigures(const dashboard::Overview& overview)
{
    return overview.dashboard.cards.parts.students > 0;
}

} // namespace

DashboardPage::DashboardPage(Context& context)
    : m_context(context)
    , m_header(new PageHeader(context.theme, this))
    , m_print(m_header->addAction("print", "print"))
    , m_model(new QStandardItemModel(this))
{
    m_states = new StateStack(context.theme, makeContent(), this);
    m_states->setObjectName("dashboardStates");
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(m_header);
    layout->addWidget(m_states, 1);
    connectParts();
    say();
    load();
}

QWidget* DashboardPage::makeContent()
{
    auto* content = new QWidget(this);
    m_bars = new ChartCard(m_context.theme, content);
    m_lines = new ChartCard(m_context.theme, content);
    m_bars->setObjectName("forecastChart");
    m_lines->setObjectName("trendChart");
    m_lines->setMinimumHeight(lowestLines);
    auto* left = new QVBoxLayout;
    left->setSpacing(12);
    left->addWidget(m_bars, 5);
    left->addWidget(m_lines, 4);
    auto* columns = new QHBoxLayout;
    columns->setSpacing(12);
    columns->addLayout(left, 4);
    columns->addWidget(makeRight(), 6);
    auto* layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(makeFigures());
    layout->addLayout(columns, 1);
    return content;
}

QWidget* DashboardPage::makeFigures()
{
    auto* row = new QWidget(this);
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    const char* const names[] = {"students", "average", "attendance", "atRisk", "completeness"};
    for (std::size_t i = 0; i < m_figures.size(); ++i) {
        m_figures[i] = new FigureCard(row);
        m_figures[i]->setObjectName(names[i]);
        layout->addWidget(m_figures[i], 1);
    }
    return row;
}

QWidget* DashboardPage::makeRight()
{
    auto* card = new QFrame(this);
    setLook(card, "card");
    m_attentionTitle = new QLabel(card);
    m_attentionNote = new QLabel(card);
    m_table = new RecordTable(m_context.theme, card);
    m_table->setObjectName("attentionTable");
    m_table->setModel(m_model);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_attention = new StateStack(m_context.theme, m_table, card);
    m_attention->setObjectName("attentionStates");
    m_all = new QPushButton(card);
    m_all->setObjectName("showAll");
    m_provincesTitle = new QLabel(card);
    m_provincesMore = new QPushButton(card);
    m_provincesMore->setObjectName("showProvinces");
    m_provinces = new QLabel(card);
    m_provinces->setObjectName("provinces");
    m_provinces->setWordWrap(true);
    auto* rule = new QFrame(card);
    setLook(rule, "rule");
    for (QLabel* title : {m_attentionTitle, m_provincesTitle})
        setLook(title, "strong");
    for (QPushButton* link : {m_all, m_provincesMore})
        setLook(link, "link");
    setLook(m_attentionNote, "small");
    auto* heading = new QHBoxLayout;
    heading->addWidget(m_attentionTitle);
    heading->addStretch(1);
    heading->addWidget(m_attentionNote);
    auto* below = new QHBoxLayout;
    below->addWidget(m_provincesTitle);
    below->addStretch(1);
    below->addWidget(m_provincesMore);
    auto* layout = new QVBoxLayout(card);
    layout->setContentsMargins(14, 12, 14, 12);
    layout->setSpacing(8);
    layout->addLayout(heading);
    layout->addWidget(m_attention, 1);
    layout->addWidget(m_all, 0, Qt::AlignLeft);
    layout->addWidget(rule);
    layout->addLayout(below);
    layout->addWidget(m_provinces);
    return card;
}

void DashboardPage::connectParts()
{
    connect(m_print, &QPushButton::clicked, this, &DashboardPage::print);
    connect(m_states, &StateStack::retryRequested, this, &DashboardPage::load);
    connect(m_states, &StateStack::actionRequested, this, [this] { m_context.requestImport(); });
    connect(&m_bars->states(), &StateStack::actionRequested, this, &DashboardPage::makeForecasts);
    connect(m_attention, &StateStack::actionRequested, this, &DashboardPage::makeForecasts);
    connect(m_bars, &ChartCard::clicked, this, [this](ChartPlace place) {
        const auto item = static_cast<std::size_t>(place.item);
        if (!m_overview || item >= m_overview->dashboard.classes.size()) return;
        m_context.openPage(warningPage, {{"class", m_overview->dashboard.classes[item].className}});
    });
    connect(m_table, &RecordTable::opened, this, [this](const QString& id) {
        m_context.openPage(warningPage, {{"student", id}});
    });
    connect(m_all, &QPushButton::clicked, this, [this] {
        m_context.openPage(warningPage, {{"level", warning::nameOf(Level::Low)}});
    });
    connect(
        m_provincesMore, &QPushButton::clicked, this, [this] { m_context.openPage("regions"); });
    connect(&m_context, &Context::dataChanged, this, &DashboardPage::load);
    connect(&m_context, &Context::termChanged, this, &DashboardPage::load);
}

void DashboardPage::load()
{
    m_latest.ask(
        m_context.store.submit([term = m_context.term()](storage::Store& store, const Progress&) {
            return dashboard::overviewOf(store, term);
        }),
        this,
        [this](Result<dashboard::Overview> answer) { showOverview(std::move(answer)); });
}

void DashboardPage::showOverview(Result<dashboard::Overview> answer)
{
    m_overview.reset();
    const bool isEmpty = answer ? !hasFigures(*answer) : isWithoutData(answer.error());
    if (answer && !isEmpty) {
        m_overview = std::move(answer).value();
        showModel();
        fill();
        m_states->showData();
    } else if (isEmpty) {
        m_states->showEmpty([] {
            return EmptyWords{
                tr("Nothing to show yet"),
                tr("Import the students, marks and attendance of the school: the figures, the "
                   "trend and the early warning follow from them."),
                tr("Import…")};
        });
    } else {
        m_states->showError(answer.error());
    }
    say();
}

void DashboardPage::showModel()
{
    Standing standing = m_context.standing();
    const auto& model = m_overview->dashboard.model;
    standing.modelVersion = model ? model->number : 0;
    standing.modelDate = model ? QDateTime::fromMSecsSinceEpoch(model->trainedAt).date() : QDate();
    m_context.setStanding(standing);
}

void DashboardPage::fill()
{
    const auto words = figureWords(m_overview->dashboard);
    for (std::size_t i = 0; i < m_figures.size(); ++i)
        m_figures[i]->setWords(words[i]);
    m_lines->setChart(trendChart(m_overview->dashboard));
    fillForecasts();
    fillProvinces();
}

/// Asks for what is missing: a model, or predictions of this term.
void DashboardPage::makeForecasts()
{
    const bool hasModel = m_overview && m_overview->dashboard.model;
    m_context.openPage(warningPage, {{"action", hasModel ? "predict" : "train"}});
}

void DashboardPage::fillForecasts()
{
    const dashboard::Dashboard& shown = m_overview->dashboard;
    m_all->setVisible(!shown.attention.empty());
    if (!shown.classes.empty()) {
        m_bars->setChart(forecastChart(shown));
        const auto classes = static_cast<int>(shown.classes.size());
        m_bars->setMinimumHeight(std::min(tallestBars, barsFrame + barHeight * classes));
        fillAttention();
        return;
    }
    const auto missing = [hasModel = shown.model.has_value()] {
        if (hasModel) {
            return EmptyWords{
                tr("No predictions for this term yet"),
                tr("The model has not been asked about this term."),
                tr("Predict")};
        }
        return EmptyWords{
            tr("No model yet"),
            tr("Train one on the terms that are over: it tells who is likely to fall in the next "
               "term, and why."),
            tr("Train")};
    };
    m_attention->showEmpty(missing);
    m_bars->states().showEmpty([missing] { return EmptyWords{missing().title, {}, {}}; });
}

void DashboardPage::fillAttention()
{
    m_model->clear();
    m_model->setHorizontalHeaderLabels({tr("Name"), tr("Class"), tr("Status"), tr("Why")});
    for (const dashboard::Attention& one : m_overview->dashboard.attention) {
        auto* status = new QStandardItem(toneWord(toneOf(one.explanation.level)));
        status->setData(static_cast<int>(toneOf(one.explanation.level)), chipRole);
        auto* why = new QStandardItem(reasonLine(one.explanation));
        why->setToolTip(reasonLine(one.explanation, 9));
        const QList<QStandardItem*> row{
            new QStandardItem(one.name), new QStandardItem(one.className), status, why};
        for (QStandardItem* item : row)
            item->setData(one.student.text(), idRole);
        m_model->appendRow(row);
    }
    QHeaderView* header = m_table->horizontalHeader();
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    header->setSectionResizeMode(Why, QHeaderView::Stretch);
    if (m_model->rowCount() > 0) {
        m_attention->showData();
        return;
    }
    m_attention->showEmpty([] {
        return EmptyWords{
            tr("Nobody is expected to fall to Low"),
            tr("The model expects at least Medium of every student it can judge."),
            {}};
    });
}

void DashboardPage::fillProvinces()
{
    m_provinces->setText(provincesText(*m_overview));
    const auto low = static_cast<qint64>(m_overview->dashboard.cards.atRisk.value.value_or(0.0));
    m_all->setText(tr("See all %1 students").arg(format::count(low)));
    m_attentionNote->setText(
        m_overview->measures ? accuracyText(*m_overview->measures) : QString());
    m_attentionNote->setToolTip(
        m_overview->measures ? verdictText(*m_overview->measures) : QString());
}

void DashboardPage::print()
{
    m_context.dialogs.saveFile(
        {.title = tr("Print one page"),
         .filter = tr("PDF (*.pdf)"),
         .suggested =
             tr("readiness") + '-' + m_overview->dashboard.term.code + QStringLiteral(".pdf")},
        [this](const QString& path) { write(path); });
}

void DashboardPage::write(const QString& path)
{
    if (!m_overview) return;
    m_context.store.submit([](storage::Store& store, const Progress&) {
        const storage::AuditNote print{
            .action = storage::AuditAction::Print, .reason = QStringLiteral("readiness")};
        return store.writeWhenPossible([&store, print] { return store.note(print); });
    });
    const auto future = m_context.compute.submit([overview = *m_overview, path](const Progress&) {
        return writeReadinessReport(overview, path);
    });
    m_context.jobs.follow<Unit>(tr("Printing one page"), future, [path](Unit) {
        return tr("The page is in %1").arg(path);
    });
}

void DashboardPage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        say();
        if (m_overview) fill();
    }
    QWidget::changeEvent(event);
}

void DashboardPage::say()
{
    m_header->setTitle(tr("Dashboard"));
    m_header->setSubtitle(
        m_overview ? termWord(m_overview->dashboard.term.code) + QStringLiteral(" · ") +
                         ageText(*m_overview)
                   : QString());
    m_print->setText(tr("Print one page"));
    m_print->setEnabled(m_overview.has_value());
    m_bars->setTitle(tr("Expected level next term by class"));
    m_bars->setSubtitle(tr("click a bar for its list"));
    m_lines->setTitle(tr("Marks and attendance"));
    m_lines->setSubtitle(
        m_overview ? tr("%1 terms").arg(m_overview->dashboard.trend.size()) : QString());
    m_attentionTitle->setText(tr("Students who need attention"));
    m_table->setAccessibleName(tr("Students who need attention"));
    m_provincesTitle->setText(tr("Readiness of the provinces"));
    m_provincesMore->setText(tr("Open clusters"));
}

} // namespace edupro::ui
