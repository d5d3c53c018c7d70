// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/SchoolCommands.h"

#include "app/cli/SignedStore.h"
#include "core/demo/DemoSchool.h"
#include "core/people/Student.h"

#include <limits>

namespace edupro::cli {

namespace {

using Document = QJsonObject;

/// Makes a school's file as the options say: plain, or encrypted with an administrator, whose
/// recovery code is shown here and nowhere else. `document` gets what to know of it.
Result<SignedStore> make(
    const Arguments& arguments,
    Terminal& terminal,
    const accounts::MakeSchoolFile& makeFile,
    Document& document)
{
    const accounts::Computer computer = thisComputer();
    PasswordSource passwords(arguments);
    const QString login =
        arguments.has("admin") ? arguments.value("admin") : QStringLiteral("admin");
    const auto password = passwords.chosen(QStringLiteral("New password of %1").arg(login));
    if (!password) return password.error();
    auto made = accounts::createProtectedSchool(
        arguments.word(0), makeFile, {.login = login}, *password, computer);
    if (!made) return made.error();
    QString code = made->recoveryCode.text();
    terminal.say(QStringLiteral("Recovery code, to be written down and kept away from the "
                                "computer: %1")
                     .arg(code));
    document.insert(QStringLiteral("admin"), login);
    document.insert(QStringLiteral("recovery_code"), code);
    security::wipe(code);
    return SignedStore(std::move(made->opened));
}

/// A plain file; with --admin with people, otherwise whoever opens it may do everything.
Result<SignedStore>
makePlain(const Arguments& arguments, const accounts::MakeSchoolFile& makeFile, Document& document)
{
    const accounts::Computer computer = thisComputer();
    if (!arguments.has("admin")) {
        auto store = makeFile(computer.store);
        if (!store) return store.error();
        return SignedStore({.store = std::move(store).value()});
    }
    const QString login = arguments.value("admin");
    PasswordSource passwords(arguments);
    const auto password = passwords.chosen(QStringLiteral("New password of %1").arg(login));
    if (!password) return password.error();
    auto made = accounts::createPlainSchool(
        arguments.word(0), makeFile, {.login = login}, *password, computer);
    if (!made) return made.error();
    document.insert(QStringLiteral("admin"), login);
    return SignedStore(std::move(made).value());
}

Document documentOf(const QString& path, const School& school)
{
    return {{QStringLiteral("file"), path}, {QStringLiteral("school"), school.name}};
}

void add(Document& document, const Document& more)
{
    for (auto one = more.begin(); one != more.end(); ++one)
        document.insert(one.key(), one.value());
}

} // namespace

Done createSchool(const Arguments& arguments, Terminal& terminal)
{
    const QString path = arguments.word(0);
    const school::NewSchool wanted{
        .name = arguments.value("name"),
        .npsn = arguments.has("npsn") ? std::optional(arguments.value("npsn")) : std::nullopt};
    const auto makeFile = [&](const storage::StoreOptions& options) {
        return school::createSchoolFile(path, wanted, options);
    };
    Document document;
    auto store = arguments.has("plain") ? makePlain(arguments, makeFile, document)
                                        : make(arguments, terminal, makeFile, document);
    if (!store) return store.error();
    const auto school = school::theSchool(**store);
    if (!school) return school.error();
    terminal.say(QStringLiteral("Created %1 for %2").arg(path, school->name));
    add(document, documentOf(path, *school));
    terminal.give(document);
    return done();
}

Done createDemo(const Arguments& arguments, Terminal& terminal)
{
    const auto students = arguments.number("students", 600, 30, 20'000);
    if (!students) return students.error();
    const auto seed = arguments.number("seed", 1, 0, std::numeric_limits<qint64>::max());
    if (!seed) return seed.error();
    const QString path = arguments.word(0);
    const demo::DemoOptions wanted{
        .students = static_cast<int>(*students),
        .seed = static_cast<std::uint64_t>(*seed),
        .today = QDate::currentDate()};
    const auto makeFile = [&](const storage::StoreOptions& options) {
        return demo::createDemoFile(
            path, wanted, options, terminal.progress(QStringLiteral("Creating")));
    };
    Document document;
    // Nobody's data is in it: it asks for no password unless one is given.
    const bool isProtected = !arguments.has("plain") && PasswordSource(arguments).isGiven();
    auto store = isProtected ? make(arguments, terminal, makeFile, document)
                             : makePlain(arguments, makeFile, document);
    if (!store) return store.error();
    const auto count = (*store)->count(entityInfo<Student>());
    if (!count) return count.error();
    const auto school = school::theSchool(**store);
    if (!school) return school.error();
    terminal.say(QStringLiteral("Created %1: %2, %3 students (with those who have left), seed %4")
                     .arg(path, school->name)
                     .arg(*count)
                     .arg(*seed));
    add(document, documentOf(path, *school));
    document.insert(QStringLiteral("students"), *count);
    document.insert(QStringLiteral("seed"), *seed);
    terminal.give(document);
    return done();
}

} // namespace edupro::cli
