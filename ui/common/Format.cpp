// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/Format.h"

#include <QCoreApplication>

#include <cmath>

namespace edupro::ui::format {

namespace {

bool isIndonesian()
{
    return QLocale().language() == QLocale::Indonesian;
}

QString joined(const QString& left, const QString& right)
{
    return left + noBreakSpace + right;
}

} // namespace

QString number(std::optional<double> value, int decimals)
{
    if (!value || !std::isfinite(*value)) return missing;
    const QString text = QLocale().toString(std::abs(*value), 'f', decimals);
    const bool isZero =
        QLocale().toDouble(text) == 0.0; // "-0,0" would say something that is not so
    return *value < 0 && !isZero ? QChar(0x2212) + text : text;
}

QString count(qint64 value)
{
    return QLocale().toString(value);
}

QString rupiah(std::optional<qint64> amount)
{
    if (!amount) return missing;
    return joined("Rp", QLocale().toString(*amount));
}

QString percent(std::optional<double> percentage, int decimals)
{
    if (!percentage || !std::isfinite(*percentage)) return missing;
    const QString text = number(percentage, decimals);
    return isIndonesian() ? joined(text, "%") : text + '%';
}

QString change(double difference, int decimals)
{
    const QString text = number(difference, decimals);
    return difference > 0 && QLocale().toDouble(text) != 0.0 ? '+' + text : text;
}

QString dataSize(qint64 bytes)
{
    constexpr qint64 megabyte = qint64{1} << 20;
    return QLocale().formattedDataSize(
        bytes, bytes < megabyte ? 0 : 1, QLocale::DataSizeTraditionalFormat);
}

QString date(QDate date)
{
    if (!date.isValid()) return missing;
    return QLocale().toString(date, "d MMM yyyy").replace(' ', noBreakSpace);
}

QString dateTime(const QDateTime& moment)
{
    if (!moment.isValid()) return missing;
    const QDateTime local = moment.toLocalTime();
    return joined(date(local.date()), local.time().toString(isIndonesian() ? "HH.mm" : "HH:mm"));
}

QString time(QTime time)
{
    if (!time.isValid()) return missing;
    return time.toString(isIndonesian() ? "HH.mm.ss" : "HH:mm:ss");
}

QString duration(double seconds)
{
    if (!std::isfinite(seconds) || seconds < 0) return missing;
    if (seconds < 90) {
        return joined(
            count(std::llround(seconds)), QCoreApplication::translate("Format", "s", "seconds"));
    }
    const double minutes = seconds / 60.0;
    if (minutes < 90) {
        return joined(
            count(std::llround(minutes)), QCoreApplication::translate("Format", "min", "minutes"));
    }
    return joined(
        count(std::llround(minutes / 60.0)), QCoreApplication::translate("Format", "h", "hours"));
}

} // namespace edupro::ui::format
