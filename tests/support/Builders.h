// SPDX-License-Identifier: GPL-3.0-or-later
// Records with sensible defaults, so that a test names only what it is about.
#pragma once

#include "core/people/Student.h"

namespace edupro::tests {

struct StudentBuilder {
    Student student;

    StudentBuilder& named(const char* name)
    {
        student.name = QString::fromUtf8(name);
        return *this;
    }
    StudentBuilder& withNis(const char* nis)
    {
        student.nis = QString::fromUtf8(nis);
        return *this;
    }
    StudentBuilder& born(int year, int month, int day)
    {
        student.birthDate = QDate(year, month, day);
        return *this;
    }
    operator Student() const { return student; } // NOLINT: a builder stands for what it builds
};

inline StudentBuilder aStudent()
{
    StudentBuilder builder;
    builder.student.nis = QStringLiteral("10001");
    builder.student.name = QStringLiteral("Ani Contoh");
    return builder;
}

} // namespace edupro::tests
