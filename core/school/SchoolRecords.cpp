// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/school/SchoolRecords.h"

#include "core/school/ClassSubject.h"
#include "core/school/SchoolActions.h"
#include "core/storage/References.h"

namespace edupro::school {

using storage::Saved;
using storage::SaveOptions;
using storage::Store;

namespace {

Error taken(const EntityInfo& entity, const QString& name)
{
    return {
        .code = ErrorCode::Validation,
        .key = "validation",
        .detail = entity.table.toStdString() + ": another row has that name",
        .issues = {{.field = "name", .rule = "unique", .value = name.toStdString()}}};
}

template<class T>
QUuid identityOf(const T& fact)
{
    return naturalId(entityInfo<T>().table + u'/' + naturalKeyOf(fact));
}

/// A record that is new takes the identity of its name, unless a renamed one has it still.
template<class T>
Done identifyNew(Store& store, T& record)
{
    if (!record.id.isNull()) return done();
    record.id = {identityOf(record)};
    auto found = store.find<T>(record.id);
    if (!found) return found.error();
    if (found->has_value()) record.id = {store.newId()};
    return done();
}

} // namespace

Result<std::vector<Subject>> listSubjects(Store& store)
{
    auto subjects = store.list<Subject>();
    if (!subjects) return subjects.error();
    std::vector<Subject> ordered = std::move(subjects).value();
    const auto place = [](const Subject& subject) {
        return std::pair(subject.position.value_or(1000), subject.name.toCaseFolded());
    };
    std::sort(ordered.begin(), ordered.end(), [&](const Subject& a, const Subject& b) {
        return place(a) < place(b);
    });
    return ordered;
}

Result<std::vector<CalendarDay>> listCalendarDays(Store& store, QDate from, QDate to)
{
    return store.query<CalendarDay>(
        QStringLiteral("school/list_calendar_days"),
        {{QStringLiteral("from"), from}, {QStringLiteral("to"), to}});
}

Result<Saved> saveClassGroup(Store& store, ClassGroup& group, const SaveOptions& options)
{
    const auto others = store.list<ClassGroup>(
        QStringLiteral("academic_year_id"), QVariant::fromValue(group.academicYear.value));
    if (!others) return others.error();
    for (const ClassGroup& other : *others)
        if (other.id != group.id && other.name == group.name)
            return taken(entityInfo<ClassGroup>(), group.name);
    ClassGroup saved = group;
    if (Done named = identifyNew(store, saved); !named) return named.error();
    const auto outcome = store.save(saved, options);
    if (outcome) group = saved;
    return outcome;
}

Result<Saved> saveSubject(Store& store, Subject& subject, const SaveOptions& options)
{
    const auto others = store.list<Subject>();
    if (!others) return others.error();
    for (const Subject& other : *others)
        if (other.id != subject.id && other.name.compare(subject.name, Qt::CaseInsensitive) == 0)
            return taken(entityInfo<Subject>(), subject.name);
    Subject saved = subject;
    if (Done named = identifyNew(store, saved); !named) return named.error();
    const auto outcome = store.save(saved, options);
    if (outcome) subject = saved;
    return outcome;
}

Result<std::vector<CalendarDay>>
enterCalendarDays(Store& store, const std::vector<CalendarDay>& days)
{
    auto transaction = storage::Transaction::begin(store);
    if (!transaction) return transaction.error();
    std::vector<CalendarDay> before;
    for (CalendarDay day : days) {
        day.id = {identityOf(day)};
        auto found = store.find<CalendarDay>(day.id);
        if (!found) return found.error();
        before.push_back(found->has_value() ? (*found)->record : CalendarDay{.day = day.day});
        if (auto saved = store.save(day); !saved) return saved.error();
    }
    if (Done committed = transaction->commit(); !committed) return committed.error();
    return before;
}

Done putBackCalendarDays(Store& store, const std::vector<CalendarDay>& days)
{
    auto transaction = storage::Transaction::begin(store);
    if (!transaction) return transaction.error();
    for (CalendarDay day : days) {
        day.id = {identityOf(day)};
        auto found = store.find<CalendarDay>(day.id);
        if (!found) return found.error();
        Done put = done();
        if (!day.name.isEmpty()) {
            if (auto saved = store.save(day); !saved) put = saved.error();
        } else if (found->has_value()) {
            put = store.remove(entityInfo<CalendarDay>(), day.id.value);
        }
        if (!put) return put;
    }
    return transaction->commit();
}

Result<std::vector<RemovedRow>> removeRow(Store& store, const EntityInfo& entity, const QUuid& id)
{
    auto transaction = storage::Transaction::begin(store);
    if (!transaction) return transaction.error();
    const EntityInfo& learned = entityInfo<ClassSubject>();
    std::vector<RemovedRow> rows;
    for (const FieldInfo& field : learned.fields) {
        if (entity.table != QLatin1String(field.rules.references.data())) continue;
        const auto found = store.list(learned, field.column, QVariant::fromValue(id));
        if (!found) return found.error();
        for (const Values& values : *found)
            rows.push_back({&learned, values[static_cast<std::size_t>(learned.key)].toUuid()});
    }
    rows.push_back({&entity, id});
    for (const RemovedRow& row : rows) {
        if (Done gone = storage::removeUnused(store, *row.entity, row.id); !gone)
            return gone.error();
    }
    if (Done committed = transaction->commit(); !committed) return committed.error();
    return rows;
}

Done restoreRows(Store& store, const std::vector<RemovedRow>& rows)
{
    auto transaction = storage::Transaction::begin(store);
    if (!transaction) return transaction.error();
    for (auto row = rows.rbegin(); row != rows.rend(); ++row) {
        if (Done back = store.restore(*row->entity, row->id); !back) return back;
    }
    return transaction->commit();
}

Result<AcademicYear> addNextYear(Store& store)
{
    const auto terms = listTerms(store);
    if (!terms) return terms.error();
    if (terms->empty())
        return Error{
            .code = ErrorCode::NotFound, .key = "term.none", .detail = "the store holds no terms"};
    auto transaction = storage::Transaction::begin(store);
    if (!transaction) return transaction.error();
    const int startYear = terms->back().code.left(4).toInt() + 1;
    AcademicYear year{.startYear = startYear};
    for (const char16_t half : {u'1', u'2'}) {
        const auto term = ensureTerm(store, QString::number(startYear) + QChar(half));
        if (!term) return term.error();
        year.id = term->academicYear;
    }
    if (Done committed = transaction->commit(); !committed) return committed.error();
    return year;
}

} // namespace edupro::school
