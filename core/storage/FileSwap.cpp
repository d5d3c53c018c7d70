// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/FileSwap.h"

#include "core/storage/Durable.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

#include <algorithm>

namespace edupro::storage {

namespace {

constexpr qint64 largestJournal = 64 * 1024;

QString journalOf(const QString& path)
{
    return path + QStringLiteral("-swap");
}

Error failure(ErrorCode code, const char* key, const QString& path, const std::string& what)
{
    return {
        .code = code,
        .key = key,
        .detail = QDir::toNativeSeparators(path).toStdString() + ": " + what};
}

Error unreadable(const QString& path)
{
    return failure(
        ErrorCode::Corrupt,
        "store.swap",
        journalOf(path),
        "the note about an interrupted replacement cannot be read; the files beside it are whole");
}

/// A journal may move nothing but files of its own school in its own folder.
bool isOurs(const QString& path, const QString& name)
{
    return !name.contains(u'/') && !name.contains(u'\\') &&
           name.startsWith(QFileInfo(path).completeBaseName());
}

/// A removal is repeated after a crash, and must not find what a move put in its place.
bool isRepeatable(const std::vector<FileMove>& moves)
{
    return std::none_of(moves.begin(), moves.end(), [&](const FileMove& removal) {
        return removal.to.isEmpty() && std::any_of(moves.begin(), moves.end(), [&](const auto& m) {
                   return m.to == removal.from;
               });
    });
}

Done writeJournal(const QString& path, const std::vector<FileMove>& moves)
{
    QJsonArray list;
    for (const FileMove& move : moves)
        list.append(
            QJsonObject{{QStringLiteral("from"), move.from}, {QStringLiteral("to"), move.to}});
    const QJsonObject journal{{QStringLiteral("format"), 1}, {QStringLiteral("moves"), list}};
    QSaveFile file(journalOf(path));
    if (!file.open(QIODevice::WriteOnly))
        return failure(ErrorCode::Io, "store.read_only", path, "its folder cannot be written");
    file.write(QJsonDocument(journal).toJson(QJsonDocument::Compact));
    if (Done safe = flushed(file); !safe) return safe;
    if (!file.commit()) return writeFailed(file);
    flushFolder(QFileInfo(path).absolutePath());
    return done();
}

Result<std::vector<FileMove>> readJournal(const QString& path)
{
    QFile file(journalOf(path));
    if (!file.open(QIODevice::ReadOnly) || file.size() > largestJournal) return unreadable(path);
    const QJsonObject journal = QJsonDocument::fromJson(file.readAll()).object();
    const QJsonArray list = journal.value(QStringLiteral("moves")).toArray();
    if (journal.value(QStringLiteral("format")).toInt() != 1 || list.isEmpty())
        return unreadable(path);
    std::vector<FileMove> moves;
    for (const QJsonValue& value : list) {
        const FileMove move{
            .from = value[QStringLiteral("from")].toString(),
            .to = value[QStringLiteral("to")].toString()};
        if (!isOurs(path, move.from) || (!move.to.isEmpty() && !isOurs(path, move.to)))
            return unreadable(path);
        moves.push_back(move);
    }
    if (!isRepeatable(moves)) return unreadable(path);
    return moves;
}

/// Done when its source has gone or its target is there; hence may be repeated.
Done carryOut(const QDir& folder, const FileMove& move)
{
    const QString from = folder.filePath(move.from);
    if (!QFileInfo::exists(from)) return done();
    if (move.to.isEmpty()) {
        if (QFile::remove(from)) return done();
    } else {
        const QString to = folder.filePath(move.to);
        if (QFileInfo::exists(to) || QFile::rename(from, to)) return done();
    }
    return failure(ErrorCode::Io, "store.read_only", from, "cannot be renamed or removed");
}

Done carryOutAll(
    const QString& path, const std::vector<FileMove>& moves, const SwapStep& step, int firstStep)
{
    const QDir folder = QFileInfo(path).absoluteDir();
    int number = firstStep;
    for (const FileMove& move : moves) {
        if (Done moved = carryOut(folder, move); !moved) return moved;
        if (step && !step(number++)) return cancelled();
    }
    // The moves must be on the disk before the journal goes.
    flushFolder(folder.absolutePath());
    if (!QFile::remove(journalOf(path)))
        return failure(ErrorCode::Io, "store.read_only", journalOf(path), "cannot be removed");
    flushFolder(folder.absolutePath());
    if (step && !step(number)) return cancelled();
    return done();
}

} // namespace

Done swapFiles(const QString& path, const std::vector<FileMove>& moves, const SwapStep& step)
{
    std::vector<FileMove> present;
    const QDir folder = QFileInfo(path).absoluteDir();
    std::copy_if(moves.begin(), moves.end(), std::back_inserter(present), [&](const FileMove& m) {
        return QFileInfo::exists(folder.filePath(m.from));
    });
    if (present.empty()) return done();
    assert(isRepeatable(present));
    if (Done noted = writeJournal(path, present); !noted) return noted;
    if (step && !step(0)) return cancelled();
    return carryOutAll(path, present, step, 1);
}

bool isSwapPending(const QString& path)
{
    return QFileInfo::exists(journalOf(path));
}

Done finishSwap(const QString& path, const SwapStep& step)
{
    if (!isSwapPending(path)) return done();
    const Result<std::vector<FileMove>> moves = readJournal(path);
    if (!moves) return moves.error();
    return carryOutAll(path, *moves, step, 0);
}

} // namespace edupro::storage
