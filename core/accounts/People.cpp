// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/accounts/People.h"

namespace edupro::accounts {

Result<std::vector<PersonRow>> listPeople(storage::Store& store)
{
    return store.query<PersonRow>(QStringLiteral("accounts/list_people"));
}

Result<QHash<QString, QString>> personNames(storage::Store& store)
{
    const auto people = store.list<User>();
    if (!people) return people.error();
    QHash<QString, QString> names;
    for (const User& person : *people)
        names.insert(person.id.text(), person.name);
    return names;
}

} // namespace edupro::accounts
