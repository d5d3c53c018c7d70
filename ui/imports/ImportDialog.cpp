// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/imports/ImportDialog.h"

#include "core/jobs/OnFinished.h"
#include "ui/common/ErrorText.h"
#include "ui/common/Format.h"
#include "ui/common/RecordTable.h"
#include "ui/common/StateStack.h"
#include "ui/imports/ColumnsStep.h"
#include "ui/imports/ImportWords.h"
#include "ui/imports/IssueTableModel.h"
#include "ui/shell/Context.h"

#include <QBoxLayout>
#include <QEvent>
#include <QFileInfo>
#include <QHeaderView>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>

namespace edupro::ui {

namespace {

QStringList namesOf(const std::vector<ImportChoice>& choices)
{
    QStringList names;
    for (const ImportChoice& choice : choices)
        names << choice.name;
    return names;
}

} // namespace

ImportDialog::ImportDialog(
    Context& context, std::vector<ImportChoice> choices, const QString& path, QWidget* parent)
    : QDialog(parent)
    , m_context(context)
    , m_choices(std::move(choices))
    , m_path(path)
    , m_title(new QLabel(this))
    , m_steps(new QLabel(this))
    , m_state(nullptr)
    , m_pages(new QStackedWidget)
    , m_columns(new ColumnsStep(context.theme, namesOf(m_choices), m_pages))
{
    setObjectName("importDialog");
    setLook(m_title, "title");
    setLook(m_steps, "small");
    m_steps->setTextFormat(Qt::RichText);
    m_pages->addWidget(m_columns);
    m_pages->addWidget(makeWorking());
    m_pages->addWidget(makeReport());
    m_state = new StateStack(context.theme, m_pages, this);
    m_line = new QLabel(this);
    m_line->setObjectName("importLine");
    m_line->setWordWrap(true);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 20);
    layout->setSpacing(12);
    layout->addWidget(m_title);
    layout->addWidget(m_steps);
    layout->addWidget(m_state, 1);
    layout->addWidget(m_line);
    layout->addWidget(makeButtons());
    resize(860, 560);
    connect(m_columns, &ColumnsStep::chosen, this, &ImportDialog::match);
    connect(m_state, &StateStack::retryRequested, this, &ImportDialog::look);
    say();
    look();
}

ImportDialog::~ImportDialog()
{
    m_running.cancel();
}

QWidget* ImportDialog::makeWorking()
{
    auto* page = new QWidget(m_pages);
    m_working = new QLabel(page);
    m_working->setAlignment(Qt::AlignCenter);
    m_progress = new QProgressBar(page);
    m_progress->setRange(0, 1000);
    m_progress->setTextVisible(false);
    m_progress->setFixedWidth(360);
    auto* layout = new QVBoxLayout(page);
    layout->addStretch(2);
    layout->addWidget(m_working);
    layout->addWidget(m_progress, 0, Qt::AlignHCenter);
    layout->addStretch(3);
    return page;
}

QWidget* ImportDialog::makeReport()
{
    auto* page = new QWidget(m_pages);
    m_counts = new QLabel(page);
    m_counts->setObjectName("importCounts");
    setLook(m_counts, "title");
    m_remark = new QLabel(page);
    m_remark->setObjectName("importRemark");
    m_remark->setWordWrap(true);
    setLook(m_remark, "soft");
    m_issues = new IssueTableModel(this);
    m_table = new RecordTable(m_context.theme, page);
    m_table->setObjectName("importIssues");
    m_table->setModel(m_issues);
    m_table->setColumnWidth(IssueTableModel::Row, 70);
    m_table->setColumnWidth(IssueTableModel::Heading, 160);
    m_table->setColumnWidth(IssueTableModel::Value, 160);
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_counts);
    layout->addWidget(m_remark);
    m_tableCard = onCard(m_table);
    layout->addWidget(m_tableCard, 1);
    layout->addStretch(0);
    return page;
}

QWidget* ImportDialog::makeButtons()
{
    auto* bar = new QWidget(this);
    const auto button = [bar](const char* name) {
        auto* made = new QPushButton(bar);
        made->setObjectName(name);
        return made;
    };
    m_rejects = button("saveRejects");
    m_back = button("importBack");
    m_cancel = button("importCancel");
    m_next = button("importNext");
    setLook(m_next, "primary");
    m_next->setDefault(true);
    for (QPushButton* other : {m_rejects, m_back, m_cancel})
        other->setAutoDefault(false);
    auto* layout = new QHBoxLayout(bar);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_rejects);
    layout->addStretch(1);
    for (QPushButton* next : {m_back, m_cancel, m_next})
        layout->addWidget(next);
    connect(m_rejects, &QPushButton::clicked, this, &ImportDialog::askForRejects);
    connect(m_back, &QPushButton::clicked, this, &ImportDialog::goBack);
    connect(m_cancel, &QPushButton::clicked, this, &ImportDialog::reject);
    connect(m_next, &QPushButton::clicked, this, &ImportDialog::goOn);
    return bar;
}

