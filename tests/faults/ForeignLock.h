// SPDX-License-Identifier: GPL-3.0-or-later
// What other programs and the system do to a school file: hold locks on it, and take rights away.
#pragma once

#include <QString>
#include <QStringList>

namespace edupro::tests {

/// Whether this system has the locks that SQLite and others use here.
bool canLockAsOthersDo();

/// A program that holds all of SQLite's locks on a file, says so on stdout, and lets go after some
/// time or when it is killed. Arguments: the file, milliseconds (none: for ever).
int holdLocks(const QStringList& arguments);

/// Takes the right to write a folder and the files in it, or to write or read the files only, from
/// this process until it is destroyed. Root becomes an ordinary user for that time.
class ReadOnlyPlace {
public:
    enum class What { Files, FilesAndFolder, Reading };
    ReadOnlyPlace(const QString& folder, What what);
    ~ReadOnlyPlace();
    ReadOnlyPlace(const ReadOnlyPlace&) = delete;
    ReadOnlyPlace& operator=(const ReadOnlyPlace&) = delete;

    /// False on systems where rights cannot be taken away like this.
    bool isReadOnly() const { return m_readOnly; }

private:
    QString m_folder;
    bool m_readOnly = false;
    bool m_wasRoot = false;
};

} // namespace edupro::tests
