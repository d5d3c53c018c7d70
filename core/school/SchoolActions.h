// SPDX-License-Identifier: GPL-3.0-or-later
// Setting up a school and finding, or making, the terms, classes and subjects that facts refer to.
#pragma once

#include "core/school/ClassGroup.h"
#include "core/school/DatedSetting.h"
#include "core/school/School.h"
#include "core/school/Subject.h"
#include "core/school/Term.h"
#include "core/storage/Store.h"

namespace edupro::school {

/// A term as selectors show it.
struct TermRow {
    TermId id;
    QString code;
    QDate startsOn;
    QDate endsOn;
    QString state;
    bool hasMarks = false;

    static constexpr auto schema()
    {
        return entity(
            "list_terms",
            field(&TermRow::id, "id"),
            field(&TermRow::code, "code"),
            field(&TermRow::startsOn, "starts_on"),
            field(&TermRow::endsOn, "ends_on"),
            field(&TermRow::state, "state"),
            field(&TermRow::hasMarks, "has_marks"));
    }
};

/// The thresholds in force on a day.
struct Thresholds {
    double highAverage = 0.0;
    double highAttendance = 0.0; ///< percent
    double mediumAverage = 0.0;
    double mediumAttendance = 0.0; ///< percent
    double attendanceHigh = 0.0;   ///< kategori_kehadiran Tinggi from here on, percent
    double attendanceMedium = 0.0;
    double incomeHigh = 0.0; ///< rupiah per month
    double incomeMedium = 0.0;
};

/// The thresholds of the rules in use, as a new school starts with them; they count from the first.
std::vector<DatedSetting> initialSettings();

/// Fills a new, empty store: the school, today's school year with its two terms, and the thresholds
/// of the rules in use. Conflict `school.exists` when the store has a school already.
Result<School>
createSchool(storage::Store& store, const QString& name, const std::optional<QString>& npsn);

struct NewSchool {
    QString name;
    std::optional<QString> npsn{};
};

/// A new file with that school in it; no file remains when it fails.
Result<std::unique_ptr<storage::Store>> createSchoolFile(
    const QString& path, const NewSchool& school, const storage::StoreOptions& options);

/// The school of the store. NotFound `school.none` in a store without one.
Result<School> theSchool(storage::Store& store);

/// All terms, oldest first.
Result<std::vector<TermRow>> listTerms(storage::Store& store);

/// The newest term with marks; without any, the term of today or else the newest. NotFound
/// `term.none` without terms.
Result<TermRow> currentTerm(storage::Store& store);

/// The term of a code ("20251"); NotFound `term.unknown` names the codes there are.
Result<TermRow> termOf(storage::Store& store, const QString& code);

/// The term of a code; made, with its school year and usual dates, when it is not there. Validation
/// when the code has another form.
Result<Term> ensureTerm(storage::Store& store, const QString& code);

/// The class of that name in a school year; made when it is not there.
Result<ClassGroup>
ensureClassGroup(storage::Store& store, const AcademicYearId& year, const QString& name);

/// The subject of that name (case ignored); made with the usual passing mark when it is not there.
Result<Subject> ensureSubject(storage::Store& store, const QString& name);

/// NotFound `setting.missing` when one has no value on that day.
Result<Thresholds> thresholdsOn(storage::Store& store, QDate day);

} // namespace edupro::school
