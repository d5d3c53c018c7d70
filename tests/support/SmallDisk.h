// SPDX-License-Identifier: GPL-3.0-or-later
// A small disk of a test's own that can really be full. Only root may make one.
#pragma once

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

namespace edupro::tests {

/// 8 MB in memory; gone with the object.
class SmallDisk {
public:
    SmallDisk()
        : m_mounted(
              QProcess::execute(
                  QStringLiteral("mount"),
                  {"-t", "tmpfs", "-o", "size=8m", "tmpfs", m_folder.path()}) == 0)
    {
    }
    ~SmallDisk()
    {
        if (m_mounted) QProcess::execute(QStringLiteral("umount"), {m_folder.path()});
    }
    SmallDisk(const SmallDisk&) = delete;
    SmallDisk& operator=(const SmallDisk&) = delete;

    bool isThere() const { return m_mounted; }
    QString path(const QString& name) const { return m_folder.filePath(name); }

    /// Fills it up, but for so many bytes.
    void fill(qint64 spared = 0)
    {
        QFile filler(path(QStringLiteral("filler")));
        if (!filler.open(QIODevice::WriteOnly | QIODevice::Unbuffered)) return;
        while (filler.write(QByteArray(1024, 'x')) == 1024) {
        }
        if (spared > 0) filler.resize(filler.size() - spared);
    }
    void empty() { QFile::remove(path(QStringLiteral("filler"))); }

private:
    QTemporaryDir m_folder;
    bool m_mounted = false;
};

} // namespace edupro::tests
