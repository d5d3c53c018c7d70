// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/security/KeySlots.h"

#include "core/security/CanonicalJson.h"
#include "core/security/Digests.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>
#include <set>

namespace edupro::security {

namespace {

constexpr qint64 knownFormat = 1;
constexpr qint64 largestExact = 1LL << 53; // what JSON numbers carry exactly
constexpr std::array<const char*, 3> kindNames = {"user", "recovery", "invite"};

Error damaged(const char* what)
{
    return {
        .code = ErrorCode::Corrupt,
        .key = "key.damaged",
        .detail = std::string("the key file is damaged: ") + what};
}

QString text(const QUuid& id)
{
    return id.toString(QUuid::WithoutBraces);
}

QString text(const QByteArray& bytes)
{
    return QString::fromLatin1(bytes.toBase64());
}

QString textOfTime(Instant time)
{
    if (time == 0) return {};
    return QDateTime::fromMSecsSinceEpoch(time, Qt::UTC).toString(Qt::ISODate);
}

/// Reads members one by one and remembers the first that is not as it was written.
class Reader {
public:
    explicit Reader(const QJsonObject& object)
        : m_object(object)
    {
    }

    qint64 number(const char* name, qint64 largest)
    {
        const qint64 number = m_object.value(QLatin1String(name)).toInteger(-1);
        return number < 0 || number > largest ? fail<qint64>(name) : number;
    }

    QUuid id(const char* name) { return id(m_object.value(QLatin1String(name)), name); }
    QUuid id(const QJsonValue& value, const char* name)
    {
        const QUuid id = QUuid::fromString(value.toString());
        return id.isNull() || text(id) != value.toString() ? fail<QUuid>(name) : id;
    }

