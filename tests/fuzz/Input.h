// SPDX-License-Identifier: GPL-3.0-or-later
// The bytes of a fuzzer taken as decisions, so that it gets behind checksums and tags: a target
// builds what it tests from them, and makes right what nobody could guess.
#pragma once

#include <QByteArray>

#include <algorithm>
#include <cstdint>

namespace edupro::tests {

/// Hands the input out from its beginning; zeros when it is used up.
class Input {
public:
    Input(const std::uint8_t* data, std::size_t size)
        : m_bytes(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size))
    {
    }

    bool isEmpty() const { return m_at >= m_bytes.size(); }
    std::uint8_t byte() { return isEmpty() ? 0 : static_cast<std::uint8_t>(m_bytes[m_at++]); }
    bool flag() { return (byte() & 1) != 0; }
    /// In [0, bound), of two bytes. Precondition: 0 < bound <= 65536.
    qsizetype below(qsizetype bound)
    {
        const int high = byte();
        return (high * 256 + byte()) % bound;
    }
    /// At most `count` bytes.
    QByteArray bytes(qsizetype count)
    {
        const qsizetype taken = std::min(count, m_bytes.size() - m_at);
        m_at += taken;
        return m_bytes.sliced(m_at - taken, taken);
    }
    const QByteArray& all() const { return m_bytes; }

private:
    QByteArray m_bytes;
    qsizetype m_at = 0;
};

/// Changes one byte, which the input chooses, to another value.
inline void damage(QByteArray& bytes, Input& input)
{
    const qsizetype at = input.below(std::min<qsizetype>(bytes.size(), 65536));
    bytes[at] = static_cast<char>(bytes[at] ^ std::max<int>(input.byte(), 1));
}

} // namespace edupro::tests
