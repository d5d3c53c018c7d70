// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dashboard/FigureCard.h"

#include "ui/common/Theme.h"

#include <QBoxLayout>
#include <QLabel>

namespace edupro::ui {

using dashboard::Tone;

namespace {

const char* lookOf(Tone tone)
{
    switch (tone) {
    case Tone::Risk:
        return "risk";
    case Tone::Watch:
        return "watch";
    case Tone::Fine:
        return "fine";
    case Tone::Accent:
    case Tone::Neutral:
        break;
    }
    return "strong";
}

} // namespace

FigureCard::FigureCard(QWidget* parent)
    : QFrame(parent)
    , m_name(new QLabel(this))
    , m_value(new QLabel(this))
    , m_change(new QLabel(this))
    , m_note(new QLabel(this))
{
    setLook(this, "card");
    setLook(m_name, "soft");
    setLook(m_value, "display");
    setLook(m_note, "small");
    m_value->setObjectName("figureValue");
    m_change->setObjectName("figureChange");
    m_note->setObjectName("figureNote");
    m_note->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto* below = new QHBoxLayout;
    below->setSpacing(4);
    below->addWidget(m_change);
    below->addWidget(m_note, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 10, 10, 10);
    layout->setSpacing(1);
    layout->addWidget(m_name);
    layout->addWidget(m_value);
    layout->addLayout(below);
}

void FigureCard::setWords(const Words& words)
{
    m_name->setText(words.name);
    m_value->setText(words.value);
    setLook(m_change, lookOf(words.tone));
    m_change->setText(words.change);
    m_change->setVisible(!words.change.isEmpty());
    m_note->setText(words.note);
    m_note->setToolTip(words.note);
    setAccessibleName(words.name + QStringLiteral(": ") + words.value);
    setAccessibleDescription((words.change + ' ' + words.note).simplified());
}

} // namespace edupro::ui
