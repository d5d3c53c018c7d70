// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/security/KeyFile.h"

#include "core/security/Crockford.h"
#include "core/security/Digests.h"
#include "core/security/KeyFileFiles.h"

#include <QtEndian>

#include <algorithm>
#include <cstring>

namespace edupro::security {

namespace {

constexpr std::size_t userAt = 2 * keySize;
constexpr std::size_t timeAt = userAt + 16;
constexpr std::size_t boxedSize = timeAt + 8;

Error wrong()
{
    return {
        .code = ErrorCode::Permission,
        .key = "key.wrong",
        .detail = "the login or the password is wrong"};
}

Error damaged(const char* what)
{
    return {.code = ErrorCode::Corrupt, .key = "key.damaged", .detail = what};
}

QByteArray boundTo(const QUuid& file, const QUuid& slot)
{
    return (file.toString(QUuid::WithoutBraces) + u'|' + slot.toString(QUuid::WithoutBraces))
        .toLatin1();
}

QByteArray macOf(const KeySlots& content, const SecretBytes& fileKey)
{
    const SecretBytes key = hkdfSha256(fileKey, {}, QByteArrayLiteral("edupro/slots/v1"), keySize);
    return hmacSha256(key, macMessage(content));
}

/// DEK, SK or zeros, the user and the time: what a slot's box holds.
SecretBytes boxed(const SchoolKeys& keys, const SlotOwner& owner, Instant validUntil)
{
    SecretBytes secret(boxedSize);
    std::memcpy(secret.data(), keys.file.data(), keySize);
    if (owner.readsSealed && keys.seal.size() == keySize)
        std::memcpy(secret.data() + keySize, keys.seal.data(), keySize);
    const QByteArray user = owner.user.toRfc4122();
    std::memcpy(secret.data() + userAt, user.constData(), 16);
    qToBigEndian<qint64>(validUntil, secret.data() + timeAt);
    return secret;
}

Unlocked unboxed(const SecretBytes& secret)
{
    Unlocked unlocked;
    const std::span<const unsigned char> bytes = secret.bytes();
    unlocked.keys.file = SecretBytes(bytes.first(keySize));
    SecretBytes seal(bytes.subspan(keySize, keySize));
    if (!seal.equals(SecretBytes(keySize))) unlocked.keys.seal = std::move(seal);
    unlocked.user =
        QUuid::fromRfc4122(QByteArray(reinterpret_cast<const char*>(secret.data() + userAt), 16));
    unlocked.validUntil = qFromBigEndian<qint64>(secret.data() + timeAt);
    return unlocked;
}

/// One-time passwords are copied from paper: what was meant counts.
SecretBytes typedFor(SlotKind kind, const SecretBytes& password)
{
    return kind == SlotKind::Invite ? meantCode(password.bytes()) : password.copy();
}

struct NewSlot {
    SlotKind kind;
    QByteArray login;
    Instant validUntil = 0;
};

Result<KeySlot> makeSlot(
    const KeySlots& content,
    const NewSlot& wanted,
    const SlotOwner& owner,
    const SecretBytes& password,
    const SchoolKeys& keys,
    const ScryptCost& cost)
{
    KeySlot slot{
        .id = QUuid::createUuid(),
        .kind = wanted.kind,
        .login = wanted.login,
        .cost = cost,
        .salt = randomSalt(),
        .validUntil = wanted.validUntil / 1000 * 1000};
    const auto key = scrypt(typedFor(wanted.kind, password), slot.salt, cost, keySize);
    if (!key) return key.error();
    slot.box =
        closeBox(*key, boxed(keys, owner, slot.validUntil).bytes(), boundTo(content.file, slot.id));
    return slot;
}

} // namespace

QString keyFileOf(const QString& schoolFile)
{
    return schoolFile + QStringLiteral("-keys");
}

KeyFile::KeyFile(const QUuid& file)
    : m_content{.file = file}
{
}

Result<KeyFile> KeyFile::parse(const QByteArray& json)
{
    auto content = readKeySlots(json);
    if (!content) return content.error();
    KeyFile file(content->file);
    file.m_content = std::move(content).value();
    return file;
}

const KeySlot* KeyFile::slotOf(const QByteArray& login) const
{
    const auto found = std::find_if(
        m_content.entries.begin(), m_content.entries.end(), [&login](const KeySlot& slot) {
            return slot.login == login;
        });
    return found == m_content.entries.end() ? nullptr : &*found;
}

Result<Unlocked> KeyFile::open(const KeySlot& slot, const SecretBytes& password, Instant now) const
{
    const auto key = scrypt(typedFor(slot.kind, password), slot.salt, slot.cost, keySize);
    if (!key) return key.error();
    const auto secret = openBox(*key, slot.box, boundTo(m_content.file, slot.id));
    if (!secret) return wrong();
    if (secret->size() != boxedSize) return damaged("a slot of the key file has another size");
    Unlocked unlocked = unboxed(*secret);
    if (!isAuthentic(unlocked.keys.file))
        return damaged("the key file was changed by another program");
    if (unlocked.validUntil != slot.validUntil) return damaged("the time of a slot was changed");
    if (slot.validUntil != 0 && now > slot.validUntil) {
        return Error{
            .code = ErrorCode::Permission,
            .key = "key.expired",
            .detail = "the time of this password is over; ask the administrator for a new one"};
    }
    unlocked.slot = slot.id;
    unlocked.kind = slot.kind;
    return unlocked;
}

Result<Unlocked>
KeyFile::unlock(const QString& login, const SecretBytes& password, Instant now) const
{
    const KeySlot* slot = slotOf(loginMark(m_content.file, login));
    if (slot) return open(*slot, password, now);
    // As long as a login that exists takes, so that nobody learns which do.
    const ScryptCost cost =
        m_content.entries.empty() ? affordableCost() : m_content.entries.front().cost;
    const auto spent = scrypt(password, QByteArray(saltSize, '\0'), cost, keySize);
    if (!spent) return spent.error();
    return wrong();
}

Result<Unlocked> KeyFile::unlockWithRecoveryCode(const RecoveryCode& code, Instant now) const
{
    const KeySlot* slot = slotOf(QByteArray());
    if (!slot) return wrong();
    return open(*slot, code.bytes(), now);
}

void KeyFile::replaceSlot(KeySlot slot)
{
    const auto taken = std::erase_if(
        m_content.entries, [&slot](const KeySlot& old) { return old.login == slot.login; });
    if (taken > 0) m_revokes = true;
    m_content.entries.push_back(std::move(slot));
}

Done KeyFile::setPassword(
    const SlotOwner& owner,
    const SecretBytes& password,
    const SchoolKeys& keys,
    const ScryptCost& cost,
    Instant validUntil)
{
    const NewSlot wanted{
        .kind = SlotKind::User,
        .login = loginMark(m_content.file, owner.login),
        .validUntil = validUntil};
    auto slot = makeSlot(m_content, wanted, owner, password, keys, cost);
    if (!slot) return slot.error();
    replaceSlot(std::move(slot).value());
    return done();
}

Result<QString>
KeyFile::invite(const SlotOwner& owner, const SchoolKeys& keys, const ScryptCost& cost, Instant now)
{
    const NewSlot wanted{
        .kind = SlotKind::Invite,
        .login = loginMark(m_content.file, owner.login),
        .validUntil = now + inviteLasts};
    QString oneTime = randomOneTimePassword();
    auto slot = makeSlot(m_content, wanted, owner, SecretBytes::ofPassword(oneTime), keys, cost);
    if (!slot) {
        wipe(oneTime);
        return slot.error();
    }
    replaceSlot(std::move(slot).value());
    return oneTime;
}

Result<RecoveryCode>
KeyFile::renewRecoveryCode(const QUuid& user, const SchoolKeys& keys, const ScryptCost& cost)
{
    RecoveryCode code = RecoveryCode::random();
    const SlotOwner owner{.user = user, .readsSealed = true};
    auto slot = makeSlot(m_content, {.kind = SlotKind::Recovery}, owner, code.bytes(), keys, cost);
    if (!slot) return slot.error();
    replaceSlot(std::move(slot).value());
    return code;
}

bool KeyFile::removeLogin(const QString& login)
{
    const QByteArray mark = loginMark(m_content.file, login);
    const auto gone = std::erase_if(
        m_content.entries, [&mark](const KeySlot& slot) { return slot.login == mark; });
    if (gone > 0) m_revokes = true;
    return gone > 0;
}

bool KeyFile::hasLogin(const QString& login) const
{
    return slotOf(loginMark(m_content.file, login)) != nullptr;
}

bool KeyFile::hasRecoveryCode() const
{
    return slotOf(QByteArray()) != nullptr;
}

void KeyFile::dropSlots()
{
    m_content.entries.clear();
    m_revokes = true;
}

void KeyFile::addErasure(const QUuid& row)
{
    const auto& known = m_content.erasures;
    if (std::find(known.begin(), known.end(), row) == known.end())
        m_content.erasures.push_back(row);
}

bool KeyFile::isAuthentic(const SecretBytes& fileKey) const
{
    return equalInConstantTime(macOf(m_content, fileKey), m_content.mac);
}

Done KeyFile::save(const QString& path, const SecretBytes& fileKey)
{
    KeySlots next = m_content;
    ++next.generation;
    next.mac = macOf(next, fileKey);
    if (Done written = writeKeyFile(path, keyFileJson(next), m_revokes); !written) return written;
    m_content = std::move(next);
    m_revokes = false;
    return done();
}

} // namespace edupro::security
