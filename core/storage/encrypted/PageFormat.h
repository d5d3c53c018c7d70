// SPDX-License-Identifier: GPL-3.0-or-later
// The stored form of an encrypted school file and its log: where magic, salts, frames and tags
// stand.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace edupro::storage::encrypted {

using Byte = unsigned char;
using Bytes = std::span<const Byte>;

/// Every page ends in a footer: nonce (12) | tag (16) | mark (4, big-endian). SQLite knows the
/// footer as reserved bytes, which hold zeros in memory.
inline constexpr std::size_t pageSize = 4096;
inline constexpr std::size_t footerSize = 32;
inline constexpr std::size_t sealedSize = pageSize - footerSize;
inline constexpr std::size_t nonceSize = 12;
inline constexpr std::size_t tagSize = 16;

/// Page 1 begins with magic (8) | salt (8) | SQLite's bytes 16..23 (page size, versions, reserved
/// bytes), all readable, all authenticated.
inline constexpr std::array<Byte, 8> magic{'E', 'D', 'U', 'P', 'R', 'O', '1', 0};
inline constexpr std::array<Byte, 16> sqliteMagic{
    'S', 'Q', 'L', 'i', 't', 'e', ' ', 'f', 'o', 'r', 'm', 'a', 't', ' ', '3', 0};
inline constexpr std::size_t clearHead = 24;

/// A log is a header and frames, each a frame header and a page (SQLite file format, section 4).
inline constexpr std::size_t walHeaderSize = 32;
inline constexpr std::size_t frameHeaderSize = 24;
inline constexpr std::size_t frameSize = frameHeaderSize + pageSize;

/// Random bytes of a file, or of a log's header.
using Salt = std::array<Byte, 8>;

/// The mark of an ordinary page. Page 1 of the database counts writes there (see FileState), and
/// the last frame of a transaction carries `commitMark`: a header that was torn or changed must not
/// hide that a commit was lost.
inline constexpr std::uint32_t plainMark = 1;
inline constexpr std::uint32_t commitMark = 0x8000'0001;

inline std::uint32_t loadWord(const Byte* at)
{
    return std::uint32_t{at[0]} << 24 | std::uint32_t{at[1]} << 16 | std::uint32_t{at[2]} << 8 |
           std::uint32_t{at[3]};
}

inline void storeWord(Byte* at, std::uint32_t value)
{
    at[0] = static_cast<Byte>(value >> 24);
    at[1] = static_cast<Byte>(value >> 16);
    at[2] = static_cast<Byte>(value >> 8);
    at[3] = static_cast<Byte>(value);
}

/// The mark of a stored page; part of what its tag authenticates.
inline std::uint32_t markOf(const Byte* storedPage)
{
    return loadWord(storedPage + pageSize - sizeof(std::uint32_t));
}

} // namespace edupro::storage::encrypted
