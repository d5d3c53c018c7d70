// SPDX-License-Identifier: GPL-3.0-or-later
// The log of both programs: JSON lines that name codes, tables, row ids, counts and durations, and
// no person, number or secret.
#pragma once

#include "core/base/Error.h"

#include <QJsonObject>
#include <QString>
#include <QUuid>

#include <initializer_list>

namespace edupro::logging {

struct LogOptions {
    QString program; ///< "edupro" or "edupro-cli": each has files of its own
    QString folder;  ///< empty: stateFolder()
    qint64 fileSize = 2LL << 20;
    int files = 5; ///< the one written to included
    bool warningsOnStderr = true;
};

/// Where the user's logs are: $XDG_STATE_HOME/edupro/log, %LOCALAPPDATA%\edupro\log.
QString stateFolder();

/// From now on notes and Qt's own messages go to FOLDER/PROGRAM.jsonl, readable by the user only;
/// a full file becomes PROGRAM.1.jsonl and so on, the oldest goes. Warnings of Qt also go, masked,
/// to stderr. A folder that cannot be written to: no log, no failure. Once per program; a second
/// call changes the place. Any thread may log.
void begin(const LogOptions& options);
/// Gives Qt's messages back to Qt and closes the file. For tests and the end of the program.
void end();

/// One member of a line. Takes no free text by design: a word is a literal of the program.
class Field {
public:
    Field(const char* name, const char* word);
    Field(const char* name, int count);
    Field(const char* name, qint64 count);
    Field(const char* name, double measure);
    Field(const char* name, bool flag);
    Field(const char* name, const QUuid& row);

private:
    friend class Line;
    const char* m_name;
    QJsonValue m_value;
};

/// Something happened. `event`: words with dots, "school.opened".
void note(const char* event, std::initializer_list<Field> fields = {});

/// Something failed: code, key, the native code in brackets at the end of the detail, and which
/// rules of which columns were broken; neither the rest of the detail nor any value.
void noteFailure(const char* doing, const Error& error);

/// The second line of defence: digits from ten on (however grouped), amounts in rupiah, addresses
/// of mail, telephone numbers, what follows "password=" and its like, password hashes and sealed
/// values become "[…]". Row ids (UUIDs) stay. Applied to every text that reaches the log.
/// masked(masked(x)) == masked(x).
QString masked(const QString& text);

/// A message of somebody else's code: masked, shortened, and without what stands in quotation
/// marks, which may be a value.
QString withoutValues(const QString& message);

} // namespace edupro::logging
