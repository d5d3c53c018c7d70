// SPDX-License-Identifier: GPL-3.0-or-later
// What the history of changes says, in words: acts, tables, fields and their values before and
// after.
#pragma once

#include "core/record/Schema.h"

#include <QJsonObject>

#include <utility>
#include <vector>

namespace edupro::ui {

/// "Changed", "Signed in"; an act without a word of its own as it is stored.
QString actWord(const QString& act);
/// Every act that has a word, in the order in which lists offer them.
QStringList knownActs();
/// "Student" of "students"; a table without a word of its own as it is stored.
QString tableWord(const QString& table);
/// Every table that has a word.
QStringList knownTables();

struct ChangeLine {
    QString field;
    QString before; ///< empty: there was nothing
    QString after;
    friend bool operator==(const ChangeLine&, const ChangeLine&) = default;
};

/// One line for each field that differs, in the order of the description. Sealed values are not
/// shown, only that they differ; identities of rows are left out. `entity` may be null: columns
/// then speak for themselves.
std::vector<ChangeLine>
changeLines(const EntityInfo* entity, const QJsonObject& before, const QJsonObject& after);
/// The same of column -> [before, after].
std::vector<ChangeLine> changeLines(const EntityInfo* entity, const QJsonObject& changes);

/// "Name: Ani → Ani Wijaya"; of a new value "Name: Ani".
QString textOf(const ChangeLine& line);

} // namespace edupro::ui
