// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/FileSwap.h"

#include "core/security/Platform.h"
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
    security::flushFolder(QFileInfo(path).absolutePath());
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
        if (!isOurs(path, move.from) || !isOurs(path, move.to)) return unreadable(path);
        moves.push_back(move);
    }
    return moves;
}

/// Done when its source has gone or its target is there; hence may be repeated.
Done carryOut(const QDir& folder, const FileMove& move)
{
    const QString from = folder.filePath(move.from);
    const QString to = folder.filePath(move.to);
    if (!QFileInfo::exists(from) || QFileInfo::exists(to) || QFile::rename(from, to)) return done();
    return failure(ErrorCode::Io, "store.read_only", from, "cannot be renamed");
}

/// How many of the moves are made.
struct Progressed {
    std::size_t moves = 0;
    Done last = done();
};

Progressed carryOutAll(
    const QString& path, const std::vector<FileMove>& moves, const SwapStep& step, int number)
{
    const QDir folder = QFileInfo(path).absoluteDir();
    Progressed made;
    for (const FileMove& move : moves) {
        if (made.last = carryOut(folder, move); !made.last) return made;
        ++made.moves;
        if (step && !step(number++)) {
            made.last = cancelled();
            return made;
        }
    }
    // The moves must be on the disk before the journal goes.
    security::flushFolder(folder.absolutePath());
    return made;
}

Done removeJournal(const QString& path)
{
    if (!QFile::remove(journalOf(path)))
        return failure(ErrorCode::Io, "store.read_only", journalOf(path), "cannot be removed");
    security::flushFolder(QFileInfo(path).absolutePath());
    return done();
}

/// Makes the first `made` of the moves undone, and the journal. A crash meanwhile makes them again.
Done takeBack(const QString& path, const std::vector<FileMove>& moves, std::size_t made)
{
    const QDir folder = QFileInfo(path).absoluteDir();
    for (std::size_t i = made; i-- > 0;) {
        const QString moved = folder.filePath(moves[i].to);
        if (!QFile::rename(moved, folder.filePath(moves[i].from)))
            return failure(ErrorCode::Io, "store.read_only", moved, "cannot be renamed back");
    }
    security::flushFolder(folder.absolutePath());
    return removeJournal(path);
}

Error pending(const QString& path, const Error& why)
{
    Error error = failure(
        ErrorCode::Io,
        "store.swap_pending",
        path,
        "its files were exchanged in part; the next opening ends it. ");
    error.detail += why.detail;
    return error;
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
    if (Done noted = writeJournal(path, present); !noted) return noted;
    if (step && !step(0)) return cancelled();
    const Progressed made = carryOutAll(path, present, step, 1);
    if (!made.last) {
        if (made.last.error().code == ErrorCode::Cancelled) return made.last; // a test's crash
        const Done back = takeBack(path, present, made.moves);
        return back ? made.last : Done(pending(path, made.last.error()));
    }
    if (Done removed = removeJournal(path); !removed) return pending(path, removed.error());
    return step && !step(static_cast<int>(made.moves) + 1) ? Done(cancelled()) : done();
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
    const Progressed made = carryOutAll(path, *moves, step, 0);
    return made.last ? removeJournal(path) : made.last;
}

} // namespace edupro::storage
