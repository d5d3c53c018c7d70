// SPDX-License-Identifier: GPL-3.0-or-later
// A rule that changes by decree (a threshold), with the day from which it counts.
#pragma once

#include "core/record/Schema.h"

#include <QDate>

#include <vector>

namespace edupro {

using DatedSettingId = Id<struct DatedSettingTag>;

struct DatedSetting {
    DatedSettingId id;
    QString name; ///< "achievement.high.average", ...
    QDate since;
    double value = 0.0;

    static constexpr auto schema()
    {
        // clang-format off
        return entity("dated_settings",
            field(&DatedSetting::id,    "id",    label("DatedSetting", "Id"),    {.key = true, .hidden = true}),
            field(&DatedSetting::name,  "name",  label("DatedSetting", "Name"),  {.required = true, .length = {2, 60}}),
            field(&DatedSetting::since, "since", label("DatedSetting", "Since"), {.required = true}),
            field(&DatedSetting::value, "value", label("DatedSetting", "Value"), {.required = true}));
        // clang-format on
    }
    friend bool operator==(const DatedSetting&, const DatedSetting&) = default;
};

inline QString naturalKeyOf(const DatedSetting& setting)
{
    return setting.name + u'/' + setting.since.toString(Qt::ISODate);
}

/// The range and kind of number of the rule that it sets, see school::ruleInfos() (rules "range",
/// "whole").
std::vector<Issue> issuesOf(const DatedSetting& setting);

} // namespace edupro
