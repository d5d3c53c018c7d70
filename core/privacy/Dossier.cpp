// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/privacy/Dossier.h"

#include "core/people/PeopleActions.h"
#include "core/privacy/PersonalRows.h"
#include "core/record/Json.h"
#include "core/record/Validate.h"
#include "core/school/SchoolActions.h"
#include "core/storage/audit/AuditLog.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>
#include <QSet>

namespace edupro::privacy {

using storage::AuditRecord;
using storage::Store;
using storage::StoredValues;

namespace {

// More events of one row than anybody makes; read page by page.
constexpr int eventsAtOnce = 500;

Error unknownStudent(const QString& number)
{
    return {
        .code = ErrorCode::NotFound,
        .key = "student.unknown",
        .detail = "no student has the number of " + std::to_string(number.size()) +
                  " characters that was given"};
}

QUuid keyOf(const EntityInfo& entity, const StoredValues& row)
{
    return row.values[static_cast<std::size_t>(entity.key)].toUuid();
}

DossierTable& tableOf(std::vector<DossierTable>& tables, const EntityInfo& entity)
{
    for (DossierTable& table : tables)
        if (table.entity == &entity) return table;
    tables.push_back({.entity = &entity, .rows = {}});
    return tables.back();
}

/// The rows themselves, and what they refer to.
class Reader {
public:
    Reader(Store& store, Dossier& dossier)
        : m_store(store)
        , m_dossier(dossier)
    {
    }

    Done read(const std::vector<PersonalRow>& rows)
    {
        for (const PersonalRow& row : rows)
            m_read.insert(row.id);
        for (const PersonalRow& row : rows) {
            auto found = m_store.findWithDeleted(*row.entity, row.id);
            if (!found) return found.error();
            if (!found->has_value()) continue;
            if (Done named = readNames(*row.entity, **found); !named) return named;
            tableOf(m_dossier.tables, *row.entity).rows.push_back(std::move(**found));
        }
        sort(m_dossier.tables);
        sort(m_dossier.names);
        return done();
    }

private:
    Done readNames(const EntityInfo& entity, const StoredValues& row)
    {
        for (std::size_t i = 0; i < entity.fields.size(); ++i) {
            const EntityInfo* other = referredBy(entity.fields[i], m_store.entities());
            const QUuid id = row.values[i].toUuid();
            if (!other || id.isNull() || m_read.contains(id) || identifies(*other)) continue;
            m_read.insert(id);
            auto found = m_store.findWithDeleted(*other, id);
            if (!found) return found.error();
            if (found->has_value())
                tableOf(m_dossier.names, *other).rows.push_back(std::move(**found));
        }
        return done();
    }

    void sort(std::vector<DossierTable>& tables) const
    {
        const Entities& order = m_store.entities();
        std::sort(tables.begin(), tables.end(), [&](const auto& a, const auto& b) {
            return std::find(order.begin(), order.end(), a.entity) <
                   std::find(order.begin(), order.end(), b.entity);
        });
    }

