// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/encrypted/VerifyFile.h"

#include "core/storage/encrypted/PageFormat.h"

#include <sqlite3.h>

namespace edupro::storage::encrypted {

namespace {

constexpr auto bytesOfPage = static_cast<sqlite3_int64>(pageSize);
constexpr sqlite3_int64 pagesPerReport = 256;

} // namespace

Result<std::vector<std::uint32_t>> damagedPages(sqlite3* database, const Progress& progress)
{
    const auto unreadable = [](int code) {
        return Error{
            .code = ErrorCode::Io,
            .key = "store.io",
            .detail = "the database file cannot be read (" + std::to_string(code) + ")"};
    };
    sqlite3_file* file = nullptr;
    const int found = sqlite3_file_control(database, "main", SQLITE_FCNTL_FILE_POINTER, &file);
    if (found != SQLITE_OK || !file || !file->pMethods) return unreadable(found);
    sqlite3_int64 size = 0;
    if (const int sized = file->pMethods->xFileSize(file, &size); sized != SQLITE_OK)
        return unreadable(sized);
    std::vector<std::uint32_t> damaged;
    Byte page[pageSize];
    const sqlite3_int64 pages = (size + bytesOfPage - 1) / bytesOfPage;
    for (sqlite3_int64 i = 0; i < pages; ++i) {
        if (i % pagesPerReport == 0 &&
            !progress(static_cast<double>(i) / static_cast<double>(pages)))
            return cancelled();
        const int read = file->pMethods->xRead(file, page, sizeof page, i * bytesOfPage);
        if (read != SQLITE_OK) damaged.push_back(static_cast<std::uint32_t>(i + 1));
    }
    return damaged;
}

} // namespace edupro::storage::encrypted
