// SPDX-License-Identifier: GPL-3.0-or-later
// How a Store takes up its file: what was seen of it before, whether it may be written, and what is
// written once it may.
#include "core/security/KeyFile.h"
#include "core/storage/audit/AuditText.h"
#include "core/storage/audit/AuditTrail.h"
#include "core/storage/audit/AuditVerify.h"
#include "core/storage/changes/Tracking.h"
#include "core/storage/Store.h"

#include <new>
#include <utility>

namespace edupro::storage {

namespace {

constexpr qint64 rememberAgainAfter = 10'000; // ms

/// Lets the key file remember how far the school file has come.
void anchorKeyFile(
    Connection& connection,
    security::KeyFile& keyFile,
    const QString& path,
    const security::SecretBytes& fileKey)
{
    const Result<security::Anchor> anchor = anchorOf(connection);
    if (!anchor || *anchor == keyFile.anchor()) return;
    // Who has exchanged it meanwhile (a new file key, a restore) is right.
    const Result<security::KeyFile> onDisk = security::KeyFile::load(path);
    if (!onDisk || onDisk->content() != keyFile.content()) return;
    keyFile.setAnchor(*anchor);
    (void)keyFile.save(path, fileKey); // the anchor before stays right, only further back
}

Error olderThan(const Arrived& arrived, const QString& path)
{
    Error error{
        .code = ErrorCode::Corrupt, .key = "audit.rolled_back", .detail = path.toStdString()};
    error.detail += ": its history ends with event " + std::to_string(arrived.found);
    error.detail += arrived.witness == Witness::KeyFile ? ", its key file" : ", this computer";
    error.detail += " has seen event " + std::to_string(arrived.seen.n);
    const qint64 missing = arrived.seen.n - arrived.found;
    if (missing > 0) error.issues = {{.rule = "missing_events", .limit = std::to_string(missing)}};
    error.detail += "; it is an older copy, its log is missing, or its history was rewritten";
    return error;
}

} // namespace

Store::~Store()
{
    if (!m_isSettled || !m_file) return;
    if (m_inTransaction) rollBackWork();
    try {
        writeRefusals(m_refusals.takeAll());
        if (m_whyReadOnly) return; // what was seen of it stays what it was
        rememberFile(*m_connection);
        if (m_options.keyFile && m_options.keys) {
            anchorKeyFile(
                *m_connection,
                *m_options.keyFile,
                security::keyFileOf(m_file->path()),
                m_options.keys->file);
        }
    } catch (...) { // what was seen before stays right, only further back
    }
}

Done Store::prepare()
{
    if (m_options.entities.empty()) {
        return Error{
            .code = ErrorCode::Internal,
            .key = "store.no_entities",
            .detail = "the store was not told which entities there are"};
    }
    ChangeContext& changes = *m_connection->changes();
    changes.actor = m_options.actor.toUtf8();
    changes.device = m_options.device.toUtf8();
    changes.at = now();
    if (m_file) {
        if (Done settled = settleArrival(); !settled) return settled;
    }
    if (Done raised = raiseClock(*m_connection); !raised) return raised;
    m_writerNoted = true; // what opening itself writes is no change of a row
    const Result<bool> tracked = isTracked(*m_connection, m_options.entities);
    if (!tracked) return tracked.error();
    if (!*tracked) {
        const auto bring = [this] {
            return bringTracking(*m_connection, m_options.entities);
        };
        if (Done brought = writeWhenPossible(bring); !brought) return brought;
    }
    if (m_arrived.arrival == Arrival::Moved) {
        const auto note = [this] {
            return noteMove(*m_connection);
        };
        if (Done noted = writeWhenPossible(note); !noted) return noted;
    }
    m_writerNoted = false;
    m_isSettled = true;
    return done();
}

Done Store::settleArrival()
{
    const auto arrived = arrivalOf(
        *m_connection, m_options.keyFile ? m_options.keyFile->anchor() : security::Anchor());
    if (!arrived) return arrived.error();
    m_arrived = *arrived;
    if (m_arrived.arrival != Arrival::Older) return done();
    m_whyReadOnly = olderThan(m_arrived, m_file->path());
    return m_connection->setReadOnly(true); // whatever path a write takes
}

Done Store::acceptOlderFile(const QString& reason)
{
    if (!m_whyReadOnly) {
        return Error{
            .code = ErrorCode::Internal,
            .key = "store.not_rolled_back",
            .detail = "the file is not older than what was seen of it"};
    }
    const AuditNote decision{
        .action = AuditAction::AcceptOlderFile,
        .details = {
            {QString::fromLatin1(typedReason), reason},
            {QStringLiteral("expected"), m_arrived.seen.n},
            {QStringLiteral("found"), m_arrived.found},
            {QStringLiteral("seen_by"), nameOf(m_arrived.witness)}}};
    const std::optional<Error> before = std::exchange(m_whyReadOnly, std::nullopt);
    Done accepted = m_connection->setReadOnly(false);
    if (accepted) {
        m_reason = reason;
        accepted = inTransaction<Done>([&]() -> Done {
            const auto begun = beginLineage(*m_connection, QStringLiteral("accept"));
            return begun ? append(decision) : Done(begun.error());
        });
    }
    if (accepted) return accepted;
    m_whyReadOnly = before;
    (void)m_connection->setReadOnly(true);
    return accepted;
}

Done Store::checkWritable()
{
    if (m_whyReadOnly) return *m_whyReadOnly;
    if (m_reason.size() > longestReason) {
        m_reason.clear(); // it is of this write only
        return Error{
            .code = ErrorCode::Validation,
            .key = "audit.reason",
            .detail = "a reason has up to " + std::to_string(longestReason) + " characters"};
    }
    return m_file ? m_file->takeLock() : done();
}

Done Store::writeWhenPossible(std::function<Done()> work)
{
    if (m_inTransaction) return work();
    m_owed.push_back(std::move(work));
    Done written = beginWork();
    if (written) {
        written = commitWork();
        if (!written) rollBackWork();
    }
    if (written || m_whyReadOnly) return done();
    if (m_file && written.error().key == "store.full") {
        m_file->noteFullDisk();
        return done();
    }
    m_owed.pop_back();
    return written;
}

std::vector<Error> Store::takeNotices()
{
    std::vector<Error> notices = m_file ? m_file->takeNotices() : std::vector<Error>();
    for (Error& notice : std::exchange(m_notices, {}))
        notices.push_back(std::move(notice));
    return notices;
}

/// Each with the time and the reason that it brings itself.
Done Store::payOwed()
{
    if (m_owed.empty()) return done();
    const QByteArray reason = std::exchange(m_connection->changes()->reason, {});
    for (const std::function<Done()>& work : m_owed) {
        if (Done paid = work(); !paid) return paid;
    }
    m_connection->changes()->reason = reason;
    return done();
}

void Store::rememberProgress()
{
    if (!m_file || !m_isSettled) return;
    if (m_sinceRemembered.isValid() && m_sinceRemembered.elapsed() < rememberAgainAfter) return;
    m_sinceRemembered.start();
    try {
        rememberFile(*m_connection);
    } catch (const std::bad_alloc&) { // the transaction before it is committed all the same
        m_sinceRemembered.invalidate();
    }
}

} // namespace edupro::storage
