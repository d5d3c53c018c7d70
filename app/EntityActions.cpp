// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/EntityActions.h"

#include "core/people/EnrolmentActions.h"
#include "core/school/DatedRules.h"
#include "core/school/SchoolRecords.h"
#include "core/school/TermActions.h"
#include "core/storage/References.h"

namespace edupro {

using storage::Saved;
using storage::SaveOptions;
using storage::Store;

namespace {

/// An action on records, for values.
template<class T, Result<Saved> (*action)(Store&, T&, const SaveOptions&)>
Result<Saved> byAction(Store& store, Values& values, const SaveOptions& options)
{
    T record = recordOf<T>(values);
    Result<Saved> saved = action(store, record, options);
    if (saved) values = valuesOf(record);
    return saved;
}

struct ActionRow {
    const char* table;
    Result<Saved> (*save)(Store&, Values&, const SaveOptions&);
};

// clang-format off
constexpr ActionRow actions[] = {
    {"terms",          byAction<Term, school::saveTerm>},
    {"class_groups",   byAction<ClassGroup, school::saveClassGroup>},
    {"subjects",       byAction<Subject, school::saveSubject>},
    {"dated_settings", byAction<DatedSetting, school::saveRule>},
    {"enrolments",     byAction<Enrolment, people::saveEnrolment>},
};
// clang-format on

} // namespace

Result<Saved>
saveEntity(Store& store, const EntityInfo& entity, Values& values, const SaveOptions& options)
{
    for (const ActionRow& row : actions)
        if (entity.table == QLatin1String(row.table)) return row.save(store, values, options);
    return store.save(entity, values, options);
}

Done removeEntity(Store& store, const EntityInfo& entity, const QUuid& id)
{
    return storage::removeUnused(store, entity, id);
}

} // namespace edupro
