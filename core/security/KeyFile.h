// SPDX-License-Identifier: GPL-3.0-or-later
// The key file beside an encrypted school file: who can open it, with what.
#pragma once

#include "core/security/KeySlots.h"
#include "core/security/RecoveryCode.h"
#include "core/security/SchoolKeys.h"

#include <QString>

namespace edupro::security {

/// "x.edupro" -> "x.edupro-keys"
QString keyFileOf(const QString& schoolFile);

/// Whom a slot is for.
struct SlotOwner {
    QUuid user;
    QString login;
    /// Whether the key of the sealed columns goes into the slot (teachers: no). When a person's
    /// roles change this, the old slot stays as it is until the person gets a new password or an
    /// invite.
    bool readsSealed = false;
};

/// What a right password gives.
struct Unlocked {
    SchoolKeys keys; ///< `seal` is empty for people who may not read sealed columns
    QUuid user;
    QUuid slot;
    SlotKind kind = SlotKind::User; ///< Invite: let the person choose a password before all else
    Instant validUntil = 0;         ///< 0: no end
};

inline constexpr Instant inviteLasts = 7LL * 24 * 60 * 60 * 1000;

/// A value: changes reach the disk with save(). Each call that derives a key takes about half a
/// second and 128 MiB: call on a lane.
class KeyFile {
public:
    /// Of a new school, without slots.
    explicit KeyFile(const QUuid& file);
    /// Errors as readKeySlots(). The MAC is checked when it is unlocked.
    static Result<KeyFile> parse(const QByteArray& json);
    /// One generation. Errors: those of parse(); Io `key.missing`, `store.unreadable`.
    static Result<KeyFile> load(const QString& path);

    /// Errors: Permission `key.wrong` (login or password; takes as long for a login that does not
    /// exist), `key.expired` (right password, but the slot's time is over); Corrupt `key.damaged`
    /// when the MAC does not fit; Internal `key.memory`.
    Result<Unlocked> unlock(const QString& login, const SecretBytes& password, Instant now) const;
    /// Errors as unlock(); `user` is the administrator for whom the code was made.
    Result<Unlocked> unlockWithRecoveryCode(const RecoveryCode& code, Instant now) const;

    /// Makes the slot of a person, in place of the one of the same login. `keys` are those that the
    /// caller unlocked: without `seal` nobody gets it. Errors: Internal `key.memory`.
    Done setPassword(
        const SlotOwner& owner,
        const SecretBytes& password,
        const SchoolKeys& keys,
        const ScryptCost& cost,
        Instant validUntil = 0);
    /// A slot for one sign-in within seven days, in place of the one of the same login. Answers its
    /// one-time password, to be handed over in person and wiped.
    Result<QString>
    invite(const SlotOwner& owner, const SchoolKeys& keys, const ScryptCost& cost, Instant now);
    /// A new recovery code in place of the one before, which opens nothing any more.
    Result<RecoveryCode>
    renewRecoveryCode(const QUuid& user, const SchoolKeys& keys, const ScryptCost& cost);
    /// False when the login has no slot. Who has the old key file and knew the password can still
    /// open old copies of the school file: only a new file key ends that.
    bool removeLogin(const QString& login);
    bool hasLogin(const QString& login) const;
    bool hasRecoveryCode() const;

    /// For new keys of the same school: drops all slots, whose boxes hold the old keys; anchor and
    /// erasures stay. Give slots to those who are to stay afterwards.
    void dropSlots();

    /// Writes it under a MAC of `fileKey`, through a temporary file that is synced and renamed. The
    /// generation before stays as `path`.old, unless a slot went or was replaced: then both are
    /// the new one, so that an old password opens neither. Errors: Io `store.read_only`,
    /// `store.full`; the file before is then as it was.
    Done save(const QString& path, const SecretBytes& fileKey);

    /// Whether its MAC was made with this key of the school file; for those who have the school
    /// open and so need no password.
    bool isAuthentic(const SecretBytes& fileKey) const;

    const QUuid& file() const { return m_content.file; }
    qint64 generation() const { return m_content.generation; }
    const Anchor& anchor() const { return m_content.anchor; }
    void setAnchor(const Anchor& anchor) { m_content.anchor = anchor; }
    const std::vector<QUuid>& erasures() const { return m_content.erasures; }
    /// Adds one, once.
    void addErasure(const QUuid& row);
    const KeySlots& content() const { return m_content; }

private:
    const KeySlot* slotOf(const QByteArray& login) const;
    void replaceSlot(KeySlot slot);
    Result<Unlocked> open(const KeySlot& slot, const SecretBytes& password, Instant now) const;

    KeySlots m_content;
    bool m_revokes = false; ///< a slot that is on disk must not stay there
};

struct UnlockedFile {
    KeyFile file;
    Unlocked unlocked;
    bool isOlderGeneration = false; ///< the newest one was damaged: save, and tell
};

/// Unlocks the newest generation, or `path`.old when the newest is missing or damaged, be it only
/// in the one slot. Errors as KeyFile::load() and KeyFile::unlock(), of the newest generation.
Result<UnlockedFile>
unlockKeyFile(const QString& path, const QString& login, const SecretBytes& password, Instant now);
Result<UnlockedFile> unlockKeyFile(const QString& path, const RecoveryCode& code, Instant now);

} // namespace edupro::security
