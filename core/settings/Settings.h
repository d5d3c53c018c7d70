// SPDX-License-Identifier: GPL-3.0-or-later
// What the program remembers on this computer: one table of typed keys with defaults.
#pragma once

#include <QByteArray>
#include <QSettings>
#include <QString>

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
inline const Key<QString>    backupFolder   {"backup_folder"};  ///< of all schools; empty: beside each
inline const Key<QByteArray> windowGeometry {"window_geometry"};
// clang-format on

/// Use on one thread. What is stored under a key but cannot be read as its type is the fallback.
class Settings {
public:
    /// `file`: for tests; empty: the user's own settings of EduPro.
    explicit Settings(const QString& file = {});

    template<class T>
    T value(const Key<T>& key) const
    {
        const QVariant stored = m_file.value(QLatin1String(key.name));
        return stored.isValid() && stored.canConvert<T>() ? stored.value<T>() : key.fallback;
    }
    template<class T>
    void set(const Key<T>& key, const T& value)
    {
        m_file.setValue(QLatin1String(key.name), QVariant::fromValue(value));
    }

private:
    QSettings m_file;
};

} // namespace edupro::settings
