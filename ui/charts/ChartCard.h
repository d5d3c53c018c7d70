// SPDX-License-Identifier: GPL-3.0-or-later
// A chart on a card: title, one line beside it, the four states, copy as picture, and the figures
// as a table.
#pragma once

#include "ui/charts/ChartTable.h"

#include <QFrame>

class QAction;
class QBoxLayout;
class QChartView;
class QLabel;
class QStackedWidget;
class QStandardItemModel;
class QToolButton;

namespace edupro::ui {

class HouseChart;
class RecordTable;
class StateStack;
class Theme;

class ChartCard : public QFrame {
    Q_OBJECT
public:
    explicit ChartCard(const Theme& theme, QWidget* parent = nullptr);

    void setTitle(const QString& title);
    void setSubtitle(const QString& subtitle);
    /// Shows the chart (state Data). It is redrawn by itself when the theme changes; after a change
    /// of the language the page sets it again, with its names in that language.
    void setChart(const dashboard::Chart& chart);
    /// For loading, empty and error.
    StateStack& states() { return *m_states; }
    /// The chart with its title as a picture, twice as fine as the screen.
    QPixmap picture() const;
    void setTableVisible(bool visible);

signals:
    /// A click on a datum, or Enter on its row of the table.
    void clicked(ChartPlace place);

protected:
    void changeEvent(QEvent* event) override;

private:
    void makeHeader(QBoxLayout& layout);
    void draw();
    void fillTable();
    void copyPicture() const;
    void say();

    const Theme& m_theme;
    dashboard::Chart m_chart;
    QLabel* m_title = nullptr;
    QLabel* m_subtitle = nullptr;
    QToolButton* m_more = nullptr;
    QAction* m_copy = nullptr;
    QAction* m_asTable = nullptr;
    QStackedWidget* m_views;
    QChartView* m_view;
    RecordTable* m_table;
    QStandardItemModel* m_model;
    StateStack* m_states;
};

} // namespace edupro::ui
