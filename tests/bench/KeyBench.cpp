// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/KeyBench.h"

#include "core/accounts/KeyActions.h"
#include "core/Entities.h"
#include "tests/bench/Bench.h"

#include <QFile>
#include <QFileInfo>

namespace edupro::bench {

namespace {

constexpr int runs = 10;

Done encrypted(const QString& path, const security::SecretBytes& password)
{
    const accounts::Computer computer{
        .store = {.actor = QStringLiteral("bench"), .entities = allEntities()}};
    auto opened = accounts::openWithoutSignIn(path, computer);
    if (!opened) return opened.error();
    return report(
        "encrypt the school file",
        timed(
            1,
            [&](int) {
                return accounts::encryptSchool(std::move(opened).value(), {}, password, computer);
            }),
        "");
}

} // namespace

Done openWithPassword(const QString& folder)
{
    const QString path = folder + QStringLiteral("/locked.edupro");
    if (!QFileInfo::exists(path) && !QFile::copy(folder + QStringLiteral("/large.edupro"), path))
        return Error{.code = ErrorCode::NotFound, .detail = "run \"import\" first"};
    const auto password = security::SecretBytes::ofPassword(QStringLiteral("tanjung-42-biru"));
    if (Done made = encrypted(path, password); !made) return made;
    const accounts::Computer computer{
        .store = {.actor = QStringLiteral("bench"), .entities = allEntities()}};
    const auto derived = timed(runs, [&](int) {
        return security::scrypt(password, security::randomSalt(), security::affordableCost());
    });
    if (Done told = report("scrypt with the usual cost", derived, ""); !told) return told;
    return report(
        "open an encrypted school by password",
        timed(
            runs,
            [&](int) {
                return accounts::signIn(path, QStringLiteral("admin"), password, computer);
            }),
        "< 1500 ms");
}

} // namespace edupro::bench
