// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/security/KeyFile.h"

#include "core/security/KeyFileFiles.h"
#include "tests/support/Catch.h"
#include "tests/support/FileBytes.h"
#include "tests/support/SchoolKeyFile.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

using namespace edupro;
using namespace edupro::security;
using namespace edupro::tests;

namespace {

constexpr Instant now = 1'772'438'400'000;
constexpr Instant day = 24LL * 60 * 60 * 1000;

std::string keyOf(const Result<Unlocked>& unlocked)
{
    return unlocked ? "opened" : unlocked.error().key;
}

std::string keyOf(const Result<UnlockedFile>& unlocked)
{
    return unlocked ? "opened" : unlocked.error().key;
}

struct Folder {
    QString path() const { return directory.filePath("school.edupro-keys"); }
    QTemporaryDir directory;
};

} // namespace

TEST_CASE("The right password gives the keys of the school", "[security]")
{
    const SchoolKeyFile school;
    const auto opened = school.file.unlock("kepala", password("tanjung-42-biru"), now);
    REQUIRE(opened.has_value());
    CHECK(opened->keys.file.equals(school.keys.file));
    CHECK(opened->keys.seal.equals(school.keys.seal));
    CHECK(opened->user == school.head);
    CHECK(opened->kind == SlotKind::User);
    CHECK(keyOf(school.file.unlock("  KEPALA ", password("tanjung-42-biru"), now)) == "opened");
}

TEST_CASE("A wrong password and an unknown login get the same answer", "[security]")
{
    const SchoolKeyFile school;
    const auto wrong = school.file.unlock("kepala", password("tanjung-42-hijau"), now);
    const auto unknown = school.file.unlock("nobody", password("tanjung-42-biru"), now);
    REQUIRE_FALSE(wrong.has_value());
    REQUIRE_FALSE(unknown.has_value());
    CHECK(wrong.error() == unknown.error());
    CHECK(wrong.error().key == "key.wrong");
    CHECK(keyOf(school.file.unlock("", password("x"), now)) == "key.wrong");
}

TEST_CASE("A teacher's slot holds the key of the file only", "[security]")
{
    SchoolKeyFile school;
    const SlotOwner teacher{.user = QUuid::createUuid(), .login = "guru"};
    REQUIRE(school.file.setPassword(teacher, password("melati-putih-9"), school.keys, cheapest));
    REQUIRE(school.file.save(school.path(), school.keys.file).has_value());
    const auto opened = school.file.unlock("guru", password("melati-putih-9"), now);
    REQUIRE(opened.has_value());
    CHECK(opened->keys.file.equals(school.keys.file));
    CHECK(opened->keys.seal.isEmpty());
    CHECK(opened->user == teacher.user);
}

TEST_CASE("An invite opens once it is typed roughly, for seven days", "[security]")
{
    SchoolKeyFile school;
    const SlotOwner clerk{.user = QUuid::createUuid(), .login = "tu", .readsSealed = true};
    const auto oneTime = school.file.invite(clerk, school.keys, cheapest, now);
    REQUIRE(oneTime.has_value());
    REQUIRE(school.file.save(school.path(), school.keys.file).has_value());
    QString typed = oneTime->toLower();
    typed.remove('-').replace('0', 'o').replace('1', 'l');
    const auto opened = school.file.unlock("tu", password(typed), now + 7 * day);
    REQUIRE(opened.has_value());
    CHECK(opened->kind == SlotKind::Invite);
    CHECK(opened->validUntil == now + inviteLasts);
    CHECK(opened->validUntil == school.file.content().entries.back().validUntil);
    CHECK(keyOf(school.file.unlock("tu", password(*oneTime), now + 7 * day + 1)) == "key.expired");
    // A wrong one says nothing about its time.
    CHECK(
        keyOf(school.file.unlock("tu", password("0000-0000-0000"), now + 8 * day)) == "key.wrong");

    REQUIRE(school.file.setPassword(clerk, password("kenanga-77-x"), opened->keys, cheapest));
    REQUIRE(school.file.save(school.path(), school.keys.file).has_value());
    CHECK(keyOf(school.file.unlock("tu", password(*oneTime), now)) == "key.wrong");
    const auto replaced = school.file.unlock("tu", password("kenanga-77-x"), now + 400 * day);
    REQUIRE(replaced.has_value());
    CHECK(replaced->kind == SlotKind::User);
    CHECK(replaced->keys.seal.equals(school.keys.seal));
}

