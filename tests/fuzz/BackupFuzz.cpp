// SPDX-License-Identifier: GPL-3.0-or-later
// Reads any bytes as a backup, with and without a right hash at their end, and as a manifest:
// nothing may crash or hang, and nothing may come out that the manifest does not name.
#include "core/storage/backup/Container.h"
#include "core/storage/backup/TrailingHash.h"

#include <QBuffer>
#include <QCryptographicHash>
#include <QFile>
#include <QTemporaryDir>

#include <cstdlib>
#include <iostream>

using namespace edupro;
using namespace edupro::storage;

namespace {

void demand(bool held, const char* promise)
{
    if (held) return;
    std::cerr << "broken promise: " << promise << std::endl;
    std::abort();
}

void readManifest(const QByteArray& bytes)
{
    const Result<BackupManifest> manifest = manifestFromJson(bytes);
    if (!manifest) return;
    demand(manifest->member(databaseMember) != nullptr, "a manifest names a database");
    const Result<BackupManifest> again = manifestFromJson(toJson(*manifest));
    demand(again && *again == *manifest, "a manifest survives its JSON");
}

void readContainer(const QByteArray& bytes)
{
    static const QTemporaryDir folder;
    auto device = std::make_unique<QBuffer>();
    device->setData(bytes);
    device->open(QIODevice::ReadOnly);
    Result<BackupReader> reader = BackupReader::open(std::move(device));
    if (!reader) {
        demand(!reader.error().key.empty(), "a refusal has a key");
        return;
    }
    const QString path = folder.filePath(QStringLiteral("database"));
    const BackupMember member = *reader->manifest().member(databaseMember);
    if (reader->extractDatabase(path)) {
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
    (void)reader->keys();
    QFile::remove(path);
}

/// A small whole container, into which the input is woven.
QByteArray wholeContainer()
{
    const QTemporaryDir folder;
    QFile database(folder.filePath(QStringLiteral("db")));
    database.open(QIODevice::WriteOnly);
    database.write(QByteArray("some pages ").repeated(50));
    database.close();
    QBuffer buffer;
    buffer.open(QIODevice::ReadWrite);
    const auto written = writeContainer(
        buffer,
        {.manifest = {.program = QStringLiteral("1"), .encrypted = true},
         .database = database.fileName(),
         .keys = "{}"},
        noProgress());
    demand(written.has_value(), "a container can be written");
    return buffer.data();
}

QByteArray withRightHash(QByteArray bytes)
{
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadWrite);
    demand(writeTrailingHash(buffer, noProgress()).has_value(), "a hash can be written");
    return bytes;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const QByteArray whole = wholeContainer();
    const QByteArray input(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    readManifest(input);
    readContainer(input);
    readContainer(withRightHash(input + emptyTrailingHash()));
    // Pairs of bytes: where in the container, and what to put there.
    QByteArray woven = whole;
    const qsizetype free = whole.size() - emptyTrailingHash().size();
    for (qsizetype i = 0; i + 2 < input.size() && i < 48; i += 3) {
        const auto at = (static_cast<unsigned char>(input[i]) * 256 +
                         static_cast<unsigned char>(input[i + 1])) %
                        free;
        woven[at] = input[i + 2];
    }
    readContainer(withRightHash(woven));
    return 0;
}
