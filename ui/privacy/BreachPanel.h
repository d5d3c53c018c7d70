// SPDX-License-Identifier: GPL-3.0-or-later
// One breach in full, and the steps that end it: people told, authority told, closed.
#pragma once

#include "core/privacy/PrivacyActions.h"

#include <QFrame>

#include <array>

class QLabel;
class QPushButton;

namespace edupro::ui {

class Badge;
class Context;

class BreachPanel : public QFrame {
    Q_OBJECT
public:
    explicit BreachPanel(Context& context, QWidget* parent = nullptr);

    /// `now`: the store's time.
    void show(const Breach& breach, Instant now);

protected:
    void changeEvent(QEvent* event) override;

private:
    void step(privacy::BreachStep step);
    void say();

    Context& m_context;
    Breach m_breach;
    Instant m_now = 0;
    bool m_busy = false;
    QLabel* m_title;
    Badge* m_clock;
    QLabel* m_facts;
    std::array<QLabel*, 3> m_told{};
    std::array<QPushButton*, 3> m_steps{};
    QLabel* m_problem;
};

/// The chip of a breach: its clock until both were told.
bool runsClock(const Breach& breach);

} // namespace edupro::ui
