// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/privacy/Deadline.h"

#include "tests/support/Catch.h"
#include "ui/common/Language.h"

using namespace edupro;
using namespace edupro::ui;

namespace {

constexpr Instant hour = 60 * 60 * 1000;

} // namespace

TEST_CASE("What is left of 72 hours is said in words and a tone", "[ui][privacy]")
{
    const Language english(Tongue::English);
    struct Case {
        Instant left;
        const char* words;
        Tone tone;
    };
    const auto one = GENERATE(
        Case{72 * hour, "72 hours left", Tone::Fine},
        Case{24 * hour, "24 hours left", Tone::Fine},
        Case{24 * hour - 1, "23 hours left", Tone::Watch},
        Case{hour, "1 hour left", Tone::Watch},
        Case{hour - 1, "59 minutes left", Tone::Watch},
        Case{0, "0 minutes left", Tone::Watch},
        Case{-1, "1 minute late", Tone::Risk},
        Case{-5 * hour, "5 hours late", Tone::Risk},
        Case{-80 * hour, "3 days late", Tone::Risk});
    const Chip chip = deadlineChip(1'000'000'000'000 + one.left, 1'000'000'000'000);
    CHECK(chip.word == one.words);
    CHECK(chip.tone == one.tone);
}
