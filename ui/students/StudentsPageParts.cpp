// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of the students page, its keys and its words.
#include "ui/common/PageHeader.h"
#include "ui/common/RecordTable.h"
#include "ui/common/SpokenLine.h"
#include "ui/common/StateStack.h"
#include "ui/shell/Context.h"
#include "ui/students/StudentsPage.h"
#include "ui/students/StudentTableModel.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QShortcut>

namespace edupro::ui {

QWidget* StudentsPage::makeFilters()
{
    auto* bar = new QWidget(this);
    m_search = new QLineEdit(bar);
    m_search->setObjectName("searchStudents");
    m_search->setClearButtonEnabled(true);
    m_search->addAction(m_context.theme.icon("search"), QLineEdit::LeadingPosition);
    m_search->setFixedWidth(320);
    m_search->installEventFilter(this);
    m_class = new QComboBox(bar);
    m_class->setObjectName("classFilter");
    m_class->setMinimumWidth(130);
    m_class->addItem(QString(), QVariant(QString()));
    m_keys = new QLabel(bar);
    setLook(m_keys, "small");
    m_keys->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_keys->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    auto* layout = new QHBoxLayout(bar);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_search);
    layout->addWidget(m_class);
    layout->addWidget(m_keys, 1);
    layout->addStretch(0); // takes its room when it is hidden
    return bar;
}

QWidget* StudentsPage::makeList()
{
    auto* card = new QFrame(this);
    setLook(card, "card");
    m_table = new RecordTable(m_context.theme, card);
    m_table->setObjectName("studentsTable");
    m_table->setModel(m_model);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    QHeaderView* head = m_table->horizontalHeader();
    head->setStretchLastSection(false);
    head->setSectionResizeMode(StudentTableModel::Name, QHeaderView::Stretch);
    head->setSectionsClickable(true);
    head->setSortIndicatorShown(true);
    m_order = {StudentTableModel::Name, Qt::AscendingOrder};
    head->setSortIndicator(m_order.first, m_order.second);
    constexpr std::array widths = {120, 0, 80, 110, 120, 130};
    for (int column = 0; column < StudentTableModel::columns; ++column)
        if (const int width = widths[static_cast<std::size_t>(column)]; width > 0)
            head->resizeSection(column, width);
    m_list = new StateStack(m_context.theme, m_table, card);
    m_list->setObjectName("studentsList");
    auto* layout = new QVBoxLayout(card);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->addWidget(m_list);
    return card;
}

void StudentsPage::addShortcuts()
{
    const auto bind = [this](const QKeySequence& keys, auto act) {
        auto* shortcut = new QShortcut(keys, this);
        connect(shortcut, &QShortcut::activated, this, act);
    };
    bind(Qt::CTRL | Qt::Key_N, [this] { addStudent(); });
    bind(Qt::Key_Insert, [this] { addStudent(); });
    bind(Qt::CTRL | Qt::Key_H, [this] { showHistory(); });
    bind(Qt::CTRL | Qt::Key_P, [this] { showPersonalData(); });
    bind(Qt::CTRL | Qt::Key_F, [this] { m_search->setFocus(Qt::ShortcutFocusReason); });
}

void StudentsPage::say()
{
    m_header->setTitle(tr("Students"));
    m_add->setText(tr("Add student"));
    m_add->setToolTip(tr("Add a student (Ctrl+N)"));
    m_toHistory->setText(tr("History"));
    m_toHistory->setToolTip(tr("Who changed what of this student (Ctrl+H)"));
    m_toPersonalData->setText(tr("Personal data"));
    m_toPersonalData->setToolTip(
        tr("What the family agreed to, and everything about this student (Ctrl+P)"));
    m_search->setPlaceholderText(tr("Search name or NIS"));
    nameForHearing(*m_search, tr("Search name or NIS"));
    m_class->setItemText(0, tr("All classes"));
    m_class->setAccessibleName(tr("Class"));
    m_keys->setText(tr("Ctrl+F search · Ctrl+N add · Enter edit · Del delete"));
    m_table->setAccessibleName(tr("Students"));
    m_model->retranslate();
    sayCount();
}

void StudentsPage::sayCount()
{
    m_header->setSubtitle(
        m_model->isFiltered() ? tr("%Ln student(s) found", nullptr, m_model->rowCount())
                              : tr("%Ln student(s)", nullptr, m_model->rowCount()));
}

} // namespace edupro::ui
