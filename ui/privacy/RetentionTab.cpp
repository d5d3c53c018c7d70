// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/privacy/RetentionTab.h"

#include "ui/common/Format.h"
#include "ui/common/ListPane.h"
#include "ui/common/RecordTable.h"
#include "ui/common/StateStack.h"
#include "ui/privacy/EraseDialog.h"
#include "ui/shell/Context.h"

#include <QBoxLayout>
#include <QCoreApplication>
#include <QEvent>
#include <QLabel>
#include <QPushButton>

#include <cmath>

namespace edupro::ui {

using privacy::OverdueData;
using privacy::OverdueRow;
using storage::Store;

namespace {

constexpr int rulesHeight = 200;

struct PurposeWords {
    const char* purpose;
    const char* words;
};

// clang-format off
constexpr PurposeWords purposes[] = {
    {"student",    QT_TRANSLATE_NOOP("RetentionTab", "Who a student was, after leaving")},
    {"income",     QT_TRANSLATE_NOOP("RetentionTab", "Income of the family, after leaving")},
    {"prediction", QT_TRANSLATE_NOOP("RetentionTab", "Predictions")},
    {"request",    QT_TRANSLATE_NOOP("RetentionTab", "Requests, after the decision")},
};
// clang-format on

/// The label of the reference data for a purpose that came later than this program.
QString wordsOf(const privacy::RetentionRule& rule)
{
    for (const PurposeWords& one : purposes)
        if (rule.purpose == QLatin1String(one.purpose))
            return QCoreApplication::translate("RetentionTab", one.words);
    return rule.label;
}

QString periodOf(double months)
{
    const int whole = static_cast<int>(std::lround(months));
    if (whole > 0 && whole % 12 == 0) return RetentionTab::tr("%n year(s)", nullptr, whole / 12);
    return RetentionTab::tr("%n month(s)", nullptr, whole);
}

qint64 rowsOf(const OverdueData& data)
{
    qint64 rows = 0;
    for (const OverdueRow& row : data.rows)
        rows += row.rows;
    return rows;
}

} // namespace

RetentionTab::RetentionTab(Context& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_note(new QLabel(this))
    , m_rules(new ListPane(context.theme, QStringLiteral("retentionRules"), this))
    , m_studentsWord(new QLabel(this))
    , m_students(new ListPane(context.theme, QStringLiteral("retentionStudents"), this))
    , m_open(new QPushButton(this))
    , m_erase(new QPushButton(this))
{
    setLook(m_note, "soft");
    setLook(m_studentsWord, "strong");
    m_rules->setWidths({0, 130, 160, 110, 110});
    m_rules->setFixedHeight(rulesHeight);
    m_students->setWidths({130, 0, 160, 110});
    m_open->setObjectName("openOverdue");
    m_erase->setObjectName("eraseOverdue");
    auto* bar = new QHBoxLayout;
    bar->setSpacing(8);
    bar->addWidget(m_studentsWord, 1);
    bar->addWidget(m_open);
    bar->addWidget(m_erase);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_note);
    layout->addWidget(m_rules);
    layout->addLayout(bar);
    layout->addWidget(m_students, 1);
    connect(&m_rules->table(), &RecordTable::currentMoved, this, &RetentionTab::showStudents);
    connect(&m_rules->states(), &StateStack::retryRequested, this, &RetentionTab::load);
    connect(&m_students->table(), &RecordTable::currentMoved, this, &RetentionTab::sayButtons);
    connect(&m_students->table(), &RecordTable::opened, this, &RetentionTab::openStudent);
    connect(m_open, &QPushButton::clicked, this, &RetentionTab::openStudent);
    connect(m_erase, &QPushButton::clicked, this, &RetentionTab::erase);
    connect(&context, &Context::dataChanged, this, &RetentionTab::load);
    say();
    load();
}

void RetentionTab::load()
{
    const auto work = [](Store& store, const Progress&) {
        return privacy::overdueData(store);
    };
    m_loading.ask(m_context.store.submit(work), this, [this](Result<Overdue> overdue) {
        if (overdue)
            show(std::move(overdue).value());
        else
            m_rules->states().showError(overdue.error());
    });
}

void RetentionTab::show(Overdue overdue)
{
    m_overdue = std::move(overdue);
    m_rules->show([this] {
        TextRows::Table table{
            .headings =
                {tr("What"), tr("Kept for"), tr("Ended before"), tr("Students"), tr("Rows")},
            .rows = {},
            .numbers = {3, 4}};
        for (const OverdueData& one : m_overdue)
            table.rows.push_back(
                {.id = one.rule.purpose,
                 .cells =
                     {wordsOf(one.rule),
                      periodOf(one.rule.months),
                      format::date(one.before),
                      format::count(static_cast<qint64>(one.rows.size())),
                      format::count(rowsOf(one))},
                 .chip = {}});
        return table;
    });
    showStudents();
}

const OverdueData* RetentionTab::chosenRule() const
{
    const auto found =
        std::find_if(m_overdue.begin(), m_overdue.end(), [this](const OverdueData& one) {
            return one.rule.purpose == m_rules->chosen();
        });
    return found == m_overdue.end() ? nullptr : &*found;
}

const OverdueRow* RetentionTab::chosenStudent() const
{
    const OverdueData* rule = chosenRule();
    if (!rule) return nullptr;
    const auto found =
        std::find_if(rule->rows.begin(), rule->rows.end(), [this](const OverdueRow& row) {
            return row.student.text() == m_students->chosen();
        });
    return found == rule->rows.end() ? nullptr : &*found;
}

void RetentionTab::showStudents()
{
    const OverdueData* rule = chosenRule();
    if (!rule) return;
    m_students->show([rows = rule->rows] {
        TextRows::Table table{
            .headings = {tr("NIS"), tr("Name"), tr("Since"), tr("Rows")},
            .rows = {},
            .numbers = {3}};
        for (const OverdueRow& row : rows)
            table.rows.push_back(
                {.id = row.student.text(),
                 .cells =
                     {row.nis,
                      row.name,
                      row.since ? format::date(*row.since) : QString(format::missing),
                      format::count(row.rows)},
                 .chip = {}});
        return table;
    });
    if (rule->rows.empty()) {
        m_students->states().showEmpty([] {
            return EmptyWords{
                .title = tr("Nothing is over its time"),
                .why = tr("Nothing of this kind is kept longer than its purpose."),
                .action = {}};
        });
    }
    sayButtons();
    m_studentsWord->setText(wordsOf(rule->rule));
}

void RetentionTab::openStudent()
{
    if (const OverdueRow* row = chosenStudent())
        m_context.openPage("students", {{"student", row->student.text()}});
}

void RetentionTab::erase()
{
    if (const OverdueRow* row = chosenStudent())
        askToErase(
            m_context,
            {.student = row->student,
             .name = row->name,
             .nis = row->nis,
             .basis = QStringLiteral("retention")},
            this);
}

void RetentionTab::exportCsv()
{
    m_context.dialogs.saveFile(
        {.title = tr("Export the list"),
         .filter = tr("CSV (*.csv)"),
         .suggested = tr("retention") + QStringLiteral(".csv")},
        [guard = QPointer(this)](const QString& path) {
            if (!guard) return;
            const auto work = [path](Store& store, const Progress&) {
                return privacy::exportOverdue(store, path);
            };
            guard->m_context.jobs.follow<qint64>(
                tr("Exporting the list"),
                guard->m_context.store.submit(work),
                [](const qint64& lines) {
                    return tr("%1 lines exported; the file is not encrypted")
                        .arg(format::count(lines));
                });
        });
}

void RetentionTab::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_rules->rows().retranslate();
        showStudents();
        say();
    }
    QWidget::changeEvent(event);
}

void RetentionTab::sayButtons()
{
    const OverdueData* rule = chosenRule();
    const bool chosen = chosenStudent() != nullptr;
    m_open->setEnabled(chosen);
    // An erasure ends what is kept of who somebody was; the other purposes have rows of their own.
    m_erase->setVisible(
        rule && rule->rule.purpose == QStringLiteral("student") &&
        m_context.may(security::Action::Update, security::Object::Requests));
    m_erase->setEnabled(chosen);
}

void RetentionTab::say()
{
    m_note->setText(tr("A list to decide on. Looking at it deletes nothing."));
    m_open->setText(tr("Open the student"));
    m_erase->setText(tr("Erase…"));
    m_rules->table().setAccessibleName(tr("Periods"));
    m_students->table().setAccessibleName(tr("Students"));
    sayButtons();
}

} // namespace edupro::ui
