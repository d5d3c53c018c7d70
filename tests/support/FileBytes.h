// SPDX-License-Identifier: GPL-3.0-or-later
// Whole files, read and written by a test.
#pragma once

#include "tests/support/Catch.h"

#include <QFile>

namespace edupro::tests {

/// Fails the test when the file cannot be read.
inline QByteArray bytesOf(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) FAIL("cannot read " << path.toStdString());
    return file.readAll();
}

inline void writeFile(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly)) FAIL("cannot write " << path.toStdString());
    REQUIRE(file.write(bytes) == bytes.size());
}

} // namespace edupro::tests
