// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/warning/PredictionsPage.h"

#include "core/warning/ForecastFile.h"
#include "ui/common/Format.h"
#include "ui/common/PageHeader.h"
#include "ui/common/RecordTable.h"
#include "ui/common/StateStack.h"
#include "ui/warning/ForecastPanel.h"
#include "ui/warning/ModelCard.h"
#include "ui/warning/PredictionsModel.h"
#include "ui/warning/PredictionsTools.h"
#include "ui/warning/ReasonText.h"
#include "ui/warning/WarningJobs.h"

#include <QBoxLayout>
#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>

namespace edupro::ui {

using warning::Level;
using warning::Target;

namespace {

constexpr auto pageId = "warning";

void showModel(Context& context, const warning::ForecastList& list)
{
    if (!list.model || list.target != Target::NextTerm) return;
    Standing standing = context.standing();
    standing.modelVersion = list.model->number;
    standing.modelDate = QDateTime::fromMSecsSinceEpoch(list.model->trainedAt).date();
    context.setStanding(standing);
}

} // namespace

PredictionsPage::PredictionsPage(Context& context)
    : m_context(context)
    , m_header(new PageHeader(context.theme, this))
    , m_predict(m_header->addAction("predict", "retry"))
    , m_train(m_header->addAction("train", "models"))
    , m_export(m_header->addAction("export", "export"))
    , m_tools(new PredictionsTools(this))
    , m_model(new PredictionsModel(this))
{
    auto* content = new QWidget(this);
    auto* rows = new QVBoxLayout(content);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(12);
    m_stale = new QLabel(content);
    m_stale->setObjectName("stale");
    m_stale->setMargin(6);
    setLook(m_stale, "notice");
    rows->addWidget(m_stale);
    auto* columns = new QHBoxLayout;
    columns->setSpacing(12);
    columns->addWidget(makeList(), 5);
    columns->addWidget(makeDetail(), 7);
    rows->addLayout(columns, 1);
    m_states = new StateStack(context.theme, content, this);
    m_states->setObjectName("predictionsStates");
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(m_header);
    layout->addWidget(m_tools);
    layout->addWidget(m_states, 1);
    connectParts();
    say();
    load();
}

QWidget* PredictionsPage::makeList()
{
    auto* card = new QFrame(this);
    setLook(card, "card");
    m_table = new RecordTable(m_context.theme, card);
    m_table->setObjectName("predictionsTable");
    m_table->setModel(m_model);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setSortingEnabled(true);
    QHeaderView* header = m_table->horizontalHeader();
    header->setStretchLastSection(false);
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    header->setSectionResizeMode(PredictionsModel::Name, QHeaderView::Stretch);
    header->setSortIndicator(PredictionsModel::Chance, Qt::DescendingOrder);
    m_rows = new StateStack(m_context.theme, m_table, card);
    m_rows->setObjectName("predictionsRows");
    auto* layout = new QVBoxLayout(card);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->addWidget(m_rows);
    return card;
}

QWidget* PredictionsPage::makeDetail()
{
    auto* inside = new QWidget;
    setLook(inside, "plain");
    m_forecast = new ForecastPanel(m_context.theme, inside);
    m_measures = new ModelCard(m_context.theme, inside);
    auto* layout = new QVBoxLayout(inside);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(m_forecast);
    layout->addWidget(m_measures);
    layout->addStretch(1);
    auto* area = new QScrollArea(this);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setWidget(inside);
    return area;
}

void PredictionsPage::connectParts()
{
    connect(m_predict, &QPushButton::clicked, this, &PredictionsPage::predict);
    connect(m_train, &QPushButton::clicked, this, &PredictionsPage::train);
    connect(m_export, &QPushButton::clicked, this, &PredictionsPage::exportList);
    connect(m_tools, &PredictionsTools::targetChanged, this, &PredictionsPage::load);
    connect(m_tools, &PredictionsTools::filterChanged, this, &PredictionsPage::applyFilter);
    connect(m_table, &RecordTable::currentMoved, this, &PredictionsPage::showStudent);
    connect(m_table, &RecordTable::opened, this, [this](const QString& id) {
        m_context.openPage("students", {{"student", id}});
    });
    connect(m_rows, &StateStack::actionRequested, this, [this] { m_tools->setFilter({}); });
    connect(m_states, &StateStack::retryRequested, this, &PredictionsPage::load);
    connect(m_states, &StateStack::actionRequested, this, [this] {
        if (m_list.students == 0)
            m_context.requestImport();
        else if (!m_list.model)
            train();
        else
            predict();
    });
    connect(&m_context, &Context::dataChanged, this, &PredictionsPage::load);
    connect(&m_context, &Context::termChanged, this, &PredictionsPage::load);
    connect(
        &m_context,
        &Context::pageOpened,
        this,
        [this](const QString& id, const PageFilter& filter) {
            if (id == pageId) openWith(filter);
        });
}

void PredictionsPage::openWith(const PageFilter& filter)
{
    const QString student = filter.value("student").toString();
    if (filter.contains("class") || filter.contains("level") || !student.isEmpty()) {
        PredictionsFilter wanted{.className = filter.value("class").toString()};
        for (const Level level : {Level::Low, Level::Medium, Level::High}) {
            if (filter.value("level") == warning::nameOf(level)) wanted.level = level;
        }
        m_tools->setFilter(wanted);
    }
    m_wanted = student;
    selectStudent(student);
    if (filter.value("action") == "train") train();
    if (filter.value("action") == "predict") predict();
}

void PredictionsPage::load()
{
    m_latest.ask(
        m_context.store.submit(
            [options =
                 warning::PredictOptions{.target = m_tools->target(), .term = m_context.term()}](
                storage::Store& store, const Progress&) {
                return warning::storedForecasts(store, options);
            }),
        this,
        [this](Result<warning::ForecastList> answer) { showList(std::move(answer)); });
}

void PredictionsPage::showList(Result<warning::ForecastList> answer)
{
    if (!answer) {
        m_states->showError(answer.error());
        return;
    }
    const QString selected = m_wanted.isEmpty() ? m_table->currentId() : m_wanted;
    m_wanted.clear();
    m_list = std::move(answer).value();
    showModel(m_context, m_list);
    m_model->setRows(m_list.rows);
    setBusy(m_busy);
    say();
    m_tools->setFiltersVisible(!m_list.rows.empty());
    if (m_list.rows.empty()) {
        m_states->showEmpty([this] { return emptyWords(); });
        return;
    }
    m_tools->setClasses(m_model->classes());
    m_measures->setVisible(m_list.model.has_value());
    if (m_list.model) m_measures->setModel(*m_list.model);
    m_states->showData();
    applyFilter();
    selectStudent(selected);
}

EmptyWords PredictionsPage::emptyWords() const
{
    if (m_list.students == 0) {
        return {
            tr("No students yet"),
            tr("The early warning learns from the marks and the attendance of earlier terms."),
            tr("Import students…")};
    }
    if (m_busy) return {tr("Working…"), tr("The list fills by itself when it is done."), {}};
    if (!m_list.model && m_tools->target() == Target::StatusNow) {
        return {
            tr("No model for the status now"),
            tr("Training on it only learns today's rule again; its accuracy says nothing about "
               "the future."),
            tr("Train")};
    }
    if (!m_list.model) {
        return {
            tr("No model yet"),
            tr("Train one: it learns from the terms that are over who falls in the next term, and "
               "is tested on the newest."),
            tr("Train")};
    }
    return {
        tr("No predictions for this term yet"),
        tr("The model in use (v%1) has not been asked about %2.")
            .arg(m_list.model->number)
            .arg(termWord(m_list.term)),
        tr("Predict")};
}

void PredictionsPage::applyFilter()
{
    const QString selected = m_table->currentId();
    if (!(m_tools->filter() == m_model->filter())) m_model->setFilter(m_tools->filter());
    m_tools->setCount(m_model->rowCount(), static_cast<qint64>(m_list.rows.size()));
    if (m_model->rowCount() == 0) {
        m_rows->showEmpty([] {
            return EmptyWords{
                tr("No student matches"),
                tr("Nobody has this class, status and name."),
                tr("Show all")};
        });
    } else {
        m_rows->showData();
    }
    selectStudent(selected);
}

void PredictionsPage::selectStudent(const QString& id)
{
    const int row = m_model->rowOf(id);
    if (m_model->rowCount() > 0)
        m_table->setCurrentIndex(m_model->index(std::max(0, row), PredictionsModel::Name));
    showStudent(m_table->currentId());
}

void PredictionsPage::showStudent(const QString& id)
{
    const warning::Forecast* forecast = m_model->find(id);
    m_forecast->setVisible(forecast != nullptr);
    if (!forecast) return;
    m_forecast->setForecast(
        *forecast,
        {.target = m_list.target, .term = m_list.term, .modelVersion = m_list.predictedBy});
}

NextStep PredictionsPage::showRisks()
{
    return {tr("Show who is at risk"), [this] {
                m_context.openPage(pageId, {{"level", warning::nameOf(Level::Low)}});
            }};
}

template<class T>
void PredictionsPage::follow(const QString& name, QFuture<Result<T>> future)
{
    setBusy(true);
    if (m_list.rows.empty()) m_states->showEmpty([this] { return emptyWords(); });
    m_context.jobs.follow<T>(
        name, future, [](const T& did) { return toldOf(did); }, showRisks());
    jobs::onFinished(future, this, [this](const Result<T>& result) {
        finished(result ? nullptr : &result.error());
    });
}

void PredictionsPage::train()
{
    if (m_busy) return;
    const Lanes lanes{m_context.store, m_context.compute};
    follow(
        tr("Training the decision tree"),
        trainAndPredict(lanes, {.target = m_tools->target()}, m_context.term()));
}

void PredictionsPage::predict()
{
    if (m_busy) return;
    const Lanes lanes{m_context.store, m_context.compute};
    follow(
        tr("Predicting all students"),
        predictInBackground(lanes, {.target = m_tools->target(), .term = m_context.term()}));
}

void PredictionsPage::finished(const Error* error)
{
    setBusy(false);
    const bool failed = error && error->code != ErrorCode::Cancelled;
    if (failed && m_list.rows.empty()) {
        m_states->showError(*error);
        return;
    }
    // A cancelled job may have stored its model already.
    m_context.announceChange();
}

void PredictionsPage::setBusy(bool busy)
{
    m_busy = busy;
    m_train->setEnabled(!busy && m_list.students > 0);
    m_predict->setEnabled(!busy && m_list.model.has_value() && m_list.students > 0);
    m_export->setEnabled(!m_list.rows.empty());
    m_tools->setTargetEnabled(!busy);
}

void PredictionsPage::exportList()
{
    m_context.dialogs.saveFile(
        {.title = tr("Export the predictions shown"),
         .filter = tr("CSV (*.csv)"),
         .suggested = tr("predictions") + '-' + m_list.term + QStringLiteral(".csv")},
        [this](const QString& path) { write(path); });
}

void PredictionsPage::write(const QString& path)
{
    const auto count = static_cast<qint64>(m_model->rowCount());
    const auto future = m_context.compute.submit(
        [path, term = m_list.term, rows = m_model->shown()](const Progress&) {
            return warning::writeForecasts(path, term, rows);
        });
    m_context.jobs.follow<Unit>(tr("Exporting predictions"), future, [path, count](Unit) {
        return tr("%1 rows written to %2").arg(format::count(count), path);
    });
}

void PredictionsPage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        say();
        applyFilter();
        m_model->sayAnew();
    }
    QWidget::changeEvent(event);
}

