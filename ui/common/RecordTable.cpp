// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/RecordTable.h"

#include "ui/common/CellDelegate.h"
#include "ui/common/Roles.h"
#include "ui/common/Theme.h"

#include <QApplication>
#include <QBoxLayout>
#include <QClipboard>
#include <QHeaderView>
#include <QKeyEvent>

namespace edupro::ui {

namespace {

constexpr int denseRow = 27; // 20 rows and more on a page of 768 px

} // namespace

RecordTable::RecordTable(const Theme& theme, QWidget* parent)
    : QTableView(parent)
{
    setItemDelegate(new CellDelegate(theme, this));
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false); // Tab leaves the table, as everywhere else
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollMode(ScrollPerPixel);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(denseRow);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeader()->setStretchLastSection(true);
    horizontalHeader()->setMinimumSectionSize(40);
    setFrameShape(NoFrame);
    connect(this, &QTableView::doubleClicked, this, [this](const QModelIndex& index) {
        emit opened(index.data(idRole).toString());
    });
}

QString RecordTable::currentId() const
{
    return currentIndex().data(idRole).toString();
}

QString RecordTable::selectedText() const
{
    if (!model() || !selectionModel()) return {};
    QStringList lines;
    const auto line = [this](auto cell) {
        QStringList cells;
        for (int column = 0; column < model()->columnCount(); ++column) {
            if (!isColumnHidden(column)) cells << cell(column).toString().simplified();
        }
        return cells.join('\t');
    };
    lines << line([this](int column) { return model()->headerData(column, Qt::Horizontal); });
    QModelIndexList rows = selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end());
    for (const QModelIndex& row : rows)
        lines << line([&row](int column) { return row.siblingAtColumn(column).data(); });
    return lines.join('\n');
}

void RecordTable::keyPressEvent(QKeyEvent* event)
{
    const bool hasCurrent = currentIndex().isValid();
    if (event->matches(QKeySequence::Copy))
        copySelection();
    else if (hasCurrent && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter))
        emit opened(currentId());
    else if (hasCurrent && event->key() == Qt::Key_Delete)
        emit deleteRequested(currentId());
    else
        QTableView::keyPressEvent(event);
}

void RecordTable::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QTableView::currentChanged(current, previous);
    if (current.row() != previous.row()) emit currentMoved(current.data(idRole).toString());
}

void RecordTable::copySelection() const
{
    QApplication::clipboard()->setText(selectedText());
}

QFrame* onCard(RecordTable* table)
{
    auto* card = new QFrame(table->parentWidget());
    setLook(card, "card");
    auto* layout = new QVBoxLayout(card);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->addWidget(table);
    return card;
}

} // namespace edupro::ui
