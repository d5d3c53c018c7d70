// SPDX-License-Identifier: GPL-3.0-or-later
// The colours and fonts of one scheme as a value, for what paints itself: charts, chips, printed
// pages.
#pragma once

#include "ui/common/Tokens.h"

#include <QFont>

namespace edupro::ui {

/// Cheap to copy. The window's comes from Theme::style(); a printed page takes
/// houseStyle(Scheme::Light).
struct HouseStyle {
    Tokens tokens;
    Scheme scheme = Scheme::Light;
    QString family; ///< its ten figures are equally wide

    QColor color(Token token) const { return tokens.color(scheme, token); }
    QFont font(TextSize size, QFont::Weight weight = QFont::Normal) const;
};

/// Reads the tokens built into the program. Needs a QGuiApplication for the installed fonts.
HouseStyle houseStyle(Scheme scheme);

/// The first installed family of `preferred` whose ten digits are equally wide; else the system's
/// own.
QString tabularFamily(const QStringList& preferred);

/// A file of the program's own resources. Precondition: it exists.
QByteArray resource(const QString& path);

} // namespace edupro::ui
