// SPDX-License-Identifier: GPL-3.0-or-later
// What a key file holds, as plain data, and its form as JSON.
#pragma once

#include "core/base/Clock.h"
#include "core/base/Result.h"
#include "core/security/Scrypt.h"
#include "core/security/SecretBox.h"

#include <QByteArray>
#include <QUuid>

#include <vector>

namespace edupro::security {

enum class SlotKind {
    User,     ///< opened by a person's own password
    Recovery, ///< opened by the recovery code
    Invite,   ///< opened by a one-time password, which the person replaces at once
};

/// The keys of the school, boxed under the key derived from one password.
struct KeySlot {
    QUuid id;
    SlotKind kind = SlotKind::User;
    QByteArray login; ///< loginMark() of the login; empty for recovery
    ScryptCost cost;
    QByteArray salt; ///< 16 bytes
    Box box;
    Instant validUntil = 0; ///< whole seconds; 0: no end

    friend bool operator==(const KeySlot&, const KeySlot&) = default;
};

/// How far the school file had come when this file was written (5.4 of the design): a school file
/// that does not contain it has been set back.
struct Anchor {
    qint64 auditNumber = 0;
    QByteArray auditHash; ///< 32 bytes; empty: no event yet
    qint64 dirtySequence = 0;

    friend bool operator==(const Anchor&, const Anchor&) = default;
};

struct KeySlots {
    QUuid file;
    qint64 generation = 0; ///< grows with each writing
    std::vector<KeySlot> entries;
    Anchor anchor;
    std::vector<QUuid> erasures; ///< rows that stay erased, whatever backup is restored
    QByteArray mac;              ///< 32 bytes, under the key of the school file

    friend bool operator==(const KeySlots&, const KeySlots&) = default;
};

inline constexpr qsizetype largestKeyFile = 16 * 1024 * 1024;
inline constexpr int deepestKeyFile = 32;

/// What stands in a slot in place of the login: SHA-256 of the file's id and the login in small
/// letters (NFC, trimmed).
QByteArray loginMark(const QUuid& file, const QString& login);

/// Errors: Corrupt `key.damaged` for everything that is not exactly the form that keyFileJson()
/// writes (white space and the order of members aside), with the member that is wrong;
/// `store.newer` for a later format.
Result<KeySlots> readKeySlots(const QByteArray& json);

/// Canonical JSON (RFC 8785) with the MAC that `content` carries.
QByteArray keyFileJson(const KeySlots& content);
/// The bytes that the MAC is made of: the same without "mac".
QByteArray macMessage(const KeySlots& content);

} // namespace edupro::security
