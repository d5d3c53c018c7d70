// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/encrypted/FileMethods.h"

namespace edupro::storage::encrypted {

namespace {

struct Handle {
    sqlite3_file file; // first: SQLite knows only this part
    StoredFile* stored;
    const char* layer;
    const char* baseLayer;
};

static_assert(sizeof(Handle) % alignof(sqlite3_int64) == 0); // the base handle stands behind

constexpr int sectorSize = static_cast<int>(pageSize);

Handle& handleOf(sqlite3_file* file)
{
    return *reinterpret_cast<Handle*>(file);
}

sqlite3_file* baseOf(sqlite3_file* file)
{
    return storedFileOf(file)->base();
}

int closeFile(sqlite3_file* file)
{
    sqlite3_file* base = baseOf(file);
    delete handleOf(file).stored;
    handleOf(file).stored = nullptr;
    return base->pMethods ? base->pMethods->xClose(base) : SQLITE_OK;
}

int readFile(sqlite3_file* file, void* buffer, int amount, sqlite3_int64 offset)
{
    return storedFileOf(file)->read(static_cast<Byte*>(buffer), amount, offset);
}

int writeFile(sqlite3_file* file, const void* bytes, int amount, sqlite3_int64 offset)
{
    return storedFileOf(file)->write(static_cast<const Byte*>(bytes), amount, offset);
}

int truncateFile(sqlite3_file* file, sqlite3_int64 size)
{
    return storedFileOf(file)->truncate(size);
}

int syncFile(sqlite3_file* file, int flags)
{
    return baseOf(file)->pMethods->xSync(baseOf(file), flags);
}

int sizeOfFile(sqlite3_file* file, sqlite3_int64* size)
{
    return storedFileOf(file)->size(size);
}

int lockFile(sqlite3_file* file, int level)
{
    return baseOf(file)->pMethods->xLock(baseOf(file), level);
}

int unlockFile(sqlite3_file* file, int level)
{
    return baseOf(file)->pMethods->xUnlock(baseOf(file), level);
}

int checkReservedLock(sqlite3_file* file, int* result)
{
    return baseOf(file)->pMethods->xCheckReservedLock(baseOf(file), result);
}

int controlFile(sqlite3_file* file, int operation, void* argument)
{
    if (operation != SQLITE_FCNTL_VFSNAME) return storedFileOf(file)->control(operation, argument);
    char* name = sqlite3_mprintf("%s/%s", handleOf(file).layer, handleOf(file).baseLayer);
    *static_cast<char**>(argument) = name;
    return name ? SQLITE_OK : SQLITE_NOMEM;
}

/// The same everywhere, so that no device makes SQLite choose another page size.
int sizeOfSector(sqlite3_file*)
{
    return sectorSize;
}

/// Without POWERSAFE_OVERWRITE SQLite pads and splits writes to the log.
int characteristics(sqlite3_file* file)
{
    const int base = baseOf(file)->pMethods->xDeviceCharacteristics(baseOf(file));
    return (base & SQLITE_IOCAP_UNDELETABLE_WHEN_OPEN) | SQLITE_IOCAP_POWERSAFE_OVERWRITE;
}

int mapShm(sqlite3_file* file, int region, int size, int extend, volatile void** address)
{
    return storedFileOf(file)->mapShm(region, size, extend != 0, address);
}

int lockShm(sqlite3_file* file, int first, int count, int flags)
{
    return storedFileOf(file)->lockShm(first, count, flags);
}

void barrierShm(sqlite3_file* file)
{
    storedFileOf(file)->barrierShm();
}

int unmapShm(sqlite3_file* file, int)
{
    return storedFileOf(file)->unmapShm();
}

// Version 2: no memory mapping, which would show stored bytes.
constexpr sqlite3_io_methods methods{
    .iVersion = 2,
    .xClose = closeFile,
    .xRead = readFile,
    .xWrite = writeFile,
    .xTruncate = truncateFile,
    .xSync = syncFile,
    .xFileSize = sizeOfFile,
    .xLock = lockFile,
    .xUnlock = unlockFile,
    .xCheckReservedLock = checkReservedLock,
    .xFileControl = controlFile,
    .xSectorSize = sizeOfSector,
    .xDeviceCharacteristics = characteristics,
    .xShmMap = mapShm,
    .xShmLock = lockShm,
    .xShmBarrier = barrierShm,
    .xShmUnmap = unmapShm};

} // namespace

int handleSize(int baseSize)
{
    return static_cast<int>(sizeof(Handle)) + baseSize;
}

sqlite3_file* baseFileIn(sqlite3_file* file)
{
    return reinterpret_cast<sqlite3_file*>(reinterpret_cast<Byte*>(file) + sizeof(Handle));
}

StoredFile* storedFileOf(sqlite3_file* file)
{
    return handleOf(file).stored;
}

void attach(sqlite3_file* file, StoredFile* stored, const char* layer, const char* baseLayer)
{
    Handle& handle = handleOf(file);
    handle.stored = stored;
    handle.layer = layer;
    handle.baseLayer = baseLayer;
    handle.file.pMethods = &methods;
}

} // namespace edupro::storage::encrypted
