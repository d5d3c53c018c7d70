// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/CrashStates.h"

#include <algorithm>

namespace edupro::tests {

namespace {

constexpr qint64 sector = 512;

/// How much of what was not synced arrived.
enum class Loss { All, None, Writes, Sectors, Tail, Count };

/// Cut where sectors end: of a write, single sectors may arrive.
std::vector<DiskEvent> sectorsOf(const DiskEvent& write)
{
    std::vector<DiskEvent> pieces;
    qint64 at = write.offset;
    const qint64 end = write.offset + write.bytes.size();
    while (at < end) {
        const qint64 next = std::min((at / sector + 1) * sector, end);
        DiskEvent piece = write;
        piece.offset = at;
        piece.bytes = write.bytes.mid(at - write.offset, next - at);
        pieces.push_back(std::move(piece));
        at = next;
    }
    return pieces;
}

std::vector<DiskEvent> inSectors(const std::vector<DiskEvent>& events)
{
    std::vector<DiskEvent> pieces;
    for (const DiskEvent& event : events) {
        if (event.kind == DiskEvent::Kind::Write) {
            for (DiskEvent& piece : sectorsOf(event))
                pieces.push_back(std::move(piece));
        } else {
            pieces.push_back(event);
        }
    }
    return pieces;
}

/// The new end of a file whose sectors did not all arrive: zeros, or what the disk held before.
void growTo(QByteArray& bytes, qint64 size, Random& random)
{
    const bool zeros = random.chance(0.7);
    while (bytes.size() < size)
        bytes.append(zeros ? '\0' : static_cast<char>(random.below(256)));
}

} // namespace

CrashStates::CrashStates(const DiskContent& before)
{
    for (auto file = before.begin(); file != before.end(); ++file) {
        m_files[file.key()] = {
            .present = true,
            .now = {.synced = file.value(), .unsynced = {}, .named = true},
            .before = {}};
    }
}

void CrashStates::play(const DiskEvent& event)
{
    if (event.kind == DiskEvent::Kind::Mark) return;
    File& file = m_files[event.file];
    switch (event.kind) {
    case DiskEvent::Kind::Create:
        file.present = true;
        file.now = {};
        break;
    case DiskEvent::Kind::Write:
    case DiskEvent::Kind::Truncate:
        file.now.unsynced.push_back(event);
        break;
    case DiskEvent::Kind::Sync:
        for (const DiskEvent& one : file.now.unsynced)
            apply(file.now.synced, one);
        file.now.unsynced.clear();
        file.now.named = true; // SQLite syncs the folder with the first sync of a new log
        file.mayReturn = false;
        break;
    case DiskEvent::Kind::Remove:
        file.mayReturn = !event.settled && file.now.named;
        if (file.mayReturn) file.before = std::move(file.now);
        file.now = {};
        file.present = false;
        break;
    case DiskEvent::Kind::Mark:
        break;
    }
}

DiskContent CrashStates::crash(Random& random) const
{
    DiskContent content;
    for (auto file = m_files.begin(); file != m_files.end(); ++file) {
        const bool there = file->present && (file->now.named || random.chance(0.5));
        if (there) {
            content.insert(file.key(), torn(file->now, random));
        } else if (file->mayReturn && random.chance(0.5)) {
            content.insert(file.key(), torn(file->before, random));
        }
    }
    return content;
}

void CrashStates::apply(QByteArray& bytes, const DiskEvent& event)
{
    if (event.kind == DiskEvent::Kind::Truncate) {
        bytes.resize(event.offset); // only ever to a smaller size
        return;
    }
    const qint64 end = event.offset + event.bytes.size();
    if (bytes.size() < end) bytes.append(end - bytes.size(), '\0');
    std::copy(event.bytes.begin(), event.bytes.end(), bytes.begin() + event.offset);
}

QByteArray CrashStates::torn(const Generation& generation, Random& random)
{
    QByteArray bytes = generation.synced;
    if (generation.unsynced.empty()) return bytes;
    const auto loss = static_cast<Loss>(random.below(static_cast<std::uint64_t>(Loss::Count)));
    if (loss == Loss::All) return bytes;
    const bool cut = loss == Loss::Sectors || loss == Loss::Tail;
    const auto pieces = cut ? inSectors(generation.unsynced) : generation.unsynced;
    const auto arrived = loss == Loss::Tail ? random.below(pieces.size() + 1) : pieces.size();
    const double share = loss == Loss::Writes || loss == Loss::Sectors ? random.uniform() : 1.0;
    for (std::size_t i = 0; i < arrived; ++i) {
        if (!random.chance(share)) continue;
        const DiskEvent& piece = pieces[i];
        if (piece.kind == DiskEvent::Kind::Write) growTo(bytes, piece.offset, random);
        apply(bytes, piece);
    }
    return bytes;
}

} // namespace edupro::tests
