// SPDX-License-Identifier: GPL-3.0-or-later
// One figure of the dashboard: its name, the value, what it has changed, and a note.
#pragma once

#include "core/dashboard/Series.h"

#include <QFrame>

class QLabel;

namespace edupro::ui {

class FigureCard : public QFrame {
    Q_OBJECT
public:
    struct Words {
        QString name;
        QString value;
        QString change{};                                ///< "▲ 0,6"; empty: none
        dashboard::Tone tone = dashboard::Tone::Neutral; ///< of the change
        QString note{};
    };
    explicit FigureCard(QWidget* parent = nullptr);

    void setWords(const Words& words);

private:
    QLabel* m_name;
    QLabel* m_value;
    QLabel* m_change;
    QLabel* m_note;
};

} // namespace edupro::ui