void ImportDialog::look()
{
    m_state->showLoading();
    showButtons();
    const auto work = [path = m_path, choices = m_choices](storage::Store& store, const Progress&) {
        return lookAtFile(store, path, choices);
    };
    jobs::onFinished(m_context.store.submit(work), this, [this](const Result<FileLook>& look) {
        if (look)
            take(*look);
        else
            m_state->showError(look.error());
        show(Step::Columns);
    });
}

void ImportDialog::match()
{
    const int kind = m_columns->kind();
    const auto work = [path = m_path,
                       choice = m_choices[static_cast<std::size_t>(kind)],
                       map = m_columns->map()](storage::Store& store, const Progress&) {
        return matchColumns(store, path, choice, map);
    };
    jobs::onFinished(
        m_context.store.submit(work), this, [this, kind](const Result<ColumnMatch>& match) {
            if (match)
                m_columns->show(kind, *match);
            else
                m_state->showError(match.error());
            showButtons();
        });
}

void ImportDialog::askForRejects()
{
    const QFileInfo file(m_path);
    m_context.dialogs.saveFile(
        {.title = tr("Save the rejected rows"),
         .filter = tr("Tables (*.csv)"),
         .suggested = file.dir().filePath(tr("%1-rejected.csv").arg(file.completeBaseName()))},
        [this](const QString& path) { run(Work::SaveRejects, path); });
}

void ImportDialog::goOn()
{
    switch (m_step) {
    case Step::Columns:
        run(Work::Check);
        break;
    case Step::Checked:
        backUpAndImport();
        break;
    case Step::Done:
        accept();
        break;
    case Step::Working:
        break;
    }
}

void ImportDialog::goBack()
{
    m_told.clear();
    show(Step::Columns);
}

void ImportDialog::reject()
{
    if (m_step == Step::Working)
        m_running.cancel(); // the answer leads back
    else
        QDialog::reject();
}

void ImportDialog::show(Step step)
{
    m_step = step;
    m_pages->setCurrentIndex(step == Step::Columns ? 0 : step == Step::Working ? 1 : 2);
    say();
    if (m_next->isVisible()) m_next->setFocus();
}

void ImportDialog::showButtons()
{
    const bool usable = m_state->state() == StateStack::State::Data;
    const bool hasReport = m_step == Step::Checked || m_step == Step::Done;
    m_rejects->setVisible(hasReport && m_report.rejected > 0);
    m_back->setVisible(m_step == Step::Checked);
    m_cancel->setVisible(m_step != Step::Done);
    m_next->setVisible(usable && m_step != Step::Working);
    m_next->setEnabled(
        m_step == Step::Columns   ? m_columns->isReady()
        : m_step == Step::Checked ? m_report.added + m_report.updated > 0
                                  : true);
}

void ImportDialog::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_issues->retranslate();
        m_told.clear();
        say();
    }
    QDialog::changeEvent(event);
}

void ImportDialog::say()
{
    const QString file = QFileInfo(m_path).fileName();
    setWindowTitle(tr("Import"));
    m_title->setText(tr("Import %1").arg(file));
    const int current = m_step == Step::Columns ? 0 : m_step == Step::Done ? 2 : 1;
    QStringList steps = {tr("1 Columns"), tr("2 Check"), tr("3 Result")};
    steps[current] = "<b>" + steps[current] + "</b>";
    m_steps->setText(steps.join("&nbsp;&nbsp;›&nbsp;&nbsp;"));
    m_working->setText(
        m_work == Work::BackUp   ? tr("Backing up first…")
        : m_work == Work::Import ? tr("Importing %1…").arg(file)
                                 : tr("Checking every row…"));
    m_rejects->setText(tr("Save rejected rows…"));
    m_back->setText(tr("Back"));
    m_cancel->setText(tr("Cancel"));
    m_next->setText(
        m_step == Step::Columns   ? tr("Check")
        : m_step == Step::Checked ? tr("Import")
                                  : tr("Close"));
    m_table->setAccessibleName(tr("Faulty rows"));
    setLook(m_line, m_toldFault ? "risk" : "soft");
    m_line->setText(m_told);
    m_line->setVisible(!m_told.isEmpty());
    sayReport();
    showButtons();
}

void ImportDialog::sayReport()
{
    m_counts->setText(countsOf(m_report));
    QStringList remarks;
    if (m_report.issues.empty())
        remarks << tr("No faults were found.");
    else if (m_report.rejected > 0 && m_step == Step::Checked)
        remarks << tr("The rows below are skipped; the others can be imported.");
    else if (m_report.rejected > 0)
        remarks << tr(
            "The rows below were skipped. Save them, correct them and import them again.");
    if (m_report.issuesLeftOut > 0)
        remarks << tr("%1 more faults are not shown.").arg(format::count(m_report.issuesLeftOut));
    if (!m_report.unusedColumns.isEmpty())
        remarks << tr("Columns not used: %1.").arg(m_report.unusedColumns.join(", "));
    if (m_step == Step::Checked && m_report.added + m_report.updated == 0)
        remarks << tr("There is nothing to import.");
    m_remark->setText(remarks.join(' '));
    m_tableCard->setVisible(!m_report.issues.empty());
}

} // namespace edupro::ui
