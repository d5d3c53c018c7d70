// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/PageHeader.h"

#include "ui/common/ElidedLabel.h"
#include "ui/common/Theme.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace edupro::ui {

PageHeader::PageHeader(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_title(new QLabel(this))
    , m_subtitle(new ElidedLabel(this))
    , m_actions(new QHBoxLayout)
{
    setLook(m_title, "display");
    setLook(m_subtitle, "soft");
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    // One baseline for two text sizes: the small text sits as much higher as its descent is
    // smaller.
    m_subtitle->setContentsMargins(0, 7, 0, 0);
    layout->addWidget(m_title);
    layout->addWidget(m_subtitle, 1);
    m_actions->setSpacing(8);
    layout->addLayout(m_actions);
    setMinimumHeight(32);
}

void PageHeader::setTitle(const QString& title)
{
    m_title->setText(title);
}

void PageHeader::setSubtitle(const QString& subtitle)
{
    m_subtitle->setText(subtitle);
}

QPushButton* PageHeader::addAction(const QString& name, const QString& icon)
{
    const bool isMain = m_actions->isEmpty();
    auto* button = new QPushButton(this);
    button->setObjectName(name);
    if (!icon.isEmpty()) button->setIcon(m_theme.icon(icon, isMain ? Token::OnAccent : Token::Ink));
    setLook(button, isMain ? "primary" : "button");
    m_actions->addWidget(button);
    return button;
}

} // namespace edupro::ui
