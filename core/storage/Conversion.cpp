// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/Conversion.h"

#include "core/security/KeyFile.h"
#include "core/storage/backup/Contents.h"
#include "core/storage/backup/Replacement.h"
#include "core/storage/Durable.h"
#include "core/storage/encrypted/EncryptedVfs.h"
#include "core/storage/SqliteUri.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <sqlite3.h>

namespace edupro::storage {

namespace {

// What may lie beside a database under its name; the database goes first.
constexpr const char* companions[] = {"", "-wal", "-shm", "-journal", "-keys", "-keys.old"};

/// Where the old files wait until the new ones are in their place.
QString replacedName(const QString& path)
{
    return path + QStringLiteral("-replaced");
}

Error differs(const QString& path, const char* what)
{
    return {
        .code = ErrorCode::Corrupt,
        .key = "store.damaged",
        .detail = QDir::toNativeSeparators(path).toStdString() +
                  ": the copy differs from the file in " + what + "; the file was left as it is"};
}

Done sameContents(const QString& path, const DatabaseContents& file, const DatabaseContents& copy)
{
    if (file.identity != copy.identity) return differs(path, "its identity");
    if (file.schema != copy.schema) return differs(path, "its version");
    if (file.rows != copy.rows) return differs(path, "the number of rows");
    if (file.audit != copy.audit) return differs(path, "the end of the audit");
    return done();
}

/// Copies the file and answers what it holds.
Result<DatabaseContents>
copyFile(const QString& path, const QString& copy, const Conversion& conversion)
{
    auto source = Connection::openSqlite(path, Connection::Mode::Existing, conversion.from.get());
    if (!source) return source.error();
    if (Done whole = quickCheck(**source); !whole) return whole.error();
    Result<DatabaseContents> contents = contentsOf(**source);
    if (!contents) return contents.error();
    if (Done copied = copyUnderKeys(**source, copy, conversion.to.get()); !copied)
        return copied.error();
    return contents;
}

Done adaptCopy(Connection& copy, const Conversion& conversion)
{
    if (!conversion.adapt) return done();
    if (Done begun = copy.execute(QStringLiteral("BEGIN IMMEDIATE")); !begun) return begun;
    if (Done adapted = conversion.adapt(copy); !adapted) return adapted;
    if (Done committed = copy.execute(QStringLiteral("COMMIT")); !committed) return committed;
    // What the cells held before must not remain in free pages of the new file.
    return copy.execute(QStringLiteral("VACUUM"));
}

Done checkCopy(
    const QString& path,
    const QString& copyPath,
    const Conversion& conversion,
    const DatabaseContents& expected)
{
    auto copy = Connection::openSqlite(copyPath, Connection::Mode::Existing, conversion.to.get());
    if (!copy) return copy.error();
    const Result<DatabaseContents> contents = contentsOf(**copy);
    if (!contents) return contents.error();
    if (Done same = sameContents(path, expected, *contents); !same) return same;
    if (Done adapted = adaptCopy(**copy, conversion); !adapted) return adapted;
    return quickCheck(**copy);
}

} // namespace

Done copyUnderKeys(Connection& source, const QString& target, const security::SchoolKeys* keys)
{
    const FileLayers layers = fileLayers();
    std::optional<encrypted::RegisteredKey> key;
    SqliteUriOptions options{.create = true, .layer = layers.plain};
    if (keys) {
        if (layers.encrypted == QLatin1String(encrypted::vfsName)) {
            if (Done known = encrypted::registerEncryptedVfs(); !known) return known;
        }
        if (Done reserved = encrypted::reserveFooter(source.sqliteHandle()); !reserved)
            return reserved;
        key.emplace(keys->file);
        options.layer = layers.encrypted;
        options.keyId = key->id();
    } else if (options.layer.isEmpty()) {
        // By its name: without one the copy would go through the layer of the source.
        options.layer = QString::fromUtf8(sqlite3_vfs_find(nullptr)->zName);
    }
    QString uri = sqliteUri(target, options);
    uri.replace(u'\'', QStringLiteral("''"));
    return source.execute(QStringLiteral("VACUUM INTO '%1'").arg(uri));
}

Done convertSchool(const QString& path, const Conversion& conversion, const Progress& progress)
{
    if (!QFileInfo(path).isFile()) {
        return Error{
            .code = ErrorCode::Io,
            .key = "store.missing",
            .detail = QDir::toNativeSeparators(path).toStdString() + ": does not exist"};
    }
    auto replacement = Replacement::of(path, conversion.step);
    if (!replacement) return replacement.error();
    Replacement& next = **replacement;
    removeLeftovers(path);
    const qint64 size = QFileInfo(path).size() + QFileInfo(path + QStringLiteral("-wal")).size();
    if (Done fits = checkSpace(QFileInfo(path).absolutePath(), size); !fits) return fits;

    if (!progress(0.0)) return cancelled();
    const auto contents = copyFile(path, next.prepared(), conversion);
    if (!contents) return contents.error();
    if (!next.goOn() || !progress(0.5)) return cancelled();
    if (Done same = checkCopy(path, next.prepared(), conversion, *contents); !same) return same;
    if (!next.goOn() || !progress(0.8)) return cancelled();
    if (conversion.writeKeys) {
        const QString keyFile = security::keyFileOf(next.prepared());
        if (Done written = conversion.writeKeys(keyFile); !written) return written;
    }
    if (!next.goOn() || !progress(0.9)) return cancelled();
    if (Done swapped = next.swap(replacedName(path)); !swapped) return swapped;
    removeLeftovers(path);
    progress(1.0);
    return done();
}

void removeLeftovers(const QString& path)
{
    for (const QString& name : {replacedName(path), QString(path + QStringLiteral("-next"))}) {
        for (const char* companion : companions)
            QFile::remove(name + QLatin1String(companion));
    }
}

} // namespace edupro::storage
