// SPDX-License-Identifier: GPL-3.0-or-later
// Training and predicting in the background: reads and writes on the storage lane, learns beside
// it, so that pages can go on reading.
#pragma once

#include "core/jobs/Lane.h"
#include "core/storage/StoreLane.h"
#include "core/warning/Predict.h"
#include "core/warning/RiskModel.h"

#include <optional>

namespace edupro::ui {

/// Both lanes outlive the work; the store's outlives the compute lane.
struct Lanes {
    storage::StoreLane& store;
    jobs::Lane& compute;
};

/// A training, and the predictions of the new model that follow it. Predictions are missing when
/// the term has no figures to predict from.
struct TrainedAndPredicted {
    warning::TrainReport trained;
    std::optional<warning::PredictReport> predicted;
};

/// Errors: those of warning::train(). Cancelled before the model is stored: nothing is; after:
/// the model stays, without predictions.
QFuture<Result<TrainedAndPredicted>>
trainAndPredict(const Lanes& lanes, const warning::TrainOptions& training, const QString& term);

/// Errors: those of warning::predict().
QFuture<Result<warning::PredictReport>>
predictInBackground(const Lanes& lanes, const warning::PredictOptions& options);

/// What a job did, in the language of the window.
QString toldOf(const warning::PredictReport& report);
QString toldOf(const TrainedAndPredicted& both);

} // namespace edupro::ui
