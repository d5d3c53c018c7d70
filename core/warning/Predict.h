// SPDX-License-Identifier: GPL-3.0-or-later
// Predicts the achievement category of every student at school, and explains it for one.
#pragma once

#include "core/warning/Explain.h"

#include <QJsonObject>

#include <optional>
#include <vector>

namespace edupro::warning {

struct PredictOptions {
    Target target = Target::NextTerm;
    QString term; ///< code of the term whose figures are used; empty: school::currentTerm()
};

/// A student as lists of predictions show them.
struct Candidate {
    StudentId id;
    QString nis;
    QString name;
    QString className; ///< of the term; empty when there never was one

    static constexpr auto schema()
    {
        return entity(
            "list_active_students",
            field(&Candidate::id, "id"),
            field(&Candidate::nis, "nis"),
            field(&Candidate::name, "name"),
            field(&Candidate::className, "class_name"));
    }
};

struct Forecast {
    Candidate student;
    Explanation explanation;
};

/// The order of lists: by falling probability of Rendah, those with a doubt at the end.
bool isRiskier(const Forecast& a, const Forecast& b);

/// What prediction reads, as a value that may cross threads.
struct PredictionData {
    Target target = Target::NextTerm;
    ModelVersion model;
    TermData now;
    std::optional<TermData> before;  ///< the term before, for the trend
    std::vector<Candidate> students; ///< at school today whose parents do not object
    Instant startedAt = 0;
};

/// Rows in the order of the risk: by falling probability of Rendah, then by name; those with a
/// doubt at the end. students = predicted + notEnoughData + withoutFigures.
struct PredictReport {
    Target target = Target::NextTerm;
    QString term;
    int modelVersion = 0;
    std::size_t students = 0;       ///< at school
    std::size_t predicted = 0;      ///< with a level
    std::size_t notEnoughData = 0;  ///< with a doubt: stored with level "unknown"
    std::size_t withoutFigures = 0; ///< neither marks nor attendance in the term: nothing is stored
    std::array<std::size_t, levelCount> levels{}; ///< by Level
    std::vector<Forecast> rows;
    double seconds = 0.0;
};

QJsonObject toJson(const Forecast& forecast);
QJsonObject toJson(const PredictReport& report);

/// The three parts of predict(): reading (storage lane), asking the model (any thread), storing.
Result<PredictionData> readPredictionData(storage::Store& store, const PredictOptions& options);
Result<std::vector<Forecast>>
forecastsOf(const PredictionData& data, const Progress& progress = noProgress());
Result<PredictReport> keepForecasts(
    storage::Store& store,
    const PredictionData& data,
    std::vector<Forecast> forecasts,
    const Progress& progress = noProgress());

/// Asks the model in production about every student at school with marks or attendance in the term,
/// and stores the answers in one transaction in place of those of the same term and target. Errors:
/// NotFound `model.none` before a training, `term.none`, `term.unknown`; Validation
/// `predict.no_figures` when nobody has any; Corrupt `model.damaged`; cancelled.
Result<PredictReport> predict(
    storage::Store& store,
    const PredictOptions& options = {},
    const Progress& progress = noProgress());

/// The model in production for a target, if any.
Result<std::optional<ModelVersion>> riskModelInUse(storage::Store& store, Target target);

/// What the model in production says of one student now; stores nothing. Further errors: NotFound
/// `student.unknown`, Validation `predict.no_figures`.
Result<Forecast>
explain(storage::Store& store, const StudentId& student, const PredictOptions& options = {});

} // namespace edupro::warning