void PredictionsPage::say()
{
    m_header->setTitle(tr("Early warning"));
    m_predict->setText(tr("Predict again"));
    m_train->setText(tr("Train"));
    m_export->setText(tr("Export"));
    m_predict->setToolTip(tr("Asks the model in use about every student of the term"));
    m_train->setToolTip(tr("Learns a new model from all terms that are over, then predicts"));
    m_table->setAccessibleName(tr("Students in the order of the risk"));
    saySubtitle();
}

void PredictionsPage::saySubtitle()
{
    const bool isStale =
        m_list.model && m_list.predictedBy != 0 && m_list.predictedBy != m_list.model->number;
    m_stale->setVisible(isStale);
    if (isStale) {
        m_stale->setText(tr("Made by model v%1; v%2 is in use now: predict again to renew them.")
                             .arg(m_list.predictedBy)
                             .arg(m_list.model->number));
    }
    if (m_list.rows.empty()) {
        m_header->setSubtitle({});
        return;
    }
    const auto low = std::count_if(
        m_list.rows.begin(), m_list.rows.end(), [](const warning::Forecast& forecast) {
            return forecast.explanation.level == Level::Low;
        });
    QString text =
        tr("%1 of %2 students at risk")
            .arg(format::count(low), format::count(static_cast<qint64>(m_list.students)));
    if (m_list.model) text += QStringLiteral(" · ") + accuracyText(m_list.model->report);
    m_header->setSubtitle(text);
}

} // namespace edupro::ui
