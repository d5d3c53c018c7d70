// SPDX-License-Identifier: GPL-3.0-or-later
// What was found when the school file was opened, said above the page, one after the other.
#pragma once

#include "core/base/Error.h"
#include "ui/common/NoticeBar.h"

#include <vector>

namespace edupro::ui {

class Context;

/// Takes the notices of the open store (see storage::Store::takeNotices()) and tells them.
class OpeningNotices : public NoticeBar {
    Q_OBJECT
public:
    explicit OpeningNotices(Context& context, QWidget* parent = nullptr);

private:
    void tellNext();

    std::vector<Error> m_left;
};

} // namespace edupro::ui
