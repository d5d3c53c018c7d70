// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/changes/SqlFunctions.h"

#include "core/storage/audit/AuditProof.h"
#include "core/storage/audit/AuditText.h"
#include "core/storage/SqliteFunctions.h"

#include <QLocale>

#include <cmath>
#include <memory>

namespace edupro::storage {

namespace {

/// What the functions of one connection share. Lives until SQLite forgets the functions.
struct Shared {
    explicit Shared(ChangeContext& changes)
        : context(changes)
    {
    }

    ChangeContext& context;
    AuditHasher hasher{};
};

using Shares = std::shared_ptr<Shared>;
using Arguments = sqlite3_value**;

Shared& sharedOf(sqlite3_context* call)
{
    return **static_cast<Shares*>(sqlite3_user_data(call));
}

QByteArrayView textOf(sqlite3_value* value)
{
    const auto* text = reinterpret_cast<const char*>(sqlite3_value_text(value));
    return {text, text ? sqlite3_value_bytes(value) : 0};
}

QByteArrayView bytesOf(sqlite3_value* value)
{
    const auto* bytes = static_cast<const char*>(sqlite3_value_blob(value));
    return {bytes, bytes ? sqlite3_value_bytes(value) : 0};
}

void answerText(sqlite3_context* call, const QByteArray& text)
{
    sqlite3_result_text(call, text.constData(), static_cast<int>(text.size()), SQLITE_TRANSIENT);
}

void answerBytes(sqlite3_context* call, const QByteArray& bytes)
{
    sqlite3_result_blob(call, bytes.constData(), static_cast<int>(bytes.size()), SQLITE_TRANSIENT);
}

void refuse(sqlite3_context* call, const char* why)
{
    sqlite3_result_error(call, why, -1);
}

bool isNull(sqlite3_value* value)
{
    return sqlite3_value_type(value) == SQLITE_NULL;
}

bool isSame(sqlite3_value* a, sqlite3_value* b)
{
    const int type = sqlite3_value_type(a);
    if (type != sqlite3_value_type(b)) return false;
    switch (type) {
    case SQLITE_NULL:
        return true;
    case SQLITE_INTEGER:
        return sqlite3_value_int64(a) == sqlite3_value_int64(b);
    case SQLITE_FLOAT:
        return sqlite3_value_double(a) == sqlite3_value_double(b);
    default:
        return bytesOf(a) == bytesOf(b);
    }
}

void appendNumber(QByteArray& json, double number)
{
    if (std::isfinite(number))
        json.append(QByteArray::number(number, 'g', QLocale::FloatingPointShortest));
    else
        json.append(number > 0 ? "1e999" : "-1e999"); // as SQLite writes them
}

void appendValue(QByteArray& json, sqlite3_value* value, bool isFlag)
{
    switch (sqlite3_value_type(value)) {
    case SQLITE_NULL:
        json.append("null");
        return;
    case SQLITE_INTEGER:
        if (isFlag)
            json.append(sqlite3_value_int64(value) != 0 ? "true" : "false");
        else
            json.append(QByteArray::number(sqlite3_value_int64(value)));
        return;
    case SQLITE_FLOAT:
        appendNumber(json, sqlite3_value_double(value));
        return;
    case SQLITE_BLOB:
        appendJsonText(json, bytesOf(value).toByteArray().toBase64());
        return;
    default:
        appendJsonText(json, textOf(value));
    }
}

/// Walks through "nis,name,deleted?" beside the values.
class Names {
public:
    explicit Names(QByteArrayView names)
        : m_rest(names)
    {
    }