    Store& m_store;
    Dossier& m_dossier;
    QSet<QUuid> m_read;
};

bool isChange(const AuditRecord& record)
{
    return record.action == storage::codeOf(storage::AuditAction::Insert) ||
           record.action == storage::codeOf(storage::AuditAction::Update) ||
           record.action == storage::codeOf(storage::AuditAction::Delete) ||
           record.action == storage::codeOf(storage::AuditAction::Restore) ||
           record.action == storage::codeOf(storage::AuditAction::Erase);
}

Done readEvents(Store& store, const std::vector<PersonalRow>& rows, Dossier& dossier)
{
    for (const PersonalRow& row : rows) {
        std::optional<qint64> below;
        while (true) {
            const auto page = storage::auditPage(
                store,
                {.table = row.entity->table, .row = row.id, .sealedInFull = true},
                below,
                eventsAtOnce);
            if (!page) return page.error();
            for (const AuditRecord& record : *page)
                (isChange(record) ? dossier.history : dossier.accesses).push_back(record);
            if (static_cast<int>(page->size()) < eventsAtOnce) break;
            below = page->back().n;
        }
    }
    for (auto* records : {&dossier.history, &dossier.accesses})
        std::sort(records->begin(), records->end(), [](const auto& a, const auto& b) {
            return a.n < b.n;
        });
    return done();
}

QString timeText(Instant at)
{
    return QDateTime::fromMSecsSinceEpoch(at, Qt::UTC).toString(Qt::ISODateWithMs);
}

QJsonObject rowJson(const EntityInfo& entity, const StoredValues& row)
{
    QJsonObject object = edupro::toJson(entity, row.values);
    for (std::size_t i = 0; i < entity.fields.size(); ++i) {
        const FieldInfo& field = entity.fields[i];
        if (field.type == FieldType::Moment && row.values[i].isValid())
            object.insert(field.column, timeText(row.values[i].toLongLong()));
        if (!row.values[i].isValid()) object.insert(field.column, QJsonValue::Null);
    }
    object.insert(
        QStringLiteral("stamp"),
        QJsonObject{
            {QStringLiteral("created_at"), timeText(row.stamp.createdAt)},
            {QStringLiteral("updated_at"), timeText(row.stamp.updatedAt)},
            {QStringLiteral("version"), row.stamp.version},
            {QStringLiteral("device"), row.stamp.device},
            {QStringLiteral("deleted"), row.stamp.deleted}});
    return object;
}

QJsonObject tablesJson(const std::vector<DossierTable>& tables)
{
    QJsonObject object;
    for (const DossierTable& table : tables) {
        QJsonArray rows;
        for (const StoredValues& row : table.rows)
            rows.append(rowJson(*table.entity, row));
        object.insert(table.entity->table, rows);
    }
    return object;
}

QJsonArray eventsJson(const std::vector<AuditRecord>& records)
{
    QJsonArray events;
    for (const AuditRecord& record : records) {
        QJsonObject event{
            {QStringLiteral("n"), record.n},
            {QStringLiteral("at"), timeText(record.at)},
            {QStringLiteral("by"), record.person},
            {QStringLiteral("device"), record.device},
            {QStringLiteral("action"), record.action},
            {QStringLiteral("table"), record.table},
            {QStringLiteral("row"), record.row.toString(QUuid::WithoutBraces)},
            {QStringLiteral("erased"), record.erased}};
        if (!record.columns.isEmpty())
            event.insert(QStringLiteral("columns"), QJsonArray::fromStringList(record.columns));
        if (!record.reason.isEmpty()) event.insert(QStringLiteral("reason"), record.reason);
        if (!record.changes.isEmpty()) event.insert(QStringLiteral("changes"), record.changes);
        events.append(event);
    }
    return events;
}

} // namespace

Result<Dossier> dossierOf(Store& store, const StudentId& student)
{
    if (Done may = store.require(security::Action::Read, security::Object::Dossier); !may)
        return may.error();
    if (store.sealing() == storage::Sealing::Locked) {
        return Error{
            .code = ErrorCode::Permission,
            .key = "access.sealed",
            .detail = "this account does not hold the key of sealed columns, without which the "
                      "file would not be complete"};
    }
    Dossier dossier{.student = {}, .madeAt = store.now(), .madeBy = store.actor()};
    const auto rows = personalRows(store.connection(), store.entities(), student);
    if (!rows) return rows.error();
    if (rows->empty()) return unknownStudent(student.text());
    // Whoever reads is noted, also when what follows fails.
    const Done noted = store.note(
        {.action = storage::AuditAction::Dossier,
         .table = entityInfo<Student>().table,
         .row = student.value});
    if (!noted) return noted.error();
    if (Done read = Reader(store, dossier).read(*rows); !read) return read.error();
    dossier.student = recordOf<Student>(dossier.tables.front().rows.front().values);
    const auto school = school::theSchool(store);
    if (school) dossier.schoolName = school->name;
    if (Done read = readEvents(store, *rows, dossier); !read) return read.error();
    return dossier;
}

Result<StudentId> studentOfNumber(Store& store, const QString& number)
{
    const auto known = people::studentOfNis(store, number);
    if (!known) return known.error();
    if (known->has_value()) return **known;
    for (const char* column : {"nisn", "nik"}) {
        const auto found = store.list<Student>(QString::fromLatin1(column), number);
        if (!found) return found.error();
        if (!found->empty()) return found->front().id;
    }
    const StudentId id{QUuid::fromString(number)};
    if (id.isNull()) return unknownStudent(number);
    const auto found = store.find<Student>(id);
    if (!found) return found.error();
    return found->has_value() ? Result(id) : Result<StudentId>(unknownStudent(number));
}

QJsonObject toJson(const Dossier& dossier)
{
    return {
        {QStringLiteral("format"), QStringLiteral("edupro-dossier/1")},
        {QStringLiteral("made_at"), timeText(dossier.madeAt)},
        {QStringLiteral("made_by"), dossier.madeBy},
        {QStringLiteral("school"), dossier.schoolName},
        {QStringLiteral("student"), dossier.student.id.text()},
        {QStringLiteral("records"), tablesJson(dossier.tables)},
        {QStringLiteral("names"), tablesJson(dossier.names)},
        {QStringLiteral("history"), eventsJson(dossier.history)},
        {QStringLiteral("access_log"), eventsJson(dossier.accesses)}};
}

Done writeJson(const Dossier& dossier, const QString& path)
{
    QSaveFile file(path);
    const bool written =
        file.open(QIODevice::WriteOnly) &&
        file.setPermissions(
            QFileDevice::Permissions(QFileDevice::ReadOwner) | QFileDevice::WriteOwner) &&
        file.write(QJsonDocument(toJson(dossier)).toJson()) >= 0 && file.commit();
    if (written) return done();
    return Error{
        .code = ErrorCode::Io,
        .key = "export.unwritable",
        .detail = path.toStdString() + ": " + file.errorString().toStdString() +
                  "; choose a folder where you may write"};
}

QString shownValue(const Dossier& dossier, const FieldInfo& field, const QVariant& value)
{
    if (field.type == FieldType::Moment && value.isValid()) return timeText(value.toLongLong());
    if (field.type != FieldType::Uuid) return textOf(field, value);
    for (const auto* tables : {&dossier.names, &dossier.tables}) {
        for (const DossierTable& table : *tables) {
            for (const StoredValues& row : table.rows) {
                if (keyOf(*table.entity, row) != value.toUuid()) continue;
                for (const char* column : {"name", "code", "title", "number"}) {
                    const int at = table.entity->indexOf(QString::fromLatin1(column));
                    if (at < 0) continue;
                    const auto i = static_cast<std::size_t>(at);
                    const QString text = textOf(table.entity->fields[i], row.values[i]);
                    if (!text.isEmpty()) return text;
                }
            }
        }
    }
    return textOf(field, value);
}

} // namespace edupro::privacy
