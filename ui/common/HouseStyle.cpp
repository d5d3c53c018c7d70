// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/HouseStyle.h"

#include <QFile>
#include <QFontDatabase>
#include <QFontMetricsF>

// Resources of a static library are not found until this names them; the macro must stand outside
// any namespace.
static void openResources()
{
    Q_INIT_RESOURCE(app);
}

namespace edupro::ui {

namespace {

bool hasTabularFigures(const QString& family)
{
    const QFontMetricsF metrics{QFont(family)};
    for (char digit = '1'; digit <= '9'; ++digit) {
        if (!qFuzzyCompare(
                metrics.horizontalAdvance(QChar(digit)), metrics.horizontalAdvance(u'0')))
            return false;
    }
    return true;
}

} // namespace

QFont HouseStyle::font(TextSize size, QFont::Weight weight) const
{
    QFont font(family);
    font.setPixelSize(tokens.fontSize(size));
    font.setWeight(weight);
    return font;
}

HouseStyle houseStyle(Scheme scheme)
{
    openResources();
    Result<Tokens> tokens = parseTokens(resource(":/theme/tokens.json"));
    Q_ASSERT_X(tokens.has_value(), "houseStyle", tokens ? "" : tokens.error().detail.c_str());
    HouseStyle style{.tokens = std::move(tokens).value(), .scheme = scheme, .family = {}};
    style.family = tabularFamily(style.tokens.fontFamilies);
    return style;
}

QString tabularFamily(const QStringList& preferred)
{
    const QStringList installed = QFontDatabase::families();
    for (const QString& family : preferred) {
        if (installed.contains(family) && hasTabularFigures(family)) return family;
    }
    return QFontDatabase::systemFont(QFontDatabase::GeneralFont).family();
}

QByteArray resource(const QString& path)
{
    QFile file(path);
    const bool opened = file.open(QIODevice::ReadOnly);
    Q_ASSERT_X(opened, "resource", qPrintable(path));
    return opened ? file.readAll() : QByteArray();
}

} // namespace edupro::ui
