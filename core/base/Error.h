// SPDX-License-Identifier: GPL-3.0-or-later
// What went wrong, as a value: code for the program, key for the user's language, detail for the
// log.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace edupro {

enum class ErrorCode : std::uint8_t {
    Validation, ///< the data breaks a rule; `issues` names fields
    NotFound,
    Conflict,   ///< somebody else changed the row meanwhile
    Constraint, ///< uniqueness or reference refused by the store
    Connection,
    Permission,
    Io,
    Corrupt,
    Cancelled,
    Internal, ///< our mistake
};

/// Stable English word of a code ("validation", "io", ...), for the CLI and logs.
constexpr std::string_view codeName(ErrorCode code)
{
    constexpr std::string_view names[] = {
        "validation",
        "not_found",
        "conflict",
        "constraint",
        "connection",
        "permission",
        "io",
        "corrupt",
        "cancelled",
        "internal"};
    return names[static_cast<std::size_t>(code)];
}

/// One broken rule of one field. `rule` is a key that the edge puts into words ("required",
/// "range", ...).
struct Issue {
    std::string field;    ///< column name, e.g. "nis"; empty: the whole record
    std::string rule;     ///< "required", "length", "range", "past", "pattern", "choice", "unique",
                          ///< "reference", ...
    std::string value;    ///< what was given, as text (UTF-8); empty when nothing was given
    std::string limit;    ///< the bound that was broken, as text: "0..100", "2..100", "L|P"
    bool warning = false; ///< true: suspicious but saved

    friend bool operator==(const Issue&, const Issue&) = default;
};

/// A refusal or failure. Texts are UTF-8; `detail` is English and never shown as the only message.
struct Error {
    ErrorCode code = ErrorCode::Internal;
    std::string key; ///< finer than code: "store.missing", "import.too_big", "train.too_few", ...;
                     ///< may be empty
    std::string detail; ///< what, where (path, row), for the log and the CLI
    std::vector<Issue> issues{};

    friend bool operator==(const Error&, const Error&) = default;
};

inline Error cancelled()
{
    return {.code = ErrorCode::Cancelled, .key = "cancelled", .detail = "cancelled"};
}

} // namespace edupro
