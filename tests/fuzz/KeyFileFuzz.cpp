// SPDX-License-Identifier: GPL-3.0-or-later
// Reads any bytes as a key file: what is read is written and read back as it is, and opens nothing
// that the good file does not hold. Also with one piece of a good file replaced by the input.
#include "core/security/KeyFile.h"
#include "tests/fuzz/TableFuzz.h"

using namespace edupro;
using namespace edupro::security;
using namespace edupro::tests;

namespace {

QByteArray goodFile()
{
    KeySlots content{
        .file = QUuid::createUuidV5(QUuid(), QByteArrayLiteral("school")),
        .generation = 3,
        .anchor = {.auditNumber = 12, .auditHash = QByteArray(32, 'a'), .dirtySequence = 4},
        .erasures = {QUuid::createUuidV5(QUuid(), QByteArrayLiteral("row"))},
        .mac = QByteArray(32, 'm')};
    for (const SlotKind kind : {SlotKind::User, SlotKind::Recovery, SlotKind::Invite}) {
        const QByteArray name = QByteArray::number(static_cast<int>(kind));
        content.entries.push_back(
            {.id = QUuid::createUuidV5(QUuid(), name),
             .kind = kind,
             .login = kind == SlotKind::Recovery
                          ? QByteArray()
                          : loginMark(content.file, QString::fromLatin1(name)),
             .cost = {.n = 1U << 15U},
             .salt = QByteArray(saltSize, 's'),
             .box = {.nonce = QByteArray(nonceSize, 'n'), .sealed = QByteArray(104, 'b')},
             .validUntil = kind == SlotKind::Invite ? 1'772'438'400'000 : 0});
    }
    return keyFileJson(content);
}

void check(const QByteArray& json)
{
    const Result<KeySlots> content = readKeySlots(json);
    if (!content) return demandReason(content.error());
    const QByteArray written = keyFileJson(*content);
    const Result<KeySlots> again = readKeySlots(written);
    demand(again && *again == *content, "a written key file is read back");
    demand(keyFileJson(*again) == written, "a key file has one canonical form");
    for (const KeySlot& slot : content->entries)
        demand(isAcceptable(slot.cost), "a cost from a file is bearable");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    check(bytes);
    if (size < 3) return 0;
    static const QByteArray good = goodFile();
    demand(readKeySlots(good).has_value(), "the good file is good");
    const qsizetype at = (data[0] * 256 + data[1]) % good.size();
    check(QByteArray(good).replace(at, data[2] % 16, bytes.sliced(3)));
    QByteArray flipped = good;
    flipped[at] = static_cast<char>(flipped[at] ^ (1 << (data[2] % 8)));
    check(flipped);
    return 0;
}
