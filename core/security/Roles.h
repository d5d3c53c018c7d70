// SPDX-License-Identifier: GPL-3.0-or-later
// What a person is in the school.
#pragma once

#include <QFlags>

namespace edupro::security {

/// A person may be several: principals teach.
enum class Role { Admin = 1, Principal = 2, Teacher = 4, Staff = 8 };
Q_DECLARE_FLAGS(Roles, Role)
Q_DECLARE_OPERATORS_FOR_FLAGS(Roles)

inline constexpr Roles everyone =
    Roles(Role::Admin) | Role::Principal | Role::Teacher | Role::Staff;

} // namespace edupro::security
