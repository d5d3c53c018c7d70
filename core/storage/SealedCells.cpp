// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/SealedCells.h"

#include "core/record/Validate.h"
#include "core/security/Seal.h"
#include "core/storage/SqliteFunctions.h"

namespace edupro::storage {

namespace {

QString textOfRow(const QUuid& row)
{
    return row.toString(QUuid::WithoutBraces);
}

// What is sealed is the value as text behind one letter for its type, so that edu_open knows a
// number from a text of digits.
constexpr char wholeNumber = 'i';
constexpr char anyText = 't';

QByteArray plainOf(const FieldInfo& field, const QVariant& value)
{
    const char type = field.type == FieldType::Integer ? wholeNumber : anyText;
    return type + textOf(field, value).toUtf8();
}

QVariant valueOfPlain(const FieldInfo& field, const QByteArray& plain)
{
    const QString text = QString::fromUtf8(plain.mid(1));
    // It was a value of this field; trimming or normalising it again could change it.
    if (field.type == FieldType::Text || field.type == FieldType::Json) return text;
    const Result<QVariant> value = valueFromText(field, text);
    return value ? *value : QVariant();
}

QString textArgument(sqlite3_value* argument)
{
    const auto* bytes = reinterpret_cast<const char*>(sqlite3_value_text(argument));
    return QString::fromUtf8(bytes, sqlite3_value_bytes(argument));
}

void openCell(sqlite3_context* context, int, sqlite3_value** arguments)
{
    sqlite3_value* cell = arguments[3];
    const bool isText = sqlite3_value_type(cell) == SQLITE_TEXT;
    const QString sealed = isText ? textArgument(cell) : QString();
    if (!security::isSealed(sealed)) {
        sqlite3_result_value(context, cell);
        return;
    }
    const auto* key = static_cast<const security::SecretBytes*>(sqlite3_user_data(context));
    const auto value = security::openValue(
        *key,
        {textArgument(arguments[0]), textArgument(arguments[1]), textArgument(arguments[2])},
        sealed);
    if (!value) {
        sqlite3_result_null(context);
        return;
    }
    const QByteArray text = value->mid(1);
    if (value->startsWith(wholeNumber))
        sqlite3_result_int64(context, text.toLongLong());
    else
        sqlite3_result_text(
            context, text.constData(), static_cast<int>(text.size()), SQLITE_TRANSIENT);
}

void forgetKey(void* key)
{
    delete static_cast<security::SecretBytes*>(key);
}

} // namespace

SealedCells::SealedCells(std::shared_ptr<const security::SchoolKeys> keys)
    : m_keys(std::move(keys))
{
}

Sealing SealedCells::sealing() const
{
    if (!m_keys) return Sealing::Plain;
    return m_keys->seal.isEmpty() ? Sealing::Locked : Sealing::Open;
}

Result<QVariant> SealedCells::cellOf(
    const EntityInfo& entity, const FieldInfo& field, const QUuid& row, const QVariant& value) const
{
    if (!value.isValid() || sealing() == Sealing::Plain) return value;
    if (sealing() == Sealing::Locked) {
        return Error{
            .code = ErrorCode::Permission,
            .key = "access.sealed",
            .detail = entity.table.toStdString() + "." + field.column.toStdString() +
                      " is sealed and this account does not hold its key; leave it as it is",
            .issues = {{.field = field.column.toStdString(), .rule = "sealed"}}};
    }
    return QVariant(security::sealValue(
        m_keys->seal, {entity.table, textOfRow(row), field.column}, plainOf(field, value)));
}

QVariant SealedCells::valueOf(
    const EntityInfo& entity, const FieldInfo& field, const QUuid& row, const QVariant& cell) const
{
    const bool isSealed =
        cell.typeId() == QMetaType::QString && security::isSealed(cell.toString());
    // Without keys a text that only looks sealed is what somebody typed.
    if (!isSealed || (!m_keys && field.type == FieldType::Text)) return cell;
    if (!m_keys) return {};
    const auto plain = security::openValue(
        m_keys->seal, {entity.table, textOfRow(row), field.column}, cell.toString());
    return plain ? valueOfPlain(field, *plain) : QVariant();
}

QVariant SealedCells::indexOf(const FieldInfo& field, const QVariant& value) const
{
    if (!value.isValid() || sealing() == Sealing::Locked) return {};
    const QString text = edupro::textOf(field, value);
    if (sealing() == Sealing::Plain) return text;
    return QString::fromLatin1(
        security::sealedIndex(m_keys->seal, field.column, text.toUtf8()).toHex());
}

QString SealedCells::textOf(
    const QString& table, const QString& row, const QString& column, const QString& cell) const
{
    if (!m_keys) return cell;
    const auto plain = security::openValue(m_keys->seal, {table, row, column}, cell);
    return plain ? QString::fromUtf8(plain->mid(1)) : QString();
}

Done addSealFunctions(const QSqlDatabase& database, const security::SecretBytes* sealKey)
{
    constexpr SqlFunction open{
        .name = "edu_open",
        .arguments = 4,
        .body = guarded<openCell>,
        .flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC};
    auto key = std::make_unique<security::SecretBytes>(
        sealKey ? sealKey->copy() : security::SecretBytes());
    return addFunction(database, open, key.release(), forgetKey);
}

QString indexColumnOf(const FieldInfo& field)
{
    return field.column + QStringLiteral("_index");
}

} // namespace edupro::storage
