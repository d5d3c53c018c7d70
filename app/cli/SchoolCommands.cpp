// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/SchoolCommands.h"

#include "core/demo/DemoSchool.h"
#include "core/people/Student.h"
#include "core/school/SchoolActions.h"

#include <limits>

namespace edupro::cli {

Done createSchool(const Arguments& arguments, Terminal& terminal)
{
    const QString path = arguments.word(0);
    const std::optional<QString> npsn =
        arguments.has("npsn") ? std::optional(arguments.value("npsn")) : std::nullopt;
    auto store = school::createSchoolFile(
        path, {.name = arguments.value("name"), .npsn = npsn}, storeOptions());
    if (!store) return store.error();
    const auto school = school::theSchool(**store);
    if (!school) return school.error();
    terminal.say(QStringLiteral("Created %1 for %2").arg(path, school->name));
    terminal.give({{QStringLiteral("file"), path}, {QStringLiteral("school"), school->name}});
    return done();
}

Done createDemo(const Arguments& arguments, Terminal& terminal)
{
    const auto students = arguments.number("students", 600, 30, 20'000);
    if (!students) return students.error();
    const auto seed = arguments.number("seed", 1, 0, std::numeric_limits<qint64>::max());
    if (!seed) return seed.error();
    const QString path = arguments.word(0);
    const demo::DemoOptions options{
        .students = static_cast<int>(*students),
        .seed = static_cast<std::uint64_t>(*seed),
        .today = QDate::currentDate()};
    auto store = demo::createDemoFile(
        path, options, storeOptions(), terminal.progress(QStringLiteral("Creating")));
    if (!store) return store.error();
    const auto count = (*store)->count(entityInfo<Student>());
    if (!count) return count.error();
    const auto school = school::theSchool(**store);
    if (!school) return school.error();
    terminal.say(QStringLiteral("Created %1: %2, %3 students (with those who have left), seed %4")
                     .arg(path, school->name)
                     .arg(*count)
                     .arg(*seed));
    terminal.give(
        {{QStringLiteral("file"), path},
         {QStringLiteral("school"), school->name},
         {QStringLiteral("students"), *count},
         {QStringLiteral("seed"), *seed}});
    return done();
}

} // namespace edupro::cli
