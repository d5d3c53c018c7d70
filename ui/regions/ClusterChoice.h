// SPDX-License-Identifier: GPL-3.0-or-later
// What to group by: the indicators, the number of groups, and what speaks for each number.
#pragma once

#include "core/regions/IndicatorList.h"
#include "core/regions/Segments.h"

#include <QFrame>
#include <QSet>

class QComboBox;
class QLabel;
class QPushButton;
class QStandardItemModel;
class QTreeWidget;

namespace edupro::ui {

class RecordTable;
class Theme;

class ClusterChoice : public QFrame {
    Q_OBJECT
public:
    explicit ClusterChoice(const Theme& theme, QWidget* parent = nullptr);

    /// Indicators that are new are checked; what a person unchecked stays so.
    void setIndicators(std::vector<regions::ListedIndicator> indicators);
    /// Shows the figures of every k and marks the recommended one.
    void setReport(const regions::ClusterReport& report);
    /// Chooses this number of groups, 2..6.
    void setGroups(std::size_t k);

    regions::ClusterOptions options() const;
    /// True when at least one indicator is checked.
    bool isComplete() const;
    bool hasIndicators() const { return !m_indicators.empty(); }

signals:
    void changed();

protected:
    void changeEvent(QEvent* event) override;

private:
    QWidget* makeHeader();
    QWidget* makeGroups();
    void fillIndicators();
    void takeChecks();
    void checkAll(bool checked);
    void fillFigures();
    void say();
    void sayCount();

    std::vector<regions::ListedIndicator> m_indicators;
    QSet<QString> m_unchecked; ///< codes
    std::vector<regions::KFigures> m_sweep;
    std::size_t m_recommended = 0; ///< 0: not known yet
    QLabel* m_title = nullptr;
    QLabel* m_count = nullptr;
    QPushButton* m_all = nullptr;
    QPushButton* m_none = nullptr;
    QTreeWidget* m_list;
    QLabel* m_groupsTitle = nullptr;
    QComboBox* m_groups = nullptr;
    RecordTable* m_figures;
    QStandardItemModel* m_model;
    QLabel* m_hint;
};

} // namespace edupro::ui
