// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/Settings.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

namespace edupro::settings {

namespace {

QString userFile()
{
    return QDir(QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation))
        .filePath(QStringLiteral("edupro/edupro.ini"));
}

/// Reading a file of any size would take as much memory.
QString ofSensibleSize(const QString& file)
{
    constexpr qint64 largest = 1 << 20;
    const QString aside = file + QStringLiteral(".too-large");
    if (QFileInfo(file).size() > largest && (!QFile::exists(aside) || QFile::remove(aside)))
        QFile::rename(file, aside);
    return file;
}

} // namespace

Settings::Settings(const QString& file)
    : m_file(ofSensibleSize(file.isEmpty() ? userFile() : file), QSettings::IniFormat)
{
}

bool Settings::flagOf(const QVariant& stored, bool fallback)
{
    const QString word = stored.toString();
    if (word == u"true") return true;
    return word == u"false" ? false : fallback;
}

} // namespace edupro::settings
