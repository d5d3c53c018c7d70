// SPDX-License-Identifier: GPL-3.0-or-later
// Takes any bytes for an encrypted file and its log, or changes a true first page: nothing may
// crash, and no changed page may be believed.
#include "core/storage/encrypted/FileHeader.h"
#include "core/storage/encrypted/PageCipher.h"

#include <QBuffer>

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <iostream>

using namespace edupro;
using namespace edupro::storage::encrypted;

namespace {

void demand(bool held, const char* promise)
{
    if (held) return;
    std::cerr << "broken promise: " << promise << std::endl;
    std::abort();
}

const security::SecretBytes& key()
{
    static const security::SecretBytes made(32); // zeros
    return made;
}

QByteArray truePage()
{
    std::array<Byte, pageSize> plain{};
    std::copy(sqliteMagic.begin(), sqliteMagic.end(), plain.begin());
    plain[16] = 0x10;
    plain[20] = footerSize;
    QByteArray stored(static_cast<qsizetype>(pageSize), 0);
    DatabaseCipher cipher(FileKeys::derive(key(), {1, 2, 3, 4, 5, 6, 7, 8}));
    demand(
        cipher.seal(1, plain.data(), reinterpret_cast<Byte*>(stored.data()), 1),
        "a page is sealed");
    return stored;
}

Result<QByteArray> headerOf(QByteArray file, QByteArray log)
{
    QBuffer database(&file);
    QBuffer wal(&log);
    database.open(QIODevice::ReadOnly);
    wal.open(QIODevice::ReadOnly);
    return encryptedHeader(database, &wal, key());
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const QByteArray page = truePage();
    const QByteArray bytes(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    demand(headerOf(page, bytes)->startsWith("SQLite format 3"), "a true page is read");
    (void)headerOf(bytes, bytes);
    (void)headerOf(QByteArray(page).left(16) + bytes, bytes);
    (void)saltOf(bytes);
    QByteArray changed = page;
    for (std::size_t i = 0; i + 3 <= size && i < 48; i += 3) {
        const qsizetype where = (data[i] * 256 + data[i + 1]) % changed.size();
        changed[where] = static_cast<char>(changed[where] ^ data[i + 2]);
    }
    const Result<QByteArray> read = headerOf(changed, {});
    demand(!read.has_value() || changed == page, "a changed page is refused");
    return 0;
}
