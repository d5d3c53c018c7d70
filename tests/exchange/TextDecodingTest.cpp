// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/TextDecoding.h"

#include "tests/support/Catch.h"

using namespace edupro;
using namespace edupro::exchange;

namespace {

QByteArray bytes(std::initializer_list<int> values)
{
    QByteArray made;
    for (const int value : values)
        made.append(static_cast<char>(value));
    return made;
}

std::string keyOf(const QByteArray& text)
{
    const Result<QString> decoded = decodeText(text);
    return decoded ? "" : decoded.error().key;
}

} // namespace

TEST_CASE("UTF-8 is read with and without a byte order mark", "[exchange]")
{
    const QString name = QStringLiteral("Ni Luh Ayu Putri Élodie ≥ 𝄞");
    CHECK(decodeText(name.toUtf8()).value() == name);
    CHECK(decodeText("\xEF\xBB\xBF" + name.toUtf8()).value() == name);
    CHECK(decodeText("").value() == QString());
    CHECK(decodeText("\xEF\xBB\xBF").value() == QString());
    CHECK(decodeText("a").value() == QStringLiteral("a"));
}

TEST_CASE("UTF-16 is read when it has a byte order mark, in both byte orders", "[exchange]")
{
    const QByteArray little = bytes({0xFF, 0xFE, 'a', 0, 0xE9, 0, 0x34, 0xD8, 0x1E, 0xDD});
    const QByteArray big = bytes({0xFE, 0xFF, 0, 'a', 0, 0xE9, 0xD8, 0x34, 0xDD, 0x1E});
    CHECK(decodeText(little).value() == QStringLiteral("aé𝄞"));
    CHECK(decodeText(big).value() == QStringLiteral("aé𝄞"));
    CHECK(keyOf(little + 'x') == "import.encoding");
    CHECK(keyOf(little.first(8)) == "import.encoding");
    CHECK(keyOf(bytes({0xFF, 0xFE, 0x1E, 0xDD})) == "import.encoding");
}

TEST_CASE("A text without one valid multi-byte sequence is read as Windows-1252", "[exchange]")
{
    CHECK(decodeText("Jos\xE9; \x80 5 \x93ya\x94").value() == QStringLiteral("José; € 5 “ya”"));
    CHECK(decodeText("Ma\x92u").value() == QStringLiteral("Ma’u"));
}

TEST_CASE("Bytes that mean nothing in Windows-1252 are refused with their place", "[exchange]")
{
    const Result<QString> decoded = decodeText("nama\nJos\xE9\nA\x81");
    REQUIRE_FALSE(decoded.has_value());
    CHECK(decoded.error().key == "import.encoding");
    CHECK_THAT(decoded.error().detail, ContainsSubstring("line 3 (byte 11"));
    CHECK_THAT(decoded.error().detail, ContainsSubstring("0x81"));
}

TEST_CASE("Broken UTF-8 is an error with line and byte, never read as Windows-1252", "[exchange]")
{
    const Result<QString> mixed = decodeText("é\r\nb\nJos\xE9 x");
    REQUIRE_FALSE(mixed.has_value());
    CHECK(mixed.error().key == "import.encoding");
    CHECK_THAT(mixed.error().detail, ContainsSubstring("line 3 (byte 9 "));
    CHECK_THAT(mixed.error().detail, ContainsSubstring("CSV UTF-8"));
    CHECK(keyOf("\xEF\xBB\xBFJos\xE9") == "import.encoding");
    CHECK(keyOf(QByteArray("é \xC3")) == "import.encoding");
}

TEST_CASE("Overlong forms, surrogates and values above U+10FFFF are not UTF-8", "[exchange]")
{
    for (const QByteArray& broken :
         {bytes({0xC0, 0x80}),
          bytes({0xE0, 0x80, 0x80}),
          bytes({0xED, 0xA0, 0x80}),
          bytes({0xF4, 0x90, 0x80, 0x80}),
          bytes({0xF8, 0x88, 0x80, 0x80, 0x80})})
        CHECK(keyOf("é " + broken) == "import.encoding");
}

TEST_CASE("Workbooks and other binary files are refused by name", "[exchange]")
{
    CHECK(keyOf(bytes({'P', 'K', 3, 4, 20, 0, 6, 0})) == "import.workbook");
    CHECK(keyOf(bytes({0xD0, 0xCF, 0x11, 0xE0, 0xA1})) == "import.workbook");
    CHECK(keyOf(bytes({'n', 0, 'i', 0, 's', 0, ',', 0})) == "import.binary");
}

TEST_CASE("A text cut anywhere into pieces is decoded the same", "[exchange]")
{
    const QByteArray text = "\xEF\xBB\xBF" + QStringLiteral("né;≥𝄞\r\nü").toUtf8();
    for (qsizetype cut = 0; cut <= text.size(); ++cut) {
        EncodingProbe probe;
        probe.feed(QByteArrayView(text).first(cut));
        probe.feed(QByteArrayView(text).sliced(cut));
        REQUIRE(probe.verdict().value() == TextEncoding::Utf8Bom);
        const QByteArray content = text.sliced(3);
        const qsizetype at = std::min(cut, content.size());
        TextDecoder decoder(TextEncoding::Utf8Bom);
        const QString first = decoder.decode(QByteArrayView(content).first(at));
        CHECK(
            first + decoder.decode(QByteArrayView(content).sliced(at)) ==
            QStringLiteral("né;≥𝄞\r\nü"));
    }
}
