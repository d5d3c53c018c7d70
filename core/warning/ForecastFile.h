// SPDX-License-Identifier: GPL-3.0-or-later
// Forecasts as a CSV file, for the window and the command line.
#pragma once

#include "core/exchange/Csv.h"
#include "core/warning/Predict.h"

#include <QString>

namespace edupro::warning {

/// One row per forecast in the order given: nis, nama, kelas, semester, prediksi_prestasi, the
/// three shares, dukungan, alasan (the path as "rata_rata <= 71.5 (68.9)", joined by semicolons).
/// The file appears whole or not at all. Error: Io `export.unwritable`.
Done writeForecasts(
    const QString& path,
    const QString& term,
    const std::vector<Forecast>& forecasts,
    const exchange::CsvStyle& style = {});

/// One condition in the file's words: "rata_rata <= 71.5 (68.9)", "kategori_kehadiran = Rendah".
QString lineOf(const ReasonStep& step);

} // namespace edupro::warning
