// SPDX-License-Identifier: GPL-3.0-or-later
// What the program remembers on this computer: one table of typed keys with defaults.
#pragma once

#include <QByteArray>
#include <QSettings>
#include <QString>
#include <QUuid>

#include <type_traits>

namespace edupro::settings {

/// A thing that is remembered, under its name in the settings file.
template<class T>
struct Key {
    const char* name;
    T fallback{};
};

// clang-format off
inline const Key<QString>    language       {"language"};       ///< "id" or "en"; empty: as the desktop
inline const Key<bool>       darkTheme      {"dark_theme"};
inline const Key<QString>    lastFile       {"last_file"};      ///< the school file opened last
inline const Key<bool>       automaticBackups {"automatic_backups", true}; ///< when opening, before imports, when closing
inline const Key<QByteArray> windowGeometry {"window_geometry"};
// Of one school.
inline const Key<QString>    backupFolder   {"backup_folder"};  ///< empty: beside the school file
// clang-format on

/// Use on one thread. What is stored under a key but cannot be read as its type is the fallback.
class Settings {
public:
    /// `file`: for tests; empty: the user's own settings of EduPro.
    /// A file of more than a mebibyte is none of ours: it is put aside as FILE.too-large.
    explicit Settings(const QString& file = {});

    template<class T>
    T value(const Key<T>& key) const
    {
        const QVariant stored = m_file.value(QLatin1String(key.name));
        if constexpr (std::is_same_v<T, bool>) return flagOf(stored, key.fallback);
        return stored.isValid() && stored.canConvert<T>() ? stored.value<T>() : key.fallback;
    }
    template<class T>
    void set(const Key<T>& key, const T& value)
    {
        m_file.setValue(QLatin1String(key.name), QVariant::fromValue(value));
    }

    /// The same of one school, which is known by the identity of its file.
    template<class T>
    T value(const Key<T>& key, const QUuid& school) const
    {
        return value(Key<T>{nameFor(key.name, school).constData(), key.fallback});
    }
    template<class T>
    void set(const Key<T>& key, const QUuid& school, const T& value)
    {
        set(Key<T>{nameFor(key.name, school).constData(), key.fallback}, value);
    }

private:
    /// Any other word would count as true.
    static bool flagOf(const QVariant& stored, bool fallback);
    static QByteArray nameFor(const char* name, const QUuid& school)
    {
        return "school_" + school.toByteArray(QUuid::Id128) + '/' + name;
    }

    QSettings m_file;
};

} // namespace edupro::settings
