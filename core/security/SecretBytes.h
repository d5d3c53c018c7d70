// SPDX-License-Identifier: GPL-3.0-or-later
// Secret bytes (keys, passwords): in memory that is not swapped out where the system allows it, and
// wiped when they go.
#pragma once

#include <QByteArray>
#include <QString>

#include <cstddef>
#include <span>

namespace edupro::security {

/// Owns its bytes; moved, never copied by accident. A moved-from or default one is empty.
/// The memory comes from OpenSSL's secure heap (mlock, left out of core dumps) as long as it
/// suffices.
class SecretBytes {
public:
    SecretBytes() = default;
    /// `size` zero bytes.
    explicit SecretBytes(std::size_t size);
    /// A copy of `bytes`, which the caller wipes.
    explicit SecretBytes(std::span<const unsigned char> bytes);
    ~SecretBytes();
    SecretBytes(SecretBytes&& other) noexcept;
    SecretBytes& operator=(SecretBytes&& other) noexcept;

    /// Bytes of the system's random source. Ends the program when that fails: a guessable key is
    /// worse.
    static SecretBytes random(std::size_t size);
    /// The password as the key derivation takes it: NFC, UTF-8. The intermediate copies are wiped;
    /// `text` is the caller's.
    static SecretBytes ofPassword(const QString& text);

    SecretBytes copy() const { return SecretBytes(bytes()); }
    std::span<const unsigned char> bytes() const { return {m_bytes, m_size}; }
    std::span<unsigned char> bytes() { return {m_bytes, m_size}; }
    const unsigned char* data() const { return m_bytes; }
    unsigned char* data() { return m_bytes; }
    std::size_t size() const { return m_size; }
    bool isEmpty() const { return m_size == 0; }
    /// In a time that depends on the sizes only.
    bool equals(const SecretBytes& other) const;

private:
    void wipe();

    unsigned char* m_bytes = nullptr;
    std::size_t m_size = 0;
};

/// Overwrites the text of a password that a widget or a stream handed over, and empties it. Works
/// on this copy's buffer: detach nothing before.
void wipe(QString& text);
void wipe(QByteArray& bytes);

} // namespace edupro::security
