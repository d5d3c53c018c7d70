// SPDX-License-Identifier: GPL-3.0-or-later
// A line icon that takes the theme's colour at the moment it is painted, so that it follows a
// switch by itself.
#pragma once

#include "ui/common/Tokens.h"

#include <QIconEngine>
#include <QPointer>

namespace edupro::ui {

class Theme;

/// Paints resources/icons/NAME.svg. Falls silent (paints nothing) when the theme has died.
class ThemedIcon : public QIconEngine {
public:
    struct Tints {
        Token normal;
        Token checked;
    };
    ThemedIcon(const Theme& theme, QString name, Tints tints);

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override;
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override;
    QIconEngine* clone() const override;

private:
    QPointer<const Theme> m_theme;
    QString m_name;
    Tints m_tints;
};

/// The icon as a picture of size x size device pixels in one colour. Transparent when there is no
/// such icon.
QPixmap tintedPixmap(const QString& name, int size, const QColor& color);

} // namespace edupro::ui
