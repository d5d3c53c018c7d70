// SPDX-License-Identifier: GPL-3.0-or-later
// What the command line shows: results on stdout, progress and reasons on stderr.
#pragma once

#include "core/base/Error.h"
#include "core/base/Progress.h"

#include <QJsonObject>
#include <QString>

namespace edupro::cli {

/// With JSON, stdout carries one document and nothing else.
class Terminal {
public:
    explicit Terminal(bool json)
        : m_json(json)
    {
    }

    bool json() const { return m_json; }
    /// A line of the result; nothing under --json.
    void say(const QString& line);
    /// The result as JSON; nothing without --json.
    void give(const QJsonObject& document);
    /// The same, already written as JSON.
    void giveText(const QByteArray& json);
    /// Something to know beside the result, on stderr.
    void note(const QString& text);
    /// The reason of a refusal on stderr: code, key, detail, fields and advice.
    void complain(const Error& error);
    /// A bar on stderr when it is a terminal; otherwise silent. Never cancels.
    Progress progress(const QString& what);

private:
    bool m_json;
};

/// "1 leaf", "3 leaves".
template<class Count>
QString counted(Count count, const char* one, const char* several)
{
    return QStringLiteral("%1 %2").arg(count).arg(QString::fromLatin1(count == 1 ? one : several));
}

} // namespace edupro::cli
