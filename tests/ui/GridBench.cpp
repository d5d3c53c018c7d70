// SPDX-License-Identifier: GPL-3.0-or-later
// How fast the grid is; printed, never asserted: ui_tests "[.bench]".
#include "tests/ui/NumberGrid.h"
#include "tests/ui/OpenMarks.h"

#include <QElapsedTimer>
#include <QScrollBar>

#include <iostream>

using namespace edupro;
using namespace edupro::tests;

TEST_CASE("Pasting 36 x 10 marks, checked and saved", "[.bench][grades]")
{
    OpenMarks open(36, 10);
    std::vector<double> times;
    for (int round = 0; round < 9; ++round) {
        QString block;
        for (int row = 0; row < 36; ++row)
            for (int column = 0; column < 10; ++column)
                block += QString::number(60 + (row * 7 + column * 3 + round) % 41) +
                         (column == 9 ? '\n' : '\t');
        open.goTo(0, 0);
        QElapsedTimer timer;
        timer.start();
        open.grid()->paste(block);
        const double typed = static_cast<double>(timer.nsecsElapsed()) / 1e6;
        while (open.model().savingCount() > 0)
            QApplication::processEvents(QEventLoop::WaitForMoreEvents);
        times.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
        if (round == 0) std::cout << "  shown after " << typed << " ms\n";
    }
    std::sort(times.begin(), times.end());
    std::cout << "paste 36 x 10, checked and saved: median " << times[4] << " ms, worst "
              << times[8] << " ms (aim 100 ms)\n";
}

TEST_CASE("Scrolling 40 x 200 cells", "[.bench][grid]")
{
    OpenGrid open(40, 199);
    open.window.resize(1366, 768);
    std::vector<GridChange> all;
    for (int row = 0; row < 40; ++row)
        for (int column = 0; column < 199; ++column)
            all.push_back({row, column, QString::number((row * 31 + column * 17) % 101)});
    open.model.enter(all, "Fill");
    QTest::qWait(100);
    QScrollBar* bar = open.grid->horizontalScrollBar();
    std::vector<double> frames;
    for (int place = 0; place < bar->maximum(); place += 24) {
        QElapsedTimer timer;
        timer.start();
        bar->setValue(place);
        open.grid->viewport()->repaint(); // the whole of it, not only what came into sight
        frames.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
    }
    std::sort(frames.begin(), frames.end());
    std::cout << "scroll 40 x 200: " << frames.size() << " frames, median "
              << frames[frames.size() / 2] << " ms, 99 % under " << frames[frames.size() * 99 / 100]
              << " ms (aim 16.7 ms)\n";
}
