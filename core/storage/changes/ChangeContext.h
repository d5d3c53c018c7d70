// SPDX-License-Identifier: GPL-3.0-or-later
// What the triggers of a file ask the program: who changes rows, where, when, and as what.
#pragma once

#include "core/base/Clock.h"
#include "core/storage/changes/VersionClock.h"

#include <QByteArray>

#include <utility>

namespace edupro::storage {

/// What a change of rows is. Only local ones are audited and get new versions.
enum class ChangeMode {
    Local = 0,
    Remote = 1,  ///< values and versions from the hub
    Purge = 2,   ///< rows leave this computer; the only mode that may delete
    Erasure = 3, ///< personal values are removed; the only mode that may blank events
};

/// One per SQLite connection; the connection's SQL functions read it.
struct ChangeContext {
    QByteArray actor; ///< UTF-8
    QByteArray device;
    QByteArray reason; ///< why; may be empty
    Instant at = 0;    ///< when the change that is being written happens
    ChangeMode mode = ChangeMode::Local;
    VersionClock versions = VersionClock::ofNewWriter();
};

/// Changes rows in a mode until it is destroyed.
class InMode {
public:
    InMode(ChangeContext& context, ChangeMode mode)
        : m_context(context)
        , m_before(std::exchange(context.mode, mode))
    {
    }
    ~InMode() { m_context.mode = m_before; }
    InMode(const InMode&) = delete;
    InMode& operator=(const InMode&) = delete;

private:
    ChangeContext& m_context;
    ChangeMode m_before;
};

} // namespace edupro::storage
