// SPDX-License-Identifier: GPL-3.0-or-later
// Finds provinces by the names and codes that files use, and never guesses.
#pragma once

#include "core/storage/Store.h"

#include <QHash>

namespace edupro::regions {

/// Whose two-digit province codes a file uses. They agree except in Papua, where 91 to 97 name
/// different provinces.
enum class CodeSystem : std::uint8_t { Unknown, Kemendagri, Bps };

class RegionDirectory {
public:
    /// Reads the provinces and their spellings from the reference tables.
    static Result<RegionDirectory> load(storage::Store& store);

    /// The code ("P34") of a province's name in any known spelling; case, accents, marks, spaces
    /// and a "Provinsi" in front do not matter.
    std::optional<QString> byName(const QString& name) const;
    /// The code ("P94") of "94", "P94" or "94.0" in the numbering of `system`. Nothing for 91 to 97
    /// in an unknown system.
    std::optional<QString> byCode(const QString& code, CodeSystem system) const;
    /// True for a code whose meaning depends on the system.
    static bool isAmbiguous(const QString& code);
    /// True for totals and other rows that are no place: Indonesia, Luar Negeri, Total, ...
    static bool isAggregate(const QString& name);

private:
    QHash<QString, QString> m_byName;
    QHash<QString, QString> m_byBps;
    QHash<QString, QString> m_byKemendagri;
};

} // namespace edupro::regions
