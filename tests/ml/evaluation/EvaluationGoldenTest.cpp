// SPDX-License-Identifier: GPL-3.0-or-later
// Our figures of a confusion beside scikit-learn's.
#include "core/ml/evaluation/Evaluation.h"
#include "tests/support/Catch.h"
#include "tests/support/JsonReader.h"
#include "tests/support/Paths.h"

#include <filesystem>

using namespace edupro::ml;
using namespace edupro::tests;

namespace {

Confusion confusionFrom(const Json& rows)
{
    Confusion confusion(rows.size());
    for (std::size_t actual = 0; actual < rows.size(); ++actual)
        for (std::size_t predicted = 0; predicted < rows.size(); ++predicted)
            confusion.add(actual, predicted, rows[actual][predicted].number);
    return confusion;
}

} // namespace

TEST_CASE("Accuracy, kappa, precision, recall and F1 are scikit-learn's", "[ml][golden]")
{
    const std::string path = sharedPath("/golden/sklearn-tree.json");
    if (!std::filesystem::exists(path))
        return saySkipped("comparison of figures with scikit-learn", "no " + path);
    const Json golden = readJson(path);
    std::size_t compared = 0;
    for (const Json& set : golden["sets"].list) {
        for (const Json& run : set["runs"].list) {
            CAPTURE(set["dataset"].text, run["label"].text);
            const Evaluation found = evaluate(confusionFrom(run["train_confusion"]));
            CHECK(found.accuracy == Approx(run["train_accuracy"].number).epsilon(1e-12));
            CHECK(found.kappa == Approx(run["train_kappa"].number).epsilon(1e-12));
            CHECK(found.macro.precision == Approx(run["macro_precision"].number).epsilon(1e-12));
            CHECK(found.macro.recall == Approx(run["macro_recall"].number).epsilon(1e-12));
            CHECK(found.macro.f1 == Approx(run["macro_f1"].number).epsilon(1e-12));
            CHECK(
                found.weighted.precision ==
                Approx(run["weighted_precision"].number).epsilon(1e-12));
            CHECK(found.weighted.recall == Approx(run["weighted_recall"].number).epsilon(1e-12));
            CHECK(found.weighted.f1 == Approx(run["weighted_f1"].number).epsilon(1e-12));
            ++compared;
        }
    }
    CHECK(compared > 0);
}
