// SPDX-License-Identifier: GPL-3.0-or-later
// Who teaches what, by the names that people use.
#pragma once

#include "core/accounts/Teaching.h"
#include "core/storage/Store.h"

namespace edupro::accounts {

struct Lesson {
    QString className;
    QString subject;
    QString term; ///< its code; empty: the term of today
};

/// Gives a teacher a class and subject for a term. Errors: Permission; NotFound `term.unknown`,
/// `class.unknown`, `subject.unknown`: what is taught has to be there.
Result<Teaching> assignTeaching(storage::Store& store, const User& teacher, const Lesson& lesson);

/// Makes a teacher responsible for a class of this school year, in place of whoever was.
Result<Homeroom>
assignHomeroom(storage::Store& store, const User& teacher, const QString& className);

} // namespace edupro::accounts
