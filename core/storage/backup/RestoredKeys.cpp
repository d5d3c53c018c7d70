// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/backup/RestoredKeys.h"

#include "core/security/KeyFileFiles.h"
#include "core/storage/audit/AuditVerify.h"
#include "core/storage/backup/Contents.h"
#include "core/storage/Conversion.h"

#include <QDir>
#include <QFile>

namespace edupro::storage {

namespace {

const QString copySuffix = QStringLiteral("-anew");

void addErasures(security::KeyFile& file, const QStringList& erasures)
{
    for (const QString& row : erasures)
        file.addErasure(QUuid::fromString(row));
}

/// A copy of the database under other keys, found to hold the same.
Done copyChecked(
    const QString& path,
    const QString& copy,
    const security::SchoolKeys& old,
    const security::SchoolKeys& today)
{
    auto source = Connection::openSqlite(path, Connection::Mode::Existing, &old);
    if (!source) return source.error();
    const Result<DatabaseContents> before = contentsOf(**source);
    if (!before) return before.error();
    if (Done copied = copyUnderKeys(**source, copy, &today); !copied) return copied;
    auto target = Connection::openSqlite(copy, Connection::Mode::Existing, &today);
    if (!target) return target.error();
    const Result<DatabaseContents> after = contentsOf(**target);
    if (!after) return after.error();
    if (*after == *before) return done();
    return Error{
        .code = ErrorCode::Corrupt,
        .key = "store.damaged",
        .detail = "the copy of the backup under today's file key differs from the backup"};
}

} // namespace

std::optional<TodaysKeys> todaysKeys(const QString& school, const SchoolFile::Keys& keys)
{
    if (!keys) return std::nullopt;
    const QString path = security::keyFileOf(school);
    for (const QString& generation : {path, security::olderGenerationOf(path)}) {
        Result<security::KeyFile> file = security::KeyFile::load(generation);
        if (file && file->isAuthentic(keys->file))
            return TodaysKeys{.keys = keys, .file = std::move(file).value()};
    }
    return std::nullopt;
}

bool canGoOnUnder(const security::SchoolKeys& today, const security::SchoolKeys& old)
{
    if (today.file.equals(old.file)) return true;
    return today.seal.size() == security::keySize && today.seal.equals(old.seal);
}

Done encryptAnew(
    const QString& path, const security::SchoolKeys& old, const security::SchoolKeys& today)
{
    const QString copy = path + copySuffix;
    QFile::remove(copy);
    Done copied = copyChecked(path, copy, old, today);
    if (copied && !(QFile::remove(path) && QFile::rename(copy, path))) {
        copied = Error{
            .code = ErrorCode::Io,
            .key = "store.read_only",
            .detail = QDir::toNativeSeparators(path).toStdString() + ": cannot be replaced"};
    }
    if (!copied) QFile::remove(copy);
    return copied;
}

Done writeTodaysKeys(
    const QString& path, TodaysKeys today, Connection& restored, const QStringList& erasures)
{
    const Result<security::Anchor> anchor = anchorOf(restored);
    if (!anchor) return anchor.error();
    today.file.setAnchor(*anchor);
    addErasures(today.file, erasures);
    QFile::remove(path);
    QFile::remove(security::olderGenerationOf(path));
    // The second writing makes the first one the older generation.
    for (int generation = 0; generation < 2; ++generation) {
        if (Done saved = today.file.save(path, today.keys->file); !saved) return saved;
    }
    return done();
}

Done extendKeyFile(
    const QString& path, const security::SchoolKeys& keys, const QStringList& erasures)
{
    Result<security::KeyFile> file = security::KeyFile::load(path);
    if (!file) return file.error();
    const std::size_t before = file->erasures().size();
    addErasures(*file, erasures);
    return file->erasures().size() == before ? done() : file->save(path, keys.file);
}

} // namespace edupro::storage
