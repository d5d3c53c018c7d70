// SPDX-License-Identifier: GPL-3.0-or-later
// A short session with a school file while something fails: what it was told, and what is left.
#pragma once

#include "tests/faults/Ledger.h"

#include <functional>
#include <string>
#include <vector>

namespace edupro::tests {

/// What a session came to.
struct Outcome {
    int acknowledged = 1; ///< the last transaction that was
    std::vector<Error> errors;
    std::string fault; ///< how a promise was broken; empty: all were kept
};

/// Runs the same session on fresh copies of one file.
class HurtSession {
public:
    explicit HurtSession(const Keeping& keeping);

    /// `arm` begins the failing, `disarm` ends it. Between them the file is opened, written, read,
    /// checkpointed, closed and opened again, as by a person who goes on after each failure. Then
    /// the file is opened once more. Promised: every failure has a code that is not Internal, no
    /// acknowledged transaction is lost, the file is sound and can be written.
    Outcome run(const std::function<void()>& arm, const std::function<void()>& disarm) const;

private:
    std::string faultOf(const QString& path, const Outcome& outcome) const;

    Keeping m_keeping;
    QByteArray m_bytes;
};

} // namespace edupro::tests
