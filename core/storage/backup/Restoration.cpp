// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/backup/Restoration.h"

#include "core/storage/audit/AuditTrail.h"
#include "core/storage/backup/Contents.h"
#include "core/storage/backup/Differences.h"
#include "core/storage/changes/Lineage.h"
#include "core/storage/changes/Tracking.h"
#include "core/storage/encrypted/FileHeader.h"
#include "core/storage/Migrator.h"

#include <QDateTime>
#include <QFileInfo>
#include <QSysInfo>

namespace edupro::storage {

namespace {

Error conflict(const char* key, const char* detail)
{
    return {.code = ErrorCode::Conflict, .key = key, .detail = detail};
}

Done checkKinship(Kinship kinship, const RestoreOptions& options)
{
    if (kinship == Kinship::OtherSchool && !options.evenOtherSchool) {
        return conflict(
            "backup.other_school",
            "the backup is of another school than the file it would replace");
    }
    if (kinship == Kinship::OtherLine && !options.evenOtherLine) {
        return conflict(
            "backup.other_line",
            "the file was restored or copied since the backup was made, or the backup was made of "
            "a "
            "copy");
    }
    return done();
}

/// By its first bytes, or by the key file that waits for it.
bool isProtected(const QString& school)
{
    if (QFileInfo::exists(security::keyFileOf(school))) return true;
    QFile file(school);
    return file.open(QIODevice::ReadOnly) &&
           encrypted::formOf(file.read(encrypted::databaseHeaderSize)) ==
               encrypted::FileForm::Encrypted;
}

void addErasuresOf(const QString& keyFile, QStringList& erasures)
{
    const Result<security::KeyFile> file = security::KeyFile::load(keyFile);
    if (!file) return; // a damaged key file must not stand in the way of a restore
    for (const QUuid& row : file->erasures())
        erasures.append(row.toString(QUuid::WithoutBraces));
}

} // namespace

Done Restoration::unpack(const QString& backup, const Progress& progress)
{
    auto unpacked = Unpacked::checked(backup, m_replacement.prepared(), m_options.keys, progress);
    if (!unpacked) return unpacked.error();
    m_unpacked = std::move(unpacked).value();
    return done();
}

Done Restoration::check()
{
    m_traces.emplace(m_school);
    m_current = openBesides(m_school, m_options.currentKeys.get());
    if (!m_options.people.permit) {
        return Error{
            .code = ErrorCode::Permission,
            .key = "access.denied",
            .detail = "nobody was asked whether this restore may be"};
    }
    const Result<QString> by = m_options.people.permit(m_current.get(), restored());
    if (!by) return by.error();
    m_by = *by;
    const Result<Kinship> kinship = kinshipOf(m_current.get(), restored());
    if (!kinship) return kinship.error();
    if (Done kin = checkKinship(*kinship, m_options); !kin) return kin;
    if (Done fits = checkProtection(); !fits) return fits;
    if (Done chosen = chooseKeys(*kinship); !chosen) return chosen;
    return collectErasures();
}

Done Restoration::checkProtection() const
{
    const bool isEncrypted = m_unpacked->manifest().encrypted;
    const bool wasEncrypted = isProtected(m_school);
    if (!isEncrypted && wasEncrypted && !m_options.evenPlain) {
        return conflict(
            "backup.plain",
            "the backup is not encrypted, the school is: once restored, everybody who gets the "
            "file "
            "can read it");
    }
    if (isEncrypted && !wasEncrypted && QFileInfo::exists(m_school) && !m_options.evenEncrypted) {
        return conflict(
            "backup.encrypted",
            "the backup is encrypted, the school is not: once restored, it opens with the "
            "passwords "
            "of the backup's day only");
    }
    return done();
}

Done Restoration::chooseKeys(Kinship kinship)
{
    const SchoolFile::Keys& old = m_unpacked->keys();
    bool sameSchool = kinship == Kinship::SameLine || kinship == Kinship::OtherLine;
    if (!old) {
        m_keepsPeople = sameSchool && !isProtected(m_school);
        return done();
    }
    auto today = todaysKeys(m_school, m_options.currentKeys);
    if (!today) return done();
    if (!m_current) { // the key file that is left tells whose school it was
        const Result<security::KeyFile> packed = security::KeyFile::load(keyFile());
        if (!packed) return packed.error();
        sameSchool = packed->file() == today->file.file();
    }
    if (!sameSchool || !canGoOnUnder(*today->keys, *old)) return done();
    m_today = std::move(today);
    m_people = PeopleOf::Mixed;
    m_keepsPeople = m_current != nullptr;
    return done();
}

/// Of everything that knows of erasures, once each.
Done Restoration::collectErasures()
{
    m_erasures = m_unpacked->manifest().erasures;
    addErasuresOf(security::keyFileOf(m_school), m_erasures);
    addErasuresOf(keyFile(), m_erasures);
    if (m_current && m_options.erasure.read) {
        const Result<QStringList> read = m_options.erasure.read(*m_current);
        if (!read) return read.error();
        m_erasures += *read;
    }
    m_erasures.removeDuplicates();
    return done();
}

Done Restoration::adapt()
{
    if (m_today && !m_today->keys->file.equals(m_unpacked->keys()->file)) {
        if (Done encrypted = encryptAnew(); !encrypted) return encrypted;
    }
    if (Done migrated = migrate(restored(), m_options.now); !migrated) return migrated;
    ChangeContext& changes = *restored().changes();
    changes.actor = m_by.toUtf8();
    changes.device = QSysInfo::machineHostName().toUtf8();
    changes.at = m_options.now;
    if (Done tracked = startTracking(restored(), m_options.entities); !tracked) return tracked;
    if (Done begun = restored().execute(QStringLiteral("BEGIN IMMEDIATE")); !begun) return begun;
    Done written = writeLine();
    if (written) written = restored().execute(QStringLiteral("COMMIT"));
    if (!written) return written;
    if (!m_erasures.isEmpty() && m_options.erasure.apply) {
        const Done erased = m_options.erasure.apply(restored(), m_erasures, m_current.get());
        if (!erased) return erased;
    }
    if (Done keys = writeKeys(); !keys) return keys;
    const Result<Lineage> lineage = lineageOf(restored());
    if (!lineage) return lineage.error();
    m_identity = lineage->identity;
    return quickCheck(restored());
}

Done Restoration::encryptAnew()
{
    m_unpacked->close();
    const Done encrypted =
        storage::encryptAnew(m_replacement.prepared(), *m_unpacked->keys(), *m_today->keys);
    if (!encrypted) return encrypted;
    auto anew = Connection::openSqlite(
        m_replacement.prepared(), Connection::Mode::Existing, m_today->keys.get());
    if (!anew) return anew.error();
    m_anew = std::move(anew).value();
    return done();
}

/// The new lineage, today's people and, as the last link of the chain that the backup brought, the
/// restore.
Done Restoration::writeLine()
{
    if (Done noted = noteWriter(restored()); !noted) return noted;
    const auto begun = beginLineage(restored(), QStringLiteral("restore"));
    if (!begun) return begun.error();
    if (m_keepsPeople && m_options.people.keep) {
        const Result<bool> kept = m_options.people.keep(*m_current, restored());
        if (!kept) return kept.error();
        if (*kept) m_people = PeopleOf::Today;
    }
    const QDateTime day = QDateTime::fromMSecsSinceEpoch(m_unpacked->manifest().createdAt, Qt::UTC);
    return appendEvent(
        restored(),
        {.action = AuditAction::RestoreFile,
         .reason = QStringLiteral("backup of %1").arg(day.toString(Qt::ISODate))});
}

Done Restoration::writeKeys()
{
    if (m_today) return writeTodaysKeys(keyFile(), std::move(*m_today), restored(), m_erasures);
    return m_unpacked->keys() ? extendKeyFile(keyFile(), *m_unpacked->keys(), m_erasures) : done();
}

Result<Restored> Restoration::exchange()
{
    const SchoolFile::Keys keys = m_anew ? m_options.currentKeys : m_unpacked->keys();
    m_anew.reset();
    m_unpacked->close();
    m_current.reset();
    m_traces.reset();
    const QString kept = keptName(m_school, m_options.now);
    if (Done swapped = m_replacement.swap(kept); !swapped) return swapped.error();
    // What this computer saw of the replaced file would make the restored one look like a copy that
    // somebody set back.
    const ReaderTraces traces(m_school);
    auto reader = Connection::openSqlite(m_school, Connection::Mode::ReadOnly, keys.get());
    if (reader) rememberFile(**reader);
    return Restored{
        .keptFile = QFileInfo::exists(kept) ? kept : QString(),
        .identity = m_identity,
        .people = m_people};
}

} // namespace edupro::storage
