// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/encrypted/FileHeader.h"

#include "core/storage/encrypted/PageCipher.h"
#include "core/storage/encrypted/WalCipher.h"

#include <QIODevice>

#include <algorithm>

namespace edupro::storage::encrypted {

namespace {

constexpr qint64 pagesTried = 16;
constexpr auto bytesOfPage = static_cast<qint64>(pageSize);

Error corrupt(const char* key, const char* what)
{
    return {.code = ErrorCode::Corrupt, .key = key, .detail = what};
}

Byte* bytesOf(QByteArray& bytes)
{
    return reinterpret_cast<Byte*>(bytes.data());
}

QByteArray pageAt(QIODevice& file, qint64 number)
{
    file.seek((number - 1) * bytesOfPage);
    return file.read(bytesOfPage);
}

Salt saltAt(const QByteArray& bytes, qsizetype at)
{
    Salt salt;
    std::copy_n(bytes.constData() + at, salt.size(), reinterpret_cast<char*>(salt.data()));
    return salt;
}

/// Whether the key opens any of the pages after the first.
bool opensAnother(QIODevice& file, DatabaseCipher& cipher)
{
    const qint64 pages = std::min(file.size() / bytesOfPage, pagesTried + 1);
    for (qint64 number = 2; number <= pages; ++number) {
        QByteArray page = pageAt(file, number);
        if (page.size() == bytesOfPage &&
            cipher.open(static_cast<std::uint32_t>(number), bytesOf(page)))
            return true;
    }
    return false;
}

/// Whether the first page of the log opens: then SQLite will read the log.
bool opensLog(QIODevice* log, const FileKeys& keys)
{
    constexpr auto needed = static_cast<qint64>(walHeaderSize + frameSize);
    if (!log || !log->seek(0)) return false;
    QByteArray start = log->read(needed);
    if (start.size() < needed) return false;
    WalCipher cipher(keys);
    const Salt salt = saltAt(start, 16);
    return cipher.openPage(salt, 0, bytesOf(start) + walHeaderSize + frameHeaderSize);
}

} // namespace

FileForm formOf(const QByteArray& start)
{
    const auto beginsWith = [&start](const auto& bytes) {
        return start.startsWith(QByteArrayView(bytes.data(), static_cast<qsizetype>(bytes.size())));
    };
    if (beginsWith(magic)) return FileForm::Encrypted;
    return beginsWith(sqliteMagic) ? FileForm::Plain : FileForm::Foreign;
}

std::optional<Salt> saltOf(const QByteArray& start)
{
    constexpr auto needed = static_cast<qsizetype>(magic.size() + sizeof(Salt));
    if (start.size() < needed || formOf(start) != FileForm::Encrypted) return std::nullopt;
    return saltAt(start, magic.size());
}

Result<QByteArray>
encryptedHeader(QIODevice& database, QIODevice* log, const security::SecretBytes& fileKey)
{
    QByteArray page = pageAt(database, 1);
    const bool ours = formOf(page) == FileForm::Encrypted;
    if (page.size() < bytesOfPage)
        return ours ? corrupt("store.damaged", "has lost its first page")
                    : corrupt("store.foreign", "is not a school file");
    const FileKeys keys = FileKeys::derive(fileKey, saltAt(page, magic.size()));
    DatabaseCipher cipher(keys);
    std::copy(magic.begin(), magic.end(), page.begin());
    const bool opened = cipher.open(1, bytesOf(page));
    if (opened && ours) return page.left(databaseHeaderSize);
    if (ours && opensLog(log, keys)) return QByteArray();
    if (opened || opensAnother(database, cipher))
        return corrupt("store.damaged", "its first page is damaged");
    if (!ours) return corrupt("store.foreign", "is not a school file");
    return corrupt("key.mismatch", "does not open with the key that was given");
}

} // namespace edupro::storage::encrypted
