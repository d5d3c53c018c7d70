// SPDX-License-Identifier: GPL-3.0-or-later
// One attempt at a password, wherever it is tried: at a sign-in, or at the keys in a backup.
#pragma once

#include "core/security/KeyFile.h"
#include "core/security/Throttle.h"

#include <memory>

namespace edupro::security {

/// Counts as failed until it is told otherwise. Without a throttle (tests) nothing is counted.
class Attempt {
public:
    /// `school`: the id of the school file, of whose backups too.
    Attempt(std::shared_ptr<Throttle> throttle, const QUuid& school, QString login);
    /// Permission `key.wait`.
    Done begin();
    /// The password is that of today: forgets the failures and answers them.
    Failures succeeded();
    /// The password was right, but maybe that of another day: earlier failures stay.
    void passed();
    /// Only a wrong password (`key.wrong`) counts.
    void failed(const Error& error);

    const std::shared_ptr<Throttle>& throttle() const { return m_throttle; }
    const QString& school() const { return m_school; }

private:
    std::shared_ptr<Throttle> m_throttle;
    QString m_school;
    QString m_login;
};

/// KeyFile::unlock() at the pace of a sign-in, for key files of which nobody knows whether they are
/// today's. Errors: Permission `key.wait`; those of unlock().
Result<Unlocked> unlockAtPace(
    const KeyFile& file,
    const QString& login,
    const SecretBytes& password,
    Instant now,
    const std::shared_ptr<Throttle>& throttle);

} // namespace edupro::security
