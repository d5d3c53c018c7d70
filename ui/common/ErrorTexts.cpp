// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/ErrorTexts.h"

namespace edupro::ui {

const std::vector<KeyWords>& errorTexts()
{
    static const std::vector<KeyWords> all = [] {
        std::vector<KeyWords> rows;
        for (const auto part : {storeErrorTexts(), accountErrorTexts(), featureErrorTexts()})
            rows.insert(rows.end(), part.begin(), part.end());
        return rows;
    }();
    return all;
}

} // namespace edupro::ui
