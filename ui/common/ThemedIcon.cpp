// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/ThemedIcon.h"

#include "ui/common/Theme.h"

#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

namespace edupro::ui {

ThemedIcon::ThemedIcon(const Theme& theme, QString name, Tints tints)
    : m_theme(&theme)
    , m_name(std::move(name))
    , m_tints(tints)
{
}

void ThemedIcon::paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state)
{
    const qreal ratio = painter->device()->devicePixelRatioF();
    QPixmap picture = pixmap((QSizeF(rect.size()) * ratio).toSize(), mode, state);
    painter->drawPixmap(rect, picture);
}

QPixmap ThemedIcon::pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state)
{
    if (!m_theme) return {};
    Token tint = state == QIcon::On ? m_tints.checked : m_tints.normal;
    if (mode == QIcon::Disabled) tint = Token::InkFaint;
    return tintedPixmap(m_name, std::min(size.width(), size.height()), m_theme->color(tint));
}

QIconEngine* ThemedIcon::clone() const
{
    return m_theme ? new ThemedIcon(*m_theme, m_name, m_tints) : nullptr;
}

QPixmap tintedPixmap(const QString& name, int size, const QColor& color)
{
    const QString key = QString("edupro/%1/%2/%3").arg(name).arg(size).arg(color.name());
    QPixmap picture;
    if (QPixmapCache::find(key, &picture)) return picture;
    picture = QPixmap(size, size);
    picture.fill(Qt::transparent);
    QSvgRenderer drawing(QString(":/icons/%1.svg").arg(name));
    QPainter painter(&picture);
    drawing.render(&painter);
    painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
    painter.fillRect(picture.rect(), color);
    painter.end();
    QPixmapCache::insert(key, picture);
    return picture;
}

} // namespace edupro::ui
