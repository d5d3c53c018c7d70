// SPDX-License-Identifier: GPL-3.0-or-later
// A grid of whole numbers in a window of its own.
#pragma once

#include "tests/support/SchoolDesk.h"
#include "tests/ui/NumberModel.h"
#include "ui/grid/DataGrid.h"
#include "ui/grid/GridLine.h"

#include <QBoxLayout>
#include <QPushButton>

namespace edupro::tests {

using namespace edupro::ui;

struct OpenGrid {
    Desk desk;
    QWidget window;
    NumberModel model;
    DataGrid* grid;
    GridLine* line;
    GridStanding* standing;
    QPushButton* before;
    QPushButton* after;

    OpenGrid(int rows = 5, int columns = 4)
    {
        model.fill(rows, columns);
        grid = new DataGrid(desk.theme, &window);
        grid->setGridModel(&model);
        line = new GridLine(desk.theme, *grid, &window);
        standing = new GridStanding(desk.theme, *grid, &window);
        before = new QPushButton("before", &window);
        after = new QPushButton("after", &window);
        auto* layout = new QVBoxLayout(&window);
        for (QWidget* part : std::initializer_list<QWidget*>{before, grid, line, standing, after})
            layout->addWidget(part);
        QWidget::setTabOrder(before, grid);
        QWidget::setTabOrder(grid, after);
        window.resize(900, 500);
        showActive(window);
        grid->setCurrentIndex(model.index(0, 0));
        grid->setFocus();
    }
    void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const
    {
        QTest::keyClick(QApplication::focusWidget(), static_cast<Qt::Key>(key), modifiers);
    }
    void type(const QString& text) const
    {
        for (const QChar sign : text)
            QTest::keyClick(QApplication::focusWidget(), sign.toLatin1());
    }
    QString shown(int row, int column) const { return model.at(row, column).shown(); }
    QString stored(const char* cell) const
    {
        const QString at(cell);
        return model.kept.value({"firstr" + at.left(1), "c" + at.mid(2)});
    }
    std::pair<int, int> current() const
    {
        return {grid->currentIndex().row(), grid->currentIndex().column()};
    }
    void goTo(int row, int column) const { grid->setCurrentIndex(model.index(row, column)); }
    void select(int top, int left, int bottom, int right) const
    {
        goTo(top, left);
        for (int row = top; row < bottom; ++row)
            press(Qt::Key_Down, Qt::ShiftModifier);
        for (int column = left; column < right; ++column)
            press(Qt::Key_Right, Qt::ShiftModifier);
    }
};

} // namespace edupro::tests
