// SPDX-License-Identifier: GPL-3.0-or-later
// The disk below SQLite, as a test wants it: it records what reaches it, fails on demand, or is
// full.
#pragma once

#include <QByteArray>
#include <QString>

#include <cstdint>
#include <vector>

namespace edupro::tests {

/// One thing that happened to a file of the recorded folder, or a Mark of the test's own.
struct DiskEvent {
    enum class Kind : std::uint8_t { Create, Write, Truncate, Sync, Remove, Mark };

    Kind kind = Kind::Mark;
    bool settled = false; ///< Remove: the folder was synced too
    QString file;         ///< the name without its folder
    qint64 offset = 0;    ///< Write: where; Truncate: the new size; Mark: its number
    QByteArray bytes{};   ///< Write: what
};

/// Which operations a plan counts.
enum DiskOperation : unsigned {
    ReadOperation = 1,
    WriteOperation = 2,
    SyncOperation = 4,
    TruncateOperation = 8,
    OpenOperation = 16,
    RemoveOperation = 32,
    SizeOperation = 64,
    LockOperation = 128,
    AllOperations = 255
};

/// The `n`-th counted operation (from 1) fails with an I/O error; `forEver`: all later ones too.
struct FailurePlan {
    unsigned operations = AllOperations;
    qint64 n = 0;
    bool forEver = false;
};

/// A VFS between SQLite (or the encrypting layer) and the platform's. It passes everything on as
/// long as no test asks for more. One per process; any thread may use it, one test at a time plans.
class FaultDisk {
public:
    /// Becomes SQLite's default VFS. Call once, before the first connection and before the
    /// encrypting layer looks for its base.
    static void install();

    /// Copies of all events of files in `folder` from now on.
    static void startRecording(const QString& folder);
    static std::vector<DiskEvent> stopRecording();
    static void mark(qint64 number);

    static void fail(const FailurePlan& plan);
    /// How many operations the last plan counted, and how many of them it made fail.
    static qint64 countedOperations();
    static qint64 failedOperations();

    /// Writes that make the files grow by more than `bytes` in all from now on find the disk full.
    static void limitGrowth(qint64 bytes);
    /// All locks are held by somebody else.
    static void holdLocks(bool held);
    /// Syncs are not passed on: for states of a crash that live only for a moment.
    static void skipSyncs(bool skipped);

    /// Passes everything on again.
    static void mend();
};

/// mend() at the end of the test, however it ends.
struct MendedDisk {
    MendedDisk() = default;
    ~MendedDisk() { FaultDisk::mend(); }
    MendedDisk(const MendedDisk&) = delete;
    MendedDisk& operator=(const MendedDisk&) = delete;
};

} // namespace edupro::tests
