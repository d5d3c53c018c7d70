// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/encrypted/EncryptedVfs.h"

#include "core/storage/encrypted/FileMethods.h"
#include "core/storage/encrypted/OpenFiles.h"

#include <sqlite3.h>

#include <cstring>
#include <memory>
#include <mutex>
#include <new>
#include <vector>

namespace edupro::storage::encrypted {

namespace {

/// One registered layer. SQLite keeps pointers into it, so it is never moved and never dies.
struct Layer {
    sqlite3_vfs vfs{};
    sqlite3_vfs* base = nullptr;
    std::string name;
    OpenFiles openFiles;
};

Layer& layerOf(sqlite3_vfs* vfs)
{
    return *static_cast<Layer*>(vfs->pAppData);
}

sqlite3_vfs* baseOf(sqlite3_vfs* vfs)
{
    return layerOf(vfs).base;
}

/// A rollback journal would hold pages. Only that of the very first transaction of a file may be
/// opened (VACUUM INTO begins so): there are no earlier pages for it to hold, and it is a scratch
/// file like others.
bool mayOpen(const char* name, int flags)
{
    if (flags & SQLITE_OPEN_SUPER_JOURNAL) return false;
    if (!(flags & SQLITE_OPEN_MAIN_JOURNAL)) return true;
    sqlite3_int64 size = 0;
    StoredFile* database = storedFileOf(sqlite3_database_file_object(name));
    return database && database->size(&size) == SQLITE_OK && size == 0;
}

/// Opens what the base has opened as the kind of file that `flags` say.
int wrap(Layer& layer, const char* name, sqlite3_file* base, int flags, StoredFile*& made)
{
    if (flags & SQLITE_OPEN_MAIN_DB) {
        const auto key = registeredKey(sqlite3_uri_int64(name, "kid", 0));
        if (!key) return SQLITE_CANTOPEN;
        std::shared_ptr<FileState> state;
        if (const int found = layer.openFiles.stateOf(name, base, *key, state); found != SQLITE_OK)
            return found;
        made = new DatabaseFile(base, std::move(state));
    } else if (flags & SQLITE_OPEN_WAL) {
        auto* database = storedFileOf(sqlite3_database_file_object(name));
        made = new WalFile(base, static_cast<DatabaseFile*>(database)->state());
    } else {
        made = new ScratchFile(base);
    }
    return made->isReady() ? SQLITE_OK : SQLITE_NOMEM;
}

int openFile(sqlite3_vfs* vfs, const char* name, sqlite3_file* file, int flags, int* given)
{
    file->pMethods = nullptr;
    Layer& layer = layerOf(vfs);
    if (!mayOpen(name, flags)) return SQLITE_CANTOPEN;
    if ((flags & SQLITE_OPEN_MAIN_DB) && !registeredKey(sqlite3_uri_int64(name, "kid", 0))) {
        sqlite3_log(SQLITE_CANTOPEN, "an encrypted file was to be opened without its key");
        return SQLITE_CANTOPEN;
    }
    sqlite3_file* base = baseFileIn(file);
    base->pMethods = nullptr;
    int opened = layer.base->xOpen(layer.base, name, base, flags, given);
    if (opened != SQLITE_OK) return opened;
    StoredFile* made = nullptr;
    try {
        opened = wrap(layer, name, base, flags, made);
    } catch (const std::bad_alloc&) {
        opened = SQLITE_NOMEM;
    }
    if (opened == SQLITE_OK) {
        attach(file, made, layer.name.c_str(), layer.base->zName);
        return SQLITE_OK;
    }
    delete made;
    base->pMethods->xClose(base);
    return opened;
}

int deleteFile(sqlite3_vfs* vfs, const char* name, int syncFolder)
{
    return baseOf(vfs)->xDelete(baseOf(vfs), name, syncFolder);
}

/// There are no rollback journals of encrypted files; one that somebody laid there is not rolled
/// back.
int accessFile(sqlite3_vfs* vfs, const char* name, int flags, int* result)
{
    constexpr std::string_view journal = "-journal";
    if (std::string_view(name).ends_with(journal)) {
        *result = 0;
        return SQLITE_OK;
    }
    return baseOf(vfs)->xAccess(baseOf(vfs), name, flags, result);
}

int fullName(sqlite3_vfs* vfs, const char* name, int size, char* full)
{
    return baseOf(vfs)->xFullPathname(baseOf(vfs), name, size, full);
}

/// No extension is ever loaded into a connection to an encrypted file.
void* openLibrary(sqlite3_vfs*, const char*)
{
    return nullptr;
}

void libraryError(sqlite3_vfs*, int size, char* text)
{
    sqlite3_snprintf(size, text, "extensions are not loaded here");
}

void (*librarySymbol(sqlite3_vfs*, void*, const char*))()
{
    return nullptr;
}

void closeLibrary(sqlite3_vfs*, void*)
{
}

int randomness(sqlite3_vfs* vfs, int size, char* bytes)
{
    return baseOf(vfs)->xRandomness(baseOf(vfs), size, bytes);
}

int sleepFor(sqlite3_vfs* vfs, int microseconds)
{
    return baseOf(vfs)->xSleep(baseOf(vfs), microseconds);
}

int currentTime(sqlite3_vfs* vfs, double* day)
{
    return baseOf(vfs)->xCurrentTime(baseOf(vfs), day);
}

int lastError(sqlite3_vfs* vfs, int size, char* text)
{
    return baseOf(vfs)->xGetLastError(baseOf(vfs), size, text);
}

int currentTimeInt64(sqlite3_vfs* vfs, sqlite3_int64* milliseconds)
{
    return baseOf(vfs)->xCurrentTimeInt64(baseOf(vfs), milliseconds);
}

void fillIn(Layer& layer)
{
    sqlite3_vfs& vfs = layer.vfs;
    vfs.iVersion = layer.base->iVersion >= 2 ? 2 : 1;
    vfs.szOsFile = handleSize(layer.base->szOsFile);
    vfs.mxPathname = layer.base->mxPathname;
    vfs.zName = layer.name.c_str();
    vfs.pAppData = &layer;
    vfs.xOpen = openFile;
    vfs.xDelete = deleteFile;
    vfs.xAccess = accessFile;
    vfs.xFullPathname = fullName;
    vfs.xDlOpen = openLibrary;
    vfs.xDlError = libraryError;
    vfs.xDlSym = librarySymbol;
    vfs.xDlClose = closeLibrary;
    vfs.xRandomness = randomness;
    vfs.xSleep = sleepFor;
    vfs.xCurrentTime = currentTime;
    vfs.xGetLastError = lastError;
    vfs.xCurrentTimeInt64 = currentTimeInt64;
}

Error noVfs(const std::string& detail)
{
    return {.code = ErrorCode::Internal, .key = "key.no_vfs", .detail = detail};
}

} // namespace

Done registerEncryptedVfs(const char* name, const char* baseVfs)
{
    static std::mutex mutex;
    static std::vector<std::unique_ptr<Layer>> layers;
    const std::lock_guard guard(mutex);
    sqlite3_vfs* base = sqlite3_vfs_find(baseVfs);
    if (!base) return noVfs("SQLite has no file layer to build on");
    for (const auto& layer : layers) {
        if (layer->name != name) continue;
        if (!baseVfs || layer->base == base) return done();
        return noVfs(layer->name + " stands over another file layer already");
    }
    auto layer = std::make_unique<Layer>();
    layer->base = base;
    layer->name = name;
    fillIn(*layer);
    if (sqlite3_vfs_register(&layer->vfs, 0) != SQLITE_OK)
        return noVfs("SQLite does not take the encrypting file layer");
    layers.push_back(std::move(layer));
    return done();
}

Done reserveFooter(sqlite3* database, const char* schema)
{
    int bytes = static_cast<int>(footerSize);
    if (sqlite3_file_control(database, schema, SQLITE_FCNTL_RESERVE_BYTES, &bytes) == SQLITE_OK)
        return done();
    return noVfs("SQLite does not reserve bytes in its pages");
}

Done checkVfs(sqlite3* database, const QString& name)
{
    char* text = nullptr;
    const int answer = sqlite3_file_control(database, "main", SQLITE_FCNTL_VFSNAME, &text);
    const std::unique_ptr<char, decltype(&sqlite3_free)> owned(text, &sqlite3_free);
    if (answer == SQLITE_NOMEM) {
        return Error{
            .code = ErrorCode::Io, .key = "store.memory", .detail = "to ask for the file layer"};
    }
    if (answer == SQLITE_OK && text && QString::fromUtf8(text).startsWith(name + u'/'))
        return done();
    return noVfs("the SQLite of Qt's driver does not use the encrypting file layer");
}

std::uint64_t pagesWritten(sqlite3* database)
{
    std::uint64_t count = 0;
    if (sqlite3_file_control(database, "main", countControl, &count) != SQLITE_OK) return 0;
    return count;
}

} // namespace edupro::storage::encrypted
