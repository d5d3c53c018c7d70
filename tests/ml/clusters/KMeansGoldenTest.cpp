// SPDX-License-Identifier: GPL-3.0-or-later
// Our clusterings beside the best known ones, and quality figures beside scikit-learn's.
#include "core/ml/clusters/ClusterQuality.h"
#include "core/ml/clusters/ClusterSweep.h"
#include "core/ml/clusters/KMeans.h"
#include "core/ml/clusters/PrincipalComponents.h"
#include "core/ml/clusters/Scaling.h"
#include "tests/support/ArffReader.h"
#include "tests/support/Catch.h"
#include "tests/support/NumberTable.h"
#include "tests/support/Paths.h"

#include <algorithm>
#include <cmath>
#include <filesystem>

using namespace edupro;
using namespace edupro::ml;
using namespace edupro::tests;

namespace {

const std::string goldenFile = sharedPath("/golden/kmeans.json");
const std::string dataFolder = sharedPath("/data/");

bool goldenThere()
{
    if (std::filesystem::exists(goldenFile)) return true;
    saySkipped("comparison with the best known clusterings", "no " + goldenFile);
    return false;
}

Matrix irisNumbers()
{
    const Dataset data = readArff(dataFolder + "c45/iris.arff");
    Matrix matrix(data.rows(), data.columns.size());
    for (std::size_t row = 0; row < data.rows(); ++row) {
        const std::vector<double> values = data.row(row);
        std::copy(values.begin(), values.end(), matrix.row(row).begin());
    }
    return matrix;
}

/// 13 measurements and the class; no heading.
Matrix wineNumbers()
{
    std::istringstream lines(fileText(dataFolder + "c45/quinlan/wine.data"));
    std::vector<std::vector<double>> rows;
    std::string line;
    while (std::getline(lines, line)) {
        std::vector<double> row;
        for (const std::string& cell : cellsOf(line))
            row.push_back(std::stod(cell));
        if (row.size() == 14) {
            row.pop_back();
            rows.push_back(row);
        }
    }
    return aMatrix(rows);
}

Matrix numbersOf(const std::string& set)
{
    if (set.rfind("iris", 0) == 0) return irisNumbers();
    if (set.rfind("wine", 0) == 0) return wineNumbers();
    if (set == "blobs6-34") return blobs6(34, 1);
    if (set == "blobs6-1000") return blobs6(1000, 1);
    if (set == "panel-2022") {
        return readColumns(
            dataFolder + "provinsi/panel-ahh-rls-miskin-2015-2022.csv",
            {"AHH", "RLS", "Persen_Miskin", "Persen_Keluhan"},
            "Tahun",
            "2022");
    }
    return readColumns(
        dataFolder + "provinsi/klaster-sma-2023-6-indikator.csv",
        {"X1", "X2", "X3", "X4", "X5", "X6"});
}

Matrix preparedNumbers(const Json& set)
{
    const Matrix raw = numbersOf(set["dataset"].text);
    const ScalingKind kind = set["standardised"].flag ? ScalingKind::ZScore : ScalingKind::None;
    return fitScaling(raw, kind)->apply(raw);
}

Labels labelsOf(const Json& list)
{
    Labels labels;
    for (const Json& item : list.list)
        labels.push_back(static_cast<std::uint32_t>(item.number));
    return labels;
}

/// By the definition, with more digits than the engine has.
double daviesBouldinInLongDouble(const Matrix& data, const Labels& labels)
{
    using Number = long double;
    const std::size_t clusters = 1 + *std::max_element(labels.begin(), labels.end());
    std::vector<std::vector<Number>> centres(clusters, std::vector<Number>(data.columns, 0));
    std::vector<Number> sizes(clusters, 0);
    std::vector<Number> scatter(clusters, 0);
    for (const std::uint32_t label : labels)
        ++sizes[label];
    for (std::size_t row = 0; row < data.rows; ++row)
        for (std::size_t i = 0; i < data.columns; ++i)
            centres[labels[row]][i] += Number(data.row(row)[i]) / sizes[labels[row]];
    const auto distance = [&data](const auto& a, const auto& b) {
        Number sum = 0;
        for (std::size_t i = 0; i < data.columns; ++i)
            sum += (Number(a[i]) - Number(b[i])) * (Number(a[i]) - Number(b[i]));
        return std::sqrt(sum);
    };
    for (std::size_t row = 0; row < data.rows; ++row)
        scatter[labels[row]] += distance(data.row(row), centres[labels[row]]) / sizes[labels[row]];
    Number mean = 0;
    for (std::size_t a = 0; a < clusters; ++a) {
        Number worst = 0;
        for (std::size_t b = 0; b < clusters; ++b)
            if (a != b)
                worst =
                    std::max(worst, (scatter[a] + scatter[b]) / distance(centres[a], centres[b]));
        mean += worst / static_cast<Number>(clusters);
    }
    return static_cast<double>(mean);
}

} // namespace

TEST_CASE("The best known inertia is found from every seed", "[ml][golden]")
{
    if (!goldenThere()) return;
    const Json golden = readJson(goldenFile);
    constexpr std::uint64_t seeds = 4; // two hundred were tried when the search was made
    for (const Json& set : golden["sets"].list) {
        const Matrix data = preparedNumbers(set);
        REQUIRE(data.rows == set["rows"].count());
        for (const Json& best : set["k"].list) {
            std::size_t found = 0;
            for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
                const Result<KMeansModel> model =
                    kMeans(data, {.clusters = best["k"].count(), .seed = seed});
                REQUIRE(model.has_value());
                if (model->inertia <= best["best_known_inertia"].number * (1.0 + 1e-9)) ++found;
            }
            CAPTURE(set["dataset"].text, best["k"].count());
            CHECK(found == seeds);
        }
    }
}

