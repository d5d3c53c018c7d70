// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/security/KeyFileFiles.h"

#include "core/security/KeyFile.h"
#include "core/security/PrivateFile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <functional>

namespace edupro::security {

namespace {

Error failure(const char* key, const QString& path, const char* what)
{
    return {
        .code = ErrorCode::Io,
        .key = key,
        .detail = QDir::toNativeSeparators(path).toStdString() + ": " + what};
}

/// What can be tried on a key file: both ways to unlock it.
using Unlock = std::function<Result<Unlocked>(const KeyFile&)>;
/// Whether the older generation has something for this person that the newest has not.
using Differs = std::function<bool(const KeyFile& newest, const KeyFile& older)>;

const KeySlot* slotFor(const KeyFile& file, const QByteArray& mark)
{
    for (const KeySlot& slot : file.content().entries) {
        if (slot.login == mark) return &slot;
    }
    return nullptr;
}

bool hasOtherSlot(
    const KeyFile& newest,
    const QByteArray& newestMark,
    const KeyFile& older,
    const QByteArray& olderMark)
{
    const KeySlot* before = slotFor(older, olderMark);
    const KeySlot* now = slotFor(newest, newestMark);
    return before && !(now && newest.file() == older.file() && *now == *before);
}

Result<UnlockedFile> unlockEither(const QString& path, const Unlock& unlock, const Differs& differs)
{
    Result<KeyFile> newest = KeyFile::load(path);
    Error reason;
    if (newest) {
        Result<Unlocked> unlocked = unlock(*newest);
        if (unlocked)
            return UnlockedFile{
                .file = std::move(newest).value(), .unlocked = std::move(unlocked).value()};
        reason = unlocked.error();
    } else {
        reason = newest.error();
    }
    const bool mayBeDamage = reason.key == "key.damaged" || reason.key == "key.missing";
    if (!mayBeDamage && reason.key != "key.wrong") return reason;
    Result<KeyFile> older = KeyFile::load(olderGenerationOf(path));
    if (!older) return reason;
    if (!mayBeDamage && !differs(*newest, *older)) return reason;
    Result<Unlocked> unlocked = unlock(*older);
    if (!unlocked) return newest ? reason : unlocked.error();
    return UnlockedFile{
        .file = std::move(older).value(),
        .unlocked = std::move(unlocked).value(),
        .isOlderGeneration = true};
}

} // namespace

QString olderGenerationOf(const QString& path)
{
    return path + QStringLiteral(".old");
}

Result<QByteArray> readKeyFile(const QString& path)
{
    QFile file(path);
    if (!QFileInfo::exists(path))
        return failure("key.missing", path, "the key file of this school does not exist");
    if (!file.open(QIODevice::ReadOnly))
        return failure("store.unreadable", path, "the key file cannot be read");
    return file.read(largestKeyFile + 1);
}

Done writeKeyFile(const QString& path, const QByteArray& json, bool replaceBoth)
{
    const QString older = olderGenerationOf(path);
    if (!replaceBoth) {
        const Result<QByteArray> before = readKeyFile(path);
        // A damaged file must not push out the good one behind it.
        if (before && readKeySlots(*before)) {
            if (Done kept = replacePrivateFile(older, *before); !kept) return kept;
        }
        return replacePrivateFile(path, json);
    }
    if (Done written = replacePrivateFile(path, json); !written) return written;
    return replacePrivateFile(older, json);
}

Result<KeyFile> KeyFile::load(const QString& path)
{
    const Result<QByteArray> json = readKeyFile(path);
    if (!json) return json.error();
    Result<KeyFile> file = parse(*json);
    if (file) return file;
    Error error = file.error();
    error.detail = QDir::toNativeSeparators(path).toStdString() + ": " + error.detail;
    return error;
}

Result<UnlockedFile>
unlockKeyFile(const QString& path, const QString& login, const SecretBytes& password, Instant now)
{
    return unlockEither(
        path,
        [&](const KeyFile& file) { return file.unlock(login, password, now); },
        [&](const KeyFile& newest, const KeyFile& older) {
            return hasOtherSlot(
                newest, loginMark(newest.file(), login), older, loginMark(older.file(), login));
        });
}

Result<UnlockedFile> unlockKeyFile(const QString& path, const RecoveryCode& code, Instant now)
{
    return unlockEither(
        path,
        [&](const KeyFile& file) { return file.unlockWithRecoveryCode(code, now); },
        [](const KeyFile& newest, const KeyFile& older) {
            return hasOtherSlot(newest, {}, older, {});
        });
}

} // namespace edupro::security
