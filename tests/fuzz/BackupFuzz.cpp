// SPDX-License-Identifier: GPL-3.0-or-later
// Reads any bytes as a backup, with and without a right hash at their end, and as a manifest, and
// archives made as the input wishes, with right checksums: nothing may crash or hang, and nothing
// may come out that the manifest does not name.
#include "core/storage/backup/Container.h"
#include "core/storage/backup/TrailingHash.h"
#include "tests/fuzz/Demand.h"
#include "tests/fuzz/Input.h"
#include "tests/support/Archive.h"
#include "tests/support/Scratch.h"

#include <QBuffer>
#include <QCryptographicHash>
#include <QFile>
#include <QTemporaryDir>

#include <iterator>

using namespace edupro;
using namespace edupro::storage;
using namespace edupro::tests;

namespace {

void readManifest(const QByteArray& bytes)
{
    const Result<BackupManifest> manifest = manifestFromJson(bytes);
    if (!manifest) return;
    demand(manifest->member(databaseMember) != nullptr, "a manifest names a database");
    const Result<BackupManifest> again = manifestFromJson(toJson(*manifest));
    demand(again && *again == *manifest, "a manifest survives its JSON");
}

/// True when everything in it could be read.
bool readContainer(const QByteArray& bytes)
{
    static const QTemporaryDir folder(scratchTemplate("fuzz"));
    auto device = std::make_unique<QBuffer>();
    device->setData(bytes);
    device->open(QIODevice::ReadOnly);
    Result<BackupReader> reader = BackupReader::open(std::move(device));
    if (!reader) {
        demand(!reader.error().key.empty(), "a refusal has a key");
        return false;
    }
    const QString path = folder.filePath(QStringLiteral("database"));
    const BackupMember member = *reader->manifest().member(databaseMember);
    const Done extracted = reader->extractDatabase(path);
    if (extracted) {
        QFile file(path);
        demand(file.open(QIODevice::ReadOnly), "what was unpacked is there");
        const QByteArray content = file.readAll();
        demand(content.size() == member.size, "the size is the one stated");
        demand(
            QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex() == member.sha256,
            "the hash is the one stated");
    } else {
        demand(!QFile::exists(path), "what is wrong leaves no file");
    }
    QFile::remove(path);
    const Result<QByteArray> keys = reader->keys();
    demand(!keys || keys->isEmpty() == !reader->manifest().encrypted, "keys belong to encryption");
    return extracted && keys;
}

QByteArray hexHash(const QByteArray& bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

QByteArray withRightHash(QByteArray bytes)
{
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadWrite);
    demand(writeTrailingHash(buffer, noProgress()).has_value(), "a hash can be written");
    return bytes;
}

/// A manifest over these members that is right, or wrong in the way that the input wishes.
QByteArray manifestOver(const std::vector<ArchiveMember>& members, Input& input)
{
    BackupManifest manifest{
        .createdAt = 1'772'438'400'000,
        .program = QStringLiteral("1"),
        .identity = {QUuid(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11), {}},
        .schema = 7,
        .audit = {12, QByteArray(64, 'a')},
        .rows = {{QStringLiteral("students"), 600}},
        .erasures = {QStringLiteral("018f3a6e-1111-7222-8333-444455556667")}};
    for (const ArchiveMember& member : members) {
        const QString name = QString::fromUtf8(member.name);
        manifest.encrypted = manifest.encrypted || name == keysMember;
        manifest.members.push_back(
            {.name = name, .size = member.bytes.size(), .sha256 = hexHash(member.bytes)});
    }
    const int wrong = input.byte();
    if (wrong == 1) manifest.encrypted = !manifest.encrypted;
    if (wrong == 2) manifest.members.front().size += 1 - 2 * (input.byte() & 1);
    if (wrong == 3) manifest.members.back().sha256[input.below(64)] = '0';
    if (wrong == 4) manifest.members.pop_back();
    if (wrong == 5) manifest.members.front().size = largestDatabase;
    QByteArray json = toJson(manifest);
    if (wrong == 6) json.replace(input.below(json.size()), input.byte() % 16, input.bytes(40));
    if (wrong == 7) json = input.bytes(400);
    return json;
}

/// The archive that the input describes, with right checksums.
void readMade(Input& input)
{
    const QByteArray names[] = {
        databaseMember.toUtf8(), keysMember.toUtf8(), "../evil", "school.edupro/", ""};
    std::vector<ArchiveMember> members;
    for (int left = input.byte() % 4; left > 0; --left) {
        const QByteArray& name = names[input.byte() % std::size(names)];
        const int compression = input.flag() ? ZIP_CM_DEFLATE : ZIP_CM_STORE;
        members.push_back({name, input.bytes(input.below(600)), compression});
    }
    if (members.empty()) members.push_back({names[0], QByteArray(5000, 'p')});
    const QByteArray manifest = manifestOver(members, input);
    readManifest(manifest);
    if (!input.flag()) members.insert(members.begin(), {manifestMember.toUtf8(), manifest});
    QByteArray archive = archiveOf(members);
    if (archive.isEmpty()) return; // two of one name
    const qsizetype free = archive.size() - emptyTrailingHash().size();
    for (int changes = input.byte() % 16; changes > 0; --changes) {
        QByteArray start = archive.left(free);
        damage(start, input);
        archive.replace(0, free, start);
    }
    (void)readContainer(withRightHash(archive));
}

/// What is made as the program makes it can be read, whatever is in it.
void readRight(const QByteArray& content)
{
    std::vector<ArchiveMember> members{{databaseMember.toUtf8(), content}};
    const bool encrypted = content.size() % 2 == 1;
    if (encrypted) members.push_back({keysMember.toUtf8(), "{}", ZIP_CM_STORE});
    Input nothingWrong(nullptr, 0);
    const QByteArray manifest = manifestOver(members, nothingWrong);
    members.insert(members.begin(), {manifestMember.toUtf8(), manifest});
    demand(readContainer(archiveOf(members)), "a right container is read");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    Input input(data, size);
    readManifest(input.all());
    (void)readContainer(input.all());
    (void)readContainer(withRightHash(input.all() + emptyTrailingHash()));
    if (size > 0) readRight(input.all());
    readMade(input);
    return 0;
}
