// SPDX-License-Identifier: GPL-3.0-or-later
// The words for kinds of files, their fields, what is wrong with a row, and what an import did.
#pragma once

#include "core/exchange/ImportReport.h"

#include <QString>

namespace edupro::ui {

/// "Students" of "students", in the language of the window.
QString kindWord(const QString& kind);
/// "Birth date" of "birth_date".
QString importFieldWord(const QString& field);
/// The reason of a refused row: "Must be 0 to 100".
QString reasonOf(const exchange::ImportIssue& issue);
/// "1,204 added, 31 updated, 4 skipped"; before the import "1,204 will be added, ...".
QString countsOf(const exchange::ImportReport& report);

} // namespace edupro::ui