TEST_CASE("The best division is the known one, with the known figures", "[ml][golden]")
{
    if (!goldenThere()) return;
    const Json golden = readJson(goldenFile);
    for (const Json& set : golden["sets"].list) {
        CAPTURE(set["dataset"].text);
        const Matrix data = preparedNumbers(set);
        const Result<Sweep> swept = sweep(data);
        REQUIRE(swept.has_value());
        REQUIRE(swept->entries.size() == set["k"].size());
        CHECK(swept->recommended == set["best_k_by_silhouette"].count());
        for (std::size_t i = 0; i < swept->entries.size(); ++i) {
            const SweepEntry& entry = swept->entries[i];
            const Json& best = set["k"][i];
            CAPTURE(entry.clusters);
            CHECK(adjustedRand(entry.model.labels, labelsOf(best["labels"])) == 1.0);
            CHECK(entry.model.labels == labelsOf(best["labels"]));
            CHECK(entry.silhouette.mean == Approx(best["silhouette"].number).epsilon(1e-9));
            // scikit-learn's distance of a row alone in its cluster to itself is up to 1e-8, not 0.
            const std::vector<std::size_t>& sizes = entry.model.sizes;
            const bool someAlone = std::find(sizes.begin(), sizes.end(), 1U) != sizes.end();
            CHECK(
                entry.daviesBouldin ==
                Approx(best["davies_bouldin"].number).epsilon(someAlone ? 2e-8 : 1e-9));
            const double precise = daviesBouldinInLongDouble(data, entry.model.labels);
            CHECK(entry.daviesBouldin == Approx(precise).epsilon(1e-12));
            CHECK(entry.calinskiHarabasz == Approx(best["calinski_harabasz"].number).epsilon(1e-9));
            if (best["silhouette_samples"].size() != data.rows) continue; // up to 200 rows only
            for (std::size_t row = 0; row < data.rows; ++row) {
                CHECK(
                    entry.silhouette.ofRow[row] ==
                    Approx(best["silhouette_samples"][row].number).margin(1e-9));
            }
        }
    }
}

TEST_CASE("The elbow of the best known inertias is the known one", "[ml][golden]")
{
    if (!goldenThere()) return;
    const Json golden = readJson(goldenFile);
    for (const Json& set : golden["sets"].list) {
        CAPTURE(set["dataset"].text);
        std::vector<double> clusters{1.0};
        std::vector<double> inertias{set["inertia_k1"].number};
        for (const Json& best : set["k"].list) {
            clusters.push_back(best["k"].number);
            inertias.push_back(best["best_known_inertia"].number);
        }
        for (const std::size_t from : {0U, 1U}) {
            const std::string range = from == 0 ? "k1..6" : "k2..6";
            const Elbow found =
                elbow(std::span(clusters).subspan(from), std::span(inertias).subspan(from));
            CHECK(clusters[from + found.place] == set["elbow_chord_" + range].number);
            const std::vector<double> known = set["elbow_chord_distance_" + range].numbers();
            REQUIRE(found.distance.size() == known.size());
            for (std::size_t i = 0; i < known.size(); ++i)
                CHECK(found.distance[i] == Approx(known[i]).margin(1e-12));
        }
        CHECK(sweep(preparedNumbers(set))->elbow == set["elbow_chord_k2..6"].count());
    }
}

TEST_CASE("The first two principal components are scikit-learn's", "[ml][golden]")
{
    if (!goldenThere()) return;
    const Json golden = readJson(goldenFile);
    for (const Json& set : golden["sets"].list) {
        CAPTURE(set["dataset"].text);
        const Result<PrincipalComponents> found = principalComponents(preparedNumbers(set));
        REQUIRE(found.has_value());
        const Json& expected = set["pca2"];
        for (std::size_t axis = 0; axis < 2; ++axis) {
            CHECK(
                found->variance[axis] ==
                Approx(expected["explained_variance"][axis].number).epsilon(1e-9));
            CHECK(
                found->share[axis] ==
                Approx(expected["explained_variance_ratio"][axis].number).epsilon(1e-9));
            const Json& coefficients = expected["components_sign_fixed_largest_abs_positive"][axis];
            for (std::size_t i = 0; i < coefficients.size(); ++i)
                CHECK(found->axes[axis][i] == Approx(coefficients[i].number).margin(1e-9));
        }
        const Json& scores = expected["scores_first_5_rows"];
        for (std::size_t row = 0; row < scores.size(); ++row)
            for (std::size_t axis = 0; axis < 2; ++axis)
                CHECK(
                    found->scores.row(row)[axis] == Approx(scores[row][axis].number).margin(1e-8));
    }
}

TEST_CASE("The adjusted Rand index has scikit-learn's values", "[ml][golden]")
{
    if (!goldenThere()) return;
    const Json golden = readJson(goldenFile);
    for (const Json& example : golden["adjusted_rand_examples"].list) {
        const double value = adjustedRand(labelsOf(example["a"]), labelsOf(example["b"]));
        CHECK(value == Approx(example["value"].number).margin(1e-12));
    }
}
