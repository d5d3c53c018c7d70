// SPDX-License-Identifier: GPL-3.0-or-later
// One bar cut into parts of a whole, with a key below: the chances of a student, or one measure.
#pragma once

#include "core/dashboard/Series.h"

#include <QWidget>

#include <vector>

namespace edupro::ui {

class Theme;

/// What the parts leave of the whole stays empty.
class ShareBar : public QWidget {
    Q_OBJECT
public:
    struct Part {
        QString name;       ///< with its figure: "Low 78 %"; the key is left out when all are empty
        double share = 0.0; ///< 0..1
        dashboard::Tone tone = dashboard::Tone::Neutral;
    };
    explicit ShareBar(const Theme& theme, QWidget* parent = nullptr);

    /// The names become the accessible name.
    void setParts(std::vector<Part> parts);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    bool hasKey() const;
    void paintKey(QPainter& painter) const;

    const Theme& m_theme;
    std::vector<Part> m_parts;
};

} // namespace edupro::ui
