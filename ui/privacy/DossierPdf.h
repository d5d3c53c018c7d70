// SPDX-License-Identifier: GPL-3.0-or-later
// Everything the school keeps about one student, as pages to hand over.
#pragma once

#include "core/privacy/Dossier.h"

#include <QHash>
#include <QString>

namespace edupro::ui {

/// Names by id, as the audit writes ids (see accounts::personNames()).
using PeopleNames = QHash<QString, QString>;

/// Writes a PDF (A4, text) in the language in force (see Language). Needs a
/// QGuiApplication; any thread. The file appears whole or not at all. Error: Io
/// `export.unwritable`.
Done writeDossier(const privacy::Dossier& dossier, const PeopleNames& people, const QString& path);

/// The words of a table of the store ("Guardians"); the table's own name when
/// nobody has said any.
QString tableWords(const QString& table);

} // namespace edupro::ui
