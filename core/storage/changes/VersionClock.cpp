// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/changes/VersionClock.h"

#include <QRandomGenerator>

#include <algorithm>

namespace edupro::storage {

namespace {

// 2^46 ms is the year 4199: far enough, and it leaves the clock room to count on for ever.
constexpr Instant latest = (Instant{1} << 46) - 1;
constexpr int counterBits = 16;

void appendHex(QByteArray& text, quint64 value)
{
    constexpr char digits[] = "0123456789abcdef";
    for (int shift = 60; shift >= 0; shift -= 4)
        text.append(digits[(value >> shift) & 0xF]);
}

bool isLowerHex(QByteArrayView text)
{
    return std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
    });
}

} // namespace

VersionClock::VersionClock(quint64 writer)
    : m_writer(writer & ~(quint64{1} << 63))
{
}

VersionClock VersionClock::ofNewWriter()
{
    return VersionClock(QRandomGenerator::system()->generate64());
}

QByteArray VersionClock::next(Instant wall)
{
    const Instant now = std::clamp<Instant>(wall, -latest, latest) + m_offset;
    const auto reading = static_cast<quint64>(std::clamp<Instant>(now, 0, latest)) << counterBits;
    m_last = std::max(m_last + 1, reading);
    return text(m_last);
}

Done VersionClock::saw(QByteArrayView version)
{
    bool number = false;
    const quint64 hlc = version.size() == versionLength
                            ? version.first(16).toByteArray().toULongLong(&number, 16)
                            : 0;
    const bool whole = number && isLowerHex(version.first(16)) && version[16] == '.' &&
                       isLowerHex(version.sliced(17));
    if (!whole || (hlc >> counterBits) > static_cast<quint64>(latest)) {
        return Error{
            .code = ErrorCode::Validation,
            .key = "sync.version",
            .detail = "a value's version is not one this program could have written"};
    }
    m_last = std::max(m_last, hlc);
    return done();
}

QByteArray VersionClock::writer() const
{
    QByteArray hex;
    appendHex(hex, m_writer);
    return hex;
}

QByteArray VersionClock::high() const
{
    return text(m_last);
}

QByteArray VersionClock::text(quint64 hlc) const
{
    QByteArray version;
    version.reserve(versionLength);
    appendHex(version, hlc);
    version.append('.');
    appendHex(version, m_writer);
    return version;
}

} // namespace edupro::storage