    bool next()
    {
        if (m_rest.isEmpty()) return false;
        const auto comma = m_rest.indexOf(',');
        m_name = comma < 0 ? m_rest : m_rest.first(comma);
        m_rest = comma < 0 ? QByteArrayView() : m_rest.sliced(comma + 1);
        m_isFlag = m_name.endsWith('?');
        if (m_isFlag) m_name.chop(1);
        return true;
    }
    QByteArrayView name() const { return m_name; }
    bool isFlag() const { return m_isFlag; }

private:
    QByteArrayView m_rest;
    QByteArrayView m_name;
    bool m_isFlag = false;
};

void remote(sqlite3_context* call, int, Arguments)
{
    sqlite3_result_int(call, static_cast<int>(sharedOf(call).context.mode));
}

void version(sqlite3_context* call, int count, Arguments arguments)
{
    ChangeContext& context = sharedOf(call).context;
    if (count > 0 && !isNull(arguments[0])) {
        if (!context.versions.saw(textOf(arguments[0]))) {
            refuse(call, "sync.version");
            return;
        }
    }
    answerText(call, context.versions.next(context.at));
}

void meta(sqlite3_context* call, int, Arguments arguments)
{
    const ChangeContext& context = sharedOf(call).context;
    answerText(
        call,
        metaText(
            {.at = context.at,
             .actor = context.actor,
             .device = context.device,
             .action = textOf(arguments[0]),
             .table = textOf(arguments[1]),
             .row = textOf(arguments[2]),
             .columns = textOf(arguments[3])}));
}

/// Answers what `append` has written between two brackets, NULL when that is nothing.
template<class Append>
void answerList(
    sqlite3_context* call, int count, Arguments arguments, int perName, char close, Append append)
{
    QByteArray json(1, close == '}' ? '{' : '[');
    Names names(textOf(arguments[0]));
    int at = 1;
    for (; names.next(); at += perName) {
        if (at + perName > count) break;
        append(json, names, arguments + at);
    }
    if (at != count) {
        refuse(call, "edu: names and values do not match");
        return;
    }
    if (json.size() == 1) return; // NULL
    json.append(close);
    answerText(call, json);
}

void appendName(QByteArray& json, const Names& names)
{
    if (json.size() > 1) json.append(',');
    json.append('"').append(names.name()).append('"');
}

/// `json` begins with the reason, so that it stands in the payload of the change.
void beginPayload(sqlite3_context* call, QByteArray& json)
{
    const QByteArray& reason = sharedOf(call).context.reason;
    if (json.size() > 1 || reason.isEmpty()) return;
    json.append('"').append(typedReason).append("\":[null,");
    appendJsonText(json, reason);
    json.append(']');
}

void values(sqlite3_context* call, int count, Arguments arguments)
{
    answerList(
        call, count, arguments, 1, '}', [call](QByteArray& json, const Names& names, Arguments of) {
            if (isNull(of[0])) return;
            beginPayload(call, json);
            appendName(json, names);
            json.append(":[null,");
            appendValue(json, of[0], names.isFlag());
            json.append(']');
        });
}

void changes(sqlite3_context* call, int count, Arguments arguments)
{
    answerList(
        call, count, arguments, 2, '}', [call](QByteArray& json, const Names& names, Arguments of) {
            if (isSame(of[0], of[1])) return;
            beginPayload(call, json);
            appendName(json, names);
            json.append(":[");
            appendValue(json, of[0], names.isFlag());
            json.append(',');
            appendValue(json, of[1], names.isFlag());
            json.append(']');
        });
}

void changed(sqlite3_context* call, int count, Arguments arguments)
{
    answerList(
        call, count, arguments, 2, ']', [](QByteArray& json, const Names& names, Arguments of) {
            if (!isSame(of[0], of[1])) appendName(json, names);
        });
}

void start(sqlite3_context* call, int, Arguments arguments)
{
    if (isNull(arguments[0]))
        refuse(call, "edu_start: the file has no lineage");
    else
        answerBytes(call, sharedOf(call).hasher.start(textOf(arguments[0])));
}

void proof(sqlite3_context* call, int, Arguments arguments)
{
    const QByteArrayView previous = bytesOf(arguments[0]);
    if (previous.size() < hashSize) {
        refuse(call, "edu_proof: there is no link to join");
        return;
    }
    answerBytes(
        call, sharedOf(call).hasher.proof(previous, textOf(arguments[1]), textOf(arguments[2])));
}

void blank(sqlite3_context* call, int, Arguments arguments)
{
    QByteArray blanked = bytesOf(arguments[0]).toByteArray();
    if (blanked.size() == proofSize) blanked.replace(0, saltSize, QByteArray(saltSize, '\0'));
    answerBytes(call, blanked);
}

constexpr SqlFunction functions[] = {
    {"edu_remote", 0, guarded<remote>},
    {"edu_version", 0, guarded<version>},
    {"edu_version", 1, guarded<version>},
    {"edu_meta", 4, guarded<meta>},
    {"edu_values", -1, guarded<values>},
    {"edu_changes", -1, guarded<changes>},
    {"edu_changed", -1, guarded<changed>},
    {"edu_start", 1, guarded<start>},
    {"edu_proof", 3, guarded<proof>},
    {"edu_blank", 1, guarded<blank>},
};

} // namespace

Done registerChangeFunctions(const QSqlDatabase& database, ChangeContext& context)
{
    const auto shared = std::make_shared<Shared>(context);
    for (const SqlFunction& function : functions) {
        Done added = addFunction(database, function, new Shares(shared), [](void* held) {
            delete static_cast<Shares*>(held);
        });
        if (!added) return added;
    }
    return done();
}

} // namespace edupro::storage
