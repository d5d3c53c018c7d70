// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/privacy/ErasedDrafts.h"

#include "core/privacy/EraseStudent.h"
#include "core/privacy/PersonalRows.h"

#include <QRegularExpression>

#include <algorithm>

namespace edupro::privacy {

using storage::Connection;

namespace {

/// Whether a text of a draft speaks of somebody by name or number.
bool mentions(const QString& text, const QStringList& words)
{
    return std::any_of(words.begin(), words.end(), [&text](const QString& word) {
        const QRegularExpression whole(
            QStringLiteral("(?<![\\p{L}\\p{N}])") + QRegularExpression::escape(word) +
                QStringLiteral("(?![\\p{L}\\p{N}])"),
            QRegularExpression::CaseInsensitiveOption |
                QRegularExpression::UseUnicodePropertiesOption);
        return whole.match(text).hasMatch();
    });
}

} // namespace

Done dropDrafts(Connection& connection, const StudentId& student)
{
    QStringList words{student.text()};
    Done read = connection.read(
        QStringLiteral("SELECT nis, name, nisn FROM %1 WHERE id = ?")
            .arg(tableIn(connection, QStringLiteral("students"))),
        {QVariant::fromValue(student.value)},
        [&words](const QSqlQuery& row) {
            for (int column = 0; column < 3; ++column)
                words.append(row.value(column).toString());
            return true;
        });
    if (!read) return read;
    words.removeAll(QString());
    words.removeAll(erasedText);
    QVariantList found;
    read = connection.read(
        QStringLiteral("SELECT id, title, content FROM drafts"), {}, [&](const QSqlQuery& row) {
            if (mentions(row.value(1).toString() + u'\n' + row.value(2).toString(), words))
                found.append(row.value(0));
            return true;
        });
    if (!read) return read;
    for (const QVariant& draft : found) {
        const auto dropped =
            connection.run(QStringLiteral("DELETE FROM drafts WHERE id = ?"), {draft});
        if (!dropped) return dropped.error();
    }
    return done();
}

} // namespace edupro::privacy
