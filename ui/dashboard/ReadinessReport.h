// SPDX-License-Identifier: GPL-3.0-or-later
// The dashboard on one A4 page, for the desk of a principal.
#pragma once

#include "core/dashboard/Overview.h"

#include <QString>

namespace edupro::ui {

/// Writes a PDF with text and charts as vectors, in the language in force (see Language); levels
/// are told by letters and signs beside the colours, so that it prints in grey. Needs a
/// QGuiApplication; any thread. The file appears whole or not at all. Error: Io
/// `export.unwritable`.
Done writeReadinessReport(const dashboard::Overview& overview, const QString& path);

} // namespace edupro::ui
