// SPDX-License-Identifier: GPL-3.0-or-later
// A password or recovery code on the clipboard, which does not stay there.
#pragma once

#include <QByteArray>
#include <QString>

namespace edupro::ui {

/// Window thread only; the application outlives it.
class CopiedSecret {
public:
    CopiedSecret() = default;
    ~CopiedSecret() { forget(); }
    CopiedSecret(const CopiedSecret&) = delete;
    CopiedSecret& operator=(const CopiedSecret&) = delete;

    /// Puts it on the clipboard, with the hint by which clipboard histories leave it out.
    void copy(const QString& secret);
    /// Empties the clipboard if the secret is still on it.
    void forget();

private:
    QByteArray m_digest; ///< empty: nothing was copied
};

} // namespace edupro::ui
