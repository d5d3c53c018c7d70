// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/security/Throttle.h"

#include "core/security/CanonicalJson.h"
#include "core/security/Digests.h"
#include "core/security/PrivateFile.h"
#include "core/security/SchoolKeys.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLockFile>
#include <QStandardPaths>

#include <algorithm>

namespace edupro::security {

namespace {

constexpr int freeFailures = 4;
constexpr int firstWait = 5;
constexpr int longestWait = 15 * 60;
constexpr qint64 largestState = 1024 * 1024;
constexpr int mostNames = 2000;
constexpr int mostFailures = 1'000'000;
constexpr int schoolDigits = 12; // hexadecimal
constexpr int loginDigits = 4;
constexpr int lockPatience = 2000; // ms

/// Stands for every login, when the state was changed by hand.
QString everybody()
{
    return QStringLiteral("*");
}

void remember(const QString& path, const QByteArray& bytes)
{
    QDir().mkpath(QFileInfo(path).path());
    // Where nothing can be written, the counts in memory must do.
    (void)replacePrivateFile(path, bytes);
}

SecretBytes machineKeyAt(const QString& path)
{
    QFile file(path);
    QByteArray bytes;
    if (file.open(QIODevice::ReadOnly)) bytes = file.read(keySize + 1);
    if (bytes.size() != static_cast<qsizetype>(keySize)) {
        const SecretBytes fresh = SecretBytes::random(keySize);
        bytes = QByteArray(
            reinterpret_cast<const char*>(fresh.data()), static_cast<qsizetype>(fresh.size()));
        remember(path, bytes);
    }
    SecretBytes key(std::span<const unsigned char>(
        reinterpret_cast<const unsigned char*>(bytes.constData()), keySize));
    wipe(bytes);
    return key;
}

} // namespace

int secondsToWait(int failures)
{
    if (failures <= freeFailures) return 0;
    const int doublings = std::min(failures - freeFailures - 1, 10);
    return std::min(firstWait << doublings, longestWait);
}

ThrottlePlaces ThrottlePlaces::ofThisComputer()
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) +
                           QStringLiteral("/edupro/");
    return {
        .state = folder + QStringLiteral("sign-ins.json"),
        .machineKey = folder + QStringLiteral("machine.key")};
}

/// One program at a time reads and writes the state; it is read anew and merged first.
class Throttle::Shared {
public:
    explicit Shared(Throttle& throttle)
        : m_guard(throttle.m_mutex)
        , m_lock(throttle.m_places.state + QStringLiteral("-lock"))
    {
        QDir().mkpath(QFileInfo(throttle.m_places.state).path());
        m_lock.tryLock(lockPatience);
        const Counts stored = throttle.read();
        for (auto count = stored.begin(); count != stored.end(); ++count) {
            Count& known = throttle.m_counts[count.key()];
            if (count->failures == known.failures)
                known.untold = std::min(known.untold, count->untold); // another program told it
            else if (count->failures > known.failures)
                known = *count;
        }
    }

private:
    std::scoped_lock<std::mutex> m_guard;
    QLockFile m_lock;
};

Throttle::Throttle(ThrottlePlaces places, ThrottleClocks clocks)
    : m_places(std::move(places))
    , m_clocks(std::move(clocks))
    , m_machineKey(machineKeyAt(m_places.machineKey))
{
}

QString Throttle::nameOf(const QString& school, const QString& login) const
{
    const QString folded = login.normalized(QString::NormalizationForm_C).trimmed().toLower();
    return tag(school).left(schoolDigits) + tag(school + u'|' + folded).left(loginDigits);
}

QString Throttle::tag(const QString& text) const
{
    return QString::fromLatin1(hmacSha256(m_machineKey, text.toUtf8()).toHex());
}

Throttle::Counts Throttle::read() const
{
    QFile file(m_places.state);
    if (!file.open(QIODevice::ReadOnly)) return {};
    QJsonObject state = QJsonDocument::fromJson(file.read(largestState)).object();
    const QByteArray mac =
        QByteArray::fromHex(state.take(QStringLiteral("mac")).toString().toLatin1());
    if (!equalInConstantTime(mac, hmacSha256(m_machineKey, canonicalJson(state)))) {
        return {
            {everybody(),
             {.failures = freeFailures + 1,
              .wall = m_clocks.wall(),
              .boot = m_clocks.sinceBoot()}}};
    }
    Counts counts;
    for (auto entry = state.begin(); entry != state.end(); ++entry) {
        const QJsonObject count = entry->toObject();
        counts[entry.key()] = {
            .failures = count.value(QStringLiteral("failures")).toInt(),
            .untold = count.value(QStringLiteral("untold")).toInt(),
            .wall = count.value(QStringLiteral("wall")).toInteger(),
            .boot = count.value(QStringLiteral("boot")).toInteger()};
    }
    return counts;
}

