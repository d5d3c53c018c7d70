// SPDX-License-Identifier: GPL-3.0-or-later
// Reads any bytes as a key file: what is read is written and read back as it is, and passes for
// genuine only when it says what the good file says. Also with pieces of a good file replaced.
#include "core/security/Digests.h"
#include "core/security/KeyFile.h"
#include "tests/fuzz/Demand.h"
#include "tests/fuzz/Input.h"

using namespace edupro;
using namespace edupro::security;
using namespace edupro::tests;

namespace {

const SecretBytes& schoolKey()
{
    static const SecretBytes made(keySize); // zeros
    return made;
}

KeySlots goodContent()
{
    KeySlots content{
        .file = QUuid::createUuidV5(QUuid(), QByteArrayLiteral("school")),
        .generation = 3,
        .anchor = {.auditNumber = 12, .auditHash = QByteArray(32, 'a'), .dirtySequence = 4},
        .erasures = {QUuid::createUuidV5(QUuid(), QByteArrayLiteral("row"))}};
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
    const SecretBytes key =
        hkdfSha256(schoolKey(), {}, QByteArrayLiteral("edupro/slots/v1"), keySize);
    content.mac = hmacSha256(key, macMessage(content));
    return content;
}

void check(const QByteArray& json)
{
    const Result<KeySlots> content = readKeySlots(json);
    if (!content) return demand(!content.error().detail.empty(), "a refusal has a reason");
    const QByteArray written = keyFileJson(*content);
    const Result<KeySlots> again = readKeySlots(written);
    demand(again && *again == *content, "a written key file is read back");
    demand(keyFileJson(*again) == written, "a key file has one canonical form");
    for (const KeySlot& slot : content->entries)
        demand(isAcceptable(slot.cost), "a cost from a file is bearable");
    static const KeySlots good = goodContent();
    const Result<KeyFile> file = KeyFile::parse(json);
    demand(file && file->content() == *content, "a key file holds what was read");
    demand(file->isAuthentic(schoolKey()) == (*content == good), "only the good file is genuine");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    Input input(data, size);
    check(input.all());
    static const QByteArray good = keyFileJson(goodContent());
    demand(readKeySlots(good).has_value(), "the good file is good");
    QByteArray changed = good;
    for (int pieces = 1 + input.byte() % 4; pieces > 0; --pieces) {
        const qsizetype at = input.below(changed.size());
        const qsizetype gone = input.below(200);
        changed.replace(at, gone, input.bytes(input.byte() % 64));
        if (changed.isEmpty()) break;
        check(changed);
    }
    QByteArray flipped = good;
    damage(flipped, input);
    check(flipped);
    return 0;
}
