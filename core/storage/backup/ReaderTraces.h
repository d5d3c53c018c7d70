// SPDX-License-Identifier: GPL-3.0-or-later
// What a reading connection leaves beside a database that nobody else has open.
#pragma once

#include <QFile>
#include <QFileInfo>
#include <QString>

namespace edupro::storage {

/// Removes, when it goes, the index of the log and an empty log that were not there when it came. A
/// connection that may not write leaves both. Made before the connection, under the school's lock.
class ReaderTraces {
public:
    explicit ReaderTraces(const QString& path)
        : m_log(path + QStringLiteral("-wal"))
        , m_index(path + QStringLiteral("-shm"))
        , m_hadLog(QFileInfo::exists(m_log))
        , m_hadIndex(QFileInfo::exists(m_index))
    {
    }
    ~ReaderTraces()
    {
        if (!m_hadIndex) QFile::remove(m_index);
        if (!m_hadLog && QFileInfo(m_log).size() == 0) QFile::remove(m_log);
    }
    ReaderTraces(const ReaderTraces&) = delete;
    ReaderTraces& operator=(const ReaderTraces&) = delete;

private:
    QString m_log;
    QString m_index;
    bool m_hadLog;
    bool m_hadIndex;
};

} // namespace edupro::storage
