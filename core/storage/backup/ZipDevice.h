// SPDX-License-Identifier: GPL-3.0-or-later
// Zip archives on any QIODevice, so that paths are Qt's and tests need no files.
#pragma once

#include "core/base/Error.h"

#include <QString>

#include <memory>
#include <zip.h>

class QIODevice;

namespace edupro::storage {

struct ZipDiscard {
    void operator()(zip_t* archive) const { zip_discard(archive); }
};
/// Changes that were not written with zip_close() are dropped.
using Zip = std::unique_ptr<zip_t, ZipDiscard>;

/// Where libzip puts an error; its text is freed with it.
class ZipError {
public:
    ZipError() { zip_error_init(&m_error); }
    ~ZipError() { zip_error_fini(&m_error); }
    ZipError(const ZipError&) = delete;
    ZipError& operator=(const ZipError&) = delete;

    zip_error_t* place() { return &m_error; }

private:
    zip_error_t m_error;
};

/// A source that reads from, and for archives writes to, an open, seekable device, which must
/// outlive it. Null when memory is short.
zip_source_t* zipSource(QIODevice& device);

/// libzip's error in ours: `store.full` when the disk is full, Io `backup.io` when the device
/// failed, Cancelled, and Corrupt `backup.damaged` for the rest.
Error zipError(zip_error_t* error, const char* doing);

} // namespace edupro::storage
