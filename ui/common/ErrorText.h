// SPDX-License-Identifier: GPL-3.0-or-later
// The one place that says an Error or an Issue in the user's language.
#pragma once

#include "core/base/Error.h"

#include <QString>

#include <functional>

namespace edupro::ui {

/// An error as three short sentences. `why` may be empty; the others never are.
struct ErrorWords {
    QString what; ///< "The school file is in use by another program."
    QString why;  ///< what is known beyond that: the broken rules, one a line; of a mistake of the
                  ///< program its key in brackets
    QString advice; ///< what to do now
};

/// All that there is to say, a line each.
QString inLines(const ErrorWords& said);

/// The heading of a column in the user's language, for `Issue::field`.
using FieldNames = std::function<QString(const std::string& column)>;

/// Says `error` in the language of the window: by its key, else by its code. `names` puts columns
/// into words; without it the column name itself is shown.
ErrorWords words(const Error& error, const FieldNames& names = {});

/// Says one broken rule without the field: "must be 0 to 100", in the language of the window.
QString words(const Issue& issue);

/// True when the key has its own words; false when only its code speaks.
bool hasWords(const std::string& key);

} // namespace edupro::ui
