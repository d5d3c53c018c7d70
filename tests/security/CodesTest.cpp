// SPDX-License-Identifier: GPL-3.0-or-later
// Recovery codes, one-time passwords, password hashes and sealed values.
#include "core/security/Crockford.h"
#include "core/security/PasswordHash.h"
#include "core/security/RecoveryCode.h"
#include "core/security/SchoolKeys.h"
#include "core/security/Seal.h"
#include "tests/support/Catch.h"

#include <QRegularExpression>

#include <set>

using namespace edupro;
using namespace edupro::security;

namespace {

const QString alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr ScryptCost cheapest{.n = 1U << 15U};

SecretBytes password(const char* text)
{
    return SecretBytes::ofPassword(QString::fromUtf8(text));
}

} // namespace

TEST_CASE("A recovery code is read back however it was typed", "[security]")
{
    static const QRegularExpression form("\\A[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){6}\\z");
    for (int i = 0; i < 200; ++i) {
        const RecoveryCode code = RecoveryCode::random();
        const QString text = code.text();
        CHECK(form.match(text).hasMatch());
        QString rough = text.toLower().replace('0', 'o').replace('1', i % 2 == 0 ? 'l' : 'I');
        rough.replace('-', i % 3 == 0 ? "" : " ");
        for (const QString& typed : {text, rough, QString("  " + rough + "\t")}) {
            const auto read = RecoveryCode::parse(typed);
            REQUIRE(read.has_value());
            CHECK(read->bytes().equals(code.bytes()));
        }
    }
}

TEST_CASE("Every wrong character and every swapped pair of a recovery code is found", "[security]")
{
    const QString text = RecoveryCode::random().text();
    int tried = 0;
    for (int at = 0; at < text.size(); ++at) {
        if (text[at] == '-') continue;
        for (const QChar other : alphabet) {
            if (other == text[at]) continue;
            QString wrong = text;
            wrong[at] = other;
            const auto read = RecoveryCode::parse(wrong);
            REQUIRE_FALSE(read.has_value());
            CHECK(read.error().key == "key.code");
            ++tried;
        }
    }
    CHECK(tried == 28 * 31);
    QString bare = text;
    bare.remove('-');
    for (int at = 0; at + 1 < bare.size(); ++at) {
        if (bare[at] == bare[at + 1]) continue;
        QString swapped = bare;
        std::swap(swapped[at], swapped[at + 1]);
        CHECK_FALSE(RecoveryCode::parse(swapped).has_value());
    }
}

TEST_CASE("What is no recovery code is called a typing mistake", "[security]")
{
    const QString bare = RecoveryCode::random().text().remove('-');
    for (const QString& typed :
         {QString(),
          QString("----"),
          bare.left(27),
          QString(bare + '0'),
          QString(bare).replace(3, 1, "U"),
          QString(bare).replace(3, 1, "é"),
          QString("Z" + bare.mid(1))}) {
        const auto read = RecoveryCode::parse(typed);
        REQUIRE_FALSE(read.has_value());
        CHECK(read.error().key == "key.code");
        CHECK(read.error().detail.find(bare.toStdString()) == std::string::npos);
    }
}

TEST_CASE("One-time passwords are twelve characters and differ", "[security]")
{
    static const QRegularExpression form("\\A[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}\\z");
    std::set<QString> seen;
    for (int i = 0; i < 500; ++i) {
        const QString made = randomOneTimePassword();
        CHECK(form.match(made).hasMatch());
        seen.insert(made);
    }
    CHECK(seen.size() == 500);
}

TEST_CASE("A password hash is a PHC string that fits its password only", "[security]")
{
    const auto hash = hashPassword(password("tanjung-42-biru"), cheapest);
    REQUIRE(hash.has_value());
    CHECK(hash->startsWith("$scrypt$ln=15,r=8,p=1$"));
    CHECK(isPassword(password("tanjung-42-biru"), *hash).value());
    CHECK_FALSE(isPassword(password("tanjung-42-hijau"), *hash).value());
    CHECK_FALSE(isPassword(password(""), *hash).value());
    CHECK(*hash != hashPassword(password("tanjung-42-biru"), cheapest).value());
    // Composed and decomposed é are one password.
    const auto accented = hashPassword(password("caf\xc3\xa9-melati-7"), cheapest);
    CHECK(isPassword(password("cafe\xcc\x81-melati-7"), *accented).value());
}

