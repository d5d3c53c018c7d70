// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers, money and dates as a person reads them, in the language of the window.
#pragma once

#include <QDate>
#include <QDateTime>
#include <QLocale>
#include <QString>

#include <optional>

/// All functions write in the language that `Language` has selected (the default QLocale). Parts
/// that belong together are joined by a no-break space. A missing value (nullopt, NaN, invalid
/// date) is written as "—".
namespace edupro::ui::format {

inline constexpr QChar noBreakSpace(0x00A0);
inline constexpr QChar missing(0x2014);

/// `79,4` in Indonesian, `79.4` in English; grouped by thousands; always `decimals` digits.
QString number(std::optional<double> value, int decimals = 1);
/// `1.204` in Indonesian, `1,204` in English.
QString count(qint64 value);
/// Whole rupiah: `Rp 2.300.000`, `Rp 2,300,000`.
QString rupiah(std::optional<qint64> amount);
/// A percentage given as 0..100: `93,1 %`, `93.1%`.
QString percent(std::optional<double> percentage, int decimals = 1);
/// A change with its sign: `+0,6`, `−1,2` (a true minus sign), `0,0`.
QString change(double difference, int decimals = 1);
/// `742 kB`, `1,1 MB`: as file windows round them.
QString dataSize(qint64 bytes);
/// `21 Nov 2026`.
QString date(QDate date);
/// `21 Nov 2026 10.42` in Indonesian, `21 Nov 2026 10:42` in English; local time.
QString dateTime(const QDateTime& moment);
/// `10.42.07`, `10:42:07`; local time.
QString time(QTime time);
/// Rounded for a waiting person: `18 dtk`, `3 mnt`, `2 jam`; `18 s`, `3 min`, `2 h`.
QString duration(double seconds);

} // namespace edupro::ui::format
