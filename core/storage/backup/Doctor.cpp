// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/backup/Doctor.h"

#include "core/security/KeyFile.h"
#include "core/security/KeyFileFiles.h"
#include "core/storage/audit/AuditVerify.h"
#include "core/storage/backup/Contents.h"
#include "core/storage/backup/DoctorOutside.h"
#include "core/storage/backup/ReaderTraces.h"
#include "core/storage/changes/Triggers.h"
#include "core/storage/encrypted/VerifyFile.h"
#include "core/storage/Migrator.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <iterator>

namespace edupro::storage {

namespace {

using encrypted::FileForm;

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

/// The first line that says something: SQLite begins with a heading ("*** in database main ***").
QString meaningOf(const QString& finding)
{
    const QStringList lines = finding.split(u'\n', Qt::SkipEmptyParts);
    for (const QString& line : lines) {
        if (!line.startsWith(u'*')) return line;
    }
    return finding;
}

Examined examineStructure(Connection& connection)
{
    return examinePragma(
        connection,
        "check",
        QStringLiteral("PRAGMA integrity_check(100)"),
        [](const QSqlQuery& row) { return meaningOf(row.value(0).toString()); });
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

/// Every page as it is stored: what SQL never looks at, free pages, as well.
Result<Examined>
examinePages(Connection& connection, const QString& school, const Progress& progress)
{
    const auto pages = encrypted::damagedPages(connection.sqliteHandle(), progress);
    if (!pages && pages.error().code == ErrorCode::Cancelled) return pages.error();
    if (!pages) return failed("pages", pages.error());
    if (pages->empty()) return examined("pages", Finding::Fine, QStringLiteral("all can be read"));
    QStringList numbers;
    for (std::size_t i = 0; i < pages->size() && i < mostFindings; ++i)
        numbers.append(QString::number((*pages)[i]));
    const bool hasLog = QFileInfo(school + QStringLiteral("-wal")).size() > 0;
    return examined(
        "pages",
        hasLog ? Finding::Warning : Finding::Bad,
        QStringLiteral("%1 damaged: %2%3")
            .arg(pages->size())
            .arg(
                numbers.join(QStringLiteral(", ")),
                hasLog ? QStringLiteral("; the log may hold them, open the school once")
                       : QString()));
}

/// The time of the newest event against the computer's clock.
Examined examineClock(Connection& connection, Instant now)
{
    constexpr Instant tolerance = 2LL * 60 * 1000;
    const auto newest = connection.scalar(QStringLiteral(
        "SELECT json_extract(meta, '$.w') FROM audit_event ORDER BY n DESC LIMIT 1"));
    if (!newest) return failed("clock", newest.error());
    if (newest->isNull())
        return examined("clock", Finding::Skipped, QStringLiteral("no events yet"));
    const Instant ahead = newest->toLongLong() - now;
    if (ahead <= tolerance)
        return examined("clock", Finding::Fine, QStringLiteral("not before the newest event"));
    return examined(
        "clock",
        Finding::Warning,
        QStringLiteral("this computer's clock is %1 minutes before the newest event")
            .arg(ahead / 60'000));
}

/// The chain of the audit, and the anchor that the key file holds of it.
Result<Examined>
examineAudit(Connection& connection, const security::KeyFile* keyFile, const Progress& progress)
{
    std::vector<AuditHead> anchors;
    if (keyFile && keyFile->anchor().auditNumber > 0)
        anchors.push_back({keyFile->anchor().auditNumber, keyFile->anchor().auditHash});
    const auto report = verifyAudit(connection, anchors, progress);
    if (!report && report.error().code == ErrorCode::Cancelled) return report.error();
    if (!report) return failed("audit", report.error());
    if (!report->broken)
        return examined("audit", Finding::Fine, QStringLiteral("%1 events").arg(report->events));
    return examined(
        "audit",
        Finding::Bad,
        QStringLiteral("event %1 does not hold (%2)")
            .arg(report->broken->n)
            .arg(QLatin1String(faultName(report->broken->fault))));
}

Examined examineTriggers(Connection& connection, const std::vector<const EntityInfo*>& entities)
{
    if (entities.empty())
        return examined("triggers", Finding::Skipped, QStringLiteral("not known"));
    const Result<bool> same = hasTriggers(connection, entities);
    if (!same) return failed("triggers", same.error());
    if (*same) return examined("triggers", Finding::Fine, QStringLiteral("those of this program"));
    return examined(
        "triggers",
        Finding::Warning,
        QStringLiteral(
            "others than those of this program; the next opening renews and notes them"));
}

/// The school's key file, and what it opens with.
struct OwnKeys {
    SchoolFile::Keys keys;
    std::optional<security::KeyFile> file;
};

/// The newest generation that the keys open.
Result<OwnKeys> keysOf(const QString& school, FileForm form, const KeySource& source)
{
    if (form != FileForm::Encrypted) return OwnKeys();
    if (!source) {
        return Error{
            .code = ErrorCode::Permission,
            .key = "key.needed",
            .detail = "looked at from outside only"};
    }
    std::optional<Error> first;
    const QString path = security::keyFileOf(school);
    for (const QString& generation : {path, security::olderGenerationOf(path)}) {
        const Result<QByteArray> bytes = security::readKeyFile(generation);
        const auto keys = bytes ? source(*bytes) : Result<SchoolFile::Keys>(bytes.error());
        if (!keys) {
            if (!first) first = keys.error();
            continue;
        }
        auto file = security::KeyFile::parse(*bytes);
        if (file && *keys && file->isAuthentic((*keys)->file))
            return OwnKeys{.keys = *keys, .file = std::move(file).value()};
        return OwnKeys{.keys = *keys, .file = std::nullopt};
    }
    return *first;
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
    const Result<OwnKeys> keys = keysOf(school, form, options.keys);
    if (!keys) {
        const bool noKey = keys.error().key == "key.needed";
        list.push_back(
            noKey ? examined(
                        "open", Finding::Skipped, QStringLiteral("encrypted, and no key at hand"))
                  : failed("open", keys.error()));
        return done();
    }
    const ReaderTraces traces(school);
    auto connection = Connection::openSqlite(school, Connection::Mode::ReadOnly, keys->keys.get());
    if (!connection) {
        list.push_back(failed("open", connection.error()));
        return done();
    }
    list.push_back(examined("open", Finding::Fine, QStringLiteral("opened for reading")));
    list.push_back(examineSchema(**connection));
    const auto pages = examinePages(**connection, school, partOf(progress, 0.0, 0.3));
    if (!pages) return pages.error();
    list.push_back(*pages);
    list.push_back(examineStructure(**connection));
    if (!progress(0.6)) return cancelled();
    list.push_back(examineReferences(**connection));
    list.push_back(examineTriggers(**connection, options.entities));
    const auto audit =
        examineAudit(**connection, keys->file ? &*keys->file : nullptr, partOf(progress, 0.6, 0.9));
    if (!audit) return audit.error();
    list.push_back(*audit);
    list.push_back(examineClock(**connection, options.now));
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
    diagnosis.examined.push_back(examinePermissions(school));
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
