// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/security/Attempt.h"

namespace edupro::security {

Attempt::Attempt(std::shared_ptr<Throttle> throttle, const QUuid& school, QString login)
    : m_throttle(std::move(throttle))
    , m_school(school.toString(QUuid::WithoutBraces))
    , m_login(std::move(login))
{
}

Done Attempt::begin()
{
    return m_throttle ? m_throttle->begin(m_school, m_login) : done();
}

Failures Attempt::succeeded()
{
    return m_throttle ? m_throttle->succeeded(m_school, m_login) : Failures{};
}

void Attempt::passed()
{
    if (m_throttle) m_throttle->withdraw(m_school, m_login);
}

void Attempt::failed(const Error& error)
{
    if (m_throttle && error.key != "key.wrong") m_throttle->withdraw(m_school, m_login);
}

Result<Unlocked> unlockAtPace(
    const KeyFile& file,
    const QString& login,
    const SecretBytes& password,
    Instant now,
    const std::shared_ptr<Throttle>& throttle)
{
    Attempt attempt(throttle, file.file(), login);
    if (Done begun = attempt.begin(); !begun) return begun.error();
    Result<Unlocked> unlocked = file.unlock(login, password, now);
    if (unlocked)
        attempt.passed();
    else
        attempt.failed(unlocked.error());
    return unlocked;
}

} // namespace edupro::security
