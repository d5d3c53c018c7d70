// SPDX-License-Identifier: GPL-3.0-or-later
// One line of the erasure register: a student whose identity was erased and must stay so.
#pragma once

#include "core/people/Student.h"

#include <QString>

namespace edupro {

using ErasureId = Id<struct ErasureTag>;

/// Who erased, where only the id was known when a restore repeated it.
inline const QString erasedByRestore = QStringLiteral("restore");

/// Its own id is the student's, so that a register kept elsewhere (key file, manifest) is a list of
/// ids. No reference: a restored file may not know the student.
struct Erasure {
    ErasureId id;
    Instant erasedAt = 0;
    QString erasedBy; ///< a user's id, or erasedByRestore
    QString basis;

    static constexpr auto schema()
    {
        // clang-format off
        return entity("erasures",
            field(&Erasure::id,       "id",        label("Erasure", "Id"),        {.key = true, .hidden = true}),
            field(&Erasure::erasedAt, "erased_at", label("Erasure", "Erased"),    {.required = true, .instant = true}),
            field(&Erasure::erasedBy, "erased_by", label("Erasure", "Erased by"), {.required = true, .length = {1, 100}}),
            field(&Erasure::basis,    "basis",     label("Erasure", "Basis"),     {.required = true, .choices = "request|retention|error"}));
        // clang-format on
    }
    friend bool operator==(const Erasure&, const Erasure&) = default;
};

} // namespace edupro
