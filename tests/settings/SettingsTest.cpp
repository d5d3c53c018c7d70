// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/Settings.h"

#include "tests/support/Catch.h"
#include "tests/support/FileBytes.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

using namespace edupro;
using namespace edupro::tests;

TEST_CASE("What is set is there when the program starts again", "[settings]")
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("edupro.ini"));
    {
        settings::Settings first(file);
        CHECK(first.value(settings::lastFile).isEmpty());
        CHECK_FALSE(first.value(settings::darkTheme));
        first.set(settings::lastFile, QStringLiteral("/home/ani/sd nusantara é.edupro"));
        first.set(settings::darkTheme, true);
        first.set(settings::windowGeometry, QByteArray("\0\1\377", 3));
    }
    const settings::Settings again(file);
    CHECK(again.value(settings::lastFile) == QString::fromUtf8("/home/ani/sd nusantara é.edupro"));
    CHECK(again.value(settings::darkTheme));
    CHECK(again.value(settings::windowGeometry) == QByteArray("\0\1\377", 3));
}

TEST_CASE("A settings file that makes no sense gives the defaults", "[settings]")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("edupro.ini"));
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write("\xff\xfe[[[\ndark_theme=@Invalid()\nlast_file\n");
    file.close();
    const settings::Settings settings(path);
    CHECK_FALSE(settings.value(settings::darkTheme));
    CHECK(settings.value(settings::lastFile).isEmpty());
}

TEST_CASE("Values of a wrong type are the defaults, and unknown ones stay", "[settings]")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("edupro.ini"));
    writeFile(
        path,
        "[General]\ndark_theme=rhubarb\nautomatic_backups=7, 8\nwindow_geometry=@Rect(1 2)\n"
        "last_file=/home/ani/a#b?c%25 d.edupro\nof_a_later_version=9\n");
    {
        settings::Settings settings(path);
        CHECK_FALSE(settings.value(settings::darkTheme));
        CHECK(settings.value(settings::automaticBackups));
        CHECK(settings.value(settings::lastFile) == QStringLiteral("/home/ani/a#b?c%25 d.edupro"));
        settings.set(settings::automaticBackups, false);
    }
    CHECK_FALSE(settings::Settings(path).value(settings::automaticBackups));
    CHECK(bytesOf(path).contains("of_a_later_version=9"));
}

TEST_CASE("A settings file of a gigabyte is put aside unread", "[settings]")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("edupro.ini"));
    {
        QFile file(path);
        REQUIRE(file.open(QIODevice::WriteOnly));
        REQUIRE(file.resize(qint64(1) << 30)); // takes no room
    }
    {
        settings::Settings settings(path);
        CHECK(settings.value(settings::lastFile).isEmpty());
        settings.set(settings::darkTheme, true);
    }
    CHECK(settings::Settings(path).value(settings::darkTheme));
    CHECK(QFileInfo(path + QStringLiteral(".too-large")).size() == qint64(1) << 30);
}

TEST_CASE("Settings that cannot be written are forgotten, not fatal", "[settings]")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("edupro.ini"));
    REQUIRE(QDir().mkpath(path + QStringLiteral("/in the way")));
    {
        settings::Settings settings(path);
        settings.set(settings::darkTheme, true);
    }
    CHECK_FALSE(settings::Settings(path).value(settings::darkTheme));
}

TEST_CASE("What is remembered of one school is not another's", "[settings]")
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("edupro.ini"));
    const QUuid one = QUuid::createUuid();
    const QUuid other = QUuid::createUuid();
    {
        settings::Settings first(file);
        first.set(settings::backupFolder, one, QStringLiteral("/media/ani/stik"));
    }
    const settings::Settings again(file);
    CHECK(again.value(settings::backupFolder, one) == QStringLiteral("/media/ani/stik"));
    CHECK(again.value(settings::backupFolder, other).isEmpty());
    CHECK(again.value(settings::backupFolder).isEmpty());
    CHECK(again.value(settings::automaticBackups));
}
