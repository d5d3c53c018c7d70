// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/backup/Container.h"

#include "tests/support/Archive.h"
#include "tests/support/Catch.h"

#include <QBuffer>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using namespace edupro;
using namespace edupro::storage;
using namespace edupro::tests;

namespace {

const QByteArray databaseBytes =
    QByteArray("not really a database, but bytes of one; ").repeated(40);
const QByteArray keyBytes = "{\"format\":1}";

BackupManifest sampleManifest()
{
    return {
        .createdAt = 1'772'438'400'000,
        .cause = BackupCause::Daily,
        .program = QStringLiteral("1.2"),
        .identity =
            {QUuid::fromString(QStringLiteral("018f3a6e-1111-7222-8333-444455556666")),
             QUuid::fromString(QStringLiteral("018f3a6e-aaaa-7bbb-8ccc-ddddeeeeffff"))},
        .schema = 7,
        .encrypted = true,
        .audit = {12, QByteArray(64, 'a')},
        .rows = {{QStringLiteral("schools"), 1}, {QStringLiteral("students"), 600}},
        .erasures = {QStringLiteral("018f3a6e-1111-7222-8333-444455556667")}};
}

QByteArray packed(const BackupManifest& manifest = sampleManifest())
{
    const QTemporaryDir folder;
    QFile database(folder.filePath(QStringLiteral("db")));
    REQUIRE(database.open(QIODevice::WriteOnly));
    database.write(databaseBytes);
    database.close();
    QBuffer buffer;
    buffer.open(QIODevice::ReadWrite);
    const auto written = writeContainer(
        buffer,
        {.manifest = manifest,
         .database = database.fileName(),
         .keys = manifest.encrypted ? keyBytes : QByteArray()},
        noProgress());
    if (!written) FAIL(written.error().detail);
    return buffer.data();
}

Result<BackupReader> readerOf(const QByteArray& bytes)
{
    auto device = std::make_unique<QBuffer>();
    device->setData(bytes);
    device->open(QIODevice::ReadOnly);
    return BackupReader::open(std::move(device));
}

/// The key of the first error on the way to everything inside; "whole" without one.
std::string fateOf(const QByteArray& bytes)
{
    Result<BackupReader> reader = readerOf(bytes);
    if (!reader) return reader.error().key;
    const QTemporaryDir folder;
    const Done extracted = reader->extractDatabase(folder.filePath(QStringLiteral("db")));
    if (!extracted) {
        CHECK(QDir(folder.path()).isEmpty());
        return extracted.error().key;
    }
    const Result<QByteArray> keys = reader->keys();
    return keys ? "whole" : keys.error().key;
}

BackupManifest manifestOver(const QByteArray& database)
{
    BackupManifest manifest = sampleManifest();
    manifest.encrypted = false;
    manifest.members = {
        {databaseMember,
         database.size(),
         QCryptographicHash::hash(database, QCryptographicHash::Sha256).toHex()}};
    return manifest;
}

} // namespace

TEST_CASE("What went into a container comes out of it", "[storage][backup]")
{
    Result<BackupReader> reader = readerOf(packed());
    REQUIRE(reader.has_value());
    BackupManifest expected = sampleManifest();
    expected.members = reader->manifest().members;
    CHECK(reader->manifest() == expected);
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("db"));
    REQUIRE(reader->extractDatabase(path).has_value());
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    CHECK(file.readAll() == databaseBytes);
    CHECK(reader->keys().value() == keyBytes);
}

TEST_CASE("The same content at the same time gives the same container", "[storage][backup]")
{
    CHECK(packed() == packed());
}

TEST_CASE("A container with any byte changed is refused", "[storage][backup]")
{
    const QByteArray whole = packed();
    REQUIRE(fateOf(whole) == "whole");
    int refused = 0;
    for (qsizetype i = 0; i < whole.size(); ++i) {
        QByteArray changed = whole;
        changed[i] = static_cast<char>(changed[i] ^ (1 << (i % 8)));
        const std::string fate = fateOf(changed);
        INFO("byte " << i << " of " << whole.size() << ": " << fate);
        const bool known =
            fate == "backup.damaged" || fate == "backup.foreign" || fate == "backup.newer";
        if (!known) FAIL("not refused by name");
        ++refused;
    }
    CHECK(refused == whole.size());
}

