// SPDX-License-Identifier: GPL-3.0-or-later
// What a new school most likely needs, proposed from three choices: classes, subjects, week, terms
// and the holidays that never move.
#pragma once

#include "core/school/CalendarDay.h"
#include "core/school/ClassGroup.h"
#include "core/school/Subject.h"
#include "core/school/Term.h"

namespace edupro::school {

enum class SchoolLevel { Sd, Smp, Sma, Smk };

/// Of each grade level.
constexpr int mostParallelClasses = 20;

struct SetupChoice {
    SchoolLevel level = SchoolLevel::Smp;
    QString curriculum = QStringLiteral("merdeka"); ///< or "k13"
    int parallelClasses = 3;                        ///< 1 to mostParallelClasses
    int weekDays = 5;                               ///< 5 or 6
    int startYear = 0;                              ///< of the school year
    double passingMark = 75.0;
};

/// A subject, and the grade levels that learn it.
struct PlannedSubject {
    QString name;
    QString shortName;
    int firstGrade = 0;
    int lastGrade = 0;
};

/// May be changed before it is applied: what is taken out is not made.
struct SetupPlan {
    SetupChoice choice;
    std::vector<Term> terms;         ///< with their usual dates, no year yet
    std::vector<ClassGroup> classes; ///< no year yet
    std::vector<PlannedSubject> subjects;
    std::vector<CalendarDay> holidays;
};

/// 1 to 6, 7 to 9, 10 to 12.
std::pair<int, int> gradesOf(SchoolLevel level);

/// The usual names: general subjects as in the structures of Permendikbudristek 12/2024 (Merdeka)
/// and Permendikbud 37/2018 (K13). Vocational and local subjects differ from school to school: of
/// those only the common ones are there.
std::vector<PlannedSubject> usualSubjects(SchoolLevel level, const QString& curriculum);

/// The national holidays with a fixed date (Keppres 8/2024) within a school year. Those that follow
/// the moon are decreed each year and have to be entered.
std::vector<CalendarDay> fixedHolidays(int startYear);

/// Classes are called 7A, 7B, ...; a single one just 7.
SetupPlan proposeSetup(const SetupChoice& choice);

} // namespace edupro::school
