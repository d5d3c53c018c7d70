// SPDX-License-Identifier: GPL-3.0-or-later
// scipy's numbers about two samples, where they are there.
#pragma once

#include "tests/support/Catch.h"
#include "tests/support/JsonReader.h"
#include "tests/support/Paths.h"

#include <filesystem>
#include <optional>

namespace edupro::tests {

/// The document, or nothing after saying that `what` was skipped.
inline std::optional<Json> driftGolden(const char* what)
{
    const std::string path = sharedPath("/golden/drift.json");
    if (std::filesystem::exists(path)) return readJson(path);
    saySkipped(what, "no " + path);
    return std::nullopt;
}

} // namespace edupro::tests
