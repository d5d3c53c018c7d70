// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/privacy/Disclosure.h"

#include "core/record/Validate.h"

namespace edupro::privacy {

namespace {

const QString dots(8, QChar(0x2022));

} // namespace

QString masked(const FieldInfo& field, const QVariant& value)
{
    if (!value.isValid()) return {};
    const QString text = textOf(field, value);
    if (!field.rules.sealed || text.isEmpty()) return text;
    // Enough of a number to see that it is the one in hand; nothing of amounts and notes, whose
    // length would say something too.
    return field.rules.pattern.empty() ? dots : dots + u' ' + text.right(3);
}

MaskedRecord maskedRecord(const EntityInfo& entity, const storage::StoredValues& row)
{
    MaskedRecord shown{.values = row.values, .masks = {}};
    for (std::size_t i = 0; i < entity.fields.size(); ++i) {
        const FieldInfo& field = entity.fields[i];
        if (!field.rules.sealed) continue;
        QString mask = masked(field, row.values[i]);
        const bool locked = i < row.cells.size() && !row.cells[i].toString().isEmpty();
        if (mask.isEmpty() && locked) mask = dots;
        if (!mask.isEmpty()) shown.masks.insert(field.column, mask);
        shown.values[i] = {};
    }
    return shown;
}

Done keepStored(
    storage::Store& store, const EntityInfo& entity, Values& values, const QStringList& columns)
{
    if (columns.isEmpty()) return done();
    const QUuid id = values[static_cast<std::size_t>(entity.key)].toUuid();
    const auto found = store.find(entity, id);
    if (!found) return found.error();
    if (!found->has_value()) {
        return Error{
            .code = ErrorCode::NotFound,
            .key = "store.no_row",
            .detail =
                entity.table.toStdString() + ' ' + id.toString(QUuid::WithoutBraces).toStdString()};
    }
    for (const QString& column : columns) {
        const auto at = static_cast<std::size_t>(entity.indexOf(column));
        values[at] = (*found)->values[at];
    }
    return done();
}

Done noteDisclosure(
    storage::Store& store,
    const EntityInfo& entity,
    const QUuid& row,
    const QStringList& columns,
    const QString& purpose)
{
    const QString key = entity.table + u'/' + row.toString(QUuid::WithoutBraces) + u'/' + purpose;
    if (!store.isFirstInSession(key)) return done();
    Done noted = store.note(
        {.action = storage::AuditAction::ReadMasked,
         .table = entity.table,
         .row = row,
         .reason = purpose,
         .columns = columns});
    if (!noted) store.forgetInSession(key);
    return noted;
}

Done noteShown(
    storage::Store& store, const EntityInfo& entity, const Values& values, const QString& purpose)
{
    QStringList columns;
    for (std::size_t i = 0; i < values.size(); ++i)
        if (entity.fields[i].rules.sealed && values[i].isValid())
            columns.append(entity.fields[i].column);
    if (columns.isEmpty()) return done();
    const QUuid row = values[static_cast<std::size_t>(entity.key)].toUuid();
    return noteDisclosure(store, entity, row, columns, purpose);
}

Result<Student>
revealStudent(storage::Store& store, const StudentId& student, const QString& purpose)
{
    if (Done may = store.require(security::Action::Read, security::Object::Sealed); !may)
        return may.error();
    if (store.sealing() == storage::Sealing::Locked) {
        return Error{
            .code = ErrorCode::Permission,
            .key = "access.sealed",
            .detail = "this account does not hold the key of sealed columns"};
    }
    auto found = store.find<Student>(student);
    if (!found) return found.error();
    if (!found->has_value()) {
        return Error{
            .code = ErrorCode::NotFound,
            .key = "student.unknown",
            .detail = "no student " + student.text().toStdString()};
    }
    const Done noted = noteShown(store, entityInfo<Student>(), valuesOf((*found)->record), purpose);
    if (!noted) return noted.error();
    return (*found)->record;
}

} // namespace edupro::privacy
