// SPDX-License-Identifier: GPL-3.0-or-later
// One field of an entity: its member, column, label and rules, as compile-time data.
#pragma once

#include "core/record/Ids.h"

#include <QDate>
#include <QString>

#include <optional>
#include <string_view>

namespace edupro {

/// How a value is stored. Every dialect maps each to one column type.
enum class FieldType { Text, Integer, Real, Flag, Date, Moment, Uuid, Json };

/// A text that lupdate finds (`-tr-function-alias QT_TRANSLATE_NOOP+=label`); the edge translates
/// it.
struct Label {
    const char* context = "";
    const char* text = "";
};
constexpr Label label(const char* context, const char* text)
{
    return {context, text};
}

struct Length {
    int min = 0;
    int max = 0; ///< 0: no limit beyond the general one
};
struct Range {
    double min = 0.0;
    double max = 0.0;
};

/// What a value must obey. Checked by validate() for form, grid, import and CLI alike.
struct FieldRules {
    bool key = false;      ///< the row's identity; exactly one per entity
    bool hidden = false;   ///< not shown in forms and tables
    bool required = false; ///< not empty and not missing
    bool unique = false;   ///< no two rows that are not deleted share it (the store enforces it)
    int searched =
        0; ///< the search field looks here, and lists are ordered by these fields, 1 first; 0: no
    bool past = false;    ///< a date before today
    bool json = false;    ///< the text is a JSON document
    bool instant = false; ///< the integer is an Instant (milliseconds since 1970, UTC)
    /// Specific personal data (UU 27/2022): in an encrypted file the cell is sealed with the
    /// school's second key, which teachers do not hold; shown as a mask until asked for.
    bool sealed = false;
    /// Of a sealed text: rows are looked up by it, so the table has a column `<column>_index`.
    bool lookup = false;
    /// Tells who somebody is: emptied when the student is erased.
    bool identifying = false;
    Length length{};
    std::optional<Range> range{};
    std::string_view pattern{};    ///< regular expression that the whole text must match
    std::string_view choices{};    ///< allowed texts, separated by '|'
    std::string_view references{}; ///< table whose id this is
};

template<class Record, class Member>
struct Field {
    using MemberType = Member;
    Member Record::*member;
    const char* column;
    Label text;
    FieldRules rules;
};

/// A field of an entity. A function, because clang 14 cannot deduce aggregate templates.
template<class Record, class Member>
constexpr Field<Record, Member>
field(Member Record::*member, const char* column, Label text = {}, FieldRules rules = {})
{
    return {member, column, text, rules};
}

} // namespace edupro
