// SPDX-License-Identifier: GPL-3.0-or-later
// What is stored of the early warning for a term: the predictions, and the model in production with
// its measures.
#pragma once

#include "core/warning/Predict.h"
#include "core/warning/RiskModel.h"

namespace edupro::warning {

/// The model in production for a target.
struct ModelInUse {
    int number = 0;
    Instant trainedAt = 0;
    TrainReport report;
};

/// Rows in the order of the risk, as in PredictReport. Students at school without a row have had no
/// prediction yet, or no figures in the term.
struct ForecastList {
    Target target = Target::NextTerm;
    QString term;                    ///< code of the term whose figures were used; empty: no terms
    std::optional<ModelInUse> model; ///< none before a training
    int predictedBy = 0;             ///< number of the model that made the rows; 0 without rows
    std::size_t students = 0;        ///< at school
    std::vector<Forecast> rows;
};

/// The report that was stored with a model of kind "tree". Corrupt `model.damaged`.
Result<TrainReport> trainReportOf(const ModelVersion& version);

/// None before a training for the target. Error: `model.damaged`.
Result<std::optional<ModelInUse>> modelInUse(storage::Store& store, Target target);

/// Reads what is stored; asks no model. A store without terms, model or predictions is no error.
/// Errors: Permission `access.denied`, `term.unknown`, `model.damaged`, `prediction.damaged`, the
/// store's own.
Result<ForecastList> storedForecasts(storage::Store& store, const PredictOptions& options = {});

} // namespace edupro::warning
