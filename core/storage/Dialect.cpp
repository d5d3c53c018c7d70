// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/Dialect.h"

#include <QRegularExpression>
#include <QSqlError>

namespace edupro::storage {

namespace {

struct Token {
    const char16_t* name;
    const char16_t* sqlite;
    const char16_t* postgres;
};

// clang-format off
    constexpr Token tokens[] = {
        { u"{stamp}",   u"created_at {instant} NOT NULL, updated_at {instant} NOT NULL, version {int} NOT NULL, "
                        u"device {text} NOT NULL, deleted {flag} NOT NULL",
                        u"created_at {instant} NOT NULL, updated_at {instant} NOT NULL, version {int} NOT NULL, "
                        u"device {text} NOT NULL, deleted {flag} NOT NULL" },
        { u"{uuid}",    u"TEXT",    u"UUID" },
        { u"{text}",    u"TEXT",    u"TEXT COLLATE \"C\"" },
        { u"{int}",     u"INTEGER", u"BIGINT" },
        { u"{real}",    u"REAL",    u"DOUBLE PRECISION" },
        { u"{flag}",    u"INTEGER", u"BOOLEAN" },
        { u"{date}",    u"TEXT",    u"DATE" },
        { u"{instant}", u"INTEGER", u"BIGINT" },
        { u"{json}",    u"TEXT",    u"JSON" },
        { u"{bytes}",   u"BLOB",    u"BYTEA" },
        { u"{strict}",  u"STRICT",  u"" },
    };
// clang-format on

struct Meaning {
    ErrorCode code;
    const char* key;
};

Meaning sqliteMeaning(int extended)
{
    constexpr int tagMismatch = 10 | 32 << 8; // SQLITE_IOERR_DATA: a page is not what was written
    if (extended == tagMismatch) return {ErrorCode::Corrupt, "store.damaged"};
    constexpr int noMemoryForIo = 3082; // SQLITE_IOERR_NOMEM
    if (extended == noMemoryForIo) return {ErrorCode::Io, "store.memory"};
    constexpr int noRoomForIndex = 4874; // SQLITE_IOERR_SHMSIZE
    if (extended == noRoomForIndex) return {ErrorCode::Io, "store.full"};
    switch (extended & 0xFF) {
    case 5: // SQLITE_BUSY
    case 6: // SQLITE_LOCKED
        return {ErrorCode::Io, "store.busy"};
    case 7: // SQLITE_NOMEM
        return {ErrorCode::Io, "store.memory"};
    case 8: // SQLITE_READONLY
        return {ErrorCode::Io, "store.read_only"};
    case 10: // SQLITE_IOERR
        return {ErrorCode::Io, "store.io"};
    case 11: // SQLITE_CORRUPT
        return {ErrorCode::Corrupt, "store.damaged"};
    case 13: // SQLITE_FULL
        return {ErrorCode::Io, "store.full"};
    case 14: // SQLITE_CANTOPEN
        return {ErrorCode::Io, "store.cannot_open"};
    case 19: // SQLITE_CONSTRAINT
        return {ErrorCode::Constraint, "store.constraint"};
    case 26: // SQLITE_NOTADB
        return {ErrorCode::Corrupt, "store.foreign"};
    default:
        return {ErrorCode::Internal, "store.sql"};
    }
}

Meaning postgresMeaning(const QString& state)
{
    if (state.startsWith(u"23")) return {ErrorCode::Constraint, "store.constraint"};
    if (state.startsWith(u"22")) return {ErrorCode::Validation, "store.value"};
    if (state == u"42501") return {ErrorCode::Permission, "access.denied"};
    if (state == u"40001" || state == u"40P01" || state == u"55P03")
        return {ErrorCode::Io, "store.busy"};
    if (state == u"53100") return {ErrorCode::Io, "store.full"};
    if (state == u"57014") return {ErrorCode::Connection, "hub.slow"};
    if (state.isEmpty() || state.startsWith(u"57") || state.startsWith(u"08"))
        return {ErrorCode::Connection, "hub.connect"};
    return {ErrorCode::Internal, "store.sql"};
}

/// The broken constraint as rule and column. Index names are `<table>_<column>_unique`.
std::vector<Issue> constraintIssues(const QString& text, const QString& nativeCode)
{
    static const QRegularExpression sqliteUnique(
        QStringLiteral("UNIQUE constraint failed: \\w+\\.(\\w+)"));
    static const QRegularExpression sqliteNull(
        QStringLiteral("NOT NULL constraint failed: \\w+\\.(\\w+)"));
    static const QRegularExpression postgresUnique(QStringLiteral("constraint \"(\\w+)_unique\""));
    static const QRegularExpression postgresReference(
        QStringLiteral("constraint \"\\w+?_(\\w+_id)_fkey\""));
    if (const auto match = sqliteUnique.match(text); match.hasMatch())
        return {{.field = match.captured(1).toStdString(), .rule = "unique"}};
    if (const auto match = sqliteNull.match(text); match.hasMatch())
        return {{.field = match.captured(1).toStdString(), .rule = "required"}};
    if (const auto match = postgresUnique.match(text); match.hasMatch()) {
        // <table>_<column>: table names are plural and may hold underscores, so the column is what
        // follows the known part.
        const QString name = match.captured(1);
        return {{.field = name.section(QStringLiteral("s_"), -1).toStdString(), .rule = "unique"}};
    }
    if (const auto match = postgresReference.match(text); match.hasMatch())
        return {{.field = match.captured(1).toStdString(), .rule = "reference"}};
    if (text.contains(u"FOREIGN KEY") || nativeCode == u"23503") return {{.rule = "reference"}};
    return {{.rule = "constraint"}};
}

const auto triggerCode = QStringLiteral("1811"); // SQLITE_CONSTRAINT_TRIGGER

/// Our triggers say their key: what they guard is not to be done by any path of the program.
Error triggerError(const QSqlError& error, const char* doing)
{
    const bool audit = error.databaseText().contains(u"audit.append_only");
    Error result{.code = audit ? ErrorCode::Permission : ErrorCode::Internal};
    result.key = audit                                              ? "audit.append_only"
                 : error.databaseText().contains(u"sync.no_delete") ? "sync.no_delete"
                                                                    : "sync.id_fixed";
    result.detail = doing;
    return result;
}

/// As Qt::ISODate, without its formatting functions; imports bind hundreds of thousands of dates.
QString isoDate(QDate date)
{
    if (!date.isValid() || date.year() < 0 || date.year() > 9999) return date.toString(Qt::ISODate);
    char text[] = "0000-00-00";
    const auto write = [&text](int at, int digits, int number) {
        for (int i = at + digits - 1; i >= at; --i, number /= 10)
            text[i] = static_cast<char>('0' + number % 10);
    };
    write(0, 4, date.year());
    write(5, 2, date.month());
    write(8, 2, date.day());
    return QString::fromLatin1(text, sizeof text - 1);
}

} // namespace

QString expandTokens(const QString& text, Dialect dialect)
{
    QString expanded = text;
    for (const Token& token : tokens) {
        expanded.replace(
            QStringView(token.name).toString(),
            QStringView(dialect == Dialect::Sqlite ? token.sqlite : token.postgres).toString());
    }
    return expanded;
}

QVariant toDatabase(const QVariant& value)
{
    switch (value.typeId()) {
    case QMetaType::QUuid:
        return value.toUuid().toString(QUuid::WithoutBraces);
    case QMetaType::QDate:
        return isoDate(value.toDate());
    case QMetaType::QString:
        // A null QString would be bound as NULL.
        return value.toString().isNull() ? QVariant(QStringLiteral("")) : value;
    default:
        return value;
    }
}

QVariant fromDatabase(FieldType type, const QVariant& value)
{
    if (value.isNull()) return {};
    switch (type) {
    case FieldType::Text:
    case FieldType::Json:
        return value.toString();
    case FieldType::Integer:
    case FieldType::Moment:
        return value.toLongLong();
    case FieldType::Real:
        return value.toDouble();
    case FieldType::Flag:
        return value.toBool();
    case FieldType::Date:
        return value.typeId() == QMetaType::QDate
                   ? value
                   : QVariant(QDate::fromString(value.toString(), Qt::ISODate));
    case FieldType::Uuid:
        return QVariant::fromValue(QUuid::fromString(value.toString()));
    }
    return value;
}

Error toError(const QSqlError& error, Dialect dialect, const char* doing)
{
    const QString native = error.nativeErrorCode();
    if (dialect == Dialect::Sqlite && native == triggerCode) return triggerError(error, doing);
    const Meaning meaning =
        dialect == Dialect::Sqlite ? sqliteMeaning(native.toInt()) : postgresMeaning(native);
    Error result{.code = meaning.code, .key = meaning.key, .detail = doing};
    if (meaning.code == ErrorCode::Constraint) {
        result.issues = constraintIssues(error.databaseText(), native);
    } else if (meaning.code != ErrorCode::Validation) {
        result.detail += ": " + error.databaseText().section(u'\n', 0, 0).toStdString();
    }
    if (!native.isEmpty()) result.detail += " (" + native.toStdString() + ")";
    return result;
}

} // namespace edupro::storage
