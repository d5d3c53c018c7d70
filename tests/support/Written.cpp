// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/Written.h"

#include "tests/support/Catch.h"
#include "tests/support/FileBytes.h"

#include <QDir>
#include <QDirIterator>
#include <QtEndian>

#include <algorithm>
#include <cstring>

namespace edupro::tests {

namespace {

constexpr int shortest = 8;

quint32 startOf(const char* bytes)
{
    quint32 start = 0;
    std::memcpy(&start, bytes, sizeof(start));
    return start;
}

/// The characters of Base64 that stand for `bytes` alone when `before` others stand before them.
QByteArray inBase64(const QByteArray& bytes, int before)
{
    const QByteArray whole = (QByteArray(before, '\0') + bytes).toBase64();
    const int first = (before * 8 + 5) / 6;
    const auto end = (before + bytes.size()) * 8 / 6;
    return whole.mid(first, end - first);
}

QByteArray bigEndian(quint64 bits, int size)
{
    QByteArray bytes(8, '\0');
    qToBigEndian(bits, bytes.data());
    return bytes.right(size);
}

} // namespace

QString CanaryMaker::digits(int count)
{
    QString text;
    for (int i = 0; i < count; ++i)
        text += QChar(u'1' + static_cast<char16_t>(m_random.below(9)));
    return text;
}

QString CanaryMaker::letters(int count)
{
    QString text;
    for (int i = 0; i < count; ++i)
        text += QChar(u'a' + static_cast<char16_t>(m_random.below(26)));
    return text;
}

ChildCanaries CanaryMaker::child()
{
    const QString born = QStringLiteral("0102") + QString::number(10 + m_random.below(4));
    return {
        .nis = "Kn" + letters(6) + digits(3),
        .name = "Zq" + letters(9) + " Wx" + letters(8),
        .nisn = digits(10),
        .nik = digits(6) + born + digits(4),
        .amount = digits(11),
        .address = "Gang " + letters(12) + ", " + letters(8) + "@contoh.sch.id",
        .guardian = "Vy" + letters(9) + " Qj" + letters(8),
        .title = "Lomba " + letters(12)};
}

CanarySearch::CanarySearch(const QStringList& canaries)
    : m_begins(1U << 16U, false)
{
    for (const QString& canary : canaries) {
        const QByteArray text = canary.toUtf8();
        REQUIRE(text.size() >= shortest);
        const qsizetype number = m_canaries++;
        add(text, "utf-8", number);
        add(QByteArray(
                reinterpret_cast<const char*>(canary.utf16()),
                canary.size() * static_cast<qsizetype>(sizeof(char16_t))),
            "utf-16",
            number);
        add(text.toHex(), "hex", number);
        add(text.toHex().toUpper(), "HEX", number);
        for (int before = 0; before < 3; ++before)
            add(inBase64(text, before), "base64", number);
        bool isNumber = false;
        const quint64 value = canary.toULongLong(&isNumber);
        if (!isNumber) continue;
        const int size = value < (1ULL << 47U) ? 6 : 8;
        add(bigEndian(value, size), "integer", number);
        quint64 bits = 0;
        const auto real = static_cast<double>(value);
        std::memcpy(&bits, &real, sizeof(bits));
        add(bigEndian(bits, 8), "double", number);
    }
}

void CanarySearch::add(const QByteArray& bytes, const char* form, qsizetype number)
{
    m_begins[static_cast<unsigned char>(bytes[0]) * 256U + static_cast<unsigned char>(bytes[1])] =
        true;
    m_byStart[startOf(bytes.constData())].push_back(m_forms.size());
    m_forms.push_back(
        {bytes, QStringLiteral("%1 of canary %2").arg(QLatin1String(form)).arg(number)});
}

void CanarySearch::look(const QByteArray& bytes, QStringList& found) const
{
    const auto* at = reinterpret_cast<const unsigned char*>(bytes.constData());
    for (qsizetype i = 0; i + 4 <= bytes.size(); ++i) {
        if (!m_begins[at[i] * 256U + at[i + 1]]) continue;
        const auto forms = m_byStart.find(startOf(bytes.constData() + i));
        if (forms == m_byStart.end()) continue;
        for (const std::size_t form : forms->second) {
            const QByteArray& wanted = m_forms[form].bytes;
            if (i + wanted.size() > bytes.size()) continue;
            if (std::memcmp(at + i, wanted.constData(), static_cast<std::size_t>(wanted.size())) !=
                0)
                continue;
            if (!found.contains(m_forms[form].name)) found.append(m_forms[form].name);
        }
    }
}

WatchedPlace::WatchedPlace()
{
    REQUIRE(m_folder.isValid());
    for (const char* name : {"home", "temp", "written", "asked", "given"})
        REQUIRE(QDir(m_folder.path()).mkdir(QString::fromLatin1(name)));
}

bool WatchedPlace::isThere()
{
#ifdef EDUPRO_WRITE_LOG
    return true;
#else
    saySkipped(
        "every byte a program wrote", "nothing can be loaded before a program in this build");
    return false;
#endif
}

QProcessEnvironment WatchedPlace::environment() const
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    const auto set = [&](const char* name, const QString& value) {
        environment.insert(QString::fromLatin1(name), value);
    };
#ifdef EDUPRO_WRITE_LOG
    set("LD_PRELOAD", QStringLiteral(EDUPRO_WRITE_LOG));
#endif
    set("EDUPRO_WRITTEN", m_folder.filePath(QStringLiteral("written")));
    set("EDUPRO_MOVES", m_folder.filePath(QStringLiteral("moves")));
    set("HOME", home());
    set("TMPDIR", m_folder.filePath(QStringLiteral("temp")));
    set("XDG_CACHE_HOME", home() + QStringLiteral("/.cache"));
    set("XDG_CONFIG_HOME", home() + QStringLiteral("/.config"));
    set("XDG_STATE_HOME", home() + QStringLiteral("/.state"));
    set("XDG_DATA_HOME", home() + QStringLiteral("/.data"));
    set("XDG_RUNTIME_DIR", m_folder.filePath(QStringLiteral("temp")));
    set("QT_QPA_PLATFORM", QStringLiteral("offscreen"));
    return environment;
}

