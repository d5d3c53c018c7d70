// SPDX-License-Identifier: GPL-3.0-or-later
// School files with known rows and damaged pages, and what the doctor says of them.
#pragma once

#include "core/storage/backup/Doctor.h"
#include "core/storage/backup/Rescue.h"
#include "tests/storage/backup/SchoolFolder.h"

#include <QSet>

namespace edupro::tests {

using namespace storage;

inline constexpr qint64 pageSize = 4096;

inline Diagnosis examineIn(const SchoolFolder& folder)
{
    const auto diagnosis = examine(
        folder.school(),
        {.keys = folder.keySource(),
         .backupFolder = folder.backups(),
         .now = folder.now,
         .entities = testOptions().entities});
    REQUIRE(diagnosis.has_value());
    return *diagnosis;
}

inline RescueOptions rescueOptions(const SchoolFolder& folder)
{
    return {.keys = folder.keySource(), .entities = testOptions().entities, .now = folder.now};
}

inline Examined findingOf(const Diagnosis& diagnosis, const char* what)
{
    for (const Examined& one : diagnosis.examined) {
        if (one.what == QLatin1String(what)) return one;
    }
    FAIL("nothing examined: " << what);
    return {};
}

/// Students of known ids, enough for many pages.
inline QSet<QString> fill(Store& store, int students)
{
    QSet<QString> ids;
    auto transaction = Transaction::begin(store);
    for (int i = 0; i < students; ++i) {
        Student student{
            .nis = QString::number(100'000 + i),
            .name = QStringLiteral("Contoh %1").arg(i),
            .address = QStringLiteral("Jalan Contoh ").repeated(15)};
        REQUIRE(store.save(student).has_value());
        ids.insert(student.id.value.toString(QUuid::WithoutBraces));
    }
    REQUIRE(transaction->commit().has_value());
    return ids;
}

/// Numbers of the pages that hold rows of a table, from 1.
inline QList<qint64> leavesOf(Connection& connection, const QString& table)
{
    QList<qint64> pages;
    const Done read = connection.read(
        QStringLiteral(
            "SELECT pageno FROM dbstat WHERE name = ? AND pagetype = 'leaf' ORDER BY pageno"),
        {table},
        [&](const QSqlQuery& row) {
            pages.append(row.value(0).toLongLong());
            return true;
        });
    if (!read) return {};
    return pages;
}

inline void spoilPages(const SchoolFolder& folder, const QList<qint64>& pages)
{
    QByteArray bytes = folder.bytes(folder.school());
    for (const qint64 page : pages)
        bytes.replace((page - 1) * pageSize, pageSize, QByteArray(pageSize, '\x5A'));
    folder.write(folder.school(), bytes);
}

} // namespace edupro::tests
