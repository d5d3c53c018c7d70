// SPDX-License-Identifier: GPL-3.0-or-later
// What the audit knows of one event: who did what to which row, when, on which computer and why.
#pragma once

#include "core/base/Clock.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>
#include <QUuid>

#include <optional>
#include <vector>

namespace edupro::storage {

/// Everything that becomes an event. Changes of rows are written by the triggers of the file; all
/// others are written by whoever does them, through Store::note().
enum class AuditAction {
    // changes of rows
    Insert,
    Update,
    Delete,
    Restore,
    // the file
    CreateFile,
    UpgradeFile,
    RestoreFile, ///< put back from a backup
    RepairFile,
    MoveFile,        ///< found on a computer that did not know it
    AcceptOlderFile, ///< an administrator goes on with a file whose history is older than an anchor
    Backup,
    ChangeKeys,  ///< new file key, key slots added or removed, encrypted or decrypted
    AdoptRows,   ///< rows that stood in the file without versions got them
    NewTriggers, ///< the triggers of the file were missing, changed or older than the program
    // people
    SignIn,
    SignInFailed,
    SignOut,
    Lock,
    Unlock,
    EndSession,
    AddUser,
    ChangeUser,
    DisableUser,
    ChangeRoles,
    ChangePassword,
    Recover, ///< signed in with the recovery code
    Refused, ///< an action that the person may not do
    // data that leaves the file
    Export,
    Print,
    ReadMasked, ///< a masked field was shown in full
    Query,      ///< SQL by the administrator
    // personal data
    Request,
    Dossier,
    Erase, ///< the payloads of a row's earlier events were blanked
    Retention,
    Breach,
    Decision,
};

/// Its stable word in the file, e.g. "sign_in_failed".
QString codeOf(AuditAction action);
/// All words, in the order of the enumeration.
const QStringList& auditActionCodes();

/// Characters of a reason that somebody typed.
inline constexpr qsizetype longestReason = 500;

/// An event that is no change of a row. `reason` must not hold personal values (it is never
/// erased); what may is in `details`, which an erasure of `row` blanks.
struct AuditNote {
    AuditAction action = AuditAction::Export;
    QString table{}; ///< the table it is about; may be empty
    QUuid row{};     ///< the row it is about; may be null
    QString reason{};
    QStringList columns{};       ///< e.g. the masked fields that were read
    QJsonObject details{};       ///< name -> value
    std::optional<Instant> at{}; ///< nothing: now; a failed sign-in is noted later
    std::optional<QString> by{}; ///< nothing: the actor of the store
};

/// One event, read back.
struct AuditRecord {
    qint64 n = 0;
    Instant at = 0;
    QString person; ///< a user's id; on a plain file without users the computer user's name
    QString device;
    QString action; ///< a word of codeOf()
    QString table;
    QUuid row;
    QStringList columns; ///< changed columns; "*" for a whole new row
    QString reason;
    QJsonObject changes; ///< column -> [before, after]; of notes: name -> [null, value]
    bool erased = false; ///< the changes were blanked by an erasure
};

/// Where the chain stands: what an anchor keeps. n = 0: no event yet, hash = the chain's start.
struct AuditHead {
    qint64 n = 0;
    QByteArray hash; ///< 32 bytes

    friend bool operator==(const AuditHead&, const AuditHead&) = default;
};

} // namespace edupro::storage
