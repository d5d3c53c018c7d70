// SPDX-License-Identifier: GPL-3.0-or-later
// Changes a whole log, or takes any bytes for one: the audit may not crash, and must not call a log
// whole whose frames it has not all accepted.
#include "core/storage/encrypted/WalAudit.h"
#include "core/storage/encrypted/WalCipher.h"

#include <QBuffer>

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <iostream>

using namespace edupro::storage::encrypted;

namespace {

constexpr std::uint32_t frames = 6;
constexpr std::uint32_t commitEvery = 2;

void demand(bool held, const char* promise)
{
    if (held) return;
    std::cerr << "broken promise: " << promise << std::endl;
    std::abort();
}

void addTo(std::uint32_t (&sum)[2], const Byte* bytes, std::size_t count)
{
    for (std::size_t i = 0; i < count; i += 8) { // SQLite file format, section 4.2
        sum[0] += loadWord(bytes + i) + sum[1];
        sum[1] += loadWord(bytes + i + 4) + sum[0];
    }
}

Byte* at(QByteArray& log, std::size_t offset)
{
    return reinterpret_cast<Byte*>(log.data()) + offset;
}

const FileKeys& keys()
{
    static const FileKeys made = [] {
        edupro::security::SecretBytes key(32);
        std::fill_n(key.data(), 32, Byte{7});
        return FileKeys::derive(key, {1, 2, 3, 4, 5, 6, 7, 8});
    }();
    return made;
}

/// Three transactions of two frames each, as SQLite and the file layer write them.
QByteArray wholeLog()
{
    QByteArray log(static_cast<qsizetype>(walHeaderSize + frames * frameSize), 0);
    Byte* header = at(log, 0);
    const Salt salt{9, 8, 7, 6, 5, 4, 3, 2};
    storeWord(header, 0x377F'0683);
    storeWord(header + 4, 3'007'000);
    storeWord(header + 8, pageSize);
    std::memcpy(header + 16, salt.data(), salt.size());
    std::uint32_t sum[2]{};
    addTo(sum, header, 24);
    storeWord(header + 24, sum[0]);
    storeWord(header + 28, sum[1]);
    WalCipher cipher(keys());
    for (std::uint32_t i = 0; i < frames; ++i) {
        Byte page[pageSize]{};
        std::memset(page, static_cast<int>('a' + i), sealedSize);
        Byte frame[frameHeaderSize]{};
        const bool isCommit = i % commitEvery == commitEvery - 1;
        storeWord(frame, i + 1);
        storeWord(frame + 4, isCommit ? frames : 0);
        std::memcpy(frame + 8, salt.data(), salt.size());
        addTo(sum, frame, 8);
        addTo(sum, page, pageSize);
        storeWord(frame + 16, sum[0]);
        storeWord(frame + 20, sum[1]);
        Byte* stored = at(log, walHeaderSize + i * frameSize);
        demand(cipher.sealHeader(salt, i, frame, stored), "a header is sealed");
        demand(
            cipher.sealPage(salt, i, page, stored + frameHeaderSize, isCommit), "a page is sealed");
    }
    return log;
}

WalFinding audit(QByteArray log, const FileKeys* with)
{
    QBuffer buffer(&log);
    buffer.open(QIODevice::ReadOnly);
    const WalFinding found = auditWal(buffer, with);
    demand(found.good <= found.frames, "no more frames are good than there are");
    demand(found.lostCommits <= found.frames - found.good, "lost commits are behind the good ones");
    demand(found.state != WalState::Tail || found.lostCommits <= 1, "a tail is one transaction");
    return found;
}

/// Each four bytes of the input change one byte of the log.
void change(const std::uint8_t* data, std::size_t size)
{
    static const QByteArray whole = wholeLog();
    QByteArray log = whole;
    for (std::size_t i = 0; i + 4 <= size && i < 64; i += 4) {
        const std::size_t where = loadWord(data + i) % static_cast<std::size_t>(log.size());
        log[static_cast<qsizetype>(where)] =
            static_cast<char>(log[static_cast<qsizetype>(where)] ^ data[i + 3]);
    }
    const WalFinding found = audit(log, &keys());
    demand(
        found.state != WalState::Whole || log == whole ||
            found.good < frames, // a last frame with foreign salts and no tag: an older log's
        "a changed log is not taken for whole");
    (void)audit(
        log.left(static_cast<qsizetype>(size % static_cast<std::size_t>(log.size()))), &keys());
    (void)audit(log, nullptr);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const bool intact = audit(wholeLog(), &keys()).good == frames;
    demand(intact, "an unchanged log is whole");
    const QByteArray bytes(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    (void)audit(bytes, &keys());
    (void)audit(bytes, nullptr);
    change(data, size);
    return 0;
}
