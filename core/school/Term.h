// SPDX-License-Identifier: GPL-3.0-or-later
// Half a school year: the unit of marks, attendance totals and predictions.
#pragma once

#include "core/school/AcademicYear.h"

#include <QDate>

#include <vector>

namespace edupro {

using TermId = Id<struct TermTag>;

struct Term {
    TermId id;
    AcademicYearId academicYear;
    QString code; ///< start year + 1 (ganjil, July-December) or 2 (genap, January-June): "20251"
    QDate startsOn;
    QDate endsOn;
    QString state = QStringLiteral("open"); ///< locked: edits only by Admin with a reason

    static constexpr auto schema()
    {
        // clang-format off
        return entity("terms",
            field(&Term::id,           "id",               label("Term", "Id"),            {.key = true, .hidden = true}),
            field(&Term::academicYear, "academic_year_id", label("Term", "Academic year"), {.required = true, .references = "academic_years"}),
            field(&Term::code,         "code",             label("Term", "Code"),          {.required = true, .unique = true, .pattern = "[0-9]{4}[12]"}),
            field(&Term::startsOn,     "starts_on",        label("Term", "First day"),     {.required = true}),
            field(&Term::endsOn,       "ends_on",          label("Term", "Last day"),      {.required = true}),
            field(&Term::state,        "state",            label("Term", "State"),         {.required = true, .choices = "open|locked|archived"}));
        // clang-format on
    }
    friend bool operator==(const Term&, const Term&) = default;
};

inline QString naturalKeyOf(const Term& term)
{
    return term.code;
}

/// A term ends after it begins (rule "order") and lies in its school year, 1 July to 30 June (rule
/// "outside_year").
std::vector<Issue> issuesOf(const Term& term);

/// The term of a code with its usual dates: 1 July to 31 December, 1 January to 30 June.
/// Precondition: the code has the form of Term::code.
Term usualTerm(const QString& code);

/// The code of the term that a day belongs to.
QString termCodeOn(QDate day);

} // namespace edupro
