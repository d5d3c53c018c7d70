// SPDX-License-Identifier: GPL-3.0-or-later
// Everything about one student as two files, from the question where to, to the job that writes
// them.
#pragma once

#include "core/people/Student.h"

#include <QString>

namespace edupro::ui {

class Context;

/// Warns that the files are plain, asks where they go, and writes NAME.pdf and NAME.json in the
/// background. `nis` names the files.
void makeDossier(Context& context, const StudentId& student, const QString& nis);

} // namespace edupro::ui
