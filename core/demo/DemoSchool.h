// SPDX-License-Identifier: GPL-3.0-or-later
// Writes the example school into a store or a new file.
#pragma once

#include "core/base/Progress.h"
#include "core/base/Result.h"
#include "core/demo/DemoPlan.h"
#include "core/storage/Store.h"

#include <QString>

#include <memory>

namespace edupro::demo {

/// Saves every record of the plan through the store's door, in one transaction: all or, when it
/// fails or is cancelled, none. Precondition: the store is empty.
Done writeDemoSchool(storage::Store& store, const DemoPlan& plan, const Progress& progress);

/// Makes a new school file and fills it. No file remains when it fails or is cancelled. Errors:
/// those of planDemoSchool() and Store::createFile(), Cancelled.
Result<std::unique_ptr<storage::Store>> createDemoFile(
    const QString& path,
    const DemoOptions& options,
    const storage::StoreOptions& storeOptions,
    const Progress& progress);

} // namespace edupro::demo
