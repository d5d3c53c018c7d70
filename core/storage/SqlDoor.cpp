// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/SqlDoor.h"

#include <QRegularExpression>

#include <sqlite3.h>

#include <algorithm>
#include <iterator>
#include <memory>

namespace edupro::storage {

namespace {

using Statement = std::unique_ptr<sqlite3_stmt, int (*)(sqlite3_stmt*)>;

constexpr const char* readingPragmas[] = {
    "application_id",   "collation_list",  "database_list", "encoding",    "foreign_key_check",
    "foreign_key_list", "freelist_count",  "function_list", "index_info",  "index_list",
    "index_xinfo",      "integrity_check", "page_count",    "page_size",   "quick_check",
    "schema_version",   "table_info",      "table_list",    "table_xinfo", "user_version"};

/// These take a name to look at; an argument to any other would set it.
bool takesName(const char* pragma)
{
    constexpr const char* names[] = {
        "foreign_key_check",
        "foreign_key_list",
        "index_info",
        "index_list",
        "index_xinfo",
        "integrity_check",
        "quick_check",
        "table_info",
        "table_list",
        "table_xinfo"};
    return std::any_of(std::begin(names), std::end(names), [&](const char* name) {
        return qstricmp(name, pragma) == 0;
    });
}

bool onlyReads(const char* pragma, const char* argument)
{
    const bool known =
        std::any_of(std::begin(readingPragmas), std::end(readingPragmas), [&](const char* name) {
            return qstricmp(name, pragma) == 0;
        });
    return known && (!argument || takesName(pragma));
}

/// What compiling a statement has found out about it.
struct Findings {
    bool refused = false;
    bool opensSealed = false;
};

// Called by SQLite while it compiles a statement. What is not listed is refused.
int authorize(
    void* findings,
    int action,
    const char* first,
    const char* second,
    const char* /*database*/,
    const char* /*view*/)
{
    switch (action) {
    case SQLITE_SELECT:
    case SQLITE_RECURSIVE:
        return SQLITE_OK;
    case SQLITE_READ:
        // Reads as NULL: a hash would allow guessing.
        return qstricmp(first, "passwords") == 0 && qstricmp(second, "hash") == 0 ? SQLITE_IGNORE
                                                                                  : SQLITE_OK;
    case SQLITE_FUNCTION:
        if (qstricmp(second, "edu_open") == 0) static_cast<Findings*>(findings)->opensSealed = true;
        if (qstricmp(second, "load_extension") != 0) return SQLITE_OK;
        break;
    case SQLITE_PRAGMA:
        if (onlyReads(first, second)) return SQLITE_OK;
        break;
    default:
        break;
    }
    static_cast<Findings*>(findings)->refused = true;
    return SQLITE_DENY;
}

/// While it lives, the connection only reads.
class OnlyReading {
public:
    explicit OnlyReading(sqlite3* database)
        : m_database(database)
    {
        sqlite3_exec(database, "PRAGMA query_only=ON", nullptr, nullptr, nullptr);
        sqlite3_set_authorizer(database, authorize, &m_findings);
    }
    ~OnlyReading()
    {
        sqlite3_set_authorizer(m_database, nullptr, nullptr);
        // The question was noted before: the connection was not read-only.
        sqlite3_exec(m_database, "PRAGMA query_only=OFF", nullptr, nullptr, nullptr);
    }
    OnlyReading(const OnlyReading&) = delete;
    OnlyReading& operator=(const OnlyReading&) = delete;

