// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/RecordText.h"

#include "core/record/Validate.h"

#include <QSet>

#include <algorithm>

namespace edupro::exchange {

using storage::Store;

namespace {

bool isNumberOfOne(const FieldInfo& field)
{
    return field.rules.unique || (field.rules.sealed && field.rules.lookup);
}

bool isName(const FieldInfo& field)
{
    return field.type == FieldType::Text && field.rules.required && !field.rules.unique &&
           !field.rules.sealed && field.rules.choices.empty() && field.rules.references.empty();
}

/// The field by which people call rows that have no number; null when there is none.
const FieldInfo* nameField(const EntityInfo& entity)
{
    const auto found = std::find_if(entity.fields.begin(), entity.fields.end(), isName);
    return found == entity.fields.end() ? nullptr : &*found;
}

/// The reference to what a row belongs to; null when it belongs to nothing.
const FieldInfo* ownerField(const EntityInfo& entity)
{
    const auto found =
        std::find_if(entity.fields.begin(), entity.fields.end(), [](const FieldInfo& field) {
            return field.rules.required && !field.rules.references.empty();
        });
    return found == entity.fields.end() ? nullptr : &*found;
}

QString tableOf(const FieldInfo& reference)
{
    return QString::fromUtf8(
        reference.rules.references.data(),
        static_cast<qsizetype>(reference.rules.references.size()));
}

const QVariant& valueOf(const EntityInfo& entity, const Values& values, const FieldInfo& field)
{
    return values[static_cast<std::size_t>(&field - entity.fields.data())];
}

QUuid idOf(const EntityInfo& entity, const Values& values)
{
    return values[static_cast<std::size_t>(entity.key)].toUuid();
}

/// The rows whose `field` says what was typed; none when that is no value of the field.
Result<std::vector<Values>>
rowsWith(Store& store, const EntityInfo& entity, const FieldInfo& field, const QString& text)
{
    const Result<QVariant> value = valueFromText(field, text);
    if (!value || !value->isValid()) return std::vector<Values>();
    return store.list(entity, field.column, *value);
}

Error unknownRow(const EntityInfo& entity)
{
    return {
        .code = ErrorCode::NotFound,
        .key = "record.unknown",
        .detail = entity.table.toStdString() + ": there is no such row"};
}

Result<QUuid> onlyOne(const EntityInfo& entity, const std::vector<Values>& rows)
{
    if (rows.empty()) return unknownRow(entity);
    if (rows.size() == 1) return idOf(entity, rows.front());
    constexpr std::size_t shown = 5;
    std::string ids;
    for (std::size_t i = 0; i < std::min(rows.size(), shown); ++i)
        ids += (i ? ", " : "") + idOf(entity, rows[i]).toString(QUuid::WithoutBraces).toStdString();
    return Error{
        .code = ErrorCode::Conflict,
        .key = "record.ambiguous",
        .detail = entity.table.toStdString() + ": " + std::to_string(rows.size()) +
                  " rows are called so; give the id: " + ids +
                  (rows.size() > shown ? ", ..." : "")};
}

Result<QUuid> rowOfOwner(Store& store, const EntityInfo& entity, const QString& word)
{
    const FieldInfo* owner = ownerField(entity);
    const FieldInfo* name = nameField(entity);
    const qsizetype slash = word.indexOf(u'/');
    if (!owner || !name || slash < 1) return unknownRow(entity);
    const auto owning = entityOf(store, tableOf(*owner));
    if (!owning) return owning.error();
    const Result<QUuid> whose = rowNamed(store, **owning, word.left(slash));
    if (!whose) return whose.error();
    Result<std::vector<Values>> rows = rowsWith(store, entity, *name, word.mid(slash + 1));
    if (!rows) return rows.error();
    std::erase_if(
        *rows, [&](const Values& row) { return valueOf(entity, row, *owner).toUuid() != *whose; });
    return onlyOne(entity, *rows);
}

Result<QVariant> typedValue(Store& store, const FieldInfo& field, const QString& text)
{
    if (field.rules.references.empty() || text.trimmed().isEmpty())
        return valueFromText(field, text);
    const auto entity = entityOf(store, tableOf(field));
    if (!entity) return entity.error();
    const Result<QUuid> row = rowNamed(store, **entity, text.trimmed());
    if (row) return QVariant::fromValue(*row);
    if (row.error().code != ErrorCode::NotFound && row.error().code != ErrorCode::Conflict)
        return row.error();
    return Error{
        .code = ErrorCode::Validation,
        .key = "record.typed",
        .issues = {
            {.field = field.column.toStdString(),
             .rule = row.error().code == ErrorCode::Conflict ? "several" : "reference",
             .value = text.left(200).toStdString(),
             .limit = tableOf(field).toStdString()}}};
}

} // namespace

Result<const EntityInfo*> entityOf(const Store& store, const QString& table)
{
    QStringList names;
    for (const EntityInfo* entity : store.entities()) {
        if (entity->table == table) return entity;
        names.append(entity->table);
    }
    names.sort();
    return Error{
        .code = ErrorCode::NotFound,
        .key = "record.no_table",
        .detail = "there is no table of this name; there are " +
                  names.join(QStringLiteral(", ")).toStdString()};
}

Result<QUuid> rowNamed(Store& store, const EntityInfo& entity, const QString& word)
{
    if (const QUuid id = QUuid::fromString(word); !id.isNull()) {
        const auto found = store.find(entity, id);
        if (!found) return found.error();
        if (!*found) return unknownRow(entity);
        return id;
    }
    for (const FieldInfo& field : entity.fields) {
        if (!isNumberOfOne(field)) continue;
        const Result<std::vector<Values>> rows = rowsWith(store, entity, field, word);
        if (!rows) return rows.error();
        if (!rows->empty()) return onlyOne(entity, *rows);
    }
    if (const FieldInfo* name = nameField(entity)) {
        const Result<std::vector<Values>> rows = rowsWith(store, entity, *name, word);
        if (!rows) return rows.error();
        if (!rows->empty()) return onlyOne(entity, *rows);
    }
    return rowOfOwner(store, entity, word);
}

Result<QString> nameOfRow(Store& store, const EntityInfo& entity, const QUuid& row)
{
    const QString id = row.toString(QUuid::WithoutBraces);
    const auto found = store.find(entity, row);
    if (!found) return found.error();
    if (!*found) return id; // deleted, or not the person's
    const Values& values = (*found)->values;
    for (const FieldInfo& field : entity.fields) {
        if (!field.rules.unique || field.rules.sealed) continue;
        const QVariant& value = valueOf(entity, values, field);
        if (value.isValid() && !value.toString().isEmpty()) return textOf(field, value);
    }
    const FieldInfo* name = nameField(entity);
    if (!name) return id;
    const QString called = valueOf(entity, values, *name).toString();
    const auto same = store.list(entity, name->column, called);
    if (!same) return same.error();
    if (same->size() == 1) return called;
    const FieldInfo* owner = ownerField(entity);
    if (!owner) return id;
    const QUuid whose = valueOf(entity, values, *owner).toUuid();
    const auto ofOwner = std::count_if(same->begin(), same->end(), [&](const Values& other) {
        return valueOf(entity, other, *owner).toUuid() == whose;
    });
    if (ofOwner != 1) return id;
    const auto owning = entityOf(store, tableOf(*owner));
    if (!owning) return owning.error();
    const Result<QString> ownerName = nameOfRow(store, **owning, whose);
    if (!ownerName) return ownerName.error();
    return *ownerName + u'/' + called;
}

Result<Values> withTyped(
    Store& store, const EntityInfo& entity, Values values, const std::vector<TypedField>& typed)
{
    std::vector<Issue> issues;
    QSet<QString> said;
    for (const TypedField& one : typed) {
        const auto refuse = [&](const char* rule) {
            issues.push_back({.field = one.column.toStdString(), .rule = rule});
        };
        const int index = entity.indexOf(one.column);
        if (index < 0) {
            refuse("column");
            continue;
        }
        if (said.contains(one.column)) {
            refuse("twice");
            continue;
        }
        said.insert(one.column);
        if (index == entity.key) {
            refuse("given");
            continue;
        }
        const auto place = static_cast<std::size_t>(index);
        const Result<QVariant> value = typedValue(store, entity.fields[place], one.text);
        if (value) {
            values[place] = *value;
        } else if (value.error().issues.empty()) {
            return value.error();
        } else {
            issues.insert(issues.end(), value.error().issues.begin(), value.error().issues.end());
        }
    }
    if (issues.empty()) return values;
    return Error{
        .code = ErrorCode::Validation,
        .key = "record.typed",
        .detail = entity.table.toStdString() + ": some of the values cannot be taken",
        .issues = std::move(issues)};
}

} // namespace edupro::exchange
