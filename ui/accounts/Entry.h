// SPDX-License-Identifier: GPL-3.0-or-later
// What the window knows of somebody who has just signed in.
#pragma once

#include "core/accounts/SignIn.h"
#include "ui/shell/Context.h"

#include <memory>

namespace edupro::ui {

struct Entry {
    QString file;
    bool encrypted = false;
    Person person;                              ///< without an id: nobody has to sign in here
    std::shared_ptr<security::Session> session; ///< null without a person
    bool mustChangePassword = false;
};

/// Opens the store of a lane by `open`, which signs somebody in, and notes who it was. On the
/// storage lane; `entry` is to be read after the answer has come.
storage::StoreLane::Open
openInto(std::shared_ptr<Entry> entry, std::function<Result<accounts::Opened>()> open);

} // namespace edupro::ui
