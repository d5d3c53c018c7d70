// SPDX-License-Identifier: GPL-3.0-or-later
// A class with three students and two subjects, for tests of marks.
#pragma once

#include "core/grades/AssessmentActions.h"
#include "core/grades/MarkActions.h"
#include "core/people/Enrolment.h"
#include "core/school/SchoolActions.h"
#include "tests/support/Catch.h"
#include "tests/support/Stores.h"

namespace edupro::tests {

struct MarkedClass {
    storage::Store& store;
    grades::ClassTerm of;
    Subject maths;
    Subject art;
    std::vector<Student> students;
    Student stranger; ///< of no class

    explicit MarkedClass(storage::Store& in)
        : store(in)
    {
        if (Done made = make(); !made) FAIL(made.error().detail);
    }

    template<class T>
    T saved(T record)
    {
        if (const auto done = store.save(record); !done) FAIL(done.error().detail);
        return record;
    }

    Assessment
    assessment(const char* title, const char* kind = "material", const Subject* subject = nullptr)
    {
        auto made = grades::saveAssessment(
            store, of, {.subject = (subject ? subject : &maths)->id, .kind = kind, .title = title});
        if (!made) FAIL(made.error().detail);
        return *made;
    }

    /// Stores a mark; the rule or key that refused it, else empty.
    std::string mark(
        std::size_t student,
        const Assessment& test,
        std::optional<double> value,
        grades::MarkEntry::Part part = grades::MarkEntry::Part::First)
    {
        return first(grades::saveMarks(
            store,
            of,
            test.subject,
            {{.student = students[student].id,
              .assessment = test.id,
              .part = part,
              .value = value}}));
    }

    std::string
    finalMark(std::size_t student, std::optional<double> value, const QString& reason = {})
    {
        return first(grades::saveFinalMarks(
            store,
            of,
            {{.student = students[student].id,
              .subject = maths.id,
              .mark = value,
              .overrideReason = reason}}));
    }

    /// In mathematics.
    std::optional<FinalMark> stored(std::size_t student)
    {
        const auto all = store.list<FinalMark>().value();
        for (const FinalMark& one : all)
            if (one.student == students[student].id && one.subject == maths.id) return one;
        return {};
    }

    void setTerm(const char* state)
    {
        of.term.state = state;
        of.term = saved(of.term);
    }

    static std::string first(const Result<grades::Refusals>& answer)
    {
        if (!answer) return answer.error().key;
        const auto& refused = answer->front();
        if (!refused) return {};
        return refused->issues.empty() ? refused->key : refused->issues.front().rule;
    }

private:
    Done make()
    {
        auto term = school::ensureTerm(store, QStringLiteral("20252"));
        if (!term) return term.error();
        auto group = school::ensureClassGroup(store, term->academicYear, QStringLiteral("8B"));
        if (!group) return group.error();
        of = {.classGroup = group->id, .term = *term};
        maths = saved(Subject{.name = "Matematika", .shortName = "Mtk"});
        art = saved(Subject{.name = "Seni", .passingMark = 70});
        for (const char* name : {"Citra", "Adi", "Budi"}) {
            students.push_back(saved(
                Student{.nis = QString::number(10001 + students.size()), .name = QString(name)}));
            saved(Enrolment{
                .student = students.back().id,
                .classGroup = group->id,
                .startsOn = QDate(2025, 7, 1)});
        }
        stranger = saved(Student{.nis = "20001", .name = "Sari"});
        return done();
    }
};

} // namespace edupro::tests
