// SPDX-License-Identifier: GPL-3.0-or-later
// An encrypted school with one administrator, and the computer it is opened on, whose time stands
// until a test moves it.
#pragma once

#include "core/accounts/SignIn.h"
#include "core/Entities.h"
#include "tests/support/Catch.h"

#include <QTemporaryDir>

#include <atomic>

namespace edupro::tests {

inline const QString goodPassword = QStringLiteral("tanjung-42-biru-lepas");
inline const QString otherPassword = QStringLiteral("mendung-tipis-di-77-bukit");

/// Cheap keys, a clock by hand, failures counted in a folder of its own.
struct TestComputer {
    TestComputer()
    {
        const Clock clock = [time = time] {
            return time->load();
        };
        const security::ThrottlePlaces places{
            .state = folder.filePath("failures"), .machineKey = folder.filePath("machine")};
        computer.store.device = QStringLiteral("desk");
        computer.store.actor = QStringLiteral("tester");
        computer.store.entities = allEntities();
        computer.cost = {.n = 1U << 15U};
        computer.clocks = {.sinceBoot = clock, .wall = clock};
        computer.throttle = std::make_shared<security::Throttle>(
            places, security::ThrottleClocks{.sinceBoot = clock, .wall = clock});
    }
    void pass(Instant milliseconds) { *time += milliseconds; }

    QTemporaryDir folder;
    std::shared_ptr<std::atomic<Instant>> time =
        std::make_shared<std::atomic<Instant>>(1'772'438'400'000);
    accounts::Computer computer;
};

/// The file of a new school, closed; its administrator is Dewi, login "dewi".
struct ProtectedSchool {
    explicit ProtectedSchool(TestComputer& desk)
        : path(desk.folder.filePath("smp-contoh.edupro"))
    {
        const auto make = [this](const storage::StoreOptions& options) {
            return school::createSchoolFile(path, {.name = "SMP Contoh"}, options);
        };
        auto made = accounts::createProtectedSchool(
            path,
            make,
            {.login = "dewi", .name = "Dewi"},
            security::SecretBytes::ofPassword(goodPassword),
            desk.computer);
        if (!made) FAIL(made.error().key + ": " + made.error().detail);
        recoveryCode = made->recoveryCode.text();
        REQUIRE(accounts::signOut(*made->opened.store, *made->opened.session).has_value());
    }

    QString path;
    QString recoveryCode;
};

} // namespace edupro::tests
