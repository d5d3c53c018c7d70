// SPDX-License-Identifier: GPL-3.0-or-later
// The cell of an imported row that names a term.
#pragma once

#include "core/exchange/ImportRow.h"
#include "core/school/NameCache.h"

namespace edupro::school {

/// The field's name: "term".
QString termField();

/// The code of a term as people write it: "20251", "2025/2026 Ganjil", "Genap 2025/2026",
/// "2025/2026-2". Empty when the text is not a term.
QString termCodeOf(const QString& text);

/// The code in the row's term cell; rejects the row (rule "required" or "term") without one.
QString termCodeIn(exchange::ImportRow& row);

/// The term of a code, made when it is not there; rejects the row (rule "locked") when its values
/// may not be changed any more.
Result<TermId>
openTermIn(storage::Store& store, NameCache& names, const QString& code, exchange::ImportRow& row);

} // namespace edupro::school
