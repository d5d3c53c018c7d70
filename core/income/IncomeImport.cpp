// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/income/IncomeImport.h"

#include "core/income/GuardianIncome.h"
#include "core/people/StudentDirectory.h"
#include "core/record/Fold.h"
#include "core/school/TermCell.h"

namespace edupro::income {

using exchange::ImportRow;
using exchange::RowOutcome;

namespace {

const QString nisField = QStringLiteral("nis");
const QString relationField = QStringLiteral("relation");
const QString guardianField = QStringLiteral("guardian");
const QString amountField = QStringLiteral("amount");
const QString bandField = QStringLiteral("band");
const QString sinceField = QStringLiteral("since");

struct BandRow {
    QString code;
    QString label;
    static constexpr auto schema()
    {
        return entity(
            "list_income_bands", field(&BandRow::code, "code"), field(&BandRow::label, "label"));
    }
};

/// One guardian's income, as a row states it.
struct Stated {
    QString field; ///< the cell it stands in
    QString relation;
    QString guardianName{}; ///< empty: not stated
    QString guardianNik{};  ///< empty: not stated
    std::optional<qint64> amount{};
    std::optional<QString> band{};
};

struct FoundGuardian {
    GuardianId id;
    bool renamed = false;
};

/// "Rp. 500,000 - Rp. 999,999" -> "500000999999": labels that differ in marks only are the same.
QString labelKey(const QString& label)
{
    QStringList words = folded(label).split(u' ');
    words.removeAll(QStringLiteral("rp"));
    return words.join(QString());
}

QString relationOf(const QString& text)
{
    // clang-format off
    static const QHash<QString, QString> words = {
        {"ayah", "father"}, {"bapak", "father"}, {"ibu", "mother"}, {"wali", "guardian"}, {"", "guardian"},
        {"orang tua", "guardian"}};
    // clang-format on
    const QString key = folded(text);
    return words.value(key, key);
}

RowOutcome combined(RowOutcome a, RowOutcome b)
{
    if (a == b || b == RowOutcome::Unchanged) return a;
    return a == RowOutcome::Added ? a : b;
}

class IncomeImport final : public exchange::RowImport {
public:
    QList<exchange::WantedField> fields() const override
    {
        return {
            {nisField, true},
            {relationField},
            {guardianField},
            {amountField},
            {bandField},
            {QStringLiteral("father_income")},
            {QStringLiteral("mother_income")},
            {QStringLiteral("guardian_income")},
            {QStringLiteral("father_nik")},
            {QStringLiteral("mother_nik")},
            {QStringLiteral("guardian_nik")},
            {sinceField},
            {school::termField()}};
    }

    Done begin(storage::Store& store, const exchange::ImportTable& table) override
    {
        for (const char* field :
             {"amount", "band", "father_income", "mother_income", "guardian_income"})
            if (table.column(QString::fromLatin1(field)) >= 0) m_incomeColumns.append(field);
        if (m_incomeColumns.isEmpty())
            return Error{
                .code = ErrorCode::Validation,
                .key = "import.heading_missing",
                .detail = "no column for an income; say which it is with --map \"Heading=amount\"",
                .issues = {{.field = "amount", .rule = "import.heading_missing"}}};
        for (const QString& field : {school::termField(), sinceField})
            if (table.column(field) >= 0) m_dayField = field;
        const auto bands = store.query<BandRow>(
            QStringLiteral("income/list_income_bands"), {{QStringLiteral("day"), store.today()}});
        if (!bands) return bands.error();
        for (const BandRow& band : *bands) {
            m_bands.insert(band.code, band.code);
            m_bands.insert(labelKey(band.label), band.code);
        }
        return m_students.load(store);
    }

    Result<RowOutcome> take(storage::Store& store, ImportRow& row) override
    {
        const auto student = m_students.studentOf(row);
        const std::vector<Stated> stated = incomesIn(row);
        const std::optional<QDate> since = sinceIn(row);
        if (row.isRejected()) return RowOutcome::Rejected;
        for (const Stated& income : stated) {
            const QString day = since ? since->toString(Qt::ISODate) : QString();
            const QString key = student->text() + u'/' + income.relation + u'/' + day;
            if (!row.claim(nisField, key)) return RowOutcome::Rejected;
        }
        std::optional<RowOutcome> outcome;
        for (const Stated& income : stated) {
            const auto stored = storeIncome(store, *student, income, row);
            if (!stored || *stored == RowOutcome::Rejected) return stored;
            outcome = outcome ? combined(*outcome, *stored) : *stored;
        }
        return *outcome;
    }

private:
    /// Every income the row states; rejects the row when a cell cannot be read or there is none.
    std::vector<Stated> incomesIn(ImportRow& row) const
    {
        std::vector<Stated> all;
        for (const QString& field : m_incomeColumns) {
            if (!row.has(field)) continue;
            QString relation = field.section(u'_', 0, 0);
            QString name;
            if (field == amountField || field == bandField) {
                if (!all.empty()) continue; // an amount says more than the band beside it
                relation = relationOf(row.text(relationField));
                row.checkValue<StudentGuardian>(relationField, u"relation", relation);
                name = row.text(guardianField).simplified();
                if (!name.isEmpty()) row.checkValue<Guardian>(guardianField, u"name", name);
            }
            Stated income{
                .field = field,
                .relation = relation,
                .guardianName = name,
                .guardianNik = nikIn(row, relation)};
            read(income, row);
            all.push_back(income);
        }
        if (all.empty()) row.require(m_incomeColumns.front());
        return all;
    }

