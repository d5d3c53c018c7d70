// SPDX-License-Identifier: GPL-3.0-or-later
// A chart as plain data: what core computes, the window draws and a screen reader reads as a table.
#pragma once

#include <QString>

#include <cstdint>
#include <optional>
#include <variant>
#include <vector>

namespace edupro::dashboard {

/// What a colour says. Fine, Watch and Risk are judgements; Neutral and Accent are not.
enum class Tone : std::uint8_t { Neutral, Accent, Fine, Watch, Risk };

/// How a value of a chart is written: "79,4", "93,1 %".
struct ValueFormat {
    int decimals = 0;
    bool percent = false; ///< values are percentages (0..100) and shown with a percent sign
};

/// One bar per category, cut into parts (students per class by predicted level).
struct StackedBars {
    struct Part {
        QString name; ///< as shown, in the user's language
        Tone tone = Tone::Neutral;
        std::vector<double> values; ///< one per category, >= 0
    };
    QString categoryName;              ///< heading of the categories as a table: "Class"
    std::vector<QString> categories;   ///< top to bottom
    std::vector<Part> parts;           ///< left to right
    bool shares = true;                ///< true: every bar is 100 % long; false: as long as its sum
    std::optional<std::size_t> direct; ///< the part whose values are written at the end of the bars
    ValueFormat format{};
};

/// Values over terms or other ordered steps; a missing value is a gap, never a zero.
struct Lines {
    struct Line {
        QString name;
        Tone tone = Tone::Accent;
        bool dashed = false;
        std::vector<std::optional<double>> values; ///< one per step
        ValueFormat format{.decimals = 1};
    };
    QString stepName;           ///< heading of the steps as a table: "Term"
    std::vector<QString> steps; ///< left to right, short
    std::vector<Line> lines;
};

/// Named points in groups (schools or provinces by cluster).
struct Scatter {
    struct Point {
        QString name;
        double x = 0.0;
        double y = 0.0;
        bool emphasized = false; ///< drawn larger and labelled: the own school among its peers
    };
    struct Group {
        QString name;
        Tone tone = Tone::Neutral;
        std::vector<Point> points;
    };
    QString xName;
    QString yName;
    std::vector<Group> groups;
    ValueFormat format{.decimals = 2};
};

using Chart = std::variant<StackedBars, Lines, Scatter>;

} // namespace edupro::dashboard