void Throttle::write()
{
    while (m_counts.size() > mostNames) {
        m_counts.erase(
            std::min_element(m_counts.begin(), m_counts.end(), [](const Count& a, const Count& b) {
                return a.wall < b.wall;
            }));
    }
    QJsonObject state;
    for (auto count = m_counts.cbegin(); count != m_counts.cend(); ++count) {
        state.insert(
            count.key(),
            QJsonObject{
                {QStringLiteral("failures"), count->failures},
                {QStringLiteral("untold"), count->untold},
                {QStringLiteral("wall"), count->wall},
                {QStringLiteral("boot"), count->boot}});
    }
    const QByteArray mac = hmacSha256(m_machineKey, canonicalJson(state)).toHex();
    state.insert(QStringLiteral("mac"), QString::fromLatin1(mac));
    remember(m_places.state, canonicalJson(state));
}

/// The clock since the start of the computer decides as long as it can: nobody sets it. Only after
/// a restart the wall clock may say that more time has passed.
Instant Throttle::waitLeft(const Count& count) const
{
    const Instant boot = m_clocks.sinceBoot();
    const bool restarted = boot < count.boot;
    const Instant passed =
        restarted ? std::max(boot, m_clocks.wall() - count.wall) : boot - count.boot;
    return std::max<Instant>(0, secondsToWait(count.failures) * 1000LL - passed);
}

int Throttle::secondsLeft(const QString& name) const
{
    const Instant left =
        std::max(waitLeft(m_counts.value(name)), waitLeft(m_counts.value(everybody())));
    return static_cast<int>((left + 999) / 1000);
}

int Throttle::waitFor(const QString& school, const QString& login)
{
    const Shared shared(*this);
    return secondsLeft(nameOf(school, login));
}

Done Throttle::begin(const QString& school, const QString& login)
{
    const Shared shared(*this);
    const QString name = nameOf(school, login);
    if (const int seconds = secondsLeft(name); seconds > 0) {
        const std::string limit = std::to_string(seconds);
        return Error{
            .code = ErrorCode::Permission,
            .key = "key.wait",
            .detail = "wait " + limit + " s before the next attempt to sign in",
            .issues = {{.rule = "wait", .limit = limit}}};
    }
    Count& count = m_counts[name];
    m_before[name] = count;
    count = {
        .failures = std::min(count.failures + 1, mostFailures),
        .untold = std::min(count.untold + 1, mostFailures),
        .wall = m_clocks.wall(),
        .boot = m_clocks.sinceBoot()};
    write();
    return done();
}

Failures Throttle::succeeded(const QString& school, const QString& login)
{
    const Shared shared(*this);
    const QString name = nameOf(school, login);
    const Count before = m_before.take(name);
    m_counts.remove(name);
    write();
    return {.count = before.untold, .last = before.untold > 0 ? before.wall : 0};
}

QHash<QString, Failures> Throttle::takeUntold(const QString& school)
{
    const Shared shared(*this);
    const QString ofSchool = tag(school).left(schoolDigits);
    QHash<QString, Failures> untold;
    for (auto count = m_counts.begin(); count != m_counts.end(); ++count) {
        if (count->untold == 0 || !count.key().startsWith(ofSchool)) continue;
        untold.insert(count.key(), {.count = count->untold, .last = count->wall});
        count->untold = 0;
    }
    if (!untold.isEmpty()) write();
    return untold;
}

void Throttle::withdraw(const QString& school, const QString& login)
{
    const Shared shared(*this);
    const QString name = nameOf(school, login);
    if (!m_before.contains(name)) return;
    const Count before = m_before.take(name);
    Count& count = m_counts[name];
    // Others may have failed meanwhile: one less than now, not what it was.
    const int failures = count.failures - 1;
    const int untold = std::max(count.untold - 1, 0);
    count = before;
    count.failures = std::max(before.failures, failures);
    count.untold = untold;
    if (count.failures == 0) m_counts.remove(name);
    write();
}

} // namespace edupro::security
