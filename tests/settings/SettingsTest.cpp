// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/Settings.h"

#include "tests/support/Catch.h"

#include <QFile>
#include <QTemporaryDir>

using namespace edupro;

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
