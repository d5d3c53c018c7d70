// SPDX-License-Identifier: GPL-3.0-or-later
// The language of the window, switched at run time.
#pragma once

#include <QLocale>
#include <QObject>
#include <QTranslator>

#include <cstdint>

namespace edupro::ui {

enum class Tongue : std::uint8_t { Indonesian, English };

/// Selects the translations and the default QLocale. Every widget gets QEvent::LanguageChange and
/// says its texts anew; what is not a widget listens to changed(). One per program; window thread
/// only.
class Language : public QObject {
    Q_OBJECT
public:
    explicit Language(Tongue tongue, QObject* parent = nullptr);
    ~Language() override;

    Tongue tongue() const { return m_tongue; }
    void setTongue(Tongue tongue);

    /// "id", "en".
    static QString code(Tongue tongue);
    /// The language of the desktop when it is one of ours; else Indonesian.
    static Tongue ofDesktop();

signals:
    void changed();

private:
    void install();

    Tongue m_tongue;
    QTranslator m_own;
    QTranslator m_toolkit; ///< the few words Qt itself shows (OK, Cancel, Copy, Paste)
};

} // namespace edupro::ui
