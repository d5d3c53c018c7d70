// SPDX-License-Identifier: GPL-3.0-or-later
// What the doctor sees of a school file without opening it. Internal to Doctor.cpp.
#pragma once

#include "core/storage/backup/Doctor.h"
#include "core/storage/encrypted/FileHeader.h"

namespace edupro::storage {

Examined examined(const char* what, Finding finding, const QString& detail);
Examined failed(const char* what, const Error& error);

/// Foreign when it cannot be read. Not for a file that this process has open.
encrypted::FileForm formOfFile(const QString& school);

Examined examineFile(const QString& school, encrypted::FileForm form);
Examined examinePermissions(const QString& school);
Examined examineSpace(const QString& school);
Examined examineSideFiles(const QString& school);
Examined examineLog(const QString& school);
Examined examineBackups(const QString& school, const DoctorOptions& options);
/// Both generations, as far as they can be judged without a password.
Examined examineKeyFile(const QString& school);

} // namespace edupro::storage
