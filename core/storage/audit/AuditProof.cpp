// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/audit/AuditProof.h"

#include <QtEndian>

#include <openssl/evp.h>
#include <openssl/rand.h>

#include <new>

namespace edupro::storage {

namespace {

constexpr int randomAhead = 4096;

// These fail only when memory is out, which the program does not go on from.
void mustHold(bool held)
{
    if (!held) throw std::bad_alloc();
}

} // namespace

AuditHasher::AuditHasher()
    : m_algorithm(EVP_MD_fetch(nullptr, "SHA256", nullptr), EVP_MD_free)
    , m_context(EVP_MD_CTX_new(), EVP_MD_CTX_free)
{
    mustHold(m_algorithm && m_context);
}

AuditHasher::~AuditHasher() = default;

template<class... Parts>
QByteArray AuditHasher::digest(const Parts&... parts)
{
    QByteArray hash(hashSize, Qt::Uninitialized);
    unsigned int size = 0;
    bool fine = EVP_DigestInit_ex2(m_context.get(), m_algorithm.get(), nullptr) == 1;
    const auto add = [&](QByteArrayView part) {
        fine =
            fine && EVP_DigestUpdate(
                        m_context.get(), part.data(), static_cast<std::size_t>(part.size())) == 1;
    };
    (add(parts), ...);
    fine = fine && EVP_DigestFinal_ex(
                       m_context.get(), reinterpret_cast<unsigned char*>(hash.data()), &size) == 1;
    mustHold(fine && size == hashSize);
    return hash;
}

QByteArray AuditHasher::start(QByteArrayView file)
{
    return digest(QByteArrayView("edupro/audit/"), file);
}

QByteArray AuditHasher::payloadHash(QByteArrayView salt, QByteArrayView payload)
{
    return digest(salt, payload);
}

QByteArray
AuditHasher::link(QByteArrayView previous, QByteArrayView meta, QByteArrayView payloadHash)
{
    char length[8];
    qToBigEndian<quint64>(static_cast<quint64>(meta.size()), length);
    return digest(
        QByteArrayView("\x01", 1), previous, QByteArrayView(length, 8), meta, payloadHash);
}

QByteArray AuditHasher::proof(QByteArrayView previous, QByteArrayView meta, QByteArrayView payload)
{
    if (m_random.size() < saltSize) {
        m_random.resize(randomAhead);
        mustHold(RAND_bytes(reinterpret_cast<unsigned char*>(m_random.data()), randomAhead) == 1);
    }
    QByteArray proof = m_random.last(saltSize);
    m_random.chop(saltSize);
    const QByteArray inner = payloadHash(proof, payload);
    proof.append(inner);
    proof.append(link(hashOf(previous), meta, inner));
    return proof;
}

} // namespace edupro::storage
