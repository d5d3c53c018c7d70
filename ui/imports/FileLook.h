// SPDX-License-Identifier: GPL-3.0-or-later
// What a file looks like before it is imported: its headings, some cells, and what they could be.
#pragma once

#include "core/exchange/Importer.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <functional>
#include <memory>
#include <optional>

namespace edupro::ui {

/// A kind of file that can be imported. `make` is called on the storage lane.
struct ImportChoice {
    using Make = std::function<Result<std::unique_ptr<exchange::RowImport>>(
        storage::Store& store, const QString& fileName)>;

    QString name; ///< "students", "marks", ...
    Make make;
};

/// How the columns of the file fit one kind.
struct ColumnMatch {
    QList<exchange::WantedField> fields;
    QStringList headings;
    QList<int> columnOf;          ///< by field; -1: the file has no such column
    QList<QStringList> examples;  ///< by column: a few of its cells
    std::optional<Error> problem; ///< why the file cannot be imported with these columns
    int score = 0;                ///< how many fields have a column
};

struct FileLook {
    int choice = 0; ///< the kind that the headings speak for
    ColumnMatch match;
};

/// Finds out what the file is. Errors are those of CsvReader.
Result<FileLook>
lookAtFile(storage::Store& store, const QString& path, const std::vector<ImportChoice>& choices);

/// How the columns fit one kind, with what the person said about them.
Result<ColumnMatch> matchColumns(
    storage::Store& store,
    const QString& path,
    const ImportChoice& choice,
    const QList<exchange::HeadingOverride>& map);

} // namespace edupro::ui
