// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/Ledger.h"

#include "core/people/Enrolment.h"
#include "core/people/Student.h"
#include "core/school/AcademicYear.h"
#include "core/school/ClassGroup.h"
#include "core/school/School.h"
#include "core/school/Term.h"
#include "tests/support/Catch.h"
#include "tests/support/Stores.h"

#include <QHash>

#include <atomic>

namespace edupro::tests {

using namespace edupro::storage;

namespace {

const QString tallyNis = QStringLiteral("TALLY");

int studentsOf(int number)
{
    return number % 41 == 0 ? 100 : 1 + number * 7919 % 5;
}

Student studentOf(int number, int place)
{
    Student student;
    student.nis = QStringLiteral("%1-%2").arg(number, 6, 10, QLatin1Char('0')).arg(place);
    student.name = QStringLiteral("Siswa Contoh");
    student.address =
        QStringLiteral("Jalan %1 ").arg(number * 31 + place).repeated(1 + (number + place) % 9);
    return student;
}

Result<Student> tallyOf(Store& store)
{
    auto found = store.list<Student>(QStringLiteral("nis"), tallyNis);
    if (!found) return found.error();
    if (!found->empty()) return found->front();
    Student fresh;
    fresh.nis = tallyNis;
    fresh.name = QStringLiteral("Siswa Contoh");
    return fresh;
}

Error broken(const std::string& what)
{
    return {.code = ErrorCode::Corrupt, .key = "ledger", .detail = what};
}

Done checkStudents(const std::vector<Student>& students, int last)
{
    QHash<QString, QString> addresses;
    for (const Student& student : students)
        addresses.insert(student.nis, student.address.value_or(QString()));
    qsizetype expected = last > 0 ? 1 : 0;
    for (int number = 1; number <= last; ++number) {
        for (int place = 0; place < studentsOf(number); ++place) {
            const Student student = studentOf(number, place);
            if (addresses.value(student.nis) != student.address)
                return broken("transaction " + std::to_string(number) + " is not whole");
        }
        expected += studentsOf(number);
    }
    if (addresses.size() != expected)
        return broken("there is more than up to transaction " + std::to_string(last));
    return done();
}

} // namespace

std::vector<Keeping> everyKeeping()
{
    static const SchoolFile::Keys keys = [] {
        auto made = std::make_shared<security::SchoolKeys>(security::SchoolKeys{
            security::SecretBytes(security::keySize), security::SecretBytes(security::keySize)});
        for (std::size_t i = 0; i < security::keySize; ++i) {
            made->file.data()[i] = static_cast<unsigned char>(i + 1);
            made->seal.data()[i] = static_cast<unsigned char>(200 - i);
        }
        return made;
    }();
    std::vector<Keeping> all{{"plain", nullptr}, {"encrypted", keys}};
    const QByteArray only = qgetenv("EDUPRO_FAULT_KEEPING");
    if (!only.isEmpty())
        std::erase_if(all, [&](const Keeping& keeping) { return only != keeping.name; });
    return all;
}

StoreOptions keepingOptions(const Keeping& keeping)
{
    static std::atomic<std::uint64_t> openings = 0;
    StoreOptions options = testOptions();
    options.newId = seededIds(++openings, testNow);
    options.keys = keeping.keys;
    // Most of the time of an opening goes into reading the triggers of all tables; those of the
    // tables that are written here do.
    options.entities = {
        &entityInfo<School>(),
        &entityInfo<AcademicYear>(),
        &entityInfo<Term>(),
        &entityInfo<ClassGroup>(),
        &entityInfo<Student>(),
        &entityInfo<Enrolment>()};
    return options;
}

std::unique_ptr<Store> openKept(const QString& path, const Keeping& keeping)
{
    auto store = Store::openFile(path, keepingOptions(keeping));
    if (!store) FAIL(store.error().key << ": " << store.error().detail);
    return std::move(store).value();
}

std::unique_ptr<Store> createKept(const QString& path, const Keeping& keeping)
{
    auto store = Store::createFile(path, keepingOptions(keeping));
    if (!store) FAIL(store.error().key << ": " << store.error().detail);
    return std::move(store).value();
}

Done Ledger::write(Store& store, int number)
{
    auto transaction = Transaction::begin(store);
    if (!transaction) return transaction.error();
    auto tally = tallyOf(store);
    if (!tally) return tally.error();
    tally->address = QString::number(number);
    if (auto saved = store.save(*tally); !saved) return saved.error();
    for (int place = 0; place < studentsOf(number); ++place) {
        Student student = studentOf(number, place);
        if (auto saved = store.save(student); !saved) return saved.error();
    }
    return transaction->commit();
}

Result<int> Ledger::read(Store& store)
{
    auto sound = store.connection().scalar(QStringLiteral("PRAGMA quick_check(1)"));
    if (!sound) return sound.error();
    if (sound->toString().contains(u"unable to get the page"))
        return Error{.code = ErrorCode::Io, .key = "ledger.unreadable", .detail = "quick_check"};
    if (sound->toString() != u"ok")
        return broken("quick_check: " + sound->toString().toStdString());
    auto tally = tallyOf(store);
    if (!tally) return tally.error();
    const int last = tally->address.value_or(QString()).toInt();
    auto students = store.list<Student>();
    if (!students) return students.error();
    if (Done whole = checkStudents(*students, last); !whole) return whole.error();
    return last;
}

} // namespace edupro::tests