TEST_CASE("The recovery code opens the school, and a new one ends the old", "[security]")
{
    SchoolKeyFile school;
    const auto first = school.file.renewRecoveryCode(school.head, school.keys, cheapest);
    REQUIRE(first.has_value());
    REQUIRE(school.file.save(school.path(), school.keys.file).has_value());
    const auto opened = school.file.unlockWithRecoveryCode(*first, now);
    REQUIRE(opened.has_value());
    CHECK(opened->kind == SlotKind::Recovery);
    CHECK(opened->user == school.head);
    CHECK(opened->keys.seal.equals(school.keys.seal));

    const auto second = school.file.renewRecoveryCode(school.head, school.keys, cheapest);
    REQUIRE(second.has_value());
    REQUIRE(school.file.save(school.path(), school.keys.file).has_value());
    CHECK(keyOf(school.file.unlockWithRecoveryCode(*first, now)) == "key.wrong");
    CHECK(keyOf(school.file.unlockWithRecoveryCode(*second, now)) == "opened");
}

TEST_CASE("A key file is read back as it was written", "[security]")
{
    SchoolKeyFile school;
    school.file.setAnchor(
        {.auditNumber = 41, .auditHash = QByteArray(32, 'h'), .dirtySequence = 7});
    const QUuid row = QUuid::createUuid();
    school.file.addErasure(row);
    school.file.addErasure(row);
    REQUIRE(school.file.invite({.login = "tu"}, school.keys, cheapest, now + 1).has_value());
    REQUIRE(school.file.save(school.path(), school.keys.file).has_value());
    const auto loaded = KeyFile::load(school.path());
    REQUIRE(loaded.has_value());
    CHECK(loaded->content() == school.file.content());
    CHECK(loaded->erasures() == std::vector<QUuid>{row});
    CHECK(loaded->anchor().auditNumber == 41);
    CHECK(keyFileJson(loaded->content()) == bytesOf(school.path()));
    CHECK(QFile::permissions(school.path()).testFlag(QFile::ReadOther) == false);
}

TEST_CASE("A changed byte of the key file opens nothing", "[security]")
{
    const SchoolKeyFile school;
    const QByteArray good = bytesOf(school.path());
    int refused = 0;
    int derived = 0;
    for (qsizetype at = 0; at < good.size(); ++at) {
        QByteArray bad = good;
        bad[at] = static_cast<char>(bad[at] ^ 1);
        const auto file = KeyFile::parse(bad);
        ++refused;
        if (!file) {
            CHECK((file.error().key == "key.damaged" || file.error().key == "store.newer"));
            continue;
        }
        CHECK_FALSE(file->content() == school.file.content());
        // What can be read costs a derivation; every 16th is enough for one run.
        if (++derived % 16 != 0) continue;
        const std::string key = keyOf(file->unlock("kepala", password("tanjung-42-biru"), now));
        INFO("byte " << at);
        CHECK((key == "key.damaged" || key == "key.wrong" || key == "key.memory"));
    }
    CHECK(refused == good.size());
    CHECK(derived > 100);
}

TEST_CASE("Every member of the key file is under its MAC", "[security]")
{
    SchoolKeyFile school;
    school.file.addErasure(QUuid::createUuid());
    REQUIRE(school.file.save(school.path(), school.keys.file).has_value());
    const auto change = GENERATE(
        as<std::function<void(QJsonObject&)>>(),
        [](QJsonObject& json) { json["generation"] = 99; },
        [](QJsonObject& json) { json["erasures"] = QJsonArray(); },
        [](QJsonObject& json) {
            QJsonObject anchor = json["anchor"].toObject();
            anchor["audit_n"] = 0x7fff;
            json["anchor"] = anchor;
        },
        [](QJsonObject& json) {
            QJsonArray entries = json["slots"].toArray();
            QJsonObject slot = entries[0].toObject();
            slot["kind"] = "invite";
            entries[0] = slot;
            json["slots"] = entries;
        },
        [](QJsonObject& json) {
            QJsonArray entries = json["slots"].toArray();
            QJsonObject slot = entries[0].toObject();
            slot["valid_until"] = "2031-01-01T00:00:00Z";
            entries[0] = slot;
            json["slots"] = entries;
        });
    QJsonObject json = QJsonDocument::fromJson(bytesOf(school.path())).object();
    change(json);
    const auto file = KeyFile::parse(QJsonDocument(json).toJson());
    REQUIRE(file.has_value());
    const std::string key = keyOf(file->unlock("kepala", password("tanjung-42-biru"), now));
    // As an invite the password is read as a code, and is wrong before the MAC is looked at.
    CHECK((key == "key.damaged" || key == "key.wrong"));
    CHECK(key != "opened");
}

