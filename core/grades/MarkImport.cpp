// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/grades/MarkImport.h"

#include "core/grades/FinalMark.h"
#include "core/people/StudentDirectory.h"
#include "core/school/TermCell.h"

namespace edupro::grades {

using exchange::ImportRow;
using exchange::RowOutcome;

namespace {

const QString nisField = QStringLiteral("nis");
const QString subjectField = QStringLiteral("subject");
const QString markField = QStringLiteral("mark");

class MarkImport final : public exchange::RowImport {
public:
    QList<exchange::WantedField> fields() const override
    {
        return {
            {nisField, true}, {school::termField(), true}, {subjectField, true}, {markField, true}};
    }

    Done begin(storage::Store& store, const exchange::ImportTable&) override
    {
        return m_students.load(store);
    }

    Result<RowOutcome> take(storage::Store& store, ImportRow& row) override
    {
        const auto student = m_students.studentOf(row);
        const QString code = school::termCodeIn(row);
        row.require(subjectField);
        row.require(markField);
        const QString subject = row.text(subjectField).simplified();
        const auto mark = row.number(markField);
        if (!subject.isEmpty()) row.checkValue<Subject>(subjectField, u"name", subject);
        if (row.isRejected()) return RowOutcome::Rejected;
        FinalMark record{.student = *student, .mark = *mark};
        if (!row.check(record, {"subject_id", "term_id"})) return RowOutcome::Rejected;
        const QString key = student->text() + u'/' + subject.toCaseFolded() + u'/' + code;
        if (!row.claim(nisField, key)) return RowOutcome::Rejected;

        const auto term = school::openTermIn(store, m_names, code, row);
        if (!term) return term.error();
        if (row.isRejected()) return RowOutcome::Rejected;
        const auto subjectId = m_names.subject(store, subject);
        if (!subjectId) return subjectId.error();
        record.term = *term;
        record.subject = *subjectId;
        if (Done kept = keepStored(store, record, row); !kept) return kept.error();
        if (row.isRejected()) return RowOutcome::Rejected;
        return exchange::saveRow(store, record, row);
    }

private:
    /// What a file does not say stays; where assessments give the mark, a file gives no other.
    static Done keepStored(storage::Store& store, FinalMark& record, ImportRow& row)
    {
        const QString key = entityInfo<FinalMark>().table + u'/' + naturalKeyOf(record);
        const auto stored = store.find<FinalMark>(FinalMarkId{naturalId(key)});
        if (!stored) return stored.error();
        if (!*stored) return done();
        const FinalMark& before = (*stored)->record;
        const double mark = record.mark;
        record = before;
        record.mark = mark;
        if (isOverridden(record) && mark != before.mark)
            row.reject(markField, "calculated", "follows from the assessments");
        return done();
    }

    people::StudentDirectory m_students;
    school::NameCache m_names;
};

} // namespace

std::unique_ptr<exchange::RowImport> markImport()
{
    return std::make_unique<MarkImport>();
}

} // namespace edupro::grades