    static QString nikIn(ImportRow& row, const QString& relation)
    {
        const QString field = relation + QStringLiteral("_nik");
        const QString nik = row.identifier(field);
        if (!nik.isEmpty()) row.checkValue<Guardian>(field, u"nik", nik);
        return nik;
    }

    void read(Stated& income, ImportRow& row) const
    {
        const QString text = row.cell(income.field);
        const QString band = m_bands.value(labelKey(text));
        if (!band.isEmpty()) {
            income.band = band;
        } else if (income.field == bandField) {
            row.reject(
                bandField,
                QStringLiteral("band"),
                QStringLiteral("is not an income band; write its code (11 to 17, 99) or its label "
                               "as Dapodik prints it"));
        } else {
            income.amount = row.rupiah(income.field);
            if (income.amount)
                row.checkValue<GuardianIncome>(income.field, u"amount", *income.amount);
        }
    }

    /// The day from which the row's incomes count; nothing in a file that names no days.
    std::optional<QDate> sinceIn(ImportRow& row) const
    {
        if (m_dayField.isEmpty()) return std::nullopt;
        if (const auto day = row.date(sinceField)) return day;
        if (!row.has(school::termField())) {
            row.require(m_dayField);
            return std::nullopt;
        }
        const QString code = school::termCodeIn(row);
        return row.isRejected() ? std::nullopt : std::optional(usualTerm(code).startsOn);
    }

    /// The student's father, mother or guardian; made when there is none, named when a name is
    /// stated.
    static Result<FoundGuardian>
    guardianOf(storage::Store& store, const StudentId& student, const Stated& stated)
    {
        StudentGuardian link{.student = student, .relation = stated.relation};
        link.id = {naturalId(entityInfo<StudentGuardian>().table + u'/' + naturalKeyOf(link))};
        const auto known = store.find<StudentGuardian>(link.id);
        if (!known) return known.error();
        Guardian guardian;
        if (known->has_value()) {
            const auto found = store.find<Guardian>((*known)->record.guardian);
            if (!found) return found.error();
            if (found->has_value()) guardian = (*found)->record;
        }
        if (!stated.guardianName.isEmpty()) guardian.name = stated.guardianName;
        if (!stated.guardianNik.isEmpty()) guardian.nik = stated.guardianNik;
        const auto saved = store.save(guardian);
        if (!saved) return saved.error();
        link.guardian = guardian.id;
        if (const auto linked = store.save(link); !linked) return linked.error();
        return FoundGuardian{guardian.id, *saved == storage::Saved::Updated};
    }

    /// Stores one stated income of a row that has been checked.
    Result<RowOutcome> storeIncome(
        storage::Store& store, const StudentId& student, const Stated& stated, ImportRow& row)
    {
        const auto guardian = guardianOf(store, student, stated);
        if (!guardian) return guardian.error();
        const RowOutcome named = guardian->renamed ? RowOutcome::Updated : RowOutcome::Unchanged;
        std::optional<QDate> since = sinceIn(row);
        if (!since) {
            const auto known = isKnown(store, guardian->id, stated);
            if (!known) return known.error();
            if (*known) return named;
            since = usualTerm(termCodeOn(store.today())).startsOn;
        }
        GuardianIncome income{
            .guardian = guardian->id,
            .since = *since,
            .amount = stated.amount,
            .band = stated.band};
        const auto saved = exchange::saveRow(store, income, row);
        return saved ? Result(combined(*saved, named)) : saved;
    }

    /// Whether the guardian's newest income says the same.
    static Result<bool>
    isKnown(storage::Store& store, const GuardianId& guardian, const Stated& stated)
    {
        const auto incomes = store.list<GuardianIncome>(
            QStringLiteral("guardian_id"), QVariant::fromValue(guardian.value));
        if (!incomes) return incomes.error();
        const auto newest =
            std::max_element(incomes->begin(), incomes->end(), [](const auto& a, const auto& b) {
                return a.since < b.since;
            });
        return newest != incomes->end() && newest->amount == stated.amount &&
               newest->band == stated.band;
    }

    QStringList m_incomeColumns;
    QString m_dayField;              ///< empty: the file names no days
    QHash<QString, QString> m_bands; ///< code or folded label -> code
    people::StudentDirectory m_students;
};

} // namespace

std::unique_ptr<exchange::RowImport> incomeImport()
{
    return std::make_unique<IncomeImport>();
}

} // namespace edupro::income
