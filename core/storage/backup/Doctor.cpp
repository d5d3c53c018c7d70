// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/backup/Doctor.h"

#include "core/security/KeyFile.h"
#include "core/storage/backup/BackupFolder.h"
#include "core/storage/backup/Contents.h"
#include "core/storage/backup/ReaderTraces.h"
#include "core/storage/Durable.h"
#include "core/storage/encrypted/FileHeader.h"
#include "core/storage/FileSwap.h"
#include "core/storage/Migrator.h"

#include <QFile>
#include <QFileInfo>
#include <QStorageInfo>

#include <algorithm>
#include <iterator>

namespace edupro::storage {

namespace {

using encrypted::FileForm;

constexpr qint64 mebibyte = qint64{1} << 20;
constexpr qint64 longLog = 64 * mebibyte;
constexpr int mostFindings = 20;

struct FindingRow {
    Finding finding;
    const char* name;
};

constexpr FindingRow findings[] = {
    {Finding::Fine, "fine"},
    {Finding::Skipped, "skipped"},
    {Finding::Warning, "warning"},
    {Finding::Bad, "bad"},
};

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

Examined examineSideFiles(const QString& school)
{
    if (isSwapPending(school)) {
        return examined(
            "side-files",
            Finding::Warning,
            QStringLiteral("a replacement was interrupted; the next opening ends it"));
    }
    QStringList left;
    for (const char* suffix : {"-next", "-next-keys", "-new", "-work"}) {
        const QFileInfo file(school + QLatin1String(suffix));
        if (file.exists()) left.append(file.fileName());
    }
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
    const bool older = security::KeyFile::load(path + QStringLiteral(".old")).has_value();
    if (newest) {
        return examined(
            "key-file",
            newest->hasRecoveryCode() ? Finding::Fine : Finding::Warning,
            QStringLiteral("%1 slots, generation %2%3%4")
                .arg(newest->content().entries.size())
                .arg(newest->generation())
                .arg(
                    newest->hasRecoveryCode() ? QString() : QStringLiteral(", no recovery code"),
                    older ? QString() : QStringLiteral(", no older generation")));
    }
    Examined result = failed("key-file", newest.error());
    if (older) {
        result.finding = Finding::Warning;
        result.detail += QStringLiteral("; the older generation is whole and will be used");
    }
    return result;
}

Examined examineSchema(Connection& connection)
{
    const Result<int> schema = schemaVersion(connection);
    if (!schema) return failed("schema", schema.error());
    const int newest = newestSchema(Dialect::Sqlite);
    const QString detail = QStringLiteral("%1 of %2").arg(*schema).arg(newest);
    if (*schema > newest)
        return examined("schema", Finding::Bad, detail + QStringLiteral(", newer"));
    return examined("schema", *schema < newest ? Finding::Warning : Finding::Fine, detail);
}

Examined examinePragma(
    Connection& connection,
    const char* what,
    const QString& sql,
    const std::function<QString(const QSqlQuery&)>& finding)
{
    QStringList found;
    qint64 count = 0;
    Done read = connection.read(sql, {}, [&](const QSqlQuery& row) {
        const QString text = finding(row);
        if (text == u"ok") return true;
        ++count;
        if (found.size() < mostFindings && !found.contains(text)) found.append(text);
        return true;
    });
    if (!read) return failed(what, read.error());
    if (count == 0) return examined(what, Finding::Fine, QStringLiteral("nothing found"));
    return examined(
        what,
        Finding::Bad,
        QStringLiteral("%1 found: %2").arg(count).arg(found.join(QStringLiteral("; "))));
}

Examined examineStructure(Connection& connection)
{
    return examinePragma(
        connection, "check", QStringLiteral("PRAGMA quick_check(100)"), [](const QSqlQuery& row) {
            return row.value(0).toString().section(u'\n', 0, 0);
        });
}

Examined examineReferences(Connection& connection)
{
    return examinePragma(
        connection,
        "references",
        QStringLiteral("PRAGMA foreign_key_check"),
        [](const QSqlQuery& row) {
            return QStringLiteral("%1 without its %2")
                .arg(row.value(0).toString(), row.value(2).toString());
        });
}

Result<SchoolFile::Keys> keysOf(const QString& school, FileForm form, const KeySource& source)
{
    if (form != FileForm::Encrypted) return SchoolFile::Keys();
    if (!source) {
        return Error{
            .code = ErrorCode::Permission,
            .key = "key.needed",
            .detail = "looked at from outside only"};
    }
    QFile file(security::keyFileOf(school));
    if (!file.open(QIODevice::ReadOnly)) return source({});
    return source(file.read(security::largestKeyFile));
}

/// What only an opened file tells.
Done examineInside(
    const QString& school,
    FileForm form,
    const DoctorOptions& options,
    const Progress& progress,
    Diagnosis& diagnosis)
{
    std::vector<Examined>& list = diagnosis.examined;
    const auto lock = lockSchool(school);
    if (!lock) {
        list.push_back(failed("open", lock.error()));
        return done();
    }
    const Result<SchoolFile::Keys> keys = keysOf(school, form, options.keys);
    if (!keys) {
        const bool noKey = keys.error().key == "key.needed";
        list.push_back(
            noKey ? examined(
                        "open", Finding::Skipped, QStringLiteral("encrypted, and no key at hand"))
                  : failed("open", keys.error()));
        return done();
    }
    const ReaderTraces traces(school);
    auto connection = Connection::openSqlite(school, Connection::Mode::ReadOnly, keys->get());
    if (!connection) {
        list.push_back(failed("open", connection.error()));
        return done();
    }
    list.push_back(examined("open", Finding::Fine, QStringLiteral("opened for reading")));
    list.push_back(examineSchema(**connection));
    if (!progress(0.2)) return cancelled();
    list.push_back(examineStructure(**connection));
    if (!progress(0.6)) return cancelled();
    list.push_back(examineReferences(**connection));
    for (const auto& look : options.more)
        list.push_back(look(**connection));
    if (!progress(1.0)) return cancelled();
    return done();
}

} // namespace

QString findingName(Finding finding)
{
    const auto* row =
        std::find_if(std::begin(findings), std::end(findings), [&](const FindingRow& r) {
            return r.finding == finding;
        });
    return QLatin1String(row->name);
}

Finding Diagnosis::worst() const
{
    const auto worst =
        std::max_element(examined.begin(), examined.end(), [](const auto& a, const auto& b) {
            return a.finding < b.finding;
        });
    return worst == examined.end() ? Finding::Fine : worst->finding;
}

Result<Diagnosis>
examine(const QString& school, const DoctorOptions& options, const Progress& progress)
{
    Diagnosis diagnosis;
    if (!QFileInfo(school).isFile()) {
        diagnosis.examined.push_back(
            examined("file", Finding::Bad, QStringLiteral("there is no such file")));
        diagnosis.examined.push_back(examineBackups(school, options));
        return diagnosis;
    }
    // Only while nobody has the file open: closing it would give up another connection's locks.
    const bool free = lockSchool(school).has_value();
    const FileForm form = free ? formOfFile(school) : FileForm::Plain;
    if (free) diagnosis.examined.push_back(examineFile(school, form));
    diagnosis.examined.push_back(examineSpace(school));
    diagnosis.examined.push_back(examineSideFiles(school));
    diagnosis.examined.push_back(examineLog(school));
    diagnosis.examined.push_back(examineBackups(school, options));
    if (form == FileForm::Encrypted) diagnosis.examined.push_back(examineKeyFile(school));
    if (free && !isSchoolByHeader(school)) {
        diagnosis.examined.push_back(
            examined("open", Finding::Skipped, QStringLiteral("not opened: not a school file")));
        return diagnosis;
    }
    if (Done inside = examineInside(school, form, options, progress, diagnosis); !inside)
        return inside.error();
    return diagnosis;
}

} // namespace edupro::storage
