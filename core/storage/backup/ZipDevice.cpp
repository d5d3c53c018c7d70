// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/backup/ZipDevice.h"

#include <QFileDevice>

#include <cerrno>

namespace edupro::storage {

namespace {

/// What libzip asks of a source, answered by a device. libzip keeps it until ZIP_SOURCE_FREE.
struct Source {
    QIODevice* device;
    zip_error_t error{};
};

zip_int64_t failed(Source& source, int code)
{
    const auto* file = qobject_cast<const QFileDevice*>(source.device);
    const bool full = file && file->error() == QFileDevice::ResourceError;
    zip_error_set(&source.error, code, full ? ENOSPC : EIO);
    return -1;
}

zip_int64_t stat(Source& source, void* data, zip_uint64_t length)
{
    auto* answer = ZIP_SOURCE_GET_ARGS(zip_stat_t, data, length, &source.error);
    if (!answer) return -1;
    zip_stat_init(answer);
    answer->size = static_cast<zip_uint64_t>(source.device->size());
    answer->valid = ZIP_STAT_SIZE;
    return sizeof(zip_stat_t);
}

zip_int64_t seek(Source& source, void* data, zip_uint64_t length)
{
    const zip_int64_t at = zip_source_seek_compute_offset(
        static_cast<zip_uint64_t>(source.device->pos()),
        static_cast<zip_uint64_t>(source.device->size()),
        data,
        length,
        &source.error);
    if (at < 0) return -1;
    return source.device->seek(at) ? 0 : failed(source, ZIP_ER_SEEK);
}

zip_int64_t read(Source& source, void* data, zip_uint64_t length)
{
    const qint64 got = source.device->read(static_cast<char*>(data), static_cast<qint64>(length));
    return got >= 0 ? got : failed(source, ZIP_ER_READ);
}

zip_int64_t write(Source& source, const void* data, zip_uint64_t length)
{
    const auto wanted = static_cast<qint64>(length);
    const qint64 written = source.device->write(static_cast<const char*>(data), wanted);
    return written == wanted ? written : failed(source, ZIP_ER_WRITE);
}

zip_int64_t commit(Source& source)
{
    auto* file = qobject_cast<QFileDevice*>(source.device);
    return !file || file->flush() ? 0 : failed(source, ZIP_ER_WRITE);
}

zip_int64_t answer(void* state, void* data, zip_uint64_t length, zip_source_cmd_t command)
{
    Source& source = *static_cast<Source*>(state);
    switch (command) {
    case ZIP_SOURCE_OPEN:
    case ZIP_SOURCE_BEGIN_WRITE:
        return source.device->seek(0) ? 0 : failed(source, ZIP_ER_SEEK);
    case ZIP_SOURCE_READ:
        return read(source, data, length);
    case ZIP_SOURCE_WRITE:
        return write(source, data, length);
    case ZIP_SOURCE_SEEK:
    case ZIP_SOURCE_SEEK_WRITE:
        return seek(source, data, length);
    case ZIP_SOURCE_TELL:
    case ZIP_SOURCE_TELL_WRITE:
        return source.device->pos();
    case ZIP_SOURCE_STAT:
        return stat(source, data, length);
    case ZIP_SOURCE_ERROR:
        return zip_error_to_data(&source.error, data, length);
    case ZIP_SOURCE_SUPPORTS:
        return source.device->isWritable() ? ZIP_SOURCE_SUPPORTS_WRITABLE
                                           : ZIP_SOURCE_SUPPORTS_SEEKABLE;
    case ZIP_SOURCE_COMMIT_WRITE:
        return commit(source);
    case ZIP_SOURCE_CLOSE:
    case ZIP_SOURCE_ROLLBACK_WRITE:
        return 0;
    case ZIP_SOURCE_FREE:
        zip_error_fini(&source.error);
        delete &source;
        return 0;
    default:
        zip_error_set(&source.error, ZIP_ER_OPNOTSUPP, 0);
        return -1;
    }
}

} // namespace

zip_source_t* zipSource(QIODevice& device)
{
    auto owned = std::make_unique<Source>(Source{.device = &device});
    zip_error_init(&owned->error);
    zip_source_t* source = zip_source_function_create(answer, owned.get(), nullptr);
    if (source) (void)owned.release(); // libzip frees it
    return source;
}

Error zipError(zip_error_t* error, const char* doing)
{
    const int code = zip_error_code_zip(error);
    if (code == ZIP_ER_CANCELLED) return cancelled();
    std::string detail = doing;
    detail += ": ";
    detail += zip_error_strerror(error);
    const bool system = zip_error_system_type(error) == ZIP_ET_SYS;
    if (system && zip_error_code_system(error) == ENOSPC)
        return {.code = ErrorCode::Io, .key = "store.full", .detail = detail};
    if (system) return {.code = ErrorCode::Io, .key = "backup.io", .detail = detail};
    return {.code = ErrorCode::Corrupt, .key = "backup.damaged", .detail = detail};
}

} // namespace edupro::storage
