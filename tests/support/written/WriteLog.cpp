// SPDX-License-Identifier: GPL-3.0-or-later
// A library that is loaded before all others into a program (LD_PRELOAD) and keeps a copy of every
// byte that the program puts into a regular file: what it writes, and what a file holds when it is
// cut, removed or replaced. The copies go into the folder named by EDUPRO_WRITTEN, one file for
// each process and file; its first line is the file's name. Into the file named by EDUPRO_MOVES go
// the renames ("rename PATH") and the folders whose names the disk was asked to take ("folder
// PATH"), in their order. Linux only; calls the system directly.
#include <cerrno>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

namespace {

constexpr std::size_t longestPath = 4096;

void put(int to, const void* bytes, std::size_t size)
{
    const char* at = static_cast<const char*>(bytes);
    while (size > 0) {
        const long done = syscall(SYS_write, to, at, size);
        if (done <= 0) std::abort(); // a record with gaps would prove nothing
        at += done;
        size -= static_cast<std::size_t>(done);
    }
}

std::uint64_t hashOf(const char* text, std::size_t size)
{
    std::uint64_t hash = 14695981039346656037U; // FNV-1a
    for (std::size_t i = 0; i < size; ++i)
        hash = (hash ^ static_cast<unsigned char>(text[i])) * 1099511628211U;
    return hash;
}

/// The record of the file behind `file`, opened at its end; -1 when it is no regular file.
int recordOf(int file)
{
    const char* folder = std::getenv("EDUPRO_WRITTEN");
    struct stat status = {};
    if (!folder || fstat(file, &status) != 0 || !S_ISREG(status.st_mode)) return -1;
    char link[64];
    char name[longestPath];
    std::snprintf(link, sizeof(link), "/proc/self/fd/%d", file);
    const ssize_t length = readlink(link, name, sizeof(name));
    if (length <= 0) std::abort();
    const auto size = static_cast<std::size_t>(length);
    char path[longestPath];
    std::snprintf(
        path,
        sizeof(path),
        "%s/%d-%016llx",
        folder,
        getpid(),
        static_cast<unsigned long long>(hashOf(name, size)));
    const int record = static_cast<int>(
        syscall(SYS_openat, AT_FDCWD, path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600));
    if (record < 0) std::abort();
    if (fstat(record, &status) == 0 && status.st_size == 0) {
        put(record, name, size);
        put(record, "\n", 1);
    }
    return record;
}

void keep(int file, const void* bytes, std::size_t size)
{
    const int before = errno;
    if (const int record = recordOf(file); record >= 0) {
        put(record, bytes, size);
        syscall(SYS_close, record);
    }
    errno = before;
}

void keepVector(int file, const iovec* parts, int count, ssize_t written)
{
    for (int i = 0; i < count && written > 0; ++i) {
        const auto left = static_cast<std::size_t>(written);
        const std::size_t size = parts[i].iov_len < left ? parts[i].iov_len : left;
        keep(file, parts[i].iov_base, size);
        written -= static_cast<ssize_t>(size);
    }
}

/// All that `file` holds now.
void keepContent(int file)
{
    const int before = errno;
    if (const int record = recordOf(file); record >= 0) {
        char buffer[65536];
        off_t at = 0;
        long size = 0;
        while ((size = syscall(SYS_pread64, file, buffer, sizeof(buffer), at)) > 0) {
            put(record, buffer, static_cast<std::size_t>(size));
            at += size;
        }
        syscall(SYS_close, record);
    }
    errno = before;
}

void keepContentAt(int folder, const char* path)
{
    const int before = errno;
    const int file =
        static_cast<int>(syscall(SYS_openat, folder, path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW, 0));
    if (file >= 0) {
        keepContent(file);
        syscall(SYS_close, file);
    }
    errno = before;
}

/// Adds a line about the file behind `file`.
void noteMove(const char* what, int file)
{
    const int before = errno;
    if (const char* moves = std::getenv("EDUPRO_MOVES")) {
        char link[64];
        char line[longestPath];
        std::snprintf(link, sizeof(link), "/proc/self/fd/%d", file);
        const auto start = static_cast<std::size_t>(std::snprintf(line, sizeof(line), "%s ", what));
        const ssize_t length = readlink(link, line + start, sizeof(line) - start - 1);
        if (length <= 0) std::abort();
        const std::size_t size = start + static_cast<std::size_t>(length);
        line[size] = '\n';
        const int record = static_cast<int>(
            syscall(SYS_openat, AT_FDCWD, moves, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600));
        if (record < 0) std::abort();
        put(record, line, size + 1);
        syscall(SYS_close, record);
    }
    errno = before;
}

void noteRename(int folder, const char* path)
{
    const int before = errno;
    const int file = static_cast<int>(syscall(SYS_openat, folder, path, O_PATH | O_CLOEXEC, 0));
    if (file >= 0) {
        noteMove("rename", file);
        syscall(SYS_close, file);
    }
    errno = before;
}

} // namespace

extern "C" {

int fsync(int file)
{
    struct stat status = {};
    if (fstat(file, &status) == 0 && S_ISDIR(status.st_mode)) noteMove("folder", file);
    return static_cast<int>(syscall(SYS_fsync, file));
}

ssize_t write(int file, const void* bytes, size_t size)
{
    const ssize_t done = syscall(SYS_write, file, bytes, size);
    if (done > 0) keep(file, bytes, static_cast<std::size_t>(done));
    return done;
}

ssize_t pwrite64(int file, const void* bytes, size_t size, off64_t offset)
{
    const ssize_t done = syscall(SYS_pwrite64, file, bytes, size, offset);
    if (done > 0) keep(file, bytes, static_cast<std::size_t>(done));
    return done;
}

ssize_t pwrite(int file, const void* bytes, size_t size, off_t offset)
{
    return pwrite64(file, bytes, size, offset);
}

ssize_t writev(int file, const iovec* parts, int count)
{
    const ssize_t done = syscall(SYS_writev, file, parts, count);
    if (done > 0) keepVector(file, parts, count, done);
    return done;
}

int ftruncate64(int file, off64_t size) noexcept
{
    keepContent(file);
    return static_cast<int>(syscall(SYS_ftruncate, file, size));
}

int ftruncate(int file, off_t size) noexcept
{
    return ftruncate64(file, size);
}

int unlinkat(int folder, const char* path, int flags) noexcept
{
    if ((flags & AT_REMOVEDIR) == 0) keepContentAt(folder, path);
    return static_cast<int>(syscall(SYS_unlinkat, folder, path, flags));
}

int unlink(const char* path) noexcept
{
    return unlinkat(AT_FDCWD, path, 0);
}

int renameat2(
    int fromFolder, const char* from, int toFolder, const char* to, unsigned int flags) noexcept
{
    keepContentAt(fromFolder, from);
    keepContentAt(toFolder, to);
    const long done = syscall(SYS_renameat2, fromFolder, from, toFolder, to, flags);
    if (done == 0) noteRename(toFolder, to);
    return static_cast<int>(done);
}

int renameat(int fromFolder, const char* from, int toFolder, const char* to) noexcept
{
    return renameat2(fromFolder, from, toFolder, to, 0);
}

int rename(const char* from, const char* to) noexcept
{
    return renameat2(AT_FDCWD, from, AT_FDCWD, to, 0);
}
}
