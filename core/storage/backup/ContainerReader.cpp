// SPDX-License-Identifier: GPL-3.0-or-later
// The reading half of containers.
#include "core/storage/backup/Container.h"
#include "core/storage/backup/TrailingHash.h"
#include "core/storage/Durable.h"

#include <QBuffer>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <vector>

namespace edupro::storage {

namespace {

// Manifest, database, keys.
constexpr zip_int64_t mostMembers = 3;

struct ZipFileClose {
    void operator()(zip_file_t* file) const { zip_fclose(file); }
};
using ZipFile = std::unique_ptr<zip_file_t, ZipFileClose>;

Error damaged(const std::string& what)
{
    return {.code = ErrorCode::Corrupt, .key = "backup.damaged", .detail = "the backup " + what};
}

Error about(const QString& path, ErrorCode code, const char* key, const char* what)
{
    return {
        .code = code,
        .key = key,
        .detail = QDir::toNativeSeparators(path).toStdString() + ": " + what};
}

Result<std::unique_ptr<QIODevice>> fileOf(const QString& path)
{
    if (!QFileInfo::exists(path))
        return about(path, ErrorCode::Io, "backup.missing", "does not exist");
    auto file = std::make_unique<QFile>(path);
    if (QFileInfo(path).isDir() || !file->open(QIODevice::ReadOnly))
        return about(path, ErrorCode::Io, "backup.unreadable", "cannot be read");
    return std::unique_ptr<QIODevice>(std::move(file));
}

/// Where a problem was found, for a reader of several files.
Error named(const QString& path, Error error)
{
    error.detail = QDir::toNativeSeparators(path).toStdString() + ": " + error.detail;
    return error;
}

struct Stat {
    zip_uint64_t index = 0;
    qint64 size = 0;
};

/// Size and place of a member as the archive states them, refused when it is packed in a way that
/// we never use.
Result<Stat> statOf(zip_t* zip, const QString& name)
{
    zip_stat_t stat;
    zip_stat_init(&stat);
    if (zip_stat(zip, name.toUtf8().constData(), ZIP_FL_ENC_STRICT, &stat) != 0)
        return damaged("lacks " + name.toStdString());
    constexpr zip_uint64_t needed =
        ZIP_STAT_SIZE | ZIP_STAT_INDEX | ZIP_STAT_COMP_METHOD | ZIP_STAT_ENCRYPTION_METHOD;
    const bool usual = (stat.valid & needed) == needed &&
                       (stat.comp_method == ZIP_CM_STORE || stat.comp_method == ZIP_CM_DEFLATE) &&
                       stat.encryption_method == ZIP_EM_NONE;
    if (!usual) return damaged("has a member packed in another way");
    if (stat.size > static_cast<zip_uint64_t>(largestDatabase)) {
        return Error{
            .code = ErrorCode::Validation,
            .key = "backup.too_big",
            .detail = "the backup has a member of " + std::to_string(stat.size) + " bytes"};
    }
    return Stat{.index = stat.index, .size = static_cast<qint64>(stat.size)};
}

Result<QByteArray> readWhole(zip_t* zip, const QString& name, qint64 largest)
{
    const Result<Stat> stat = statOf(zip, name);
    if (!stat) return stat.error();
    if (stat->size > largest) return damaged("has too long a " + name.toStdString());
    const ZipFile file(zip_fopen_index(zip, stat->index, 0));
    if (!file) return zipError(zip_get_error(zip), "open a member");
    QByteArray bytes(stat->size, Qt::Uninitialized);
    const zip_int64_t got =
        zip_fread(file.get(), bytes.data(), static_cast<zip_uint64_t>(bytes.size()));
    char more = 0;
    if (got != bytes.size() || zip_fread(file.get(), &more, 1) != 0)
        return damaged("has a " + name.toStdString() + " of another length than stated");
    return bytes;
}

Done compareMembers(zip_t* zip, const BackupManifest& manifest)
{
    const zip_int64_t entries = zip_get_num_entries(zip, 0);
    if (entries != static_cast<zip_int64_t>(manifest.members.size()) + 1)
        return damaged("has more or fewer members than its manifest names");
    for (const BackupMember& member : manifest.members) {
        const Result<Stat> stat = statOf(zip, member.name);
        if (!stat) return stat.error();
        if (stat->size != member.size)
            return damaged("has a member of another size than its manifest says");
    }
    const bool keyed = manifest.member(keysMember) != nullptr;
    if (keyed != manifest.encrypted)
        return damaged(keyed ? "has a key file that it should not have" : "lacks its key file");
    return done();
}

} // namespace

BackupReader::BackupReader(std::unique_ptr<QIODevice> device, Zip zip, BackupManifest manifest)
    : m_device(std::move(device))
    , m_zip(std::move(zip))
    , m_manifest(std::move(manifest))
{
}

Result<BackupReader> BackupReader::opened(std::unique_ptr<QIODevice> device)
{
    ZipError error;
    zip_source_t* source = zipSource(*device);
    if (!source)
        return Error{.code = ErrorCode::Internal, .key = "internal", .detail = "out of memory"};
    Zip zip(zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, error.place()));
    if (!zip) {
        zip_source_free(source);
        return zipError(error.place(), "open the backup");
    }
    if (zip_get_num_entries(zip.get(), 0) > mostMembers) return damaged("has too many members");
    const Result<QByteArray> json = readWhole(zip.get(), manifestMember, largestManifest);
    if (!json) return json.error();
    Result<BackupManifest> manifest = manifestFromJson(*json);
    if (!manifest) return manifest.error();
    if (Done same = compareMembers(zip.get(), *manifest); !same) return same.error();
    return BackupReader(std::move(device), std::move(zip), std::move(manifest).value());
}

