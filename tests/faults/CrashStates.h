// SPDX-License-Identifier: GPL-3.0-or-later
// What a disk may hold after a power cut, from the record of what was written to it.
#pragma once

#include "core/base/Random.h"
#include "tests/faults/FaultDisk.h"

#include <QMap>

#include <vector>

namespace edupro::tests {

/// Files by name.
using DiskContent = QMap<QString, QByteArray>;

/// Plays a record of writes and, at any point of it, makes up what the disk may hold if the power
/// went then. What was synced is there. Of what was not, any subset is, in sectors of 512 bytes; a
/// file that grew may show anything where its new part did not arrive; a file that was made or
/// removed may be missing or back until the folder was synced.
class CrashStates {
public:
    explicit CrashStates(const DiskContent& before);

    void play(const DiskEvent& event);
    DiskContent crash(Random& random) const;

private:
    struct Generation {
        QByteArray synced;
        std::vector<DiskEvent> unsynced; ///< writes and truncations
        bool named = false;              ///< its entry in the folder has reached the disk
    };
    struct File {
        bool present = false;
        Generation now;
        bool mayReturn = false; ///< `before` was removed, but the folder not synced since
        Generation before;
    };

    static void apply(QByteArray& bytes, const DiskEvent& event);
    static QByteArray torn(const Generation& generation, Random& random);

    QMap<QString, File> m_files;
};

} // namespace edupro::tests