    bool hasRefused() const { return m_findings.refused; }
    bool opensSealed() const { return m_findings.opensSealed; }

private:
    sqlite3* m_database;
    Findings m_findings;
};

Error refusedError(const char* key, ErrorCode code, std::string detail)
{
    return {.code = code, .key = key, .detail = std::move(detail)};
}

Error writes()
{
    return refusedError(
        "sql.write",
        ErrorCode::Permission,
        "only reading is allowed here: one SELECT, no change, no ATTACH, no setting");
}

Error several()
{
    return refusedError(
        "sql.several", ErrorCode::Validation, "one statement at a time, such as SELECT ...");
}

Result<Statement> compiled(sqlite3* database, const QByteArray& sql, const OnlyReading& guard)
{
    sqlite3_stmt* raw = nullptr;
    const char* rest = nullptr;
    const int code =
        sqlite3_prepare_v2(database, sql.constData(), static_cast<int>(sql.size()), &raw, &rest);
    Statement statement(raw, sqlite3_finalize);
    if (guard.hasRefused()) return writes();
    if (code != SQLITE_OK)
        return refusedError("sql.syntax", ErrorCode::Validation, sqlite3_errmsg(database));
    if (!statement) return several();
    if (sqlite3_stmt_readonly(raw) == 0) return writes();
    // What follows may be blank or a comment, but no statement.
    while (rest && *rest != '\0') {
        sqlite3_stmt* next = nullptr;
        const int more = sqlite3_prepare_v2(database, rest, -1, &next, &rest);
        const bool another = next != nullptr || more != SQLITE_OK;
        sqlite3_finalize(next);
        if (another) return several();
    }
    return statement;
}

QStringList columnsOf(sqlite3_stmt* statement)
{
    QStringList columns;
    for (int i = 0; i < sqlite3_column_count(statement); ++i) {
        const QString name = QString::fromUtf8(sqlite3_column_name(statement, i));
        QString unique = name;
        for (int n = 2; columns.contains(unique); ++n)
            unique = name + u'_' + QString::number(n);
        columns.append(unique);
    }
    return columns;
}

QVariant valueOf(sqlite3_stmt* statement, int column)
{
    const auto size = sqlite3_column_bytes(statement, column);
    switch (sqlite3_column_type(statement, column)) {
    case SQLITE_INTEGER:
        return static_cast<qlonglong>(sqlite3_column_int64(statement, column));
    case SQLITE_FLOAT:
        return sqlite3_column_double(statement, column);
    case SQLITE_TEXT: {
        const unsigned char* text = sqlite3_column_text(statement, column);
        return QString::fromUtf8(
            reinterpret_cast<const char*>(text), sqlite3_column_bytes(statement, column));
    }
    case SQLITE_BLOB:
        return QByteArray(static_cast<const char*>(sqlite3_column_blob(statement, column)), size);
    default:
        return {};
    }
}

/// The question without the values in it, which may be somebody's.
QString withoutValues(QString sql)
{
    static const QRegularExpression comment(
        QStringLiteral("--[^\n]*|/\\*.*?(\\*/|$)"), QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression quoted(QStringLiteral("'[^']*'|\"[^\"]*\""));
    static const QRegularExpression number(QStringLiteral("\\b[0-9][0-9a-zA-Z_.]*"));
    sql.replace(quoted, QStringLiteral("?")); // first: quotes may hold what looks like a comment
    sql.replace(comment, QString());
    return sql.replace(number, QStringLiteral("?")).simplified().left(1000);
}

/// `opened`: the rows of an answer with values of sealed columns.
Result<SqlAnswer>
run(sqlite3* database,
    const QByteArray& sql,
    const std::function<void(const QStringList&)>& columns,
    const SqlRow& row,
    qint64& opened)
{
    const OnlyReading guard(database);
    Result<Statement> statement = compiled(database, sql, guard);
    if (!statement) return statement.error();
    sqlite3_stmt* raw = statement.value().get();
    SqlAnswer answer{.columns = columnsOf(raw)};
    columns(answer.columns);
    int code = SQLITE_ROW;
    while ((code = sqlite3_step(raw)) == SQLITE_ROW) {
        QVariantList values;
        for (int i = 0; i < static_cast<int>(answer.columns.size()); ++i)
            values.append(valueOf(raw, i));
        ++answer.rows;
        if (guard.opensSealed()) opened = answer.rows;
        if (!row(values)) return answer;
    }
    if (guard.hasRefused()) return writes();
    if (code != SQLITE_DONE)
        return refusedError("sql.syntax", ErrorCode::Validation, sqlite3_errmsg(database));
    return answer;
}

} // namespace

Result<SqlAnswer> readBySql(
    Store& store,
    const QString& sql,
    const std::function<void(const QStringList&)>& columns,
    const SqlRow& row)
{
    if (Done may = store.require(security::Action::Read, security::Object::Database); !may)
        return may.error();
    sqlite3* database = store.connection().sqliteHandle();
    if (!database) {
        return refusedError(
            "sql.dialect", ErrorCode::Internal, "SQL by hand is for school files only");
    }
    const AuditNote question{
        .action = AuditAction::Query, .details = {{QStringLiteral("sql"), withoutValues(sql)}}};
    if (Done noted = store.note(question); !noted) return noted.error();
    qint64 opened = 0;
    auto answer = run(database, sql.toUtf8(), columns, row, opened);
    if (opened == 0) return answer;
    const AuditNote read{
        .action = AuditAction::ReadMasked,
        .details = {
            {QStringLiteral("rows"), opened}, {QStringLiteral("by"), QStringLiteral("sql")}}};
    if (Done noted = store.note(read); !noted) return noted.error();
    return answer;
}

} // namespace edupro::storage
