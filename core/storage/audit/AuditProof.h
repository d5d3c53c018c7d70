// SPDX-License-Identifier: GPL-3.0-or-later
// The links of the audit chain: a salt, the hash of the payload and the hash that joins an event to
// all before it.
#pragma once

#include <QByteArray>

#include <memory>

struct evp_md_ctx_st;
struct evp_md_st;

namespace edupro::storage {

inline constexpr qsizetype saltSize = 16;
inline constexpr qsizetype hashSize = 32;
inline constexpr qsizetype proofSize = saltSize + 2 * hashSize;

/// SHA-256 (FIPS 180-4) over the stored bytes of events; keeps its context, so that a link costs no
/// allocation. Not thread-safe.
class AuditHasher {
public:
    AuditHasher();
    ~AuditHasher();
    AuditHasher(const AuditHasher&) = delete;
    AuditHasher& operator=(const AuditHasher&) = delete;

    /// hash_0 = SHA-256("edupro/audit/" | file).
    QByteArray start(QByteArrayView file);
    /// SHA-256(salt | payload).
    QByteArray payloadHash(QByteArrayView salt, QByteArrayView payload);
    /// hash_n = SHA-256(0x01 | hash_{n-1} | u64be(length of meta) | meta | payload hash).
    QByteArray link(QByteArrayView previous, QByteArrayView meta, QByteArrayView payloadHash);
    /// salt | payload hash | hash_n, with a fresh salt.
    QByteArray proof(QByteArrayView previous, QByteArrayView meta, QByteArrayView payload);

private:
    template<class... Parts>
    QByteArray digest(const Parts&... parts);

    std::unique_ptr<evp_md_st, void (*)(evp_md_st*)> m_algorithm;
    std::unique_ptr<evp_md_ctx_st, void (*)(evp_md_ctx_st*)> m_context;
    QByteArray m_random; ///< drawn in advance
};

/// The three parts of a proof. Precondition: proofSize bytes.
inline QByteArrayView saltOf(QByteArrayView proof)
{
    return proof.first(saltSize);
}
inline QByteArrayView payloadHashOf(QByteArrayView proof)
{
    return proof.sliced(saltSize, hashSize);
}
inline QByteArrayView hashOf(QByteArrayView proof)
{
    return proof.last(hashSize);
}

} // namespace edupro::storage
