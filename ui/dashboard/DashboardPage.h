// SPDX-License-Identifier: GPL-3.0-or-later
// The first page: how the school stands, who needs attention and why; prints on one page.
#pragma once

#include "core/dashboard/Overview.h"
#include "core/jobs/LatestOnly.h"
#include "ui/dashboard/FigureCard.h"
#include "ui/shell/Context.h"

#include <QWidget>

#include <array>

class QLabel;
class QPushButton;
class QStandardItemModel;

namespace edupro::ui {

class ChartCard;
class PageHeader;
class RecordTable;
class StateStack;

class DashboardPage : public QWidget {
    Q_OBJECT
public:
    explicit DashboardPage(Context& context);

protected:
    void changeEvent(QEvent* event) override;

private:
    QWidget* makeContent();
    QWidget* makeFigures();
    QWidget* makeRight();
    void connectParts();
    void load();
    void showOverview(Result<dashboard::Overview> answer);
    void showModel();
    void fill();
    void fillForecasts();
    void fillAttention();
    void fillProvinces();
    void makeForecasts();
    void print();
    void write(const QString& path);
    void say();

    Context& m_context;
    jobs::LatestOnly m_latest;
    std::optional<dashboard::Overview> m_overview;
    PageHeader* m_header;
    QPushButton* m_print;
    StateStack* m_states = nullptr;
    std::array<FigureCard*, 5> m_figures{};
    ChartCard* m_bars = nullptr;
    ChartCard* m_lines = nullptr;
    QLabel* m_attentionTitle = nullptr;
    QLabel* m_attentionNote = nullptr;
    RecordTable* m_table = nullptr;
    QStandardItemModel* m_model;
    StateStack* m_attention = nullptr;
    QPushButton* m_all = nullptr;
    QLabel* m_provincesTitle = nullptr;
    QPushButton* m_provincesMore = nullptr;
    QLabel* m_provinces = nullptr;
};

} // namespace edupro::ui
