// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/imports/ColumnsStep.h"

#include "ui/common/ErrorText.h"
#include "ui/common/RecordTable.h"
#include "ui/common/Theme.h"
#include "ui/imports/ImportWords.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QStandardItemModel>

namespace edupro::ui {

namespace {

constexpr int rowWithBox = 38;
enum Column { Heading, Examples, Field, columns };

/// Every column of numbers becomes an indicator without being named.
const QString byItself = QStringLiteral("*");

} // namespace

ColumnsStep::ColumnsStep(const Theme& theme, const QStringList& kinds, QWidget* parent)
    : QWidget(parent)
    , m_kinds(kinds)
    , m_question(new QLabel(this))
    , m_kind(new QComboBox(this))
    , m_table(new RecordTable(theme, this))
    , m_model(new QStandardItemModel(0, columns, this))
    , m_problem(new QLabel(this))
{
    m_kind->setObjectName("importKind");
    m_kind->setMinimumWidth(220);
    for (const QString& kind : kinds)
        m_kind->addItem(kindWord(kind), kind);
    m_question->setBuddy(m_kind);
    m_table->setObjectName("importColumns");
    m_table->setModel(m_model);
    m_table->setSelectionMode(QAbstractItemView::NoSelection);
    m_table->setFocusPolicy(Qt::NoFocus);
    m_table->verticalHeader()->setDefaultSectionSize(rowWithBox);
    m_table->horizontalHeader()->setStretchLastSection(false);
    m_table->horizontalHeader()->setSectionResizeMode(Examples, QHeaderView::Stretch);
    m_table->setColumnWidth(Heading, 220);
    m_table->setColumnWidth(Field, 230);
    m_problem->setObjectName("importProblem");
    m_problem->setWordWrap(true);
    setLook(m_problem, "risk");
    auto* top = new QHBoxLayout;
    top->addWidget(m_question);
    top->addWidget(m_kind);
    top->addStretch(1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addLayout(top);
    layout->addWidget(onCard(m_table), 1);
    layout->addWidget(m_problem);
    connect(m_kind, &QComboBox::activated, this, [this] {
        m_map.clear();
        emit chosen();
    });
    say();
}

int ColumnsStep::kind() const
{
    return m_kind->currentIndex();
}

void ColumnsStep::show(int kind, const ColumnMatch& match)
{
    m_kind->setCurrentIndex(kind);
    m_match = match;
    fill();
}

void ColumnsStep::fill()
{
    m_model->setRowCount(static_cast<int>(m_match.headings.size()));
    for (int column = 0; column < m_match.headings.size(); ++column) {
        const auto cell = [&](int place, const QString& text) {
            m_model->setItem(column, place, new QStandardItem(text));
        };
        cell(Heading, m_match.headings[column].simplified());
        cell(Examples, m_match.examples.value(column).join(QStringLiteral(" · ")));
        cell(Field, {});
        auto* room = new QWidget(m_table); // so that the box does not fill its row
        auto* inside = new QHBoxLayout(room);
        inside->setContentsMargins(0, 3, 4, 4);
        inside->addWidget(makeFieldBox(column));
        m_table->setIndexWidget(m_model->index(column, Field), room);
    }
    m_problem->setVisible(m_match.problem.has_value());
    if (!m_match.problem) return;
    const ErrorWords said = words(*m_match.problem);
    QStringList named;
    for (const Issue& issue : m_match.problem->issues)
        if (!issue.field.empty()) named << importFieldWord(QString::fromStdString(issue.field));
    const QString what =
        named.isEmpty() ? said.what : said.what.chopped(1) + ": " + named.join(", ") + '.';
    m_problem->setText(what + ' ' + said.advice);
}

QComboBox* ColumnsStep::makeFieldBox(int column)
{
    auto* box = new QComboBox(m_table);
    box->setObjectName(QStringLiteral("field%1").arg(column));
    box->setAccessibleName(
        tr("Meaning of the column “%1”").arg(m_match.headings[column].simplified()));
    const bool open = m_kind->currentData().toString() == QStringLiteral("indicators");
    if (open) box->addItem(tr("Indicator, if it holds numbers"), byItself);
    box->addItem(tr("Not used"), QString());
    for (const exchange::WantedField& field : m_match.fields) {
        const QString word = importFieldWord(field.name);
        box->addItem(field.required ? word + " *" : word, field.name);
    }
    const auto field = m_match.columnOf.indexOf(column);
    const bool leftOut = std::any_of(m_map.begin(), m_map.end(), [&](const auto& said) {
        return said.heading == m_match.headings[column] && said.field.isEmpty();
    });
    const QString unmatched = open && !leftOut ? byItself : QString();
    box->setCurrentIndex(box->findData(field < 0 ? unmatched : m_match.fields[field].name));
    connect(box, &QComboBox::activated, this, [this, column, box] {
        chooseField(column, box->currentData().toString());
    });
    return box;
}

void ColumnsStep::chooseField(int column, const QString& field)
{
    const QString heading = m_match.headings[column];
    m_map.removeIf([&](const exchange::HeadingOverride& said) {
        return said.heading == heading || (!field.isEmpty() && said.field == field);
    });
    if (field != byItself) m_map.append({.heading = heading, .field = field});
    emit chosen();
}

void ColumnsStep::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) say();
    QWidget::changeEvent(event);
}

void ColumnsStep::say()
{
    m_question->setText(tr("The file holds"));
    for (int i = 0; i < m_kinds.size(); ++i)
        m_kind->setItemText(i, kindWord(m_kinds[i]));
    m_model->setHorizontalHeaderLabels({tr("Heading"), tr("For example"), tr("Is")});
    fill();
}

} // namespace edupro::ui
