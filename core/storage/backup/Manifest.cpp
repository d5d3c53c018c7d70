// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/backup/Manifest.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <optional>

namespace edupro::storage {

namespace {

struct CauseRow {
    BackupCause cause;
    const char* name;
};

constexpr CauseRow causes[] = {
    {BackupCause::Manual, "manual"},
    {BackupCause::Daily, "daily"},
    {BackupCause::BeforeImport, "before-import"},
    {BackupCause::BeforeMigration, "before-migration"},
    {BackupCause::BeforeRestore, "before-restore"},
};

Error damaged(const char* what)
{
    return {
        .code = ErrorCode::Corrupt,
        .key = "backup.damaged",
        .detail = std::string("the manifest of the backup ") + what};
}

/// Reads fields of one JSON object and remembers whether one was missing or of another type.
class Fields {
public:
    explicit Fields(const QJsonValue& value)
        : m_object(value.toObject())
        , m_fine(value.isObject())
    {
    }

    bool fine() const { return m_fine; }
    const QJsonObject& object() const { return m_object; }

    QJsonValue at(const char* name, QJsonValue::Type type)
    {
        const QJsonValue value = m_object.value(QLatin1String(name));
        m_fine = m_fine && value.type() == type;
        return value;
    }
    QString text(const char* name, qsizetype longest = 200)
    {
        const QString value = at(name, QJsonValue::String).toString();
        m_fine = m_fine && value.size() <= longest;
        return value;
    }
    bool flag(const char* name) { return at(name, QJsonValue::Bool).toBool(); }
    /// A whole number that is not negative.
    qint64 number(const char* name) { return whole(at(name, QJsonValue::Double)); }
    qint64 whole(const QJsonValue& value)
    {
        const double real = value.toDouble(-1);
        constexpr double largest = 9007199254740992.0; // 2^53: what every JSON reader keeps
        m_fine =
            m_fine && value.isDouble() && real >= 0 && real <= largest && real == std::floor(real);
        return m_fine ? value.toInteger() : 0;
    }
    /// Empty stands for none.
    QUuid uuid(const char* name)
    {
        const QString value = text(name);
        const QUuid uuid = QUuid::fromString(value);
        m_fine = m_fine && (value.isEmpty() || !uuid.isNull());
        return uuid;
    }
    QByteArray hash(const char* name, bool required)
    {
        const QByteArray value = text(name).toLatin1();
        const auto isHex = [](char c) {
            return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
        };
        const bool formed = value.size() == 64 && std::all_of(value.begin(), value.end(), isHex);
        m_fine = m_fine && (formed || (!required && value.isEmpty()));
        return value;
    }

private:
    QJsonObject m_object;
    bool m_fine;
};

std::optional<BackupCause> causeOf(const QString& name)
{
    for (const CauseRow& row : causes) {
        if (name == QLatin1String(row.name)) return row.cause;
    }
    return std::nullopt;
}

QString plain(const QUuid& uuid)
{
    return uuid.isNull() ? QString() : uuid.toString(QUuid::WithoutBraces);
}

qint64 largestOf(const QString& member)
{
    if (member == databaseMember) return largestDatabase;
    return member == keysMember ? largestKeyFile : -1;
}

Done readMembers(const QJsonArray& array, BackupManifest& manifest)
{
    for (const QJsonValue& value : array) {
        Fields fields(value);
        const BackupMember member{
            .name = fields.text("name"),
            .size = fields.number("size"),
            .sha256 = fields.hash("sha256", true)};
        if (!fields.fine()) return damaged("describes a member wrongly");
        const qint64 largest = largestOf(member.name);
        if (largest < 0 || manifest.member(member.name))
            return damaged("names a member that may not be there");
        if (member.size == 0) return damaged("names an empty member"); // no keys: a plain school
        if (member.size > largest) {
            return Error{
                .code = ErrorCode::Validation,
                .key = "backup.too_big",
                .detail = "the backup has a member of " + std::to_string(member.size) + " bytes"};
        }
        manifest.members.push_back(member);
    }
    if (!manifest.member(databaseMember)) return damaged("names no database");
    return done();
}

Done readRows(const QJsonObject& object, BackupManifest& manifest)
{
    Fields fields(object);
    for (auto table = object.begin(); table != object.end(); ++table)
        manifest.rows.insert(table.key(), fields.whole(table.value()));
    return fields.fine() ? done() : damaged("counts rows wrongly");
}

} // namespace

QString causeName(BackupCause cause)
{
    const auto* row = std::find_if(
        std::begin(causes), std::end(causes), [&](const CauseRow& r) { return r.cause == cause; });
    return QLatin1String(row->name);
}

const BackupMember* BackupManifest::member(const QString& name) const
{
    const auto found = std::find_if(
        members.begin(), members.end(), [&](const BackupMember& m) { return m.name == name; });
    return found == members.end() ? nullptr : &*found;
}

QByteArray toJson(const BackupManifest& manifest)
{
    QJsonArray members;
    for (const BackupMember& member : manifest.members) {
        members.append(QJsonObject{
            {QStringLiteral("name"), member.name},
            {QStringLiteral("size"), member.size},
            {QStringLiteral("sha256"), QString::fromLatin1(member.sha256)}});
    }
    QJsonObject rows;
    for (auto table = manifest.rows.begin(); table != manifest.rows.end(); ++table)
        rows.insert(table.key(), table.value());
    const QJsonObject document{
        {QStringLiteral("format"), backupFormat},
        {QStringLiteral("created_at"), static_cast<qint64>(manifest.createdAt)},
        {QStringLiteral("cause"), causeName(manifest.cause)},
        {QStringLiteral("program"), manifest.program},
        {QStringLiteral("file"), plain(manifest.identity.file)},
        {QStringLiteral("lineage"), plain(manifest.identity.lineage)},
        {QStringLiteral("schema"), manifest.schema},
        {QStringLiteral("encrypted"), manifest.encrypted},
        {QStringLiteral("audit_number"), manifest.audit.number},
        {QStringLiteral("audit_hash"), QString::fromLatin1(manifest.audit.hash)},
        {QStringLiteral("rows"), rows},
        {QStringLiteral("members"), members},
        {QStringLiteral("erasures"), QJsonArray::fromStringList(manifest.erasures)}};
    return QJsonDocument(document).toJson(QJsonDocument::Compact);
}

Result<BackupManifest> manifestFromJson(const QByteArray& json)
{
    if (json.size() > largestManifest) return damaged("is too long");
    Fields fields(QJsonDocument::fromJson(json).object());
    const qint64 format = fields.number("format");
    if (!fields.fine()) return damaged("cannot be read");
    if (format != backupFormat) {
        return Error{
            .code = ErrorCode::Corrupt,
            .key = "backup.newer",
            .detail = "the backup has format " + std::to_string(format) +
                      ", this program knows format " + std::to_string(backupFormat)};
    }
    BackupManifest manifest{
        .createdAt = fields.number("created_at"),
        .program = fields.text("program"),
        .identity = {fields.uuid("file"), fields.uuid("lineage")},
        .encrypted = fields.flag("encrypted"),
        .audit = {fields.number("audit_number"), fields.hash("audit_hash", false)}};
    const qint64 schema = fields.number("schema");
    const std::optional<BackupCause> cause = causeOf(fields.text("cause"));
    const QJsonObject rows = fields.at("rows", QJsonValue::Object).toObject();
    const QJsonArray members = fields.at("members", QJsonValue::Array).toArray();
    const QJsonArray erasures = fields.at("erasures", QJsonValue::Array).toArray();
    if (!fields.fine() || !cause || schema > 1'000'000)
        return damaged("lacks a field or has one of another type");
    manifest.cause = *cause;
    manifest.schema = static_cast<int>(schema);
    for (const QJsonValue& id : erasures) {
        if (QUuid::fromString(id.toString()).isNull()) return damaged("lists an erasure wrongly");
        manifest.erasures.append(id.toString());
    }
    if (Done read = readRows(rows, manifest); !read) return read.error();
    if (Done read = readMembers(members, manifest); !read) return read.error();
    return manifest;
}

} // namespace edupro::storage
