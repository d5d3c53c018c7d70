// SPDX-License-Identifier: GPL-3.0-or-later
// Published test vectors of everything that is computed with keys.
#include "core/security/CanonicalJson.h"
#include "core/security/Digests.h"
#include "core/security/Scrypt.h"
#include "core/security/SecretBox.h"
#include "tests/support/Catch.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <bit>

using namespace edupro;
using namespace edupro::security;

namespace {

SecretBytes secret(const QByteArray& bytes)
{
    return SecretBytes(std::span<const unsigned char>(
        reinterpret_cast<const unsigned char*>(bytes.constData()),
        static_cast<std::size_t>(bytes.size())));
}

QByteArray open(const SecretBytes& bytes)
{
    return QByteArray(
        reinterpret_cast<const char*>(bytes.data()), static_cast<qsizetype>(bytes.size()));
}

QByteArray hex(const char* digits)
{
    return QByteArray::fromHex(digits);
}

QByteArray range(int first, int last)
{
    QByteArray bytes;
    for (int byte = first; byte <= last; ++byte)
        bytes += static_cast<char>(byte);
    return bytes;
}

QByteArray canonical(const char* json)
{
    return canonicalJson(QJsonDocument::fromJson(json).object());
}

} // namespace

TEST_CASE("scrypt gives the bytes of RFC 7914, section 12", "[security]")
{
    const auto [password, salt, cost, expected] =
        GENERATE(table<const char*, const char*, ScryptCost, const char*>({
            {"",
             "",
             {16, 1, 1},
             "77d6576238657b203b19ca42c18a0497f16b4844e3074ae8dfdffa3fede21442"
             "fcd0069ded0948f8326a753a0fc81f17e8d3e0fb2e0d3628cf35e20c38d18906"},
            {"password",
             "NaCl",
             {1024, 8, 16},
             "fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b373162"
             "2eaf30d92e22a3886ff109279d9830dac727afb94a83ee6d8360cbdfa2cc0640"},
            {"pleaseletmein",
             "SodiumChloride",
             {16384, 8, 1},
             "7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2"
             "d5432955613f0fcf62d49705242a9af9e61e85dc0d651e40dfcf017b45575887"},
        }));
    const auto derived = scrypt(secret(password), salt, cost, 64);
    REQUIRE(derived.has_value());
    CHECK(open(*derived).toHex() == expected);
}

TEST_CASE("scrypt refuses a cost that RFC 7914 does not know", "[security]")
{
    const auto refused = scrypt(secret("x"), "salt", ScryptCost{.n = 1000});
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().key == "key.memory");
}

TEST_CASE("HKDF gives the bytes of RFC 5869, appendix A", "[security]")
{
    const QByteArray first =
        open(hkdfSha256(secret(QByteArray(22, '\x0b')), range(0, 12), range(0xf0, 0xf9), 42));
    CHECK(
        first.toHex() == "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf"
                         "34007208d5b887185865");
    const QByteArray second =
        open(hkdfSha256(secret(range(0, 0x4f)), range(0x60, 0xaf), range(0xb0, 0xff), 82));
    CHECK(
        second.toHex() == "b11e398dc80327a1c8e7f78c596a49344f012eda2d4efad8a050cc4c19afa97c"
                          "59045a99cac7827271cb41c65e590e09da3275600c2f09b8367793a9aca3db71"
                          "cc30c58179ec3e87c14c01d5c1f3434f1d87");
    const QByteArray third = open(hkdfSha256(secret(QByteArray(22, '\x0b')), {}, {}, 42));
    CHECK(
        third.toHex() == "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d"
                         "9d201395faa4b61a96c8");
}

