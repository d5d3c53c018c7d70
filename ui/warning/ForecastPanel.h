// SPDX-License-Identifier: GPL-3.0-or-later
// What is expected of one student and why: level, chances, support, and the path through the tree.
#pragma once

#include "core/warning/Predict.h"

#include <QFrame>
#include <QWidget>

#include <vector>

class QBoxLayout;
class QLabel;

namespace edupro::ui {

class Badge;
class ShareBar;
class Theme;

/// What the figures of a forecast stand for.
struct ForecastFrame {
    warning::Target target = warning::Target::NextTerm;
    QString term; ///< code of the term whose figures were used
    int modelVersion = 0;
};

class ForecastPanel : public QWidget {
    Q_OBJECT
public:
    explicit ForecastPanel(const Theme& theme, QWidget* parent = nullptr);

    void setForecast(const warning::Forecast& forecast, const ForecastFrame& frame);

protected:
    void changeEvent(QEvent* event) override;

private:
    QFrame* makeSummary();
    QFrame* makeWhy();
    void addStep(const warning::ReasonStep& step);
    void fillSteps();
    void say();

    const Theme& m_theme;
    warning::Forecast m_forecast;
    ForecastFrame m_frame;
    QLabel* m_who = nullptr;
    QLabel* m_when = nullptr;
    Badge* m_level = nullptr;
    ShareBar* m_shares = nullptr;
    QLabel* m_support = nullptr;
    QFrame* m_why = nullptr;
    QLabel* m_whyTitle = nullptr;
    QLabel* m_whyNote = nullptr;
    QBoxLayout* m_steps = nullptr;
    std::vector<QWidget*> m_stepRows;
};

} // namespace edupro::ui
