// SPDX-License-Identifier: GPL-3.0-or-later
// A key file with one administrator, at the lowest cost that is accepted from files.
#pragma once

#include "core/security/KeyFile.h"
#include "tests/support/Catch.h"

#include <QTemporaryDir>

namespace edupro::tests {

inline constexpr security::ScryptCost cheapest{.n = 1U << 15U};

inline security::SecretBytes password(const QString& text)
{
    return security::SecretBytes::ofPassword(text);
}

/// Saved in a folder of its own; login "kepala", password "tanjung-42-biru".
struct SchoolKeyFile {
    SchoolKeyFile()
    {
        const security::SlotOwner owner{.user = head, .login = "kepala", .readsSealed = true};
        REQUIRE(file.setPassword(owner, password("tanjung-42-biru"), keys, cheapest).has_value());
        REQUIRE(file.save(path(), keys.file).has_value());
    }
    QString path() const { return folder.filePath("school.edupro-keys"); }

    QTemporaryDir folder;
    QUuid head = QUuid::createUuid();
    security::SchoolKeys keys = security::SchoolKeys::random();
    security::KeyFile file{QUuid::createUuid()};
};

} // namespace edupro::tests