TEST_CASE("Nobody with the key of the file prolongs a slot's time", "[security]")
{
    SchoolKeyFile school;
    const SlotOwner clerk{.user = QUuid::createUuid(), .login = "tu"};
    REQUIRE(school.file.setPassword(clerk, password("kenanga-77-x"), school.keys, cheapest, now));
    REQUIRE(school.file.save(school.path(), school.keys.file).has_value());
    QByteArray json = bytesOf(school.path());
    const qsizetype at = json.indexOf("\"2026-");
    REQUIRE(at > 0);
    json.replace(at, 6, "\"2036-");
    auto prolonged = KeyFile::parse(json);
    REQUIRE(prolonged.has_value());
    REQUIRE(prolonged->save(school.path(), school.keys.file).has_value()); // a right MAC
    const auto read = KeyFile::load(school.path());
    REQUIRE(read->isAuthentic(school.keys.file));
    CHECK(keyOf(read->unlock("tu", password("kenanga-77-x"), now + day)) == "key.damaged");
}

TEST_CASE("What is no key file is refused with a reason", "[security]")
{
    const SchoolKeyFile school;
    const QByteArray good = bytesOf(school.path());
    for (qsizetype length = 0; length < good.size(); ++length)
        CHECK_FALSE(KeyFile::parse(good.first(length)).has_value());
    const auto refusal = [](const QByteArray& json) {
        const auto file = KeyFile::parse(json);
        return file ? std::string("read") : file.error().key;
    };
    const auto with = [&good](const char* from, const char* to) {
        QByteArray changed = good;
        changed.replace(from, to);
        REQUIRE(changed != good);
        return changed;
    };
    CHECK(refusal(good) == "read");
    CHECK(refusal(with("\"format\":1", "\"format\":2")) == "store.newer");
    CHECK(refusal(with("\"format\":1", "\"format\":0")) == "key.damaged");
    CHECK(refusal(with("\"format\":1", "\"format\":\"1\"")) == "key.damaged");
    CHECK(refusal(with("\"n\":32768", "\"n\":2097152")) == "key.damaged");
    CHECK(refusal(with("\"n\":32768", "\"n\":16384")) == "key.damaged");
    CHECK(refusal(with("\"n\":32768", "\"n\":32769")) == "key.damaged");
    CHECK(refusal(with("\"n\":32768", "\"n\":-32768")) == "key.damaged");
    CHECK(refusal(with("\"n\":32768", "\"n\":1e99")) == "key.damaged");
    CHECK(refusal(with("\"r\":8", "\"r\":9")) == "key.damaged");
    CHECK(refusal(with("\"p\":1", "\"p\":5")) == "key.damaged");
    CHECK(refusal(with("\"alg\":\"scrypt\"", "\"alg\":\"none\"")) == "key.damaged");
    CHECK(refusal(with("\"dirty_seq\":0", "\"dirty_seq\":0.5")) == "key.damaged");
    CHECK(refusal(with("\"erasures\":[]", "\"erasures\":[1]")) == "key.damaged");
    CHECK(refusal(with("\"erasures\":[]", "\"erasures\":{}")) == "key.damaged");
    CHECK(refusal(with("\"erasures\":[]", "\"erasures\":[],\"more\":1")) == "key.damaged");
    CHECK(refusal(QByteArray(40, '[') + QByteArray(40, ']')) == "key.damaged");
    CHECK(refusal(QByteArray(1'000'000, '{')) == "key.damaged");
    CHECK(refusal(QByteArray(largestKeyFile + 1, ' ')) == "key.damaged");
    CHECK(refusal("[]") == "key.damaged");
    QJsonObject twice = QJsonDocument::fromJson(good).object();
    QJsonArray entries = twice["slots"].toArray();
    entries += entries[0];
    twice["slots"] = entries;
    CHECK(refusal(QJsonDocument(twice).toJson()) == "key.damaged");
}

