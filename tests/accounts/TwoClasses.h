// SPDX-License-Identifier: GPL-3.0-or-later
// A school in memory with two classes, of which one is a teacher's own, and a row of every entity
// on either side.
#pragma once

#include "core/accounts/SignedIn.h"
#include "core/Entities.h"
#include "core/storage/Store.h"

#include <functional>
#include <map>

namespace edupro::tests {

enum class Side { Own, Other };
inline constexpr Side sides[] = {Side::Own, Side::Other};

/// Rows of one entity: `Side`s and, on each, as many `variant`s as are asked for, all with natural
/// keys of their own. `touched` differs in a value that is no part of the key.
using RowOf = std::function<Values(Side, int variant, bool touched)>;

struct TwoClasses {
    TwoClasses();

    /// Signs somebody in with these roles: the person of Side::Own, who teaches.
    void signIn(security::Roles roles);
    void signOut();

    std::unique_ptr<storage::Store> store;
    AcademicYear year;
    Term term;
    Term lockedTerm;
    std::map<Side, ClassGroup> classGroups;
    std::map<Side, Subject> subjects;
    std::map<Side, User> users;
    std::map<Side, std::array<Student, 4>> students;
    std::map<Side, std::array<Guardian, 4>> guardians;
    std::map<const EntityInfo*, RowOf> rows; ///< variant 0 of each is in the store
    std::map<std::pair<const EntityInfo*, Side>, QUuid> stored; ///< the ids of variant 0

private:
    void makeFrame();
    void makePeople(Side side);
    void describePeople();
    void describeFrame();
    void describeFacts();
    void describeModels();
    void describePrivacy();
    template<class T, class Make>
    void describe(Make make);
    template<class T>
    T saved(T record);
};

} // namespace edupro::tests