    /// Decoded base 64 of a size from `smallest` to `largest`, or empty when that is allowed.
    QByteArray
    bytes(const char* name, qsizetype smallest, qsizetype largest, bool mayBeEmpty = false)
    {
        const QJsonValue value = m_object.value(QLatin1String(name));
        const auto decoded = QByteArray::fromBase64Encoding(
            value.toString().toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
        const qsizetype size = decoded.decoded.size();
        const bool fits = (size >= smallest && size <= largest) || (mayBeEmpty && size == 0);
        // Written again it must be the same: several texts may decode to the same bytes.
        if (!value.isString() || !decoded || !fits || text(decoded.decoded) != value.toString())
            return fail<QByteArray>(name);
        return decoded.decoded;
    }

    Instant time(const char* name)
    {
        const QJsonValue value = m_object.value(QLatin1String(name));
        if (!value.isString()) return fail<Instant>(name);
        if (value.toString().isEmpty()) return 0;
        const QDateTime time = QDateTime::fromString(value.toString(), Qt::ISODate);
        const Instant instant = time.isValid() ? time.toMSecsSinceEpoch() : 0;
        return instant <= 0 || textOfTime(instant) != value.toString() ? fail<Instant>(name)
                                                                       : instant;
    }

    QString word(const char* name) { return m_object.value(QLatin1String(name)).toString(); }

    Reader object(const char* name, qsizetype members)
    {
        const QJsonValue value = m_object.value(QLatin1String(name));
        Reader inner(value.toObject());
        inner.expectMembers(members, name);
        if (inner.m_wrong) fail<int>(name);
        return inner;
    }

    QJsonArray array(const char* name)
    {
        const QJsonValue value = m_object.value(QLatin1String(name));
        if (!value.isArray()) fail<int>(name);
        return value.toArray();
    }

    void expectMembers(qsizetype count, const char* name)
    {
        if (m_object.size() != count) fail<int>(name);
    }

    template<class T>
    T fail(const char* name)
    {
        if (!m_wrong) m_wrong = name;
        return T{};
    }

    void adopt(const Reader& inner)
    {
        if (inner.m_wrong && !m_wrong) m_wrong = inner.m_wrong;
    }

    const char* wrong() const { return m_wrong; }

private:
    QJsonObject m_object;
    const char* m_wrong = nullptr;
};

KeySlot readSlot(const QJsonValue& value, Reader& outer)
{
    Reader reader(value.toObject());
    reader.expectMembers(7, "slots");
    KeySlot slot;
    slot.id = reader.id("id");
    const QString kind = reader.word("kind");
    const auto name = std::find_if(kindNames.begin(), kindNames.end(), [&kind](const char* known) {
        return kind == QLatin1String(known);
    });
    if (name == kindNames.end()) reader.fail<int>("kind");
    slot.kind = static_cast<SlotKind>(name - kindNames.begin());
    slot.login = reader.bytes("login", 32, 32, true);
    if (slot.login.isEmpty() != (slot.kind == SlotKind::Recovery)) reader.fail<int>("login");
    Reader cost = reader.object("kdf", 5);
    slot.cost.n = static_cast<std::uint64_t>(cost.number("n", 1LL << 20));
    slot.cost.r = static_cast<std::uint32_t>(cost.number("r", 8));
    slot.cost.p = static_cast<std::uint32_t>(cost.number("p", 4));
    slot.salt = cost.bytes("salt", saltSize, saltSize);
    if (cost.word("alg") != u"scrypt" || !isAcceptable(slot.cost)) cost.fail<int>("kdf");
    reader.adopt(cost);
    slot.box.nonce = reader.bytes("nonce", nonceSize, nonceSize);
    slot.box.sealed = reader.bytes("box", tagSize, 1024);
    slot.validUntil = reader.time("valid_until");
    outer.adopt(reader);
    return slot;
}

/// One slot per login and one recovery code, so that a sign-in costs one derivation.
bool haveOwnNames(const std::vector<KeySlot>& entries)
{
    std::set<QByteArray> logins;
    std::set<QUuid> ids;
    for (const KeySlot& slot : entries) {
        if (!logins.insert(slot.login).second || !ids.insert(slot.id).second) return false;
    }
    return true;
}

/// How deep arrays and objects stand in each other; strings are skipped.
int depthOf(const QByteArray& json)
{
    int depth = 0;
    int deepest = 0;
    bool inString = false;
    for (qsizetype i = 0; i < json.size(); ++i) {
        const char character = json[i];
        if (inString && character == '\\')
            ++i;
        else if (character == '"')
            inString = !inString;
        else if (!inString && (character == '[' || character == '{'))
            deepest = std::max(deepest, ++depth);
        else if (!inString && (character == ']' || character == '}'))
            --depth;
    }
    return deepest;
}

QJsonObject jsonOf(const KeySlot& slot)
{
    const auto number = [](std::uint64_t value) {
        return static_cast<qint64>(value);
    };
    const QJsonObject cost = {
        {QStringLiteral("alg"), QStringLiteral("scrypt")},
        {QStringLiteral("n"), number(slot.cost.n)},
        {QStringLiteral("r"), number(slot.cost.r)},
        {QStringLiteral("p"), number(slot.cost.p)},
        {QStringLiteral("salt"), text(slot.salt)}};
    return {
        {QStringLiteral("id"), text(slot.id)},
        {QStringLiteral("kind"), QLatin1String(kindNames[static_cast<std::size_t>(slot.kind)])},
        {QStringLiteral("login"), text(slot.login)},
        {QStringLiteral("kdf"), cost},
        {QStringLiteral("nonce"), text(slot.box.nonce)},
        {QStringLiteral("box"), text(slot.box.sealed)},
        {QStringLiteral("valid_until"), textOfTime(slot.validUntil)}};
}

QJsonObject jsonWithoutMac(const KeySlots& content)
{
    QJsonArray slotsJson;
    for (const KeySlot& slot : content.entries)
        slotsJson += jsonOf(slot);
    QJsonArray erasures;
    for (const QUuid& id : content.erasures)
        erasures += text(id);
    const QJsonObject anchor = {
        {QStringLiteral("audit_n"), content.anchor.auditNumber},
        {QStringLiteral("audit_hash"), text(content.anchor.auditHash)},
        {QStringLiteral("dirty_seq"), content.anchor.dirtySequence}};
    return {
        {QStringLiteral("format"), knownFormat},
        {QStringLiteral("file"), text(content.file)},
        {QStringLiteral("generation"), content.generation},
        {QStringLiteral("slots"), slotsJson},
        {QStringLiteral("anchor"), anchor},
        {QStringLiteral("erasures"), erasures}};
}

} // namespace

QByteArray loginMark(const QUuid& file, const QString& login)
{
    const QString folded = login.normalized(QString::NormalizationForm_C).trimmed().toLower();
    return sha256((text(file) + u'|' + folded).toUtf8());
}

Result<KeySlots> readKeySlots(const QByteArray& json)
{
    if (json.size() > largestKeyFile) return damaged("it is larger than 16 MiB");
    if (depthOf(json) > deepestKeyFile) return damaged("it is nested too deeply");
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.isObject()) return damaged("it is not JSON");
    Reader reader(document.object());
    if (reader.number("format", largestExact) > knownFormat) {
        return Error{
            .code = ErrorCode::Corrupt,
            .key = "store.newer",
            .detail = "the key file was made by a newer version of EduPro"};
    }
    if (reader.number("format", largestExact) != knownFormat) return damaged("format");
    reader.expectMembers(7, "its members");
    KeySlots content;
    content.file = reader.id("file");
    content.generation = reader.number("generation", largestExact);
    for (const QJsonValue value : reader.array("slots"))
        content.entries.push_back(readSlot(value, reader));
    Reader anchor = reader.object("anchor", 3);
    content.anchor.auditNumber = anchor.number("audit_n", largestExact);
    content.anchor.auditHash = anchor.bytes("audit_hash", 32, 32, true);
    content.anchor.dirtySequence = anchor.number("dirty_seq", largestExact);
    reader.adopt(anchor);
    for (const QJsonValue value : reader.array("erasures"))
        content.erasures.push_back(reader.id(value, "erasures"));
    content.mac = reader.bytes("mac", 32, 32);
    if (!reader.wrong() && !haveOwnNames(content.entries)) return damaged("two slots of one login");
    if (reader.wrong()) return damaged(reader.wrong());
    return content;
}

QByteArray macMessage(const KeySlots& content)
{
    return canonicalJson(jsonWithoutMac(content));
}

QByteArray keyFileJson(const KeySlots& content)
{
    QJsonObject object = jsonWithoutMac(content);
    object.insert(QStringLiteral("mac"), text(content.mac));
    return canonicalJson(object);
}

} // namespace edupro::security
