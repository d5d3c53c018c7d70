// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/RecordCommands.h"

#include "app/cli/RecordWays.h"
#include "app/cli/SignedStore.h"
#include "app/cli/TextTable.h"
#include "app/cli/TypedFields.h"
#include "app/EntityActions.h"
#include "core/privacy/Disclosure.h"
#include "core/record/Json.h"
#include "core/record/Validate.h"

#include <QDateTime>
#include <QJsonArray>

namespace edupro::cli {

using exchange::TypedField;

namespace {

Error usage(const QString& what)
{
    return {.code = ErrorCode::Validation, .key = "usage", .detail = what.toStdString()};
}

/// The store of the command and the table that its first word names.
struct Opened {
    SignedStore store;
    const EntityInfo* entity = nullptr;

    const EntityInfo& table() const { return *entity; }
};

Result<Opened> open(const Arguments& arguments)
{
    auto store = openStore(arguments);
    if (!store) return store.error();
    const auto entity = exchange::entityOf(**store, arguments.word(0));
    if (!entity) return entity.error();
    return Opened{.store = std::move(store).value(), .entity = *entity};
}

/// As open(), for a table that is written by its description.
Result<Opened> openToWrite(const Arguments& arguments)
{
    auto opened = open(arguments);
    if (!opened) return opened;
    if (const char* commands = commandsOf(opened->table())) {
        return Error{
            .code = ErrorCode::Permission,
            .key = "record.own_commands",
            .detail =
                opened->table().table.toStdString() + " has commands of its own: " + commands};
    }
    if (arguments.has("reason")) opened->store->setReason(arguments.value("reason"));
    return opened;
}

QUuid idOf(const EntityInfo& entity, const Values& values)
{
    return values[static_cast<std::size_t>(entity.key)].toUuid();
}

Values withoutSealed(const EntityInfo& entity, Values values)
{
    for (std::size_t i = 0; i < values.size(); ++i)
        if (entity.fields[i].rules.sealed) values[i] = privacy::masked(entity.fields[i], values[i]);
    return values;
}

/// Rows of other tables by their names; each is asked for once.
class Names {
public:
    explicit Names(storage::Store& store)
        : m_store(store)
    {
    }

