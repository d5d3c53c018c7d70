// SPDX-License-Identifier: GPL-3.0-or-later
// Everything the dashboard of a school shows for one term, as plain values.
#pragma once

#include "core/school/SchoolActions.h"
#include "core/storage/Store.h"
#include "core/warning/Explain.h"

#include <array>
#include <optional>
#include <vector>

namespace edupro::dashboard {

/// A figure and what it has changed since the term before; none where there is nothing to say.
struct Figure {
    std::optional<double> value;
    std::optional<double> change;
};

/// Of how many students of the term the data are there.
struct Completeness {
    std::size_t students = 0;
    std::size_t withMarks = 0;
    std::size_t withAttendance = 0;
    std::size_t withIncome = 0; ///< of a guardian, by the end of the term
};

/// Students of a term: enrolled during it, or with marks or attendance in it.
struct Cards {
    Figure students;
    Figure average;      ///< mean of the students' averages
    Figure attendance;   ///< percent: days present by days recorded, of all students
    Figure atRisk;       ///< students predicted Rendah for the next term; none before a prediction
    Figure completeness; ///< percent: mean of the shares with marks, attendance and income
    Completeness parts;  ///< of `completeness`
};

struct ClassForecast {
    QString className;                                     ///< empty: students without a class
    std::array<std::size_t, warning::levelCount> levels{}; ///< by warning::Level
    std::size_t unknown = 0;                               ///< not enough data to say
};

struct TermTrend {
    QString term;
    std::optional<double> average;
    std::optional<double> attendance; ///< percent
};

/// A student predicted Rendah, and why.
struct Attention {
    StudentId student;
    QString nis;
    QString name;
    QString className;
    warning::Explanation explanation;
};

struct ModelInUse {
    int number = 0;
    Instant trainedAt = 0;
};

struct Dashboard {
    school::TermRow term;
    QString termBefore; ///< what `change` compares with; empty when the school has no such term
    Cards cards;
    std::vector<ClassForecast> classes; ///< by grade level and name
    std::vector<TermTrend> trend;       ///< terms with figures, oldest first, up to this one
    std::vector<Attention> attention;   ///< at most ten, the greatest risk first
    std::optional<ModelInUse> model;    ///< for the next term
};

inline constexpr std::size_t mostAttention = 10;

/// The dashboard of the term with this code; empty: school::currentTerm(). Reads only. Errors:
/// `term.none`, `term.unknown`, `prediction.damaged`.
Result<Dashboard> dashboardOf(storage::Store& store, const QString& term = {});

} // namespace edupro::dashboard