WatchedPlace::Findings WatchedPlace::search(const CanarySearch& search) const
{
    Findings findings;
    const auto look = [&](const QString& name, const QByteArray& bytes) {
        ++findings.files;
        findings.bytes += bytes.size();
        QStringList found;
        search.look(name.toUtf8(), found);
        search.look(bytes, found);
        if (!found.isEmpty()) findings.hits.insert(name, found);
    };
    const QString written = m_folder.filePath(QStringLiteral("written/"));
    QDirIterator walk(
        m_folder.path(), QDir::Files | QDir::Hidden | QDir::System, QDirIterator::Subdirectories);
    while (walk.hasNext()) {
        const QString path = walk.next();
        const QByteArray bytes = bytesOf(path);
        if (!path.startsWith(written)) {
            if (isSearched(path)) look(path, bytes);
            continue;
        }
        const auto end = bytes.indexOf('\n');
        const QString name = QString::fromUtf8(bytes.left(end));
        if (isSearched(name)) look(name, bytes.mid(end + 1));
    }
    return findings;
}

WatchedPlace::Renames WatchedPlace::renames() const
{
    Renames renames;
    const QByteArray moves = bytesOf(m_folder.filePath(QStringLiteral("moves")));
    for (const QByteArray& line : moves.split('\n')) {
        const QString path = QString::fromUtf8(line.mid(line.indexOf(' ') + 1));
        if (line.startsWith("rename ")) {
            ++renames.count;
            renames.unsafe.append(path);
        } else if (line.startsWith("folder ")) {
            renames.unsafe.removeIf(
                [&path](const QString& renamed) { return QFileInfo(renamed).path() == path; });
        }
    }
    return renames;
}

QString WatchedPlace::inFolder(const char* folder, const QString& name) const
{
    return m_folder.filePath(QString::fromLatin1(folder)) + u'/' + name;
}

bool WatchedPlace::isSearched(const QString& path) const
{
    return !path.startsWith(inFolder("asked", {})) && !path.startsWith(inFolder("given", {}));
}

} // namespace edupro::tests