TEST_CASE("HMAC gives the bytes of RFC 4231, test cases 1 and 2", "[security]")
{
    CHECK(
        hmacSha256(secret(QByteArray(20, '\x0b')), "Hi There").toHex() ==
        "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7");
    CHECK(
        hmacSha256(secret("Jefe"), "what do ya want for nothing?").toHex() ==
        "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
}

TEST_CASE("A box of the GCM specification opens, and not with one bit changed", "[security]")
{
    // McGrew and Viega, The Galois/Counter Mode of Operation, test case 16.
    const SecretBytes key =
        secret(hex("feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308"));
    const QByteArray bound = hex("feedfacedeadbeeffeedfacedeadbeefabaddad2");
    const Box box{
        .nonce = hex("cafebabefacedbaddecaf888"),
        .sealed = hex("522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa"
                      "8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662"
                      "76fc6ece0f4e1768cddf8853bb2d551b")};
    const auto opened = openBox(key, box, bound);
    REQUIRE(opened.has_value());
    CHECK(
        open(*opened).toHex() == "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72"
                                 "1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39");
    for (int bit = 0; bit < box.sealed.size() * 8; ++bit) {
        Box changed = box;
        changed.sealed[bit / 8] = static_cast<char>(changed.sealed[bit / 8] ^ (1 << (bit % 8)));
        CHECK_FALSE(openBox(key, changed, bound).has_value());
    }
    CHECK_FALSE(openBox(key, box, bound + 'x').has_value());
    CHECK_FALSE(openBox(key, {.nonce = box.nonce, .sealed = "short"}, bound).has_value());
}

TEST_CASE("A closed box opens again and never looks the same twice", "[security]")
{
    const SecretBytes key = SecretBytes::random(32);
    const SecretBytes text = secret("one secret");
    const Box first = closeBox(key, text.bytes(), "place");
    const Box second = closeBox(key, text.bytes(), "place");
    CHECK(first.nonce != second.nonce);
    CHECK(first.sealed != second.sealed);
    REQUIRE(openBox(key, first, "place").has_value());
    CHECK(openBox(key, first, "place")->equals(text));
    CHECK_FALSE(openBox(SecretBytes::random(32), first, "place").has_value());
}

TEST_CASE("Numbers are written as in RFC 8785, appendix B", "[security]")
{
    const auto [bits, text] = GENERATE(table<std::uint64_t, const char*>({
        {0x0000000000000000, "0"},
        {0x8000000000000000, "0"},
        {0x0000000000000001, "5e-324"},
        {0x8000000000000001, "-5e-324"},
        {0x7fefffffffffffff, "1.7976931348623157e+308"},
        {0x4340000000000000, "9007199254740992"},
        {0xc340000000000000, "-9007199254740992"},
        {0x4430000000000000, "295147905179352830000"},
        {0x44b52d02c7e14af5, "9.999999999999997e+22"},
        {0x44b52d02c7e14af6, "1e+23"},
        {0x44b52d02c7e14af7, "1.0000000000000001e+23"},
        {0x444b1ae4d6e2ef4e, "999999999999999700000"},
        {0x444b1ae4d6e2ef4f, "999999999999999900000"},
        {0x444b1ae4d6e2ef50, "1e+21"},
        {0x3eb0c6f7a0b5ed8c, "9.999999999999997e-7"},
        {0x3eb0c6f7a0b5ed8d, "0.000001"},
        {0x41b3de4355555553, "333333333.3333332"},
        {0x41b3de4355555554, "333333333.33333325"},
        {0x41b3de4355555557, "333333333.33333343"},
        {0xbecbf647612f3696, "-0.0000033333333333333333"},
        {0x43143ff3c1cb0959, "1424953923781206.2"},
    }));
    CHECK(canonicalJson(QJsonValue(std::bit_cast<double>(bits))) == text);
}

TEST_CASE("Objects are written as in RFC 8785, sections 3.2.2 and 3.2.3", "[security]")
{
    CHECK(
        canonical(R"({"numbers": [333333333.33333329, 1E30, 4.50, 2e-3,
            0.000000000000000000000000001],
            "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
            "literals": [null, true, false]})") ==
        R"({"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],)"
        R"("string":"€$\u000f\nA'B\"\\\\\"/"})");
    CHECK(
        canonical(R"({"\u20ac":"Euro Sign","\r":"Carriage Return","\ufb33":"Hebrew Letter Dalet",
            "1":"One","\ud83d\ude00":"Emoji: Grinning Face","\u0080":"Control",
            "\u00f6":"Latin Small Letter O With Diaeresis"})") ==
        "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\xc2\x80\":\"Control\","
        "\"ö\":\"Latin Small Letter O With Diaeresis\",\"€\":\"Euro Sign\","
        "\"\xf0\x9f\x98\x80\":\"Emoji: Grinning Face\",\"\xef\xac\xb3\":\"Hebrew Letter Dalet\"}");
}
