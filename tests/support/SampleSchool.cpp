// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/SampleSchool.h"

#include "core/Entities.h"
#include "core/people/PeopleActions.h"
#include "core/school/SchoolActions.h"

namespace edupro::tests {

namespace {

// clang-format off
constexpr const char* givenNames[] = {"Adi", "Ayu", "Bagus", "Bayu", "Citra", "Dewi", "Eka", "Fajar", "Gita", "Hadi", "Indah", "Joko",
    "Kartika", "Lestari", "Made", "Nanda", "Oki", "Putri", "Rizki", "Sari", "Taufik", "Wahyu", "Yuni", "Zahra"};
constexpr const char* familyNames[] = {"Anggraini", "Hidayat", "Kusuma", "Lestari", "Nur'aini", "Permata", "Pratama", "Rahayu", "Santoso",
    "Saputra", "Setiawan", "Siregar", "Utami", "Wibowo", "Wijaya", "Wulandari", "Yulianti"};
// clang-format on

Student studentNumber(int i)
{
    Student student;
    student.nis = QString::number(10001 + i);
    student.name = QStringLiteral("%1 %2").arg(
        QLatin1String(givenNames[i % std::size(givenNames)]),
        QLatin1String(familyNames[i / std::size(givenNames) % std::size(familyNames)]));
    student.gender = i % 2 == 0 ? QStringLiteral("L") : QStringLiteral("P");
    student.birthDate = QDate(2011, 1, 1).addDays(i % 1400);
    return student;
}

Done fill(storage::Store& store, int count)
{
    auto term = school::ensureTerm(store, QStringLiteral("20252"));
    if (!term) return term.error();
    std::vector<ClassGroupId> groups;
    for (const char* grade : {"7", "8", "9"}) {
        for (const char* letter : {"A", "B", "C", "D", "E", "F"}) {
            auto group =
                school::ensureClassGroup(store, term->academicYear, QLatin1String(grade) + letter);
            if (!group) return group.error();
            groups.push_back(group->id);
        }
    }
    auto transaction = storage::Transaction::begin(store);
    if (!transaction) return transaction.error();
    for (int i = 0; i < count; ++i) {
        Student student = studentNumber(i);
        if (auto saved = store.save(student); !saved) return saved.error();
        Enrolment enrolment{
            .student = student.id,
            .classGroup = groups[static_cast<std::size_t>(i) % groups.size()],
            .startsOn = QDate(2025, 7, 1)};
        if (auto saved = store.save(enrolment); !saved) return saved.error();
    }
    return transaction->commit();
}

} // namespace

Result<std::unique_ptr<storage::Store>> sampleSchool(int students)
{
    constexpr Instant march2026 = 1'772'438'400'000;
    auto store = storage::Store::openMemory(
        {.clock = [] { return march2026; },
         .actor = QStringLiteral("clerk"),
         .device = QStringLiteral("office"),
         .newId = seededIds(1, march2026),
         .entities = allEntities()});
    if (!store) return store.error();
    auto school = school::createSchool(**store, QStringLiteral("SMP Contoh Nusantara"), {});
    if (!school) return school.error();
    if (const Done filled = fill(**store, students); !filled) return filled.error();
    return store;
}

} // namespace edupro::tests
