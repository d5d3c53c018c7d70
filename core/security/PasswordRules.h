// SPDX-License-Identifier: GPL-3.0-or-later
// Which new passwords are good enough: against a copied file nothing else counts.
#pragma once

#include "core/base/Error.h"

#include <QString>

#include <vector>

namespace edupro::security {

inline constexpr int shortestPassword = 10; ///< characters (code points, composed)

struct PasswordOwner {
    QString login;
    QString school; ///< its name; may be empty
};

/// Why `password` may not be chosen; empty: it may. Every issue has the field "password" and no
/// value; the rules are "password_short" (limit "10"), "password_common" (among the commonest or as
/// easy to guess: a word, a row of keys, a date, repetitions), "password_login", "password_school"
/// (contains the name, or is little else than words of it). About 10 ms.
std::vector<Issue> passwordIssues(const QString& password, const PasswordOwner& owner);

} // namespace edupro::security
