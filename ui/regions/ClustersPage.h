// SPDX-License-Identifier: GPL-3.0-or-later
// Clusters: groups the provinces by the indicators a person chooses, and shows who belongs where.
#pragma once

#include "core/jobs/LatestOnly.h"
#include "core/regions/IndicatorList.h"
#include "core/regions/StoredClusters.h"
#include "ui/charts/ChartTable.h"
#include "ui/shell/Context.h"

#include <QWidget>

#include <optional>

class QLabel;
class QPushButton;

namespace edupro::ui {

class ChartCard;
class ClusterChoice;
class ClustersModel;
class PageHeader;
class RecordTable;
class StateStack;

class ClustersPage : public QWidget {
    Q_OBJECT
public:
    explicit ClustersPage(Context& context);

    /// Groups by what is chosen, in the background, and stores the result as a new model version.
    void group();

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Loaded {
        std::vector<regions::ListedIndicator> indicators;
        std::optional<regions::StoredClusters> stored;
    };
    QWidget* makeResult();
    QWidget* makeMiddle();
    QWidget* makeList();
    void connectParts();
    void load();
    void showLoaded(Result<Loaded> answer);
    void showResult();
    void showProvince(ChartPlace place);
    void finished(const Result<regions::ClusterReport>& result);
    void setBusy(bool busy);
    void say();

    Context& m_context;
    jobs::LatestOnly m_latest;
    std::optional<regions::StoredClusters> m_stored;
    bool m_busy = false;
    bool m_chosen = false; ///< the number of groups was taken from what is stored
    PageHeader* m_header;
    QPushButton* m_group;
    ClusterChoice* m_choice;
    ChartCard* m_scatter = nullptr;
    QLabel* m_notesTitle = nullptr;
    QLabel* m_notes = nullptr;
    ClustersModel* m_model;
    RecordTable* m_table = nullptr;
    StateStack* m_result = nullptr; ///< beside the choice
    StateStack* m_states = nullptr; ///< of the page
};

} // namespace edupro::ui
