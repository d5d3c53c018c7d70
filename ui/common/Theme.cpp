// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/Theme.h"

#include "ui/common/ThemedIcon.h"

#include <QApplication>
#include <QFile>
#include <QPalette>
#include <QRegularExpression>
#include <QStyle>
#include <QStyleFactory>
#include <QWidget>

namespace edupro::ui {

Theme::Theme(Scheme scheme, QObject* parent)
    : QObject(parent)
    , m_style(houseStyle(scheme))
{
    QApplication::setStyle(QStyleFactory::create("Fusion"));
    dress();
}

void Theme::setScheme(Scheme scheme)
{
    if (scheme == m_style.scheme) return;
    m_style.scheme = scheme;
    dress();
    emit changed();
}

QIcon Theme::icon(const QString& name, Token tint) const
{
    return icon(name, tint, tint);
}

QIcon Theme::icon(const QString& name, Token tint, Token checkedTint) const
{
    return QIcon(new ThemedIcon(*this, name, {.normal = tint, .checked = checkedTint}));
}

void Theme::dress()
{
    QApplication::setPalette(palette());
    QApplication::setFont(font(TextSize::Body));
    qApp->setStyleSheet(styleSheet());
}

QPalette Theme::palette() const
{
    QPalette palette;
    // clang-format off
    palette.setColor(QPalette::Window,          color(Token::Page));
    palette.setColor(QPalette::WindowText,      color(Token::Ink));
    palette.setColor(QPalette::Base,            color(Token::Panel));
    palette.setColor(QPalette::AlternateBase,   color(Token::Page));
    palette.setColor(QPalette::Text,            color(Token::Ink));
    palette.setColor(QPalette::PlaceholderText, color(Token::InkSoft));
    palette.setColor(QPalette::Button,          color(Token::Panel));
    palette.setColor(QPalette::ButtonText,      color(Token::Ink));
    palette.setColor(QPalette::Highlight,       color(Token::Accent));
    palette.setColor(QPalette::HighlightedText, color(Token::OnAccent));
    palette.setColor(QPalette::ToolTipBase,     color(Token::Ink));
    palette.setColor(QPalette::ToolTipText,     color(Token::Panel));
    palette.setColor(QPalette::Link,            color(Token::AccentInk));
    palette.setColor(QPalette::LinkVisited,     color(Token::AccentInk));
    palette.setColor(QPalette::Light,           color(Token::Panel));
    palette.setColor(QPalette::Midlight,        color(Token::Hover));
    palette.setColor(QPalette::Mid,             color(Token::Line));
    palette.setColor(QPalette::Dark,            color(Token::InkFaint));
    palette.setColor(QPalette::Shadow,          color(Token::Line));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, color(Token::InkFaint));
    // clang-format on
    return palette;
}

QString Theme::styleSheet()
{
    QHash<QString, QString> values;
    for (std::size_t i = 0; i < tokenCount; ++i) {
        const auto token = static_cast<Token>(i);
        values[tokenName(token)] = color(token).name();
    }
    values["smallpx"] = QString("%1px").arg(tokens().fontSize(TextSize::Small));
    values["titlepx"] = QString("%1px").arg(tokens().fontSize(TextSize::Title));
    values["displaypx"] = QString("%1px").arg(tokens().fontSize(TextSize::Display));
    values["radiuspx"] = QString("%1px").arg(tokens().radius);
    values["arrowDown"] = tintedFile("chevron-down", Token::InkSoft);
    values["checkMark"] = tintedFile("check", Token::OnAccent);

    const QString source = QString::fromUtf8(resource(":/theme/style.qss"));
    static const QRegularExpression name("@([A-Za-z]+)");
    QString sheet;
    qsizetype from = 0;
    for (auto match = name.globalMatch(source); match.hasNext();) {
        const auto found = match.next();
        Q_ASSERT_X(values.contains(found.captured(1)), "Theme", qPrintable(found.captured(0)));
        sheet += QStringView(source).mid(from, found.capturedStart() - from);
        sheet += values.value(found.captured(1));
        from = found.capturedEnd();
    }
    return sheet + source.mid(from);
}

QString Theme::tintedFile(const QString& icon, Token tint)
{
    const QString path = m_tinted.filePath(icon + '-' + color(tint).name().mid(1) + ".png");
    if (!QFile::exists(path)) tintedPixmap(icon, 48, color(tint)).save(path);
    return path;
}

void setLook(QWidget* widget, const char* look)
{
    widget->setProperty("look", QByteArray(look));
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
}

} // namespace edupro::ui
