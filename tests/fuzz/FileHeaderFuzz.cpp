// SPDX-License-Identifier: GPL-3.0-or-later
// Takes any bytes for an encrypted file and its log, changes a true first page, and builds files of
// pages that open, pages that do not and logs: nothing may crash, no changed page may be believed,
// and each file is called what it is.
#include "core/storage/encrypted/FileHeader.h"
#include "core/storage/encrypted/PageCipher.h"
#include "core/storage/encrypted/WalCipher.h"
#include "tests/fuzz/Demand.h"
#include "tests/fuzz/Input.h"

#include <QBuffer>

#include <cstring>
#include <string>

using namespace edupro;
using namespace edupro::storage::encrypted;
using namespace edupro::tests;

namespace {

constexpr Salt salt{1, 2, 3, 4, 5, 6, 7, 8};
constexpr auto bytesOfPage = static_cast<qsizetype>(pageSize);

const security::SecretBytes& key()
{
    static const security::SecretBytes made(32); // zeros
    return made;
}

const FileKeys& keys()
{
    static const FileKeys made = FileKeys::derive(key(), salt);
    return made;
}

Byte* bytesOf(QByteArray& bytes, qsizetype at = 0)
{
    return reinterpret_cast<Byte*>(bytes.data()) + at;
}

/// A first page as SQLite has it in memory; `content` stands behind what is readable in the file.
QByteArray firstPage(const QByteArray& content)
{
    QByteArray plain(bytesOfPage, '\0');
    std::copy(sqliteMagic.begin(), sqliteMagic.end(), plain.begin());
    plain[16] = 0x10;
    plain[20] = footerSize;
    return plain.replace(24, content.size(), content);
}

QByteArray sealed(std::uint32_t number, QByteArray plain)
{
    QByteArray stored(bytesOfPage, '\0');
    DatabaseCipher cipher(keys());
    demand(cipher.seal(number, bytesOf(plain), bytesOf(stored), 1), "a page is sealed");
    return stored;
}

/// A log whose first frame opens.
QByteArray logWithFrame(const QByteArray& content)
{
    const Salt logSalt{9, 9, 9, 9, 1, 1, 1, 1};
    QByteArray log(static_cast<qsizetype>(walHeaderSize + frameSize), '\0');
    std::copy(logSalt.begin(), logSalt.end(), bytesOf(log, 16));
    QByteArray plain = firstPage(content);
    WalCipher cipher(keys());
    demand(
        cipher.sealPage(
            logSalt, 0, bytesOf(plain), bytesOf(log, walHeaderSize + frameHeaderSize), true),
        "a frame is sealed");
    return log;
}

Result<QByteArray> headerOf(QByteArray file, QByteArray log)
{
    QBuffer database(&file);
    QBuffer wal(&log);
    database.open(QIODevice::ReadOnly);
    wal.open(QIODevice::ReadOnly);
    return encryptedHeader(database, &wal, key());
}

/// Up to 16 changed bytes of a true first page: each three bytes of the input are one.
void changeFirstPage(Input input)
{
    static const QByteArray page = sealed(1, firstPage({}));
    QByteArray changed = page;
    for (int i = 0; i < 16 && !input.isEmpty(); ++i)
        damage(changed, input);
    const Result<QByteArray> read = headerOf(changed, {});
    demand(!read.has_value() || changed == page, "a changed page is refused");
}

/// What was done to a file of several pages, and so what it has to be called.
struct Made {
    QByteArray file;
    QByteArray log;
    QByteArray plain; ///< its first page
    bool firstOpens = true;
    bool isOurs = true;   ///< its magic stands
    bool isSalted = true; ///< with the salt that its pages were sealed under
    bool logOpens = false;
    bool othersOpen = false; ///< one of those that are tried
};

Made makeFile(Input& input)
{
    Made made;
    made.plain = firstPage(input.bytes(64));
    made.file = sealed(1, made.plain);
    const int spoiled = input.byte() % 6;
    if (spoiled == 1) made.file[0] = 'e';                     // its magic
    if (spoiled == 2) made.file[8] = 'x';                     // its salt
    if (spoiled == 3) made.file[24 + input.below(4000)] ^= 1; // what is sealed
    if (spoiled == 4) made.file = sealed(2, made.plain).replace(0, 16, made.file.left(16));
    if (spoiled == 5) std::fill_n(made.file.begin(), 16, '\0'); // magic and salt
    made.isOurs = spoiled != 1 && spoiled != 5;
    made.isSalted = spoiled != 2 && spoiled != 5;
    made.firstOpens = spoiled <= 1;
    const qsizetype pages = input.below(20);
    for (qsizetype number = 2; number < 2 + pages; ++number) {
        const bool opens = input.flag();
        made.file += opens
                         ? sealed(static_cast<std::uint32_t>(number), QByteArray(bytesOfPage, 'p'))
                         : QByteArray(bytesOfPage, 'q');
        made.othersOpen = made.othersOpen || (opens && number <= 17);
    }
    made.file += input.bytes(input.below(100)); // part of a page
    const int logged = input.byte() % 4;
    if (logged > 0) made.log = logWithFrame({});
    if (logged == 2) made.log.chop(1 + input.below(4000));
    if (logged == 3) made.log[static_cast<qsizetype>(walHeaderSize) + 24 + input.below(4000)] ^= 1;
    made.logOpens = logged == 1;
    return made;
}

void judgeFile(const Made& made)
{
    const Result<QByteArray> header = headerOf(made.file, made.log);
    const std::string said = header ? "" : header.error().key;
    if (made.firstOpens && made.isOurs)
        return demand(header && *header == made.plain.left(100), "a true page is read");
    if (made.isOurs && made.isSalted && made.logOpens)
        return demand(header && header->isEmpty(), "a log may hold the first page");
    if (made.firstOpens || (made.isSalted && made.othersOpen))
        return demand(said == "store.damaged", "a damaged first page is called so");
    demand(
        said == (made.isOurs ? "key.mismatch" : "store.foreign"), "what cannot be read is named");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    Input input(data, size);
    const QByteArray& bytes = input.all();
    static const QByteArray page = sealed(1, firstPage({}));
    demand(headerOf(page, bytes)->startsWith("SQLite format 3"), "a true page is read");
    (void)headerOf(bytes, bytes);
    (void)headerOf(page.left(16) + bytes, bytes);
    (void)saltOf(bytes);
    changeFirstPage(input);
    judgeFile(makeFile(input));
    return 0;
}