TEST_CASE("The generation before stands in for a damaged or lost key file", "[security]")
{
    SchoolKeyFile school;
    school.file.setAnchor({.auditNumber = 5, .auditHash = QByteArray(32, 'h')});
    REQUIRE(school.file.save(school.path(), school.keys.file).has_value());
    const QByteArray good = bytesOf(school.path());
    const auto open = [&school](const char* typed) {
        return unlockKeyFile(school.path(), "kepala", password(typed), now);
    };
    CHECK_FALSE(open("tanjung-42-biru")->isOlderGeneration);

    const auto damage = GENERATE(0, 1, 2, 3);
    if (damage == 0) QFile::remove(school.path());
    if (damage == 1) writeFile(school.path(), good.first(good.size() / 2));
    if (damage == 2)
        writeFile(school.path(), QByteArray(good).replace("\"audit_n\":5", "\"audit_n\":6"));
    if (damage == 3) { // one character in the middle of the box
        QByteArray bad = good;
        const qsizetype at = bad.indexOf("\"box\":\"") + 40;
        bad[at] = bad[at] == 'A' ? 'B' : 'A';
        writeFile(school.path(), bad);
    }
    auto opened = open("tanjung-42-biru");
    REQUIRE(opened.has_value());
    CHECK(opened->isOlderGeneration);
    CHECK(opened->unlocked.keys.file.equals(school.keys.file));
    CHECK(keyOf(open("wrong")) == "key.wrong");

    // Saved again, the newest is good once more, and has not pushed a broken one behind it.
    REQUIRE(opened->file.save(school.path(), school.keys.file).has_value());
    CHECK_FALSE(open("tanjung-42-biru")->isOlderGeneration);
    CHECK(KeyFile::load(olderGenerationOf(school.path())).has_value());
}

TEST_CASE("Without both generations the key file is missing or damaged", "[security]")
{
    const Folder folder;
    const auto open = [&folder] {
        return keyOf(unlockKeyFile(folder.path(), "kepala", password("tanjung-42-biru"), now));
    };
    CHECK(open() == "key.missing");
    writeFile(folder.path(), "{}");
    CHECK(open() == "key.damaged");
    CHECK(QDir(folder.directory.path()).entryList(QDir::Files).size() == 1);
}

TEST_CASE("A replaced password and a removed person open neither generation", "[security]")
{
    SchoolKeyFile school;
    const SlotOwner clerk{.user = QUuid::createUuid(), .login = "tu", .readsSealed = true};
    REQUIRE(school.file.setPassword(clerk, password("kenanga-77-x"), school.keys, cheapest));
    REQUIRE(school.file.save(school.path(), school.keys.file).has_value());
    REQUIRE(school.file.save(school.path(), school.keys.file).has_value());
    const auto opensOlder = [&school](const char* login, const char* typed) {
        const auto older = KeyFile::load(olderGenerationOf(school.path()));
        REQUIRE(older.has_value());
        return keyOf(older->unlock(login, password(typed), now));
    };
    CHECK(opensOlder("tu", "kenanga-77-x") == "opened");

    REQUIRE(school.file.setPassword(clerk, password("anggrek-88-y"), school.keys, cheapest));
    REQUIRE(school.file.save(school.path(), school.keys.file).has_value());
    CHECK(opensOlder("tu", "kenanga-77-x") == "key.wrong");
    CHECK(opensOlder("tu", "anggrek-88-y") == "opened");

    CHECK(school.file.removeLogin("TU"));
    CHECK_FALSE(school.file.removeLogin("tu"));
    CHECK_FALSE(school.file.hasLogin("tu"));
    REQUIRE(school.file.save(school.path(), school.keys.file).has_value());
    CHECK(opensOlder("tu", "anggrek-88-y") == "key.wrong");
    CHECK(opensOlder("kepala", "tanjung-42-biru") == "opened");
}

TEST_CASE("A key file that cannot be written leaves the old one", "[security]")
{
    SchoolKeyFile school;
    const QByteArray before = bytesOf(school.path());
    const qint64 generation = school.file.generation();
    const Done saved =
        school.file.save(school.folder.filePath("no/such/folder/keys"), school.keys.file);
    REQUIRE_FALSE(saved.has_value());
    CHECK(saved.error().key == "store.read_only");
    CHECK(school.file.generation() == generation);
    CHECK(bytesOf(school.path()) == before);
}
