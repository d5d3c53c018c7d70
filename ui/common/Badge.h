// SPDX-License-Identifier: GPL-3.0-or-later
// The level chip: colour, icon and word for *at risk, watch, fine*, as a widget and as a table
// cell.
#pragma once

#include "core/dashboard/Series.h"

#include <QWidget>

namespace edupro::ui {

class Theme;
using dashboard::Tone;

/// "At risk", "Watch", "Fine" in the language of the window; empty for the tones that judge
/// nothing.
QString toneWord(Tone tone);
/// The chart or icon name that goes with a tone: "mark-risk", "dot", "check".
QString toneIcon(Tone tone);

struct Chip {
    Tone tone = Tone::Neutral;
    QString word; ///< empty: toneWord(tone)
};

/// The place a chip needs.
QSize chipSize(const Theme& theme, const Chip& chip);
/// Paints the chip at the left of `area`, vertically centred.
void paintChip(QPainter& painter, const QRect& area, const Theme& theme, const Chip& chip);

/// A chip as a widget. Its accessible name is its word.
class Badge : public QWidget {
    Q_OBJECT
public:
    explicit Badge(const Theme& theme, QWidget* parent = nullptr);
    void setChip(const Chip& chip);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void say();

    const Theme& m_theme;
    Chip m_chip;
};

} // namespace edupro::ui
