// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/ScarceMemory.h"

#include <sqlite3.h>

#include <atomic>
#include <cstdlib>

namespace edupro::tests {

namespace {

sqlite3_mem_methods real;
std::atomic<qint64> counted = 0;
std::atomic<qint64> refused = 0;
std::atomic<qint64> refusedAt = 0;
std::atomic<bool> refusedOn = false;

bool isRefused()
{
    const qint64 number = ++counted;
    const qint64 at = refusedAt;
    if (at == 0 || number < at || (number > at && !refusedOn)) return false;
    ++refused;
    return true;
}

void* allocate(int size)
{
    return isRefused() ? nullptr : real.xMalloc(size);
}

void* reallocate(void* memory, int size)
{
    return isRefused() ? nullptr : real.xRealloc(memory, size);
}

} // namespace

void ScarceMemory::install()
{
    sqlite3_config(SQLITE_CONFIG_GETMALLOC, &real);
    sqlite3_mem_methods methods = real;
    methods.xMalloc = allocate;
    methods.xRealloc = reallocate;
    if (sqlite3_config(SQLITE_CONFIG_MALLOC, &methods) != SQLITE_OK) std::abort();
}

void ScarceMemory::refuse(qint64 n, bool forEver)
{
    refusedOn = forEver;
    refusedAt = n;
    counted = 0;
    refused = 0;
}

qint64 ScarceMemory::countedRequests()
{
    return counted;
}

qint64 ScarceMemory::refusedRequests()
{
    return refused;
}

} // namespace edupro::tests
