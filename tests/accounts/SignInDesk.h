// SPDX-License-Identifier: GPL-3.0-or-later
// A computer at which people sign in to a school, whose clocks stand until the test moves them.
#pragma once

#include "core/accounts/SignIn.h"
#include "tests/support/Catch.h"
#include "tests/support/SchoolKeyFile.h"
#include "tests/support/Stores.h"

#include <QTemporaryDir>

namespace edupro::tests {

using namespace accounts;
using namespace security;

constexpr Instant minute = 60'000;
inline const QString adminPassword = QStringLiteral("tanjung-42-biru");

/// A computer whose clocks stand until the test moves them.
struct SignInDesk {
    explicit SignInDesk(bool encrypted)
        : isEncrypted(encrypted)
    {
        computer.store = testOptions();
        computer.store.newId = nullptr; // a file is opened more than once
        computer.store.clock = [this] {
            return wall;
        };
        computer.cost = cheapest;
        computer.throttle = std::make_shared<Throttle>(
            ThrottlePlaces{
                .state = folder.filePath("throttle"), .machineKey = folder.filePath("machine")},
            ThrottleClocks{
                .sinceBoot = [this] { return boot; },
                .wall =
                    [this] {
                        return wall;
                    }});
        computer.clocks = {
            .sinceBoot = [this] { return boot; },
            .wall =
                [this] {
                    return wall;
                }};
    }
    QString path() const { return folder.filePath("a.edupro"); }
    Opened create()
    {
        const MakeSchoolFile make = [this](const storage::StoreOptions& options) {
            return school::createSchoolFile(path(), {.name = "SMP Uji"}, options);
        };
        if (!isEncrypted) {
            auto made = createPlainSchool(path(), make, {}, password(adminPassword), computer);
            if (!made) FAIL(made.error().detail);
            return std::move(made).value();
        }
        auto made = createProtectedSchool(path(), make, {}, password(adminPassword), computer);
        if (!made) FAIL(made.error().detail);
        code = made->recoveryCode.text();
        return std::move(made->opened);
    }
    Result<Opened> enter(const char* login, const QString& text)
    {
        return signIn(path(), QString::fromLatin1(login), password(text), computer);
    }
    void pass(Instant time)
    {
        wall += time;
        boot += time;
    }

    QTemporaryDir folder;
    bool isEncrypted;
    Instant wall = testNow;
    Instant boot = 1'000'000;
    Computer computer;
    QString code;
};

inline std::string keyOf(const Result<Opened>& opened)
{
    return opened ? std::string("opened") : opened.error().key;
}

inline int eventsOf(storage::Store& store, const char* action)
{
    const auto count = store.connection().scalar(
        QStringLiteral("SELECT COUNT(*) FROM audit_event WHERE json_extract(meta, '$.act') = ?"),
        {QString::fromLatin1(action)});
    return count->toInt();
}

} // namespace edupro::tests
