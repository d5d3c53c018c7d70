// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/encrypted/FileHeader.h"

#include "core/storage/encrypted/PageCipher.h"
#include "core/storage/encrypted/WalCipher.h"

#include <QDir>
#include <QFile>

#include <algorithm>

namespace edupro::storage::encrypted {

namespace {

constexpr qint64 pagesTried = 16;
constexpr auto bytesOfPage = static_cast<qint64>(pageSize);

Error failure(ErrorCode code, const char* key, const QString& path, const char* what)
{
    return {
        .code = code,
        .key = key,
        .detail = QDir::toNativeSeparators(path).toStdString() + ": " + what};
}

Byte* bytesOf(QByteArray& bytes)
{
    return reinterpret_cast<Byte*>(bytes.data());
}

QByteArray pageAt(QFile& file, qint64 number)
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
bool opensAnother(QFile& file, DatabaseCipher& cipher)
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
bool opensLog(const QString& path, const FileKeys& keys)
{
    QFile log(path + QStringLiteral("-wal"));
    constexpr auto needed = static_cast<qint64>(walHeaderSize + frameSize);
    if (!log.open(QIODevice::ReadOnly)) return false;
    QByteArray start = log.read(needed);
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

Result<QByteArray> encryptedHeader(const QString& path, const security::SecretBytes& fileKey)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorCode::Io, "store.unreadable", path, "cannot be read");
    QByteArray page = pageAt(file, 1);
    const bool ours = formOf(page) == FileForm::Encrypted;
    if (page.size() < bytesOfPage)
        return ours ? failure(ErrorCode::Corrupt, "store.damaged", path, "has lost its first page")
                    : failure(ErrorCode::Corrupt, "store.foreign", path, "is not a school file");
    const FileKeys keys = FileKeys::derive(fileKey, saltAt(page, magic.size()));
    DatabaseCipher cipher(keys);
    std::copy(magic.begin(), magic.end(), page.begin());
    const bool opened = cipher.open(1, bytesOf(page));
    if (opened && ours) return page.left(databaseHeaderSize);
    if (opened || opensAnother(file, cipher)) {
        if (ours && opensLog(path, keys)) return QByteArray();
        return failure(ErrorCode::Corrupt, "store.damaged", path, "its first page is damaged");
    }
    if (!ours) return failure(ErrorCode::Corrupt, "store.foreign", path, "is not a school file");
    if (opensLog(path, keys)) return QByteArray();
    return failure(
        ErrorCode::Corrupt, "key.mismatch", path, "does not open with the key that was given");
}

} // namespace edupro::storage::encrypted
