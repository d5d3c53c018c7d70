// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/StudentBench.h"

#include "core/base/Random.h"
#include "core/demo/Names.h"
#include "core/Entities.h"
#include "core/exchange/Csv.h"
#include "core/people/PeopleActions.h"
#include "core/people/StudentImport.h"
#include "core/storage/Store.h"
#include "tests/bench/Bench.h"

#include <QFile>

namespace edupro::bench {

namespace {

using storage::Store;

constexpr int studentCount = 100'000;
constexpr qint64 pageRows = 50;

QString schoolIn(const QString& folder)
{
    return folder + QStringLiteral("/large.edupro");
}

Student inventedStudent(Random& random, int number)
{
    Student student;
    const bool male = random.chance(0.5);
    student.nis = QStringLiteral("%1").arg(number, 7, 10, QLatin1Char('0'));
    student.name = demo::fullName(
        random, male ? demo::Sex::Male : demo::Sex::Female, demo::familyName(random));
    student.gender = male ? QStringLiteral("L") : QStringLiteral("P");
    student.birthDate = QDate(2011, 7, 1).addDays(static_cast<qint64>(random.below(1095)));
    student.address = demo::streetAddress(random);
    return student;
}

/// A file of students in thirty classes, as a school exports them.
Done writeStudents(const QString& path)
{
    auto writer = exchange::CsvWriter::open(path);
    if (!writer) return writer.error();
    writer->write({"NIS", "Nama", "JK", "Tanggal Lahir", "Alamat", "Kelas"});
    Random random(1);
    for (int i = 0; i < studentCount; ++i) {
        const Student student = inventedStudent(random, i);
        writer->write(
            {student.nis,
             student.name,
             *student.gender,
             student.birthDate->toString(Qt::ISODate),
             *student.address,
             QStringLiteral("%1-%2").arg(7 + i % 3).arg(i / 3 % 10)});
    }
    return writer->commit();
}

Result<std::unique_ptr<Store>> openLarge(const QString& folder)
{
    return Store::openFile(
        schoolIn(folder), {.actor = QStringLiteral("bench"), .entities = allEntities()});
}

} // namespace

Done importStudents(const QString& folder)
{
    const QString file = folder + QStringLiteral("/students.csv");
    if (const Done written = writeStudents(file); !written) return written;
    return report(
        "100,000 students imported from a file",
        timed(
            1,
            [&](int) -> Result<exchange::ImportReport> {
                auto store = Store::createFile(schoolIn(folder), {.entities = allEntities()});
                if (!store) return store.error();
                const auto import = people::studentImport();
                return exchange::importFile(**store, file, *import);
            }),
        "< 10 s, < 300 MB");
}

Done openAndList(const QString& folder)
{
    Done reported = report(
        "open + first page of 100,000 students",
        timed(
            20,
            [&folder](int) -> Result<std::vector<people::StudentRow>> {
                auto store = openLarge(folder);
                if (!store) return store.error();
                return people::listStudents(**store, {}, 0, pageRows);
            }),
        "page < 50 ms");
    if (!reported) return reported;

    auto store = openLarge(folder);
    if (!store) return store.error();
    const auto page = [&store](const people::StudentSearch& search, qint64 offset) {
        return people::listStudents(**store, search, offset, pageRows);
    };
    Random random(2);
    reported = report(
        "a page anywhere in the list",
        timed(100, [&](int) { return page({}, static_cast<qint64>(random.below(studentCount))); }),
        "< 50 ms");
    if (!reported) return reported;
    reported = report(
        "a page anywhere in the list, by NIS",
        timed(
            100,
            [&](int) {
                return page(
                    {.order = people::StudentOrder::Nis},
                    static_cast<qint64>(random.below(studentCount)));
            }),
        "< 50 ms");
    if (!reported) return reported;
    const QStringList typed{
        QStringLiteral("s"),
        QStringLiteral("siti"),
        QStringLiteral("nur hid"),
        QStringLiteral("0099")};
    reported = report(
        "first page of a search",
        timed(100, [&](int i) { return page({.text = typed[i % typed.size()]}, 0); }),
        "< 50 ms");
    if (!reported) return reported;
    return report(
        "how many a search finds",
        timed(
            20,
            [&](int i) {
                return people::countStudents(**store, {.text = typed[i % typed.size()]});
            }),
        "< 50 ms");
}

Done editStudents(const QString& folder)
{
    auto store = openLarge(folder);
    if (!store) return store.error();
    auto students = (*store)->list<Student>();
    if (!students) return students.error();
    Random random(3);
    return report(
        "one edit saved, of 100,000 students",
        timed(
            300,
            [&](int) {
                Student& student = (*students)[random.below(students->size())];
                student.address = demo::streetAddress(random);
                return people::saveStudent(**store, student, QString());
            }),
        "p95 < 20 ms");
}

} // namespace edupro::bench
