// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/Settings.h"

#include <QDir>
#include <QStandardPaths>

namespace edupro::settings {

namespace {

QString userFile()
{
    return QDir(QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation))
        .filePath(QStringLiteral("edupro/edupro.ini"));
}

} // namespace

Settings::Settings(const QString& file)
    : m_file(file.isEmpty() ? userFile() : file, QSettings::IniFormat)
{
}

} // namespace edupro::settings
