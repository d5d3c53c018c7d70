// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/backup/TrailingHash.h"

#include "core/storage/backup/Manifest.h"

#include <QCryptographicHash>
#include <QIODevice>

#include <algorithm>
#include <vector>

namespace edupro::storage {

namespace {

constexpr qint64 hashSize = 64; // hex

QByteArray mark()
{
    return QByteArrayLiteral("edupro-backup/");
}

QByteArray hashHead()
{
    return mark() + QByteArray::number(backupFormat) + " sha256:";
}

Result<QByteArray> hashOfStart(QIODevice& device, qint64 length, const Progress& progress)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    std::vector<char> block(std::size_t{1} << 18);
    if (!device.seek(0)) return Error{.code = ErrorCode::Io, .key = "backup.io", .detail = "seek"};
    for (qint64 left = length; left > 0;) {
        const qint64 got =
            device.read(block.data(), std::min(left, static_cast<qint64>(block.size())));
        if (got <= 0) {
            return Error{
                .code = ErrorCode::Io,
                .key = "backup.io",
                .detail = "the backup cannot be read to its end"};
        }
        hash.addData(QByteArrayView(block.data(), got));
        left -= got;
        if (!progress(1.0 - static_cast<double>(left) / static_cast<double>(length)))
            return cancelled();
    }
    return hash.result().toHex();
}

} // namespace

QByteArray emptyTrailingHash()
{
    return hashHead() + QByteArray(hashSize, '0');
}

Done writeTrailingHash(QIODevice& device, const Progress& progress)
{
    const qint64 hashed = device.size() - hashSize;
    const Result<QByteArray> hash = hashOfStart(device, hashed, progress);
    if (!hash) return hash.error();
    if (device.seek(hashed) && device.write(*hash) == hashSize) return done();
    return Error{.code = ErrorCode::Io, .key = "backup.io", .detail = "the hash cannot be written"};
}

Done checkTrailingHash(QIODevice& device, const Progress& progress)
{
    const qint64 size = device.size();
    const qint64 tailSize = emptyTrailingHash().size();
    if (size < tailSize || !device.seek(size - tailSize)) {
        return Error{
            .code = ErrorCode::Corrupt,
            .key = "backup.foreign",
            .detail = "this is too short to be a backup"};
    }
    const QByteArray found = device.read(tailSize);
    if (!found.startsWith(hashHead())) {
        const bool ours = found.startsWith(mark());
        return Error{
            .code = ErrorCode::Corrupt,
            .key = ours ? "backup.newer" : "backup.foreign",
            .detail = ours ? "the backup has a format that this program does not know"
                           : "this is not a backup, or not a whole one"};
    }
    const Result<QByteArray> hash = hashOfStart(device, size - hashSize, progress);
    if (!hash) return hash.error();
    if (found.endsWith(*hash)) return done();
    return Error{
        .code = ErrorCode::Corrupt,
        .key = "backup.damaged",
        .detail = "the backup was changed or damaged after it was made"};
}

} // namespace edupro::storage
