// SPDX-License-Identifier: GPL-3.0-or-later
// A folder with a school file in it, and ways to fill, read and compare school files.
#pragma once

#include "core/base/Random.h"
#include "core/people/Student.h"
#include "core/storage/backup/Backup.h"
#include "core/storage/backup/BackupFolder.h"
#include "core/storage/backup/Restore.h"
#include "core/storage/Store.h"
#include "tests/support/FileBytes.h"
#include "tests/support/Stores.h"

#include <QDir>
#include <QMap>
#include <QStandardPaths>
#include <QTemporaryDir>

namespace edupro::tests {

/// The rows of all entities as text.
using Dump = QMap<QString, QStringList>;

Dump dumpOf(storage::Connection& connection);

/// For a restore by somebody who is not asked who it is.
inline storage::PeopleHooks anybody()
{
    return {.permit = [](storage::Connection*, storage::Connection&) -> Result<QString> {
        return QStringLiteral("tester");
    }};
}

struct SchoolFolder {
    SchoolFolder() { QStandardPaths::setTestModeEnabled(true); }

    QString school() const { return path("SMP Contoh.edupro"); }
    QString backups() const { return path("backups"); }
    QString path(const char* name) const { return directory.filePath(QString::fromUtf8(name)); }
    QStringList files(const QString& folder = {}) const
    {
        return QDir(folder.isEmpty() ? directory.path() : folder)
            .entryList(QDir::Files | QDir::Dirs | QDir::Hidden | QDir::NoDotAndDotDot, QDir::Name);
    }
    QByteArray bytes(const QString& file) const { return bytesOf(file); }
    void write(const QString& file, const QByteArray& content) const { writeFile(file, content); }

    /// False when something could not be removed.
    bool removeAllBut(const QString& kept) const
    {
        bool removed = true;
        for (const QString& name : files())
            removed = (name == kept || QFile::remove(directory.filePath(name))) && removed;
        return removed;
    }

    std::unique_ptr<storage::Store> create() const
    {
        auto store = storage::Store::createFile(school(), options());
        if (!store) FAIL(store.error().detail);
        return std::move(store).value();
    }
    std::unique_ptr<storage::Store> open() const { return openAt(school()); }
    std::unique_ptr<storage::Store> openAt(const QString& file) const
    {
        auto store = storage::Store::openFile(file, options());
        if (!store) FAIL(store.error().key + ": " + store.error().detail);
        return std::move(store).value();
    }
    storage::StoreOptions options() const
    {
        storage::StoreOptions options = testOptions();
        options.clock = [this] {
            return now;
        };
        options.newId = randomIds(options.clock); // unlike the ordered ones, never twice the same
        options.keys = keys;
        return options;
    }
    storage::RestoreOptions restoreOptions() const
    {
        return {
            .keys = keySource(),
            .currentKeys = keys,
            .now = now,
            .entities = testOptions().entities,
            .people = anybody()};
    }
    storage::BackupFile
    backUp(storage::Store& store, storage::BackupCause cause = storage::BackupCause::Manual) const
    {
        const auto made = storage::createBackup(store, {.folder = backups(), .cause = cause});
        if (!made) FAIL(made.error().key + ": " + made.error().detail);
        return *made;
    }

    /// Before create(): the school is to be encrypted. Its key file opens with nobody's password.
    void encrypt()
    {
        keys = std::make_shared<const security::SchoolKeys>(security::SchoolKeys::random());
        security::KeyFile file(QUuid::createUuid());
        REQUIRE(file.save(security::keyFileOf(school()), keys->file).has_value());
    }
    /// For whatever asks for the keys.
    storage::KeySource keySource() const
    {
        return [known = keys](const QByteArray&) -> Result<storage::SchoolFile::Keys> {
            return known;
        };
    }

    QTemporaryDir directory;
    Instant now = testNow;
    storage::SchoolFile::Keys keys{}; ///< null: plain
};

/// Adds, changes and removes students by the seed.
inline void work(storage::Store& store, std::uint64_t seed, int changes)
{
    Random random(seed);
    auto transaction = storage::Transaction::begin(store);
    REQUIRE(transaction.has_value());
    auto listed = store.list<Student>();
    REQUIRE(listed.has_value());
    std::vector<Student> students = std::move(listed).value();
    for (int i = 0; i < changes; ++i) {
        if (students.empty() || random.chance(0.5)) {
            Student student{
                .nis = QString::number(100'000 + static_cast<int>(seed) * 1000 + i),
                .name = QStringLiteral("Contoh %1").arg(random.below(1'000'000))};
            const auto saved = store.save(student);
            if (!saved) FAIL(saved.error().detail);
            students.push_back(student);
            continue;
        }
        const auto one =
            students.begin() + static_cast<std::ptrdiff_t>(random.below(students.size()));
        if (random.chance(0.3)) {
            REQUIRE(store.remove(entityInfo<Student>(), one->id.value).has_value());
            students.erase(one);
        } else {
            one->name =
                QStringLiteral("Berubah %1 ").arg(random.below(1'000'000)).repeated(3).trimmed();
            REQUIRE(store.save(*one).has_value());
        }
    }
    REQUIRE(transaction->commit().has_value());
}

} // namespace edupro::tests
