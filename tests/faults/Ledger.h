// SPDX-License-Identifier: GPL-3.0-or-later
// Numbered transactions in a school file, written so that a reader can tell which of them are there
// and whether each is there as a whole.
#pragma once

#include "core/storage/Store.h"

#include <QString>

#include <memory>
#include <string>
#include <vector>

namespace edupro::tests {

/// A way to keep a school: in a plain file or an encrypted one.
struct Keeping {
    const char* name;
    storage::SchoolFile::Keys keys;
};

/// Both, or the one that sideBySide() has told this process. The keys are the same in every process
/// of the tests.
std::vector<Keeping> everyKeeping();

/// Options with identities that no other opening of the file repeats.
storage::StoreOptions keepingOptions(const Keeping& keeping);

/// Opens the file the way the program does, or fails the test.
std::unique_ptr<storage::Store> openKept(const QString& path, const Keeping& keeping);
std::unique_ptr<storage::Store> createKept(const QString& path, const Keeping& keeping);

class Ledger {
public:
    /// Writes transaction `number` (from 1, without gaps): one to five new students, now and then a
    /// hundred, and the number itself into a row that every transaction changes.
    static Done write(storage::Store& store, int number);

    /// The number of the last transaction (0: none). Corrupt, with the reason in `detail`, when a
    /// transaction up to it is not there as a whole, when anything of a later one is, or when the
    /// file is not sound; Io when the disk cannot be read.
    static Result<int> read(storage::Store& store);
};

} // namespace edupro::tests
