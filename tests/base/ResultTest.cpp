// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Result.h"

#include "tests/support/Catch.h"

using namespace edupro;

namespace {

Result<int> half(int number)
{
    if (number % 2 != 0)
        return Error{.code = ErrorCode::Validation, .key = "odd", .detail = "odd number"};
    return number / 2;
}

} // namespace

TEST_CASE("A result holds its value or its error and passes errors along a chain", "[base]")
{
    CHECK(half(8).and_then(half).value() == 2);
    const Result<int> failed = half(6).and_then(half);
    REQUIRE_FALSE(failed.has_value());
    CHECK(failed.error().key == "odd");
    CHECK(half(6).transform([](int n) { return n * 10; }).value() == 30);
    CHECK(half(3).value_or(-1) == -1);
    CHECK(codeName(failed.error().code) == "validation");
}