Result<BackupReader> BackupReader::open(std::unique_ptr<QIODevice> device, const Progress& progress)
{
    if (Done whole = checkTrailingHash(*device, progress); !whole) return whole.error();
    return opened(std::move(device));
}

Result<BackupReader> BackupReader::openFile(const QString& path, const Progress& progress)
{
    auto device = fileOf(path);
    if (!device) return device.error();
    Result<BackupReader> reader = open(std::move(device).value(), progress);
    if (!reader) return named(path, reader.error());
    return reader;
}

Result<BackupManifest> BackupReader::readManifest(const QString& path)
{
    auto device = fileOf(path);
    if (!device) return device.error();
    const Result<BackupReader> reader = opened(std::move(device).value());
    if (!reader) return named(path, reader.error());
    return reader->manifest();
}

Done BackupReader::copyMember(const BackupMember& member, QIODevice& to, const Progress& progress)
{
    const Result<Stat> stat = statOf(m_zip.get(), member.name);
    if (!stat) return stat.error();
    const ZipFile file(zip_fopen_index(m_zip.get(), stat->index, 0));
    if (!file) return zipError(zip_get_error(m_zip.get()), "open a member");
    QCryptographicHash hash(QCryptographicHash::Sha256);
    std::vector<char> block(std::size_t{1} << 18);
    qint64 copied = 0;
    while (true) {
        const zip_int64_t got = zip_fread(file.get(), block.data(), block.size());
        if (got < 0) return zipError(zip_file_get_error(file.get()), "unpack a member");
        if (got == 0) break;
        copied += got;
        if (copied > member.size) return damaged("has a member longer than its manifest says");
        hash.addData(QByteArrayView(block.data(), got));
        if (to.write(block.data(), got) != got) return writeFailed(to);
        if (!progress(static_cast<double>(copied) / static_cast<double>(member.size)))
            return cancelled();
    }
    if (copied != member.size || hash.result().toHex() != member.sha256)
        return damaged("has a member that differs from its manifest");
    return done();
}

Done BackupReader::extractDatabase(const QString& path, const Progress& progress)
{
    const BackupMember& member = *m_manifest.member(databaseMember);
    if (Done room = checkSpace(QFileInfo(path).absolutePath(), member.size); !room) return room;
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate))
        return about(path, ErrorCode::Io, "store.read_only", "cannot be written");
    Done copied = copyMember(member, file, progress);
    if (copied) copied = flushed(file);
    if (!copied) {
        file.close();
        file.remove();
    }
    return copied;
}

Result<QByteArray> BackupReader::keys()
{
    const BackupMember* member = m_manifest.member(keysMember);
    if (!member) return QByteArray();
    QBuffer bytes;
    bytes.open(QIODevice::WriteOnly);
    if (Done copied = copyMember(*member, bytes, noProgress()); !copied) return copied.error();
    return bytes.data();
}

} // namespace edupro::storage
