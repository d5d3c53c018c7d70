// SPDX-License-Identifier: GPL-3.0-or-later
// COLUMN=VALUE on the command line, and the same as JSON.
#pragma once

#include "app/cli/Command.h"
#include "core/exchange/RecordText.h"

namespace edupro::cli {

/// Words of the form COLUMN=VALUE. Validation `usage` names the one that is not.
Result<std::vector<exchange::TypedField>> fieldPairs(const QStringList& words);

/// The words of a command from `first` on, and the columns of the JSON object in --values, which is
/// a file or, for "-", standard input. Validation `usage`.
Result<std::vector<exchange::TypedField>> typedIn(const Arguments& arguments, int first);

} // namespace edupro::cli
