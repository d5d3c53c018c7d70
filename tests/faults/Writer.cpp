// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/Writer.h"

#include "core/base/Random.h"
#include "tests/faults/Ledger.h"

#include <algorithm>
#include <cstdio>

namespace edupro::tests {

using namespace edupro::storage;

namespace {

int failed(const Error& error)
{
    std::fprintf(stderr, "%s: %s\n", error.key.c_str(), error.detail.c_str());
    return 1;
}

/// Some transactions on one opening of the file.
Done writeSome(Store& store, Random& random)
{
    Result<int> last = Ledger::read(store);
    if (!last) return last.error();
    const int until = *last + 1 + static_cast<int>(random.below(40));
    for (int number = *last + 1; number <= until; ++number) {
        if (Done written = Ledger::write(store, number); !written) return written;
        std::printf("%d\n", number);
        std::fflush(stdout);
        if (!random.chance(0.1)) continue;
        const char* how = random.chance(0.5) ? "PASSIVE" : "TRUNCATE";
        Done cut = store.connection().execute(
            QStringLiteral("PRAGMA wal_checkpoint(%1)").arg(QLatin1String(how)));
        if (!cut) return cut;
    }
    return done();
}

} // namespace

int writeUntilKilled(const QStringList& arguments)
{
    const std::vector<Keeping> keepings = everyKeeping();
    const auto keeping = std::find_if(keepings.begin(), keepings.end(), [&](const Keeping& one) {
        return arguments.value(1) == QLatin1String(one.name);
    });
    if (keeping == keepings.end()) return 2;
    const std::uint64_t seed = arguments.value(2).toULongLong();
    Random random(seed);
    for (std::uint64_t opening = 1;; ++opening) {
        StoreOptions options = keepingOptions(*keeping);
        options.newId = seededIds(seed * 1'000'003 + opening, options.clock());
        auto store = Store::openFile(arguments.value(0), options);
        if (!store) return failed(store.error());
        if (Done written = writeSome(**store, random); !written) return failed(written.error());
    }
}

} // namespace edupro::tests
