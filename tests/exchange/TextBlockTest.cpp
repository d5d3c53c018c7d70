// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/TextBlock.h"

#include "core/base/Random.h"
#include "tests/support/Catch.h"

using namespace edupro;
using namespace edupro::exchange;

namespace {

QString randomText(Random& random, QStringView signs, std::uint64_t longest)
{
    QString text;
    for (std::uint64_t length = random.below(longest + 1); length > 0; --length)
        text +=
            signs[static_cast<qsizetype>(random.below(static_cast<std::uint64_t>(signs.size())))];
    return text;
}

} // namespace

TEST_CASE("A block from a spreadsheet is read cell by cell", "[exchange][textblock]")
{
    const auto [text, block] = GENERATE(table<QString, TextBlock>({
        {"", {}},
        {"80", {{"80"}}},
        {"80\n", {{"80"}}},
        {"\n", {{""}}},
        {"80\t75,5\r\n\t100\r\n", {{"80", "75,5"}, {"", "100"}}},
        {"1\r2\r", {{"1"}, {"2"}}},
        {"1\n\n2", {{"1"}, {""}, {"2"}}},
        {"a\t", {{"a", ""}}},
        {"\"two\nlines\"\t9", {{"two\nlines", "9"}}},
        {"\"says \"\"yes\"\"\"\t1", {{"says \"yes\"", "1"}}},
        {"\"a\tb\"\n", {{"a\tb"}}},
        {"\"\"\t1", {{"", "1"}}},
        {"\"open\t5", {{"\"open", "5"}}},       // no mark closes it: taken as it stands
        {"\"a\"b\t5", {{"\"a\"b", "5"}}},       // nor here
        {"5\" pipe\t\"", {{"5\" pipe", "\""}}}, // a mark in the middle is a sign like any
        {"1\t2\n3\n4\t5\t6", {{"1", "2"}, {"3"}, {"4", "5", "6"}}},
    }));
    CAPTURE(text);
    CHECK(parseTextBlock(text) == block);
}

TEST_CASE("Every block is read as it was written", "[exchange][textblock]")
{
    Random random(11);
    const QString signs = QStringLiteral("a7,. \"\"\t\n\ré");
    for (int round = 0; round < 3'000; ++round) {
        TextBlock block(random.below(5));
        for (QStringList& row : block) {
            for (std::uint64_t cells = 1 + random.below(4); cells > 0; --cells)
                row.append(randomText(random, signs, 6));
        }
        const QString text = textOf(block);
        CAPTURE(round, text);
        REQUIRE(parseTextBlock(text) == block);
    }
}

TEST_CASE("Any text at all is a block that keeps its other signs", "[exchange][textblock]")
{
    Random random(12);
    const auto signsOf = [](QString text) {
        for (const QChar structure : QStringLiteral("\"\t\n\r"))
            text.remove(structure);
        return text;
    };
    for (int round = 0; round < 5'000; ++round) {
        const QString text = randomText(random, u"\"\"\"\t\t\n\r1,x", 40);
        CAPTURE(round, text);
        const TextBlock block = parseTextBlock(text);
        REQUIRE(parseTextBlock(textOf(block)) == block);
        QString cells;
        for (const QStringList& row : block) {
            REQUIRE_FALSE(row.isEmpty());
            cells += row.join(QString());
        }
        REQUIRE(signsOf(cells) == signsOf(text));
    }
}