TEST_CASE("A container cut short or with bytes added is refused", "[storage][backup]")
{
    const QByteArray whole = packed();
    for (qsizetype size = 0; size < whole.size(); ++size) {
        const std::string fate = fateOf(whole.left(size));
        INFO(size << " of " << whole.size() << " bytes: " << fate);
        const bool known = fate == "backup.damaged" || fate == "backup.foreign";
        if (!known) FAIL("not refused by name");
    }
    CHECK(fateOf(whole + "x") == "backup.foreign");
    CHECK(fateOf("x" + whole) == "backup.damaged");
    CHECK(fateOf(whole + whole.right(40)) == "backup.foreign");
}

TEST_CASE("What is no backup is called so", "[storage][backup]")
{
    CHECK(fateOf({}) == "backup.foreign");
    CHECK(fateOf(QByteArray(100'000, 'z')) == "backup.foreign");
    CHECK(BackupReader::openFile(QStringLiteral("/no/such")).error().key == "backup.missing");
    CHECK(BackupReader::openFile(QDir::tempPath()).error().key == "backup.unreadable");
}

TEST_CASE("A container of a later format is told from a damaged one", "[storage][backup]")
{
    QByteArray later = packed();
    later.replace("edupro-backup/1 ", "edupro-backup/2 ");
    CHECK(fateOf(later) == "backup.newer");
    BackupManifest manifest = manifestOver(databaseBytes);
    const QByteArray json = toJson(manifest).replace("\"format\":1", "\"format\":2");
    CHECK(
        fateOf(archiveOf({{"manifest.json", json}, {"school.edupro", databaseBytes}})) ==
        "backup.newer");
}

TEST_CASE("An archive with a right hash but wrong content is refused", "[storage][backup]")
{
    const QByteArray manifest = toJson(manifestOver(databaseBytes));
    REQUIRE(
        fateOf(archiveOf({{"manifest.json", manifest}, {"school.edupro", databaseBytes}})) ==
        "whole");
    SECTION("no manifest")
    {
        CHECK(fateOf(archiveOf({{"school.edupro", databaseBytes}})) == "backup.damaged");
    }
    SECTION("no database")
    {
        CHECK(fateOf(archiveOf({{"manifest.json", manifest}})) == "backup.damaged");
    }
    SECTION("a member that leads out of the folder")
    {
        const std::vector<ArchiveMember> members{
            {"manifest.json", manifest},
            {"school.edupro", databaseBytes},
            {"../../../tmp/evil", "x"}};
        CHECK(fateOf(archiveOf(members)) == "backup.damaged");
        QByteArray named = manifest;
        named.replace("school.edupro", "../evil.edup1");
        CHECK(
            fateOf(archiveOf({{"manifest.json", named}, {"../evil.edup1", databaseBytes}})) ==
            "backup.damaged");
    }
    SECTION("more members than a backup has")
    {
        CHECK(
            fateOf(archiveOf(
                {{"manifest.json", manifest},
                 {"school.edupro", databaseBytes},
                 {"a", "1"},
                 {"b", "2"}})) == "backup.damaged");
    }
    SECTION("a database of the stated size with other bytes")
    {
        QByteArray other = databaseBytes;
        other[7] = 'X';
        CHECK(
            fateOf(archiveOf({{"manifest.json", manifest}, {"school.edupro", other}})) ==
            "backup.damaged");
    }
    SECTION("a database longer than stated")
    {
        CHECK(
            fateOf(
                archiveOf({{"manifest.json", manifest}, {"school.edupro", databaseBytes + "x"}})) ==
            "backup.damaged");
    }
    SECTION("a key file in a plain backup, or none in an encrypted one")
    {
        BackupManifest keyed = manifestOver(databaseBytes);
        keyed.encrypted = true;
        CHECK(
            fateOf(
                archiveOf({{"manifest.json", toJson(keyed)}, {"school.edupro", databaseBytes}})) ==
            "backup.damaged");
    }
    SECTION("a key file without a byte, which would pass for a plain school's")
    {
        BackupManifest keyed = manifestOver(databaseBytes);
        keyed.encrypted = true;
        keyed.members.push_back(
            {keysMember, 0, QCryptographicHash::hash({}, QCryptographicHash::Sha256).toHex()});
        CHECK(
            fateOf(archiveOf(
                {{"manifest.json", toJson(keyed)},
                 {"school.edupro", databaseBytes},
                 {"school.edupro-keys", ""}})) == "backup.damaged");
    }
    SECTION("a manifest of a mebibyte and more")
    {
        const QByteArray padded =
            manifest.left(manifest.size() - 1) + QByteArray(largestManifest, ' ') + '}';
        CHECK(
            fateOf(archiveOf({{"manifest.json", padded}, {"school.edupro", databaseBytes}})) ==
            "backup.damaged");
    }
    SECTION("a manifest that promises more than a disk holds")
    {
        BackupManifest huge = manifestOver(databaseBytes);
        huge.members.front().size = largestDatabase + 1;
        CHECK(
            fateOf(
                archiveOf({{"manifest.json", toJson(huge)}, {"school.edupro", databaseBytes}})) ==
            "backup.too_big");
    }
    SECTION("a member encrypted by zip's own means")
    {
        const auto encrypt = [](zip_t* zip) {
            REQUIRE(zip_file_set_encryption(zip, 1, ZIP_EM_AES_256, "secret") == 0);
        };
        CHECK(
            fateOf(archiveOf(
                {{"manifest.json", manifest}, {"school.edupro", databaseBytes}}, encrypt)) ==
            "backup.damaged");
    }
}

TEST_CASE("A bomb stops at the stated size, not when the disk is full", "[storage][backup]")
{
    // A gigabyte of zeros packs into a megabyte; the manifest admits to a kilobyte of it.
    const QByteArray zeros(64 << 20, '\0');
    const QByteArray bomb = archiveOf(
        {{"manifest.json", toJson(manifestOver(QByteArray(1024, '\0')))},
         {"school.edupro", zeros}});
    CHECK(bomb.size() < (1 << 20));
    CHECK(fateOf(bomb) == "backup.damaged");
}

TEST_CASE("A manifest survives its JSON, and nothing else passes for one", "[storage][backup]")
{
    BackupManifest manifest = manifestOver(databaseBytes);
    manifest.encrypted = true;
    manifest.members.push_back({keysMember, 12, QByteArray(64, '0')});
    CHECK(manifestFromJson(toJson(manifest)).value() == manifest);
    const QByteArray json = toJson(manifest);
    const std::pair<const char*, const char*> changes[] = {
        {"\"cause\":\"daily\"", "\"cause\":\"weekly\""},
        {"\"cause\":\"daily\"", "\"cause\":7"},
        {"\"schema\":7", "\"schema\":-7"},
        {"\"schema\":7", "\"schema\":7.5"},
        {"\"schema\":7", "\"schema\":1e300"},
        {",\"schema\":7", ""},
        {"\"students\":600", "\"students\":\"600\""},
        {"\"students\":600", "\"students\":-1"},
        {"\"encrypted\":true", "\"encrypted\":1"},
        {"\"rows\":{", "\"rows\":[{"},
        {"018f3a6e-1111-7222-8333-444455556666", "018f3a6e"},
        {"018f3a6e-1111-7222-8333-444455556667", "everybody"},
        {"\"name\":\"school.edupro\"", "\"name\":\"school.edupro-keys\""},
        {"\"audit_hash\":\"a", "\"audit_hash\":\"A"},
    };
    for (const auto& [from, to] : changes) {
        QByteArray changed = json;
        INFO(from << " -> " << to);
        REQUIRE(changed.contains(from));
        changed.replace(from, to);
        const auto read = manifestFromJson(changed);
        REQUIRE_FALSE(read.has_value());
        CHECK(read.error().key == "backup.damaged");
    }
    CHECK_FALSE(manifestFromJson({}).has_value());
    CHECK_FALSE(manifestFromJson("[]").has_value());
    CHECK_FALSE(manifestFromJson(QByteArray(100'000, '[')).has_value());
}
