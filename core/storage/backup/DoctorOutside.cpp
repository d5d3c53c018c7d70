// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/backup/DoctorOutside.h"

#include "core/security/KeyFile.h"
#include "core/security/KeyFileFiles.h"
#include "core/storage/backup/BackupFolder.h"
#include "core/storage/Durable.h"
#include "core/storage/FileSwap.h"
#include "core/storage/ProcessLock.h"

#include <QFile>
#include <QFileInfo>
#include <QStorageInfo>

namespace edupro::storage {

using encrypted::FileForm;

namespace {

constexpr qint64 mebibyte = qint64{1} << 20;
constexpr qint64 longLog = 64 * mebibyte;

} // namespace

Examined examined(const char* what, Finding finding, const QString& detail)
{
    return {.what = QLatin1String(what), .finding = finding, .detail = detail};
}

Examined failed(const char* what, const Error& error)
{
    return examined(what, Finding::Bad, QString::fromStdString(error.key + ": " + error.detail));
}

FileForm formOfFile(const QString& school)
{
    QFile file(school);
    if (!file.open(QIODevice::ReadOnly)) return FileForm::Foreign;
    return encrypted::formOf(file.read(encrypted::databaseHeaderSize));
}

Examined examineFile(const QString& school, FileForm form)
{
    const QFileInfo file(school);
    const QString size = QStringLiteral("%1 bytes").arg(file.size());
    if (form == FileForm::Foreign)
        return examined("file", Finding::Bad, size + QStringLiteral(", not a school file"));
    if (file.size() % 4096 != 0)
        return examined("file", Finding::Bad, size + QStringLiteral(", cut short"));
    return examined(
        "file",
        Finding::Fine,
        size + (form == FileForm::Encrypted ? QStringLiteral(", encrypted")
                                            : QStringLiteral(", plain")));
}

Examined examineSpace(const QString& school)
{
    const QStorageInfo disk(QFileInfo(school).absolutePath());
    if (!disk.isValid() || disk.bytesAvailable() < 0)
        return examined("space", Finding::Skipped, QStringLiteral("not known"));
    const qint64 free = disk.bytesAvailable();
    const Finding finding = free < spaceKeptByBackups ? Finding::Bad
                            : free < spaceKeptFree    ? Finding::Warning
                                                      : Finding::Fine;
    return examined("space", finding, QStringLiteral("%1 MiB free").arg(free / mebibyte));
}

/// Who else may touch the files; what the system does not tell counts as fine.
Examined examinePermissions(const QString& school)
{
    const QFileInfo folder(QFileInfo(school).absolutePath());
    if (!QFileInfo(school).isWritable() || !folder.isWritable()) {
        return examined(
            "permissions",
            Finding::Bad,
            QStringLiteral("the file or its folder cannot be written by this account"));
    }
    QStringList open;
    for (const char* suffix : {"", "-wal", "-keys", "-keys.old"}) {
        const QFileInfo file(school + QLatin1String(suffix));
        if (!file.exists()) continue;
        const QFile::Permissions others = file.permissions();
        if (others & QFile::WriteOther)
            open.append(file.fileName() + QStringLiteral(" can be changed"));
        else if (others & QFile::ReadOther)
            open.append(file.fileName() + QStringLiteral(" can be read"));
    }
    if (open.isEmpty())
        return examined("permissions", Finding::Fine, QStringLiteral("for this account only"));
    return examined(
        "permissions",
        Finding::Warning,
        QStringLiteral("by every account of this computer: ") + open.join(QStringLiteral(", ")));
}

Examined examineSideFiles(const QString& school)
{
    if (isSwapPending(school)) {
        return examined(
            "side-files",
            Finding::Warning,
            QStringLiteral("a replacement was interrupted; the next opening ends it"));
    }
    QStringList left;
    for (const char* suffix :
         {"-next", "-next-keys", "-next-anew", "-new", "-replaced", "-replaced-keys"}) {
        const QFileInfo file(school + QLatin1String(suffix));
        if (file.exists()) left.append(file.fileName());
    }
    // A backup that is being made just now has its folder there rightly.
    const QFileInfo work(school + QStringLiteral("-work"));
    if (work.exists() && takeLock(work.filePath() + QStringLiteral("-lock")))
        left.append(work.fileName());
    if (left.isEmpty())
        return examined("side-files", Finding::Fine, QStringLiteral("none left over"));
    return examined(
        "side-files",
        Finding::Warning,
        QStringLiteral("left by something interrupted: ") + left.join(QStringLiteral(", ")));
}

Examined examineLog(const QString& school)
{
    const qint64 size = QFileInfo(school + QStringLiteral("-wal")).size();
    if (size == 0) return examined("log", Finding::Fine, QStringLiteral("empty"));
    return examined(
        "log",
        size > longLog ? Finding::Warning : Finding::Fine,
        QStringLiteral("%1 bytes not yet taken over").arg(size));
}

Examined examineBackups(const QString& school, const DoctorOptions& options)
{
    const QString folder =
        options.backupFolder.isEmpty() ? defaultBackupFolder(school) : options.backupFolder;
    const Result<BackupList> list = listBackups(folder);
    if (!list) return failed("backups", list.error());
    const auto age = daysSinceNewest(list->backups, options.now);
    if (!age) return examined("backups", Finding::Warning, QStringLiteral("there is none"));
    QString detail =
        QStringLiteral("%1, the newest %2 days old").arg(list->backups.size()).arg(*age);
    if (!list->unreadable.empty())
        detail += QStringLiteral(", %1 unreadable").arg(list->unreadable.size());
    const bool fine = *age < warnAfterDays && list->unreadable.empty();
    return examined("backups", fine ? Finding::Fine : Finding::Warning, detail);
}

Examined examineKeyFile(const QString& school)
{
    const QString path = security::keyFileOf(school);
    const Result<security::KeyFile> newest = security::KeyFile::load(path);
    const Result<security::KeyFile> older =
        security::KeyFile::load(security::olderGenerationOf(path));
    if (!newest) {
        Examined result = failed("key-file", newest.error());
        if (older) {
            result.finding = Finding::Warning;
            result.detail += QStringLiteral("; the older generation is whole and will be used");
        }
        return result;
    }
    QStringList lacking;
    if (!newest->hasRecoveryCode()) lacking.append(QStringLiteral("no recovery code"));
    if (!older)
        lacking.append(QStringLiteral("no older generation"));
    else if (older->file() != newest->file())
        lacking.append(QStringLiteral("the older generation is of another school"));
    else if (older->generation() > newest->generation())
        lacking.append(QStringLiteral("the older generation is the newer one"));
    const QString detail = QStringLiteral("%1 slots, generation %2")
                               .arg(newest->content().entries.size())
                               .arg(newest->generation());
    if (lacking.isEmpty()) return examined("key-file", Finding::Fine, detail);
    return examined(
        "key-file",
        Finding::Warning,
        detail + QStringLiteral("; ") + lacking.join(QStringLiteral(", ")));
}

} // namespace edupro::storage
