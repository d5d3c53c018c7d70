// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/ListPane.h"

#include "ui/common/RecordTable.h"
#include "ui/common/StateStack.h"
#include "ui/common/Theme.h"

#include <QBoxLayout>
#include <QHeaderView>

namespace edupro::ui {

ListPane::ListPane(const Theme& theme, const QString& name, QWidget* parent)
    : QFrame(parent)
    , m_rows(new TextRows(this))
    , m_table(new RecordTable(theme, this))
    , m_states(nullptr)
{
    setLook(this, "card");
    m_table->setObjectName(name);
    m_table->setModel(m_rows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_states = new StateStack(theme, m_table, this);
    m_states->setObjectName(name + QStringLiteral("States"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->addWidget(m_states);
}

void ListPane::setWidths(const std::vector<int>& widths)
{
    m_widths = widths;
}

void ListPane::show(TextRows::Say say)
{
    const QString id = chosen();
    m_rows->show(std::move(say));
    QHeaderView* head = m_table->horizontalHeader();
    head->setStretchLastSection(false);
    for (int column = 0; column < head->count(); ++column) {
        const int width = m_widths[static_cast<std::size_t>(column)];
        head->setSectionResizeMode(
            column, width == 0 ? QHeaderView::Stretch : QHeaderView::Interactive);
        if (width > 0) head->resizeSection(column, width);
    }
    const QAbstractItemView& view = *m_table;
    if (m_widths.front() > 0) // of chips, whose words are not cut
        head->resizeSection(0, std::max(m_widths.front(), view.sizeHintForColumn(0)));
    if (m_rows->rowCount() == 0) return;
    m_states->showData();
    m_table->selectRow(std::max(0, m_rows->indexOf(id)));
}

QString ListPane::chosen() const
{
    return m_table->currentId();
}

void ListPane::choose(const QString& id)
{
    if (const int row = m_rows->indexOf(id); row >= 0) m_table->selectRow(row);
}

} // namespace edupro::ui
