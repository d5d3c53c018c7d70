// SPDX-License-Identifier: GPL-3.0-or-later
// Runs imports of small files that a test writes as text.
#pragma once

#include "core/exchange/Importer.h"
#include "tests/support/FileBytes.h"

#include <QTemporaryDir>

#include <memory>

namespace edupro::tests {

inline QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("no such file");
}

/// Imports `text` as a file named `name`.
inline Result<exchange::ImportReport> importText(
    storage::Store& store,
    std::unique_ptr<exchange::RowImport> import,
    const QByteArray& text,
    const exchange::ImportOptions& options = {})
{
    const QTemporaryDir dir;
    const QString path = dir.filePath("import.csv");
    writeFile(path, text);
    return exchange::importFile(store, path, *import, options);
}

/// "added/updated/unchanged/rejected of rows", or the key of the error. Fails when the counts do
/// not add up.
inline std::string countsOf(const Result<exchange::ImportReport>& report)
{
    if (!report) return report.error().key;
    CHECK(report->added + report->updated + report->unchanged + report->rejected == report->rows);
    return std::to_string(report->added) + "/" + std::to_string(report->updated) + "/" +
           std::to_string(report->unchanged) + "/" + std::to_string(report->rejected) + " of " +
           std::to_string(report->rows);
}

/// Each issue as "row column rule".
inline QStringList issuesOf(const exchange::ImportReport& report)
{
    QStringList shown;
    for (const exchange::ImportIssue& issue : report.issues)
        shown.append(QStringLiteral("%1 %2 %3%4")
                         .arg(
                             QString::number(issue.row),
                             issue.column,
                             issue.rule,
                             issue.warning ? "?" : ""));
    return shown;
}

} // namespace edupro::tests