TEST_CASE("A hash made by another program is understood", "[security]")
{
    // Python's hashlib.scrypt(b"melati-putih-9", salt=bytes(range(16)), n=32768, r=8, p=1)
    const QString hash =
        "$scrypt$ln=15,r=8,p=1$AAECAwQFBgcICQoLDA0ODw$ON5YVPW9bhPtM7SJCZpscM7Dopk/TqiAtMjFWsbq6EQ";
    CHECK(isPassword(password("melati-putih-9"), hash).value());
}

TEST_CASE("What is no hash, or costs too little or too much, is refused", "[security]")
{
    const QString good = hashPassword(password("x"), cheapest).value();
    const auto changed = [&good](const char* from, const char* to) {
        return QString(good).replace(from, to);
    };
    for (const QString& bad :
         {QString(),
          QString("x"),
          changed("ln=15", "ln=14"),
          changed("ln=15", "ln=21"),
          changed("ln=15", "ln=63"),
          changed("ln=15", "ln=-1"),
          changed("r=8", "r=16"),
          changed("p=1", "p=9"),
          changed("$scrypt", "$bcrypt"),
          good.chopped(1),
          QString(good + 'A'),
          QString(good + '\n'),
          QString("$2b$12$abcdefghijklmnopqrstuv")}) {
        INFO(bad.toStdString());
        const auto answer = isPassword(password("x"), bad);
        REQUIRE_FALSE(answer.has_value());
        CHECK(answer.error().key == "key.damaged");
    }
}

TEST_CASE("A computer with little memory makes keys that cost less of it", "[security]")
{
    constexpr qint64 gibibyte = 1LL << 30;
    CHECK(costFor(16 * gibibyte) == ScryptCost{.n = 1U << 17U, .r = 8, .p = 1});
    CHECK(costFor(2 * gibibyte) == ScryptCost{.n = 1U << 17U, .r = 8, .p = 1});
    CHECK(costFor(2 * gibibyte - 1) == ScryptCost{.n = 1U << 16U, .r = 8, .p = 2});
    CHECK(costFor(gibibyte - 1) == ScryptCost{.n = 1U << 15U, .r = 8, .p = 3});
    CHECK(costFor(0) == ScryptCost{.n = 1U << 15U, .r = 8, .p = 3});
    CHECK(costFor(-1) == ScryptCost{});
    CHECK(isAcceptable(costFor(16 * gibibyte)));
    CHECK(isAcceptable(costFor(0)));
    CHECK_FALSE(isAcceptable({.p = 0}));
}

TEST_CASE("A sealed value opens with its key at its place only", "[security]")
{
    const SecretBytes key = SecretBytes::random(keySize);
    const SealedPlace place{.table = "students", .row = "a1", .column = "nik"};
    const QString text = sealValue(key, place, "value");
    CHECK(isSealed(text));
    CHECK_FALSE(text.contains("value"));
    CHECK(text != sealValue(key, place, "value"));
    CHECK(openValue(key, place, text).value() == "value");
    CHECK(openValue(key, place, sealValue(key, place, "")).value().isEmpty());
    CHECK_FALSE(openValue(SecretBytes::random(keySize), place, text).has_value());
    CHECK_FALSE(openValue(SecretBytes(), place, text).has_value());
    for (const SealedPlace& other :
         {SealedPlace{"guardians", "a1", "nik"},
          SealedPlace{"students", "a2", "nik"},
          SealedPlace{"students", "a1", "kk"}})
        CHECK_FALSE(openValue(key, other, text).has_value());
    for (qsizetype at = 0; at < text.size(); ++at) {
        QString changed = text;
        changed[at] = changed[at] == 'A' ? 'B' : 'A';
        CHECK_FALSE(openValue(key, place, changed).has_value());
        CHECK_FALSE(openValue(key, place, text.first(at)).has_value());
    }
    CHECK_FALSE(isSealed(u"3273010101010001"));
}

TEST_CASE("Equal values of one column share an index, others do not", "[security]")
{
    const SecretBytes key = SecretBytes::random(keySize);
    const QByteArray index = sealedIndex(key, "nik", "1234");
    CHECK(index.size() == 8);
    CHECK(index == sealedIndex(key, "nik", "1234"));
    CHECK(index != sealedIndex(key, "nik", "1235"));
    CHECK(index != sealedIndex(key, "kk", "1234"));
    CHECK(index != sealedIndex(SecretBytes::random(keySize), "nik", "1234"));
}
