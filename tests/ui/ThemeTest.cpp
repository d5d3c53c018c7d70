// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/Theme.h"

#include "tests/support/Catch.h"
#include "tests/support/Paths.h"
#include "ui/common/ThemedIcon.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QFontMetricsF>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QPainter>
#include <QSvgRenderer>

#include <cmath>
#include <set>

using namespace edupro;
using namespace edupro::ui;
using namespace edupro::tests;

namespace {

// WCAG 2.1, "relative luminance" and "contrast ratio".
double luminance(const QColor& color)
{
    const auto linear = [](double c) {
        return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) +
           0.0722 * linear(color.blueF());
}

double contrast(const QColor& a, const QColor& b)
{
    const double high = std::max(luminance(a), luminance(b));
    const double low = std::min(luminance(a), luminance(b));
    return (high + 0.05) / (low + 0.05);
}

QByteArray tokensFile()
{
    QFile file(sourceFile("/resources/theme/tokens.json"));
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

} // namespace

TEST_CASE("Every text stands out from every ground it is used on by 4.5 to 1", "[ui]")
{
    const Tokens tokens = parseTokens(tokensFile()).value();
    REQUIRE(tokens.textOn.size() > 30);
    for (const Scheme scheme : {Scheme::Light, Scheme::Dark}) {
        for (const TextOnGround& pair : tokens.textOn) {
            INFO(
                (scheme == Scheme::Light ? "light " : "dark ")
                << tokenName(pair.text) << " on " << tokenName(pair.ground));
            CHECK(
                contrast(tokens.color(scheme, pair.text), tokens.color(scheme, pair.ground)) >=
                4.5);
        }
    }
}

TEST_CASE("Every text token is checked against some ground", "[ui]")
{
    const Tokens tokens = parseTokens(tokensFile()).value();
    std::set<Token> checked;
    for (const TextOnGround& pair : tokens.textOn)
        checked.insert(pair.text);
    for (const Token text :
         {Token::Ink,
          Token::InkSoft,
          Token::AccentInk,
          Token::OnAccent,
          Token::Risk,
          Token::Watch,
          Token::Fine,
          Token::NavInk,
          Token::NavStrong}) {
        CHECK(checked.contains(text));
    }
}

TEST_CASE("A missing or malformed token is named", "[ui]")
{
    QJsonObject root = QJsonDocument::fromJson(tokensFile()).object();
    QJsonObject dark = root["dark"].toObject();
    dark["riskSoft"] = "reddish";
    root["dark"] = dark;
    const auto result = parseTokens(QJsonDocument(root).toJson());
    REQUIRE_FALSE(result.has_value());
    CHECK(result.error().code == ErrorCode::Corrupt);
    CHECK_THAT(result.error().detail, ContainsSubstring("dark.riskSoft"));
    CHECK_FALSE(parseTokens("not json").has_value());
}

TEST_CASE("Switching the scheme changes palette, style sheet and icons at run time", "[ui]")
{
    Theme theme(Scheme::Light);
    int switches = 0;
    QObject::connect(&theme, &Theme::changed, [&] { ++switches; });
    const QIcon icon = theme.icon("dot", Token::Risk);
    const QColor lightDot = icon.pixmap(24, 24).toImage().pixelColor(12, 12);
    const QColor lightPage = QApplication::palette().color(QPalette::Window);
    CHECK(lightPage == theme.tokens().color(Scheme::Light, Token::Page));
    CHECK_FALSE(qApp->styleSheet().contains('@'));

    theme.setScheme(Scheme::Dark);
    CHECK(switches == 1);
    CHECK(
        QApplication::palette().color(QPalette::Window) ==
        theme.tokens().color(Scheme::Dark, Token::Page));
    CHECK(icon.pixmap(24, 24).toImage().pixelColor(12, 12) != lightDot);
    theme.setScheme(Scheme::Dark);
    CHECK(switches == 1);
}

TEST_CASE("The figures of the chosen font are equally wide", "[ui]")
{
    const Theme theme(Scheme::Light);
    const QFontMetricsF metrics(theme.font(TextSize::Body));
    for (char digit = '0'; digit <= '9'; ++digit)
        CHECK(metrics.horizontalAdvance(QChar(digit)) == Approx(metrics.horizontalAdvance(u'0')));
    CHECK(theme.font(TextSize::Display).pixelSize() == 22);
}

TEST_CASE("Every icon is a drawing in the one line style and is built in", "[ui]")
{
    const Theme theme(Scheme::Light);
    const QDir folder(sourceFile("/resources/icons"), "*.svg");
    REQUIRE(folder.count() > 40);
    for (const QString& name : folder.entryList()) {
        INFO(name.toStdString());
        QFile file(":/icons/" + name);
        REQUIRE(file.open(QIODevice::ReadOnly));
        const QByteArray drawing = file.readAll();
        CHECK(drawing.contains("viewBox=\"0 0 24 24\""));
        CHECK(drawing.contains("stroke-width=\"1.75\""));
        CHECK(QSvgRenderer(drawing).isValid());
        const QImage picture = tintedPixmap(QString(name).chopped(4), 24, Qt::black).toImage();
        CHECK(picture != QImage(picture.size(), picture.format()));
    }
}

TEST_CASE("No source of the window holds a colour of its own", "[ui]")
{
    QStringList offenders;
    for (const char* folder : {"common", "charts", "shell"}) {
        const QDir dir(sourceFile("/ui/") + folder, "*.cpp *.h");
        for (const QFileInfo& info : dir.entryInfoList({"*.cpp", "*.h"})) {
            QFile file(info.filePath());
            REQUIRE(file.open(QIODevice::ReadOnly));
            const QString text = QString::fromUtf8(file.readAll());
            static const QRegularExpression color("\"#[0-9A-Fa-f]{3,8}\"|Qt::(white|black|red|"
                                                  "green|blue|yellow|gray)\\b|QColor\\(\\d");
            if (text.contains(color)) offenders << info.fileName();
        }
    }
    CHECK(offenders.join(' ').toStdString().empty());
}
