// SPDX-License-Identifier: GPL-3.0-or-later
// The writing half of containers.
#include "core/storage/backup/Container.h"
#include "core/storage/backup/TrailingHash.h"

#include <QBuffer>
#include <QCryptographicHash>
#include <QFile>

namespace edupro::storage {

namespace {

constexpr double hashed = 0.2;
constexpr double packed = 0.8;

Result<BackupMember> describe(const QString& name, QIODevice& device)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (!hash.addData(&device)) {
        return Error{
            .code = ErrorCode::Io, .key = "backup.io", .detail = "the copy cannot be read"};
    }
    return BackupMember{.name = name, .size = device.size(), .sha256 = hash.result().toHex()};
}

struct Member {
    QString name;
    QIODevice* device;
    int compression;
};

Done add(zip_t* zip, const Member& member, Instant at)
{
    zip_source_t* source = zipSource(*member.device);
    if (!source)
        return Error{.code = ErrorCode::Internal, .key = "internal", .detail = "out of memory"};
    const zip_int64_t index =
        zip_file_add(zip, member.name.toUtf8().constData(), source, ZIP_FL_ENC_UTF_8);
    if (index < 0) {
        zip_source_free(source);
        return zipError(zip_get_error(zip), "add to the backup");
    }
    const auto entry = static_cast<zip_uint64_t>(index);
    const bool set = zip_set_file_compression(zip, entry, member.compression, 0) == 0 &&
                     zip_file_set_mtime(zip, entry, static_cast<time_t>(at / 1000), 0) == 0;
    return set ? done() : Done(zipError(zip_get_error(zip), "add to the backup"));
}

struct Watch {
    const Progress* progress;
    bool stop = false;
};

void watch(zip_t* zip, Watch& state)
{
    zip_register_progress_callback_with_state(
        zip,
        0.005,
        [](zip_t*, double fraction, void* data) {
            Watch& watched = *static_cast<Watch*>(data);
            watched.stop =
                watched.stop || !(*watched.progress)(hashed + (packed - hashed) * fraction);
        },
        nullptr,
        &state);
    zip_register_cancel_callback_with_state(
        zip,
        [](zip_t*, void* data) { return static_cast<Watch*>(data)->stop ? 1 : 0; },
        nullptr,
        &state);
}

Done pack(
    QIODevice& device, const std::vector<Member>& members, Instant at, const Progress& progress)
{
    ZipError error;
    zip_source_t* target = zipSource(device);
    if (!target)
        return Error{.code = ErrorCode::Internal, .key = "internal", .detail = "out of memory"};
    Zip zip(zip_open_from_source(target, ZIP_CREATE | ZIP_TRUNCATE, error.place()));
    if (!zip) {
        zip_source_free(target);
        return zipError(error.place(), "begin the backup");
    }
    for (const Member& member : members) {
        if (Done added = add(zip.get(), member, at); !added) return added;
    }
    const QByteArray comment = emptyTrailingHash();
    if (zip_set_archive_comment(
            zip.get(), comment.constData(), static_cast<zip_uint16_t>(comment.size())) != 0)
        return zipError(zip_get_error(zip.get()), "end the backup");
    Watch state{.progress = &progress};
    watch(zip.get(), state);
    if (zip_close(zip.get()) != 0) return zipError(zip_get_error(zip.get()), "write the backup");
    (void)zip.release(); // zip_close has freed it
    return done();
}

} // namespace

Result<BackupManifest>
writeContainer(QIODevice& device, ContainerContent content, const Progress& progress)
{
    QFile database(content.database);
    if (!database.open(QIODevice::ReadOnly)) {
        return Error{
            .code = ErrorCode::Io,
            .key = "backup.io",
            .detail = "the copy of the school file cannot be read"};
    }
    QBuffer keys(&content.keys);
    keys.open(QIODevice::ReadOnly);
    Result<BackupMember> member = describe(databaseMember, database);
    if (!member) return member.error();
    content.manifest.members = {*member};
    if (!content.keys.isEmpty()) {
        member = describe(keysMember, keys);
        if (!member) return member.error();
        content.manifest.members.push_back(*member);
    }
    if (!progress(hashed)) return cancelled();
    QByteArray json = toJson(content.manifest);
    QBuffer manifest(&json);
    manifest.open(QIODevice::ReadOnly);
    const int compression = content.manifest.encrypted ? ZIP_CM_STORE : ZIP_CM_DEFLATE;
    std::vector<Member> members{
        {manifestMember, &manifest, ZIP_CM_STORE}, {databaseMember, &database, compression}};
    if (!content.keys.isEmpty()) members.push_back({keysMember, &keys, ZIP_CM_STORE});
    if (Done made = pack(device, members, content.manifest.createdAt, progress); !made)
        return made.error();
    if (Done ended = writeTrailingHash(device, partOf(progress, packed, 1.0)); !ended)
        return ended.error();
    return content.manifest;
}

} // namespace edupro::storage
