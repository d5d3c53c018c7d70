// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/SqlFiles.h"

#include "core/storage/SqlFilesEmbedded.h"

#include <QCryptographicHash>

#include <map>

namespace edupro::storage {

namespace {

const std::map<QString, QString>& files()
{
    static const std::map<QString, QString> all = [] {
        std::map<QString, QString> byPath;
        for (const EmbeddedFile& file : embeddedSqlFiles())
            byPath.emplace(QString::fromLatin1(file.path), QString::fromUtf8(file.text));
        return byPath;
    }();
    return all;
}

QString suffix(Dialect dialect)
{
    return dialect == Dialect::Sqlite ? QStringLiteral(".sqlite.sql")
                                      : QStringLiteral(".postgres.sql");
}

} // namespace

QString sqlFile(const QString& name, Dialect dialect)
{
    const QString base = name.section(u'/', 0, 0) + QStringLiteral("/sql/") + name.section(u'/', 1);
    if (const auto found = files().find(base + suffix(dialect)); found != files().end())
        return found->second;
    if (const auto found = files().find(base + QStringLiteral(".sql")); found != files().end())
        return found->second;
    return {};
}

QStringList sqlFileNames()
{
    QStringList names;
    for (const auto& [path, text] : files()) {
        if (!path.contains(u"/sql/")) continue;
        const QString name =
            QString(path).replace(QStringLiteral("/sql/"), QStringLiteral("/")).section(u'.', 0, 0);
        if (!names.contains(name)) names.append(name);
    }
    return names;
}

std::vector<Migration> migrations(Dialect dialect)
{
    const QString folder = QStringLiteral("storage/migrations/");
    const QString other = suffix(dialect == Dialect::Sqlite ? Dialect::Postgres : Dialect::Sqlite);
    std::vector<Migration> ordered;
    for (const auto& [path, text] : files()) { // sorted by path, hence by number
        if (!path.startsWith(folder) || path.endsWith(other)) continue;
        const QString name = path.mid(folder.size()).section(u'.', 0, 0);
        const QByteArray hash = QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256);
        ordered.push_back(
            {.number = name.section(u'_', 0, 0).toInt(),
             .name = name,
             .body = text,
             .checksum = QString::fromLatin1(hash.toHex())});
    }
    return ordered;
}

} // namespace edupro::storage
