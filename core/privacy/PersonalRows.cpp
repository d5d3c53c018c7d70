// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/privacy/PersonalRows.h"

#include <QSet>

namespace edupro::privacy {

namespace {

QString latin(std::string_view text)
{
    return QString::fromLatin1(text.data(), static_cast<qsizetype>(text.size()));
}

/// A row as the walk sees it: its id and, by field, whom it refers to.
struct Seen {
    QUuid id;
    std::vector<QUuid> references;
};

class Walk {
public:
    Walk(storage::Connection& connection, const Entities& entities, const StudentId& student)
        : m_connection(connection)
        , m_entities(entities)
        , m_student(student)
    {
    }

    Result<std::vector<PersonalRow>> walk()
    {
        if (Done read = readErased(); !read) return read.error();
        const EntityInfo& students = entityInfo<Student>();
        if (Done taken = takePerson({&students, m_student.value, false}); !taken)
            return taken.error();
        for (std::size_t i = 0; i < m_people.size(); ++i) {
            if (Done taken = takeRowsAbout(PersonalRow(m_people[i])); !taken) return taken.error();
        }
        return std::move(m_rows);
    }

private:
    Result<std::vector<Seen>>
    read(const EntityInfo& entity, const QString& column, const QUuid& value)
    {
        QStringList columns;
        for (const FieldInfo& field : entity.fields)
            columns.append(field.type == FieldType::Uuid ? field.column : QStringLiteral("NULL"));
        std::vector<Seen> rows;
        Done done = m_connection.read(
            QStringLiteral("SELECT %1 FROM %2 WHERE %3 = ? ORDER BY %4")
                .arg(
                    columns.join(QStringLiteral(", ")),
                    tableIn(m_connection, entity.table),
                    column,
                    entity.fields[static_cast<std::size_t>(entity.key)].column),
            {QVariant::fromValue(value)},
            [&](const QSqlQuery& row) {
                Seen seen;
                for (int i = 0; i < columns.size(); ++i)
                    seen.references.push_back(QUuid::fromString(row.value(i).toString()));
                seen.id = seen.references[static_cast<std::size_t>(entity.key)];
                rows.push_back(std::move(seen));
                return true;
            });
        if (!done) return done.error();
        return rows;
    }

    Done readErased()
    {
        return m_connection.read(
            QStringLiteral("SELECT id FROM erasures"), {}, [this](const QSqlQuery& row) {
                m_erased.insert(QUuid::fromString(row.value(0).toString()));
                return true;
            });
    }

    /// The row of a person, and the person to those about whom rows are sought.
    Done takePerson(const PersonalRow& person)
    {
        const QString& key =
            person.entity->fields[static_cast<std::size_t>(person.entity->key)].column;
        const auto rows = read(*person.entity, key, person.id);
        if (!rows) return rows.error();
        if (rows->empty()) return done();
        m_taken.insert(person.id);
        m_rows.push_back(person);
        m_people.push_back(person);
        return done();
    }

    Done takeRowsAbout(const PersonalRow& person)
    {
        for (const EntityInfo* entity : m_entities) {
            for (const FieldInfo& field : entity->fields) {
                if (latin(field.rules.references) != person.entity->table) continue;
                const auto rows = read(*entity, field.column, person.id);
                if (!rows) return rows.error();
                for (const Seen& row : *rows)
                    if (Done taken = takeRow(*entity, row, person.shared); !taken) return taken;
            }
        }
        return done();
    }

    Done takeRow(const EntityInfo& entity, const Seen& row, bool shared)
    {
        // A common parent leads to rows of siblings.
        if (m_taken.contains(row.id) || anotherStudent(entity, row)) return done();
        m_taken.insert(row.id);
        m_rows.push_back({&entity, row.id, shared});
        // A link leads on to other people.
        for (std::size_t i = 0; i < entity.fields.size(); ++i) {
            const EntityInfo* other = referredBy(entity.fields[i], m_entities);
            const QUuid& id = row.references[i];
            if (!other || !identifies(*other) || id.isNull() || m_taken.contains(id)) continue;
            const Result<bool> another = hasAnotherStudent(entity, entity.fields[i], id);
            if (!another) return another.error();
            if (Done taken = takePerson({other, id, *another}); !taken) return taken;
        }
        return done();
    }

    /// The other student whom a row is about, if any.
    std::optional<QUuid> anotherStudent(const EntityInfo& entity, const Seen& row) const
    {
        const QString& students = entityInfo<Student>().table;
        for (std::size_t i = 0; i < entity.fields.size(); ++i) {
            const QUuid& id = row.references[i];
            const bool isStudent = latin(entity.fields[i].rules.references) == students;
            if (isStudent && id != m_student.value) return id;
        }
        return std::nullopt;
    }

    /// Whether the person belongs to a student besides this one who is not erased.
    Result<bool>
    hasAnotherStudent(const EntityInfo& link, const FieldInfo& field, const QUuid& person)
    {
        const auto rows = read(link, field.column, person);
        if (!rows) return rows.error();
        return std::any_of(rows->begin(), rows->end(), [&](const Seen& row) {
            const auto another = anotherStudent(link, row);
            return another && !m_erased.contains(*another);
        });
    }

    storage::Connection& m_connection;
    const Entities& m_entities;
    StudentId m_student;
    std::vector<PersonalRow> m_rows;
    std::vector<PersonalRow> m_people;
    QSet<QUuid> m_taken;
    QSet<QUuid> m_erased;
};

} // namespace

Result<std::vector<PersonalRow>>
personalRows(storage::Connection& connection, const Entities& entities, const StudentId& student)
{
    return Walk(connection, entities, student).walk();
}

const EntityInfo* referredBy(const FieldInfo& field, const Entities& entities)
{
    if (field.rules.references.empty()) return nullptr;
    const QString table = latin(field.rules.references);
    for (const EntityInfo* entity : entities)
        if (entity->table == table) return entity;
    return nullptr;
}

QString tableIn(const storage::Connection& connection, const QString& table)
{
    const bool isFile = connection.dialect() == storage::Dialect::Sqlite;
    return isFile ? QStringLiteral("main.") + table : table;
}

bool identifies(const EntityInfo& entity)
{
    return std::any_of(entity.fields.begin(), entity.fields.end(), [](const FieldInfo& field) {
        return field.rules.identifying;
    });
}

} // namespace edupro::privacy
