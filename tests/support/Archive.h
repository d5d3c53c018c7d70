// SPDX-License-Identifier: GPL-3.0-or-later
// Archives of any members with a right hash at their end, as somebody with malice makes them.
#pragma once

#include "core/storage/backup/TrailingHash.h"
#include "core/storage/backup/ZipDevice.h"

#include <QBuffer>

#include <functional>
#include <vector>

namespace edupro::tests {

struct ArchiveMember {
    QByteArray name;
    QByteArray bytes;
    int compression = ZIP_CM_DEFAULT;
};

/// Empty when libzip refuses (two members of one name). `change` sees the archive before it is
/// written.
inline QByteArray
archiveOf(const std::vector<ArchiveMember>& members, const std::function<void(zip_t*)>& change = {})
{
    QBuffer buffer;
    buffer.open(QIODevice::ReadWrite);
    zip_source_t* target = storage::zipSource(buffer);
    storage::Zip zip(zip_open_from_source(target, ZIP_CREATE | ZIP_TRUNCATE, nullptr));
    if (!zip) {
        zip_source_free(target);
        return {};
    }
    for (const ArchiveMember& member : members) {
        const auto size = static_cast<zip_uint64_t>(member.bytes.size());
        zip_source_t* source = zip_source_buffer(zip.get(), member.bytes.constData(), size, 0);
        const zip_int64_t index =
            zip_file_add(zip.get(), member.name.constData(), source, ZIP_FL_ENC_UTF_8);
        if (index < 0) {
            zip_source_free(source);
            return {};
        }
        zip_set_file_compression(
            zip.get(), static_cast<zip_uint64_t>(index), member.compression, 0);
    }
    const QByteArray comment = storage::emptyTrailingHash();
    zip_set_archive_comment(
        zip.get(), comment.constData(), static_cast<zip_uint16_t>(comment.size()));
    if (change) change(zip.get());
    if (zip_close(zip.get()) != 0) return {};
    (void)zip.release(); // zip_close has freed it
    if (!storage::writeTrailingHash(buffer, noProgress())) return {};
    return buffer.data();
}

} // namespace edupro::tests
