// SPDX-License-Identifier: GPL-3.0-or-later
// After somebody has signed out, the memory of the process holds neither the password nor a key.
#include "core/accounts/UserActions.h"
#include "core/base/Random.h"
#include "tests/support/ProtectedSchool.h"

#include <QFile>

#ifdef Q_OS_LINUX

using namespace edupro;
using namespace edupro::tests;
using security::SecretBytes;

namespace {

constexpr unsigned char veil = 0xA5;

/// Bytes to look for, veiled: what looks for them must not be what is found.
class Veiled {
public:
    explicit Veiled(std::span<const unsigned char> bytes)
    {
        for (const unsigned char byte : bytes)
            m_veiled.push_back(static_cast<unsigned char>(byte ^ veil));
    }
    bool isAt(const unsigned char* bytes) const
    {
        for (std::size_t i = 0; i < m_veiled.size(); ++i) {
            if ((bytes[i] ^ veil) != m_veiled[i]) return false;
        }
        return true;
    }
    std::size_t size() const { return m_veiled.size(); }

private:
    std::vector<unsigned char> m_veiled;
};

/// How often each of them stands in what this process may write to.
std::vector<int> countInMemory(const std::vector<Veiled>& wanted)
{
    std::vector<int> counts(wanted.size(), 0);
    QFile maps(QStringLiteral("/proc/self/maps"));
    QFile memory(QStringLiteral("/proc/self/mem"));
    REQUIRE(maps.open(QIODevice::ReadOnly));
    REQUIRE(memory.open(QIODevice::ReadOnly | QIODevice::Unbuffered));
    static std::vector<unsigned char> block(1U << 20U); // at one place: it is searched, too
    for (const QByteArray& line : maps.readAll().split('\n')) {
        const QByteArrayList words = line.split(' ');
        if (!words.value(1).startsWith("rw")) continue;
        const QByteArrayList range = words[0].split('-');
        const qint64 end = range[1].toLongLong(nullptr, 16);
        constexpr qint64 overlap = 64;
        for (qint64 at = range[0].toLongLong(nullptr, 16); at < end;) {
            const auto size = std::min<qint64>(end - at, static_cast<qint64>(block.size()));
            if (!memory.seek(at)) break;
            const qint64 got = memory.read(reinterpret_cast<char*>(block.data()), size);
            if (got <= 0) break; // a guard
            for (std::size_t i = 0; i < wanted.size(); ++i) {
                const auto last = got - static_cast<qint64>(wanted[i].size());
                for (qint64 place = 0; place <= last; ++place)
                    counts[i] += wanted[i].isAt(block.data() + place) ? 1 : 0;
            }
            at += got < size || at + got >= end ? got : got - overlap;
        }
    }
    std::fill(block.begin(), block.end(), static_cast<unsigned char>(0));
    return counts;
}

std::span<const unsigned char> bytesOf(const QString& text)
{
    return {
        reinterpret_cast<const unsigned char*>(text.utf16()),
        static_cast<std::size_t>(text.size()) * sizeof(char16_t)};
}

} // namespace

TEST_CASE("Whoever signs out leaves neither password nor keys in memory", "[accounts][secrecy]")
{
#if defined(__SANITIZE_ADDRESS__)
    // Its own memory is terabytes, and it keeps what was freed.
    saySkipped("looking through the memory", "the address sanitizer's is in it");
    return;
#endif
    TestComputer desk;
    const ProtectedSchool made(desk);
    std::vector<Veiled> wanted;
    {
        // A password that is written nowhere.
        auto first = accounts::signIn(
            made.path, "dewi", SecretBytes::ofPassword(goodPassword), desk.computer);
        REQUIRE(first.has_value());
        Random random(SecretBytes::random(1).data()[0] + 77U);
        QString text;
        for (int i = 0; i < 20; ++i)
            text += QChar(u'a' + static_cast<char16_t>(random.below(26)));
        const SecretBytes chosen = SecretBytes::ofPassword(text);
        wanted.emplace_back(chosen.bytes());
        wanted.emplace_back(bytesOf(text));
        REQUIRE(
            accounts::changeOwnPassword(
                *first->store, SecretBytes::ofPassword(goodPassword), chosen, desk.computer.cost)
                .has_value());
        REQUIRE(accounts::signOut(*first).has_value());
        first->store.reset();
        auto opened =
            accounts::signIn(made.path, "dewi", SecretBytes::ofPassword(text), desk.computer);
        REQUIRE(opened.has_value());
        security::wipe(text);
        wanted.emplace_back(opened->store->keys()->file.bytes());
        wanted.emplace_back(opened->store->keys()->seal.bytes());
        Student student{.nis = "10001", .name = "Siswa Contoh"};
        student.nik = "3273015708130077";
        REQUIRE(opened->store->save(student).has_value());
        const std::vector<int> before = countInMemory(wanted);
        CHECK(before[2] > 0); // the search finds what is there
        CHECK(before[3] > 0);
        REQUIRE(accounts::signOut(*opened).has_value());
    }
    const std::vector<int> after = countInMemory(wanted);
    CHECK(after == std::vector<int>(4, 0)); // password, as typed, key of the file, key of the cells
}

#endif
