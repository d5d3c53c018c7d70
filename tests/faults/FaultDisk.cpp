// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/FaultDisk.h"

#include <QFileInfo>

#include <sqlite3.h>

#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <mutex>
#include <optional>

namespace edupro::tests {

namespace {

struct FaultFile {
    sqlite3_file base; // must be first
    sqlite3_file* real;
    const char* name; // SQLite's own copy, valid as long as the file is open; null: temporary
    qint64 size;      // as far as writes told
};

struct State {
    std::mutex mutex;
    sqlite3_vfs* real = nullptr;
    QString folder;
    bool recording = false;
    std::vector<DiskEvent> events;
    FailurePlan plan;
    qint64 counted = 0;
    qint64 failed = 0;
    std::optional<qint64> room;
    std::atomic<bool> locksHeld = false;
    std::atomic<bool> syncsSkipped = false;
};

State& state()
{
    static State one;
    return one;
}

FaultFile& self(sqlite3_file* file)
{
    return *reinterpret_cast<FaultFile*>(file);
}

/// Counts the operation; answers whether it is to fail.
bool fails(DiskOperation operation)
{
    State& disk = state();
    const std::lock_guard lock(disk.mutex);
    if ((disk.plan.operations & operation) == 0) return false;
    ++disk.counted;
    if (disk.plan.n == 0) return false;
    const bool now = disk.plan.forEver ? disk.counted >= disk.plan.n : disk.counted == disk.plan.n;
    if (now) ++disk.failed;
    return now;
}

void record(DiskEvent event, const char* path)
{
    State& disk = state();
    const std::lock_guard lock(disk.mutex);
    if (!disk.recording || !path) return;
    const QFileInfo info(QString::fromUtf8(path));
    if (info.absolutePath() != disk.folder) return;
    event.file = info.fileName();
    disk.events.push_back(std::move(event));
}

/// Whether a file may grow from `size` to `wanted`; takes the room when it may.
bool takeRoom(qint64 size, qint64 wanted)
{
    State& disk = state();
    const std::lock_guard lock(disk.mutex);
    if (!disk.room || wanted <= size) return true;
    if (wanted - size > *disk.room) return false;
    *disk.room -= wanted - size;
    return true;
}

int closeFile(sqlite3_file* file)
{
    return self(file).real->pMethods->xClose(self(file).real);
}

int readFile(sqlite3_file* file, void* bytes, int amount, sqlite3_int64 offset)
{
    if (fails(ReadOperation)) return SQLITE_IOERR_READ;
    return self(file).real->pMethods->xRead(self(file).real, bytes, amount, offset);
}

int writeFile(sqlite3_file* file, const void* bytes, int amount, sqlite3_int64 offset)
{
    FaultFile& mine = self(file);
    if (fails(WriteOperation)) return SQLITE_IOERR_WRITE;
    if (!takeRoom(mine.size, offset + amount)) return SQLITE_FULL;
    const int done = mine.real->pMethods->xWrite(mine.real, bytes, amount, offset);
    if (done != SQLITE_OK) return done;
    mine.size = std::max<qint64>(mine.size, offset + amount);
    record(
        {.kind = DiskEvent::Kind::Write,
         .offset = offset,
         .bytes = QByteArray(static_cast<const char*>(bytes), amount)},
        mine.name);
    return SQLITE_OK;
}

int truncateFile(sqlite3_file* file, sqlite3_int64 size)
{
    FaultFile& mine = self(file);
    if (fails(TruncateOperation)) return SQLITE_IOERR_TRUNCATE;
    const int done = mine.real->pMethods->xTruncate(mine.real, size);
    if (done != SQLITE_OK) return done;
    mine.size = size;
    record({.kind = DiskEvent::Kind::Truncate, .offset = size}, mine.name);
    return SQLITE_OK;
}

int syncFile(sqlite3_file* file, int flags)
{
    FaultFile& mine = self(file);
    if (fails(SyncOperation)) return SQLITE_IOERR_FSYNC;
    if (!state().syncsSkipped) {
        const int done = mine.real->pMethods->xSync(mine.real, flags);
        if (done != SQLITE_OK) return done;
    }
    record({.kind = DiskEvent::Kind::Sync}, mine.name);
    return SQLITE_OK;
}

int sizeOfFile(sqlite3_file* file, sqlite3_int64* size)
{
    if (fails(SizeOperation)) return SQLITE_IOERR_FSTAT;
    return self(file).real->pMethods->xFileSize(self(file).real, size);
}

int lockFile(sqlite3_file* file, int level)
{
    if (state().locksHeld) return SQLITE_BUSY;
    if (fails(LockOperation)) return SQLITE_IOERR_LOCK;
    return self(file).real->pMethods->xLock(self(file).real, level);
}

int unlockFile(sqlite3_file* file, int level)
{
    return self(file).real->pMethods->xUnlock(self(file).real, level);
}

int checkReserved(sqlite3_file* file, int* held)
{
    return self(file).real->pMethods->xCheckReservedLock(self(file).real, held);
}

int controlFile(sqlite3_file* file, int operation, void* argument)
{
    return self(file).real->pMethods->xFileControl(self(file).real, operation, argument);
}

int sectorSize(sqlite3_file* file)
{
    return self(file).real->pMethods->xSectorSize(self(file).real);
}

int characteristics(sqlite3_file* file)
{
    return self(file).real->pMethods->xDeviceCharacteristics(self(file).real);
}

int mapShared(sqlite3_file* file, int page, int size, int extend, volatile void** memory)
{
    return self(file).real->pMethods->xShmMap(self(file).real, page, size, extend, memory);
}

int lockShared(sqlite3_file* file, int offset, int n, int flags)
{
    return self(file).real->pMethods->xShmLock(self(file).real, offset, n, flags);
}

void barrier(sqlite3_file* file)
{
    self(file).real->pMethods->xShmBarrier(self(file).real);
}

int unmapShared(sqlite3_file* file, int removed)
{
    return self(file).real->pMethods->xShmUnmap(self(file).real, removed);
}

const sqlite3_io_methods methods = {
    2,
    closeFile,
    readFile,
    writeFile,
    truncateFile,
    syncFile,
    sizeOfFile,
    lockFile,
    unlockFile,
    checkReserved,
    controlFile,
    sectorSize,
    characteristics,
    mapShared,
    lockShared,
    barrier,
    unmapShared,
    nullptr,
    nullptr};

int openFile(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* outFlags)
{
    FaultFile& mine = self(file);
    mine = {};
    if (fails(OpenOperation)) return SQLITE_CANTOPEN;
    mine.real = reinterpret_cast<sqlite3_file*>(&mine + 1);
    mine.name = name;
    int existed = 0;
    sqlite3_vfs* real = state().real;
    if (name) real->xAccess(real, name, SQLITE_ACCESS_EXISTS, &existed);
    const int opened = real->xOpen(real, name, mine.real, flags, outFlags);
    if (opened != SQLITE_OK) return opened;
    sqlite3_int64 size = 0;
    mine.real->pMethods->xFileSize(mine.real, &size);
    mine.size = size;
    if (!existed) record({.kind = DiskEvent::Kind::Create}, name);
    mine.base.pMethods = &methods;
    return SQLITE_OK;
}

int removeFile(sqlite3_vfs*, const char* name, int syncFolder)
{
    if (fails(RemoveOperation)) return SQLITE_IOERR_DELETE;
    sqlite3_vfs* real = state().real;
    const int done = real->xDelete(real, name, state().syncsSkipped ? 0 : syncFolder);
    if (done == SQLITE_OK)
        record({.kind = DiskEvent::Kind::Remove, .settled = syncFolder != 0}, name);
    return done;
}

int accessFile(sqlite3_vfs*, const char* name, int flags, int* answer)
{
    return state().real->xAccess(state().real, name, flags, answer);
}

int fullPath(sqlite3_vfs*, const char* name, int size, char* out)
{
    return state().real->xFullPathname(state().real, name, size, out);
}

int randomness(sqlite3_vfs*, int size, char* out)
{
    return state().real->xRandomness(state().real, size, out);
}

int sleepFor(sqlite3_vfs*, int microseconds)
{
    return state().real->xSleep(state().real, microseconds);
}

int currentTime(sqlite3_vfs*, double* out)
{
    return state().real->xCurrentTime(state().real, out);
}

int lastError(sqlite3_vfs*, int size, char* out)
{
    return state().real->xGetLastError(state().real, size, out);
}

int currentTimeInt64(sqlite3_vfs*, sqlite3_int64* out)
{
    return state().real->xCurrentTimeInt64(state().real, out);
}

} // namespace

void FaultDisk::install()
{
    static sqlite3_vfs vfs = {};
    State& disk = state();
    disk.real = sqlite3_vfs_find(nullptr);
    vfs.iVersion = 2;
    vfs.szOsFile = static_cast<int>(sizeof(FaultFile)) + disk.real->szOsFile;
    vfs.mxPathname = disk.real->mxPathname;
    vfs.zName = "faultdisk";
    vfs.xOpen = openFile;
    vfs.xDelete = removeFile;
    vfs.xAccess = accessFile;
    vfs.xFullPathname = fullPath;
    vfs.xRandomness = randomness;
    vfs.xSleep = sleepFor;
    vfs.xCurrentTime = currentTime;
    vfs.xGetLastError = lastError;
    vfs.xCurrentTimeInt64 = currentTimeInt64;
    if (sqlite3_vfs_register(&vfs, 1) != SQLITE_OK) std::abort();
}

void FaultDisk::startRecording(const QString& folder)
{
    const std::lock_guard lock(state().mutex);
    state().events.clear();
    state().folder = QFileInfo(folder).absoluteFilePath();
    state().recording = true;
}

std::vector<DiskEvent> FaultDisk::stopRecording()
{
    const std::lock_guard lock(state().mutex);
    state().recording = false;
    return std::move(state().events);
}

void FaultDisk::mark(qint64 number)
{
    const std::lock_guard lock(state().mutex);
    if (state().recording)
        state().events.push_back({.kind = DiskEvent::Kind::Mark, .file = {}, .offset = number});
}

void FaultDisk::fail(const FailurePlan& plan)
{
    const std::lock_guard lock(state().mutex);
    state().plan = plan;
    state().counted = 0;
    state().failed = 0;
}

qint64 FaultDisk::countedOperations()
{
    const std::lock_guard lock(state().mutex);
    return state().counted;
}

qint64 FaultDisk::failedOperations()
{
    const std::lock_guard lock(state().mutex);
    return state().failed;
}

void FaultDisk::limitGrowth(qint64 bytes)
{
    const std::lock_guard lock(state().mutex);
    state().room = bytes;
}

void FaultDisk::holdLocks(bool held)
{
    const std::lock_guard lock(state().mutex);
    state().locksHeld = held;
}

void FaultDisk::skipSyncs(bool skipped)
{
    const std::lock_guard lock(state().mutex);
    state().syncsSkipped = skipped;
}

void FaultDisk::mend()
{
    const std::lock_guard lock(state().mutex);
    state().plan = {};
    state().room.reset();
    state().locksHeld = false;
    state().syncsSkipped = false;
    state().recording = false;
}

} // namespace edupro::tests
