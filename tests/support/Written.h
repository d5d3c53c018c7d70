// SPDX-License-Identifier: GPL-3.0-or-later
// Values that stand nowhere else, a place in which programs leave behind all they ever wrote, and
// the search for those values in it.
#pragma once

#include "core/base/Random.h"

#include <QMap>
#include <QProcessEnvironment>
#include <QStringList>
#include <QTemporaryDir>

#include <map>
#include <unordered_map>
#include <vector>

namespace edupro::tests {

/// What is known of one child that nobody else has.
struct ChildCanaries {
    QString nis;
    QString name;
    QString nisn;
    QString nik;
    QString amount;
    QString address;
    QString guardian;
    QString title; ///< of an achievement

    QStringList all() const { return {nis, name, nisn, nik, amount, address, guardian, title}; }
};

/// Texts of a kind each that are not repeated by another seed.
class CanaryMaker {
public:
    explicit CanaryMaker(std::uint64_t seed)
        : m_random(seed)
    {
    }
    QString digits(int count); ///< none of them 0
    QString letters(int count);
    ChildCanaries child();
    /// A password that the rules allow.
    QString password() { return letters(6) + u'-' + digits(4) + u'-' + letters(6); }

private:
    Random m_random;
};

/// A text of at least eight characters in each form in which a program may write it: UTF-8, UTF-16,
/// hexadecimal, Base64 at any place, and a number also as SQLite stores it.
class CanarySearch {
public:
    explicit CanarySearch(const QStringList& canaries);
    /// Adds the forms found in `bytes`, as "utf-8 of the 17th", each once.
    void look(const QByteArray& bytes, QStringList& found) const;
    qsizetype canaries() const { return m_canaries; }

private:
    struct Form {
        QByteArray bytes;
        QString name;
    };
    void add(const QByteArray& bytes, const char* form, qsizetype number);

    qsizetype m_canaries = 0;
    std::vector<Form> m_forms;
    std::vector<bool> m_begins;                                      ///< by the first two bytes
    std::unordered_map<quint32, std::vector<std::size_t>> m_byStart; ///< by the first four
};

/// A folder of its own in which programs are at home: their temporary, settings, cache and state
/// folders lie below it, and a copy of every byte that they put into a file.
/// Below it, "asked" is for files that a person asked for, "given" for what a person brings: both
/// are not searched.
class WatchedPlace {
public:
    WatchedPlace();
    /// False where nothing can be loaded before a program, with the reason said.
    static bool isThere();

    QString home() const { return m_folder.filePath(QStringLiteral("home")); }
    QString asked(const QString& name) const { return inFolder("asked", name); }
    QString given(const QString& name) const { return inFolder("given", name); }
    /// For programs to be watched.
    QProcessEnvironment environment() const;

    struct Findings {
        qint64 files = 0; ///< names that were ever written, and files that are left
        qint64 bytes = 0;
        QMap<QString, QStringList> hits; ///< what was found, by the file's name
    };
    Findings search(const CanarySearch& search) const;
    /// What was renamed while its folder was not flushed afterwards: a power cut could undo it. All
    /// renames are counted.
    struct Renames {
        int count = 0;
        QStringList unsafe;
    };
    Renames renames() const;

private:
    QString inFolder(const char* folder, const QString& name) const;
    bool isSearched(const QString& path) const;

    QTemporaryDir m_folder;
};

} // namespace edupro::tests