    QString of(const FieldInfo& field, const QVariant& value)
    {
        if (field.rules.references.empty() || !value.isValid()) return textOf(field, value);
        const QUuid row = value.toUuid();
        const auto known = m_names.constFind(row);
        if (known != m_names.constEnd()) return *known;
        const QString table = QString::fromStdString(std::string(field.rules.references));
        const auto entity = exchange::entityOf(m_store, table);
        Result<QString> name =
            entity ? exchange::nameOfRow(m_store, **entity, row) : Result<QString>(entity.error());
        // What the person may not read has an id only.
        return *m_names.insert(row, name ? *name : row.toString(QUuid::WithoutBraces));
    }

private:
    storage::Store& m_store;
    QHash<QUuid, QString> m_names;
};

QVariant cellOf(Names& names, const FieldInfo& field, const QVariant& value)
{
    const bool isNumber = field.type == FieldType::Integer || field.type == FieldType::Real;
    return isNumber && value.isValid() && !field.rules.sealed ? value : names.of(field, value);
}

/// The rows that --where asks for: the first by the store, the others among those.
Result<std::vector<Values>> wantedRows(const Arguments& arguments, const Opened& opened)
{
    const EntityInfo& entity = opened.table();
    const auto typed = fieldPairs(arguments.values("where"));
    if (!typed) return typed.error();
    for (const TypedField& one : *typed) {
        const int index = entity.indexOf(one.column);
        if (index >= 0 && entity.fields[static_cast<std::size_t>(index)].rules.sealed)
            return usage(QStringLiteral("--where: %1 is sealed").arg(one.column));
    }
    const auto wanted =
        exchange::withTyped(*opened.store, entity, Values(entity.fields.size()), *typed);
    if (!wanted) return wanted.error();
    const auto place = [&](const TypedField& one) {
        return static_cast<std::size_t>(entity.indexOf(one.column));
    };
    if (typed->empty()) return opened.store->list(entity);
    const bool byStore = (*wanted)[place(typed->front())].isValid();
    auto rows =
        byStore
            ? opened.store->list(entity, typed->front().column, (*wanted)[place(typed->front())])
            : opened.store->list(entity);
    if (!rows) return rows;
    std::erase_if(*rows, [&](const Values& row) {
        return std::any_of(typed->begin(), typed->end(), [&](const TypedField& one) {
            return row[place(one)] != (*wanted)[place(one)];
        });
    });
    return rows;
}

void sayRecord(Terminal& terminal, Names& names, const EntityInfo& entity, const Values& values)
{
    std::vector<QVariantList> lines;
    for (std::size_t i = 0; i < values.size(); ++i)
        lines.push_back({entity.fields[i].column, names.of(entity.fields[i], values[i])});
    sayTable(terminal, {QStringLiteral("column"), QStringLiteral("value")}, lines);
}

QJsonObject documentOf(const EntityInfo& entity, const Values& values)
{
    return {
        {QStringLiteral("table"), entity.table},
        {QStringLiteral("id"), idOf(entity, values).toString(QUuid::WithoutBraces)},
        {QStringLiteral("values"), toJson(entity, values)}};
}

const char* wordOf(storage::Saved saved)
{
    switch (saved) {
    case storage::Saved::Added:
        return "added";
    case storage::Saved::Updated:
        return "updated";
    case storage::Saved::Unchanged:
        return "unchanged";
    }
    return "";
}

Done save(
    Terminal& terminal, const Opened& opened, Values& values, const storage::SaveOptions& options)
{
    const EntityInfo& entity = opened.table();
    const auto saved = saveEntity(*opened.store, entity, values, options);
    if (!saved) return saved.error();
    const QString id = idOf(entity, values).toString(QUuid::WithoutBraces);
    terminal.say(QStringLiteral("%1 %2: %3").arg(entity.table, id, QLatin1String(wordOf(*saved))));
    QJsonObject document = documentOf(entity, withoutSealed(entity, values));
    document.insert(QStringLiteral("outcome"), QString::fromLatin1(wordOf(*saved)));
    terminal.give(document);
    return done();
}

Done refuseNewOwner(const EntityInfo& entity, const Values& before, const Values& after)
{
    if (!entity.naturalKey || entity.naturalKey(before) == entity.naturalKey(after)) return done();
    std::vector<Issue> issues;
    for (std::size_t i = 0; i < before.size(); ++i) {
        if (before[i] != after[i] && !entity.fields[i].rules.references.empty())
            issues.push_back({.field = entity.fields[i].column.toStdString(), .rule = "identity"});
    }
    if (issues.empty()) return done();
    return Error{
        .code = ErrorCode::Validation,
        .key = "record.identity",
        .detail = entity.table.toStdString() + ": whose row it is cannot be changed",
        .issues = std::move(issues)};
}

} // namespace

Done listRecords(const Arguments& arguments, Terminal& terminal)
{
    const auto limit = arguments.number("limit", 0, 1, 100'000'000);
    if (!limit) return limit.error();
    const auto opened = open(arguments);
    if (!opened) return opened.error();
    const EntityInfo& entity = opened->table();
    auto rows = wantedRows(arguments, *opened);
    if (!rows) return rows.error();
    const auto total = static_cast<qint64>(rows->size());
    if (*limit > 0 && total > *limit) rows->resize(static_cast<std::size_t>(*limit));

    Names names(*opened->store);
    QJsonArray list;
    std::vector<QVariantList> lines;
    QStringList columns;
    for (const FieldInfo& field : entity.fields)
        columns.append(field.column);
    for (const Values& row : *rows) {
        const Values shown = withoutSealed(entity, row);
        if (terminal.json()) {
            list.append(toJson(entity, shown));
            continue;
        }
        QVariantList line;
        for (std::size_t i = 0; i < shown.size(); ++i)
            line.append(cellOf(names, entity.fields[i], shown[i]));
        lines.push_back(line);
    }
    if (!terminal.json()) sayTable(terminal, columns, lines);
    if (total > static_cast<qint64>(rows->size()))
        terminal.note(QStringLiteral("the first %1 of %2").arg(rows->size()).arg(total));
    terminal.give(
        {{QStringLiteral("table"), entity.table},
         {QStringLiteral("total"), total},
         {QStringLiteral("rows"), list}});
    return done();
}

Done showRecord(const Arguments& arguments, Terminal& terminal)
{
    const auto opened = open(arguments);
    if (!opened) return opened.error();
    const EntityInfo& entity = opened->table();
    const auto row = exchange::rowNamed(*opened->store, entity, arguments.word(1));
    if (!row) return row.error();
    const auto found = opened->store->find(entity, *row);
    if (!found) return found.error();
    if (!*found)
        return Error{
            .code = ErrorCode::NotFound,
            .key = "record.unknown",
            .detail = entity.table.toStdString() + ": there is no such row"};
    const bool whole = arguments.has("sealed");
    if (whole) {
        const Done noted =
            privacy::noteShown(*opened->store, entity, (*found)->values, QStringLiteral("cli"));
        if (!noted) return noted;
    }
    const Values shown = whole ? (*found)->values : withoutSealed(entity, (*found)->values);
    Names names(*opened->store);
    if (!terminal.json()) sayRecord(terminal, names, entity, shown);
    QJsonObject document = documentOf(entity, shown);
    document.insert(QStringLiteral("version"), (*found)->stamp.version);
    document.insert(
        QStringLiteral("updated"),
        QDateTime::fromMSecsSinceEpoch((*found)->stamp.updatedAt, Qt::UTC).toString(Qt::ISODate));
    terminal.give(document);
    return done();
}

Done addRecord(const Arguments& arguments, Terminal& terminal)
{
    const auto typed = typedIn(arguments, 1);
    if (!typed) return typed.error();
    const auto opened = openToWrite(arguments);
    if (!opened) return opened.error();
    const EntityInfo& entity = opened->table();
    auto values = exchange::withTyped(*opened->store, entity, blankRecord(entity), *typed);
    if (!values) return values.error();
    if (entity.naturalKey) {
        const QUuid id = naturalId(entity.table + u'/' + entity.naturalKey(*values));
        const auto found = opened->store->find(entity, id);
        if (!found) return found.error();
        if (*found)
            return Error{
                .code = ErrorCode::Conflict,
                .key = "record.exists",
                .detail = entity.table.toStdString() + ": the row is there already: " +
                          id.toString(QUuid::WithoutBraces).toStdString()};
    }
    return save(terminal, *opened, *values, {});
}

Done setRecord(const Arguments& arguments, Terminal& terminal)
{
    const auto typed = typedIn(arguments, 2);
    if (!typed) return typed.error();
    if (typed->empty()) return usage(QStringLiteral("say what to set: COLUMN=VALUE"));
    const auto opened = openToWrite(arguments);
    if (!opened) return opened.error();
    const EntityInfo& entity = opened->table();
    const auto row = exchange::rowNamed(*opened->store, entity, arguments.word(1));
    if (!row) return row.error();
    const auto found = opened->store->find(entity, *row);
    if (!found) return found.error();
    auto values = exchange::withTyped(*opened->store, entity, (*found)->values, *typed);
    if (!values) return values.error();
    if (Done may = refuseNewOwner(entity, (*found)->values, *values); !may) return may;
    return save(terminal, *opened, *values, {.expectedVersion = (*found)->stamp.version});
}

Done removeRecord(const Arguments& arguments, Terminal& terminal)
{
    const auto opened = openToWrite(arguments);
    if (!opened) return opened.error();
    const EntityInfo& entity = opened->table();
    const auto row = exchange::rowNamed(*opened->store, entity, arguments.word(1));
    if (!row) return row.error();
    const Done removed = arguments.has("even-used") ? opened->store->remove(entity, *row)
                                                    : removeEntity(*opened->store, entity, *row);
    if (!removed) return removed;
    const QString id = row->toString(QUuid::WithoutBraces);
    terminal.say(
        QStringLiteral("%1 %2: removed; restore %1 %2 brings it back").arg(entity.table, id));
    terminal.give(
        {{QStringLiteral("table"), entity.table},
         {QStringLiteral("id"), id},
         {QStringLiteral("outcome"), QStringLiteral("removed")}});
    return done();
}

Done bringBackRecord(const Arguments& arguments, Terminal& terminal)
{
    const QUuid row = QUuid::fromString(arguments.word(1));
    if (row.isNull()) return usage(QStringLiteral("give the id that remove printed"));
    const auto opened = openToWrite(arguments);
    if (!opened) return opened.error();
    const EntityInfo& entity = opened->table();
    if (Done restored = opened->store->restore(entity, row); !restored) return restored;
    const QString id = row.toString(QUuid::WithoutBraces);
    terminal.say(QStringLiteral("%1 %2: restored").arg(entity.table, id));
    terminal.give(
        {{QStringLiteral("table"), entity.table},
         {QStringLiteral("id"), id},
         {QStringLiteral("outcome"), QStringLiteral("restored")}});
    return done();
}

} // namespace edupro::cli
