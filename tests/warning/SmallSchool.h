// SPDX-License-Identifier: GPL-3.0-or-later
// A small school for tests, filled fact by fact through the store.
#pragma once

#include "core/attendance/AttendanceTotal.h"
#include "core/base/Random.h"
#include "core/grades/FinalMark.h"
#include "core/people/PeopleActions.h"
#include "core/school/SchoolActions.h"
#include "tests/support/Catch.h"
#include "tests/support/Stores.h"

#include <QMap>

#include <cmath>

namespace edupro::tests {

/// The value, or a failed test that says why there is none.
template<class T>
T valueOf(Result<T> result)
{
    if (!result) FAIL(result.error().key + ": " + result.error().detail);
    return std::move(result).value();
}

class SmallSchool {
public:
    explicit SmallSchool(storage::Store& store)
        : m_store(store)
    {
        valueOf(school::createSchool(store, QStringLiteral("SMP Contoh"), std::nullopt));
    }

    StudentId addStudent(const QString& nis, const QString& className = QStringLiteral("7A"))
    {
        Student student{.nis = nis, .name = QStringLiteral("Siswa ") + nis};
        valueOf(people::saveStudent(m_store, student, className));
        return student.id;
    }

    void mark(
        const StudentId& student,
        const QString& term,
        double mark,
        const QString& subject = QStringLiteral("Matematika"))
    {
        FinalMark row{
            .student = student,
            .subject = subjectId(subject),
            .term = termId(term),
            .mark = std::round(mark * 100) / 100}; // two decimals at most
        valueOf(m_store.save(row));
    }

    /// Of 100 effective days.
    void absent(const StudentId& student, const QString& term, int days)
    {
        AttendanceTotal row{
            .student = student, .term = termId(term), .effectiveDays = 100, .absent = days};
        valueOf(m_store.save(row));
    }

    TermId termId(const QString& code)
    {
        if (!m_terms.contains(code)) m_terms[code] = valueOf(school::ensureTerm(m_store, code)).id;
        return m_terms[code];
    }

    SubjectId subjectId(const QString& name)
    {
        if (!m_subjects.contains(name))
            m_subjects[name] = valueOf(school::ensureSubject(m_store, name)).id;
        return m_subjects[name];
    }

private:
    storage::Store& m_store;
    QMap<QString, TermId> m_terms;
    QMap<QString, SubjectId> m_subjects;
};

inline const QStringList fourTerms = {
    QStringLiteral("20231"),
    QStringLiteral("20232"),
    QStringLiteral("20241"),
    QStringLiteral("20242")};

/// Who is often absent in a term falls in the next one, and only then: this term's category says
/// nothing about the next.
inline std::vector<StudentId> fillWithEffect(SmallSchool& school, int students)
{
    Random random(7);
    std::vector<StudentId> all;
    for (int i = 0; i < students; ++i) {
        const StudentId student = school.addStudent(QString::number(10000 + i));
        bool falls = false;
        for (const QString& term : fourTerms) {
            school.mark(student, term, (falls ? 55.0 : 82.0) + random.uniform(0.0, 8.0));
            falls = random.chance(0.3);
            school.absent(student, term, falls ? 15 : 2);
        }
        all.push_back(student);
    }
    return all;
}

/// Marks are drawn anew each term and depend on nothing.
inline void fillWithoutEffect(SmallSchool& school, int students)
{
    Random random(11);
    for (int i = 0; i < students; ++i) {
        const StudentId student = school.addStudent(QString::number(10000 + i));
        for (const QString& term : fourTerms) {
            school.mark(student, term, random.uniform(40.0, 100.0));
            school.absent(student, term, static_cast<int>(random.below(15)));
        }
    }
}

} // namespace edupro::tests
