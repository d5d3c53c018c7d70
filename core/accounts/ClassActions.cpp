// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/accounts/ClassActions.h"

#include "core/school/SchoolRecords.h"

#include <QCollator>

#include <map>

namespace edupro::accounts {

using storage::Store;

namespace {

Done setHomeroom(Store& store, const ClassGroupId& group, const std::optional<UserId>& teacher)
{
    if (teacher) {
        Homeroom homeroom{.classGroup = group, .user = *teacher};
        const auto saved = store.save(homeroom);
        return saved ? done() : Done(saved.error());
    }
    const auto before =
        store.list<Homeroom>(QStringLiteral("class_group_id"), QVariant::fromValue(group.value));
    if (!before) return before.error();
    for (const Homeroom& homeroom : *before) {
        if (Done gone = store.remove(entityInfo<Homeroom>(), homeroom.id.value); !gone) return gone;
    }
    return done();
}

} // namespace

Result<std::vector<ClassRow>> listClasses(Store& store, const AcademicYearId& year, QDate day)
{
    auto rows = store.query<ClassRow>(
        QStringLiteral("accounts/list_class_groups"),
        {{QStringLiteral("year"), QVariant::fromValue(year.value)}, {QStringLiteral("day"), day}});
    if (!rows) return rows.error();
    QCollator asPeopleCount{QLocale(QLocale::Indonesian)};
    asPeopleCount.setNumericMode(true);
    std::multimap<QCollatorSortKey, const ClassRow*> byName;
    for (const ClassRow& row : *rows)
        byName.emplace(asPeopleCount.sortKey(row.name), &row);
    std::vector<ClassRow> ordered;
    for (const auto& [name, row] : byName)
        ordered.push_back(*row);
    return ordered;
}

Result<ClassGroup>
saveClass(Store& store, const ClassGroup& group, const std::optional<UserId>& teacher)
{
    auto transaction = storage::Transaction::begin(store);
    if (!transaction) return transaction.error();
    ClassGroup saved = group;
    if (auto outcome = school::saveClassGroup(store, saved); !outcome) return outcome.error();
    if (Done set = setHomeroom(store, saved.id, teacher); !set) return set.error();
    if (Done committed = transaction->commit(); !committed) return committed.error();
    return saved;
}

} // namespace edupro::accounts
