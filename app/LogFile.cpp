// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/LogFile.h"

#include <QDir>
#include <QFileInfo>
#include <QLockFile>

namespace edupro::logging {

LogFile::LogFile(Place place)
    : m_place(std::move(place))
{
}

QString LogFile::pathOf(int number) const
{
    const QString middle = number == 0 ? QString() : QStringLiteral(".%1").arg(number);
    return m_place.folder + u'/' + m_place.name + middle + QStringLiteral(".jsonl");
}

bool LogFile::open()
{
    if (m_file.isOpen()) return true;
    if (!QDir().mkpath(m_place.folder)) return false;
    constexpr QFileDevice::Permissions userOnly =
        QFileDevice::Permissions(QFileDevice::ReadOwner) | QFileDevice::WriteOwner;
    m_file.setFileName(pathOf(0));
    const bool opened =
        m_file.open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered, userOnly);
    // A file that was there keeps what it had.
    if (opened) m_file.setPermissions(userOnly);
    return opened;
}

void LogFile::append(const QByteArray& line)
{
    if (!open()) return;
    if (m_file.size() + line.size() > m_place.size) {
        passOn();
        if (!open()) return;
    }
    m_file.write(line);
}

void LogFile::passOn()
{
    m_file.close();
    QLockFile lock(m_place.folder + u'/' + m_place.name + QStringLiteral(".log-lock"));
    lock.setStaleLockTime(10'000);
    if (!lock.tryLock(200)) return;
    // Somebody was faster.
    if (QFileInfo(pathOf(0)).size() < m_place.size / 2) return;
    QFile::remove(pathOf(m_place.files - 1));
    for (int number = m_place.files - 2; number >= 0; --number)
        QFile::rename(pathOf(number), pathOf(number + 1));
}

} // namespace edupro::logging
