// SPDX-License-Identifier: GPL-3.0-or-later
// An encrypted school on a desk, opened by its administrator, with a folder for its backups.
#pragma once

#include "app/Erasures.h"
#include "core/people/Student.h"
#include "tests/support/ProtectedSchool.h"
#include "tests/support/SchoolDesk.h"
#include "ui/accounts/Entry.h"

namespace edupro::tests {

struct BackedUpSchool {
    TestComputer at;
    ProtectedSchool school{at};
    Desk desk;
    std::shared_ptr<ui::Entry> entry;

    BackedUpSchool()
    {
        at.computer.store.clock = at.computer.clocks.wall;
        desk.context.backups.setErasures(erasuresForBackup);
        signIn(QStringLiteral("dewi"), goodPassword);
        desk.context.setStanding({.file = school.path, .encrypted = true});
        desk.context.backups.setSchool(school.path, {});
    }
    void signIn(const QString& login, const QString& password)
    {
        entry = std::make_shared<ui::Entry>();
        auto opened = desk.store.open(ui::openInto(entry, [=, this] {
            return accounts::signIn(
                school.path, login, security::SecretBytes::ofPassword(password), at.computer);
        }));
        REQUIRE(soon([&] { return opened.isFinished(); }));
        if (!opened.result()) FAIL(opened.result().error().key);
        desk.context.setPerson(entry->person);
    }
    void addStudent(const QString& nis)
    {
        inStore(desk, [&](storage::Store& store) {
            Student student{.nis = nis, .name = QStringLiteral("Contoh ") + nis};
            return store.save(student);
        });
    }
    /// On the lane of backups, as the window makes it.
    storage::BackupFile backUp()
    {
        const auto future = desk.context.backups.backUp();
        REQUIRE(soon([&] { return future.isFinished(); }));
        if (!future.result()) FAIL(future.result().error().key);
        return *future.result();
    }
};

} // namespace edupro::tests
