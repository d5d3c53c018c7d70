// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/privacy/Deadline.h"

#include "core/privacy/PrivacyActions.h"

#include <QCoreApplication>

namespace edupro::ui {

namespace {

constexpr Instant minute = 60 * 1000;
constexpr Instant hour = 60 * minute;
constexpr Instant day = 24 * hour;

QString counted(const char* words, Instant number)
{
    return QCoreApplication::translate("Deadline", words, nullptr, static_cast<int>(number));
}

QString lateWords(Instant late)
{
    if (late < hour)
        return counted(
            QT_TRANSLATE_N_NOOP("Deadline", "%n minute(s) late"),
            std::max(late / minute, Instant{1}));
    if (late < 3 * day)
        return counted(QT_TRANSLATE_N_NOOP("Deadline", "%n hour(s) late"), late / hour);
    return counted(QT_TRANSLATE_N_NOOP("Deadline", "%n day(s) late"), late / day);
}

QString leftWords(Instant left)
{
    if (left < hour)
        return counted(QT_TRANSLATE_N_NOOP("Deadline", "%n minute(s) left"), left / minute);
    return counted(QT_TRANSLATE_N_NOOP("Deadline", "%n hour(s) left"), left / hour);
}

} // namespace

Chip deadlineChip(Instant dueAt, Instant now)
{
    const Instant left = privacy::timeLeft(dueAt, now);
    if (left < 0) return {.tone = Tone::Risk, .word = lateWords(-left)};
    return {.tone = left < day ? Tone::Watch : Tone::Fine, .word = leftWords(left)};
}

} // namespace edupro::ui
