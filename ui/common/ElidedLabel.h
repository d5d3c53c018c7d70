// SPDX-License-Identifier: GPL-3.0-or-later
// One line of text that gives way when the room is small: it ends in "…" and shows the whole as a
// tool tip.
#pragma once

#include <QLabel>

namespace edupro::ui {

/// Plain text only. Wants its whole width, accepts any; never cuts a letter and never widens its
/// window.
class ElidedLabel : public QLabel {
    Q_OBJECT
public:
    explicit ElidedLabel(QWidget* parent = nullptr);
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;
};

} // namespace edupro::ui
