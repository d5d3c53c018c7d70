// SPDX-License-Identifier: GPL-3.0-or-later
// How good the model is, honestly: its accuracy beside what needs no model, and in words.
#pragma once

#include "core/warning/ForecastList.h"

#include <QFrame>

#include <array>
#include <optional>

class QLabel;

namespace edupro::ui {

class ShareBar;
class Theme;

class ModelCard : public QFrame {
    Q_OBJECT
public:
    explicit ModelCard(const Theme& theme, QWidget* parent = nullptr);

    void setModel(const warning::ModelInUse& model);

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Measure {
        QLabel* name = nullptr;
        ShareBar* bar = nullptr;
        QLabel* value = nullptr;
    };
    void say();

    std::optional<warning::ModelInUse> m_model;
    QLabel* m_title;
    QLabel* m_tested;
    std::array<Measure, 3> m_measures; ///< the model, majority, persistence
    QLabel* m_verdict;
    QLabel* m_fairness;
};

} // namespace edupro::ui
