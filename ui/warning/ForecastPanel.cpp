// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/warning/ForecastPanel.h"

#include "ui/common/Badge.h"
#include "ui/common/Format.h"
#include "ui/common/Theme.h"
#include "ui/warning/ReasonText.h"
#include "ui/warning/ShareBar.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLabel>

namespace edupro::ui {

using warning::Level;
using warning::Target;

namespace {

QFrame* makeCard(QWidget* parent)
{
    auto* card = new QFrame(parent);
    setLook(card, "card");
    auto* layout = new QVBoxLayout(card);
    layout->setContentsMargins(14, 12, 14, 14);
    layout->setSpacing(10);
    return card;
}

QBoxLayout* addHeading(QFrame& card, QLabel*& title, QLabel*& note)
{
    title = new QLabel(&card);
    note = new QLabel(&card);
    setLook(title, "strong");
    setLook(note, "small");
    auto* row = new QHBoxLayout;
    row->addWidget(title);
    row->addStretch(1);
    row->addWidget(note);
    auto* layout = static_cast<QBoxLayout*>(card.layout());
    layout->addLayout(row);
    return layout;
}

const char* rowLook(dashboard::Tone tone)
{
    switch (tone) {
    case dashboard::Tone::Risk:
        return "reasonRisk";
    case dashboard::Tone::Watch:
        return "reasonWatch";
    case dashboard::Tone::Fine:
        return "reasonFine";
    case dashboard::Tone::Accent:
    case dashboard::Tone::Neutral:
        break;
    }
    return "reason";
}

} // namespace

ForecastPanel::ForecastPanel(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(makeSummary());
    layout->addWidget(makeWhy());
}

QFrame* ForecastPanel::makeSummary()
{
    QFrame* card = makeCard(this);
    QBoxLayout* layout = addHeading(*card, m_who, m_when);
    m_who->setObjectName("forecastStudent");
    m_level = new Badge(m_theme, card);
    m_level->setObjectName("forecastLevel");
    m_shares = new ShareBar(m_theme, card);
    m_shares->setObjectName("forecastShares");
    m_support = new QLabel(card);
    m_support->setObjectName("forecastSupport");
    m_support->setWordWrap(true);
    setLook(m_support, "soft");
    auto* row = new QHBoxLayout;
    row->setSpacing(16);
    row->addWidget(m_level, 0, Qt::AlignTop);
    row->addWidget(m_shares, 1, Qt::AlignTop);
    layout->addLayout(row);
    layout->addWidget(m_support);
    return card;
}

QFrame* ForecastPanel::makeWhy()
{
    m_why = makeCard(this);
    QBoxLayout* layout = addHeading(*m_why, m_whyTitle, m_whyNote);
    m_steps = new QVBoxLayout;
    m_steps->setSpacing(6);
    layout->addLayout(m_steps);
    return m_why;
}

void ForecastPanel::setForecast(const warning::Forecast& forecast, const ForecastFrame& frame)
{
    m_forecast = forecast;
    m_frame = frame;
    say();
}

void ForecastPanel::addStep(const warning::ReasonStep& step)
{
    auto* row = new QFrame(m_why);
    setLook(row, rowLook(toneOf(m_forecast.explanation.level)));
    const ConditionWords said = words(step);
    auto* condition = new QLabel(said.condition, row);
    auto* value = new QLabel(said.value, row);
    condition->setObjectName("reasonCondition");
    value->setObjectName("reasonValue");
    setLook(condition, "strong");
    setLook(value, "soft");
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(10, 6, 10, 6);
    layout->addWidget(condition, 1);
    layout->addWidget(value);
    m_steps->addWidget(row);
    m_stepRows.push_back(row);
}

void ForecastPanel::fillSteps()
{
    for (QWidget* row : m_stepRows)
        delete row;
    m_stepRows.clear();
    for (const warning::ReasonStep& step : tightened(m_forecast.explanation.steps))
        addStep(step);
    m_why->setVisible(!m_stepRows.empty());
}

void ForecastPanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) say();
    QWidget::changeEvent(event);
}

void ForecastPanel::say()
{
    const warning::Explanation& said = m_forecast.explanation;
    const warning::Candidate& student = m_forecast.student;
    m_who->setText(
        student.className.isEmpty() ? student.name
                                    : student.name + QStringLiteral(" · ") + student.className);
    const bool isNext = m_frame.target == Target::NextTerm;
    //: %1 a term, %2 a number
    m_when->setText((isNext ? tr("expected for %1 · model v%2") : tr("status in %1 · model v%2"))
                        .arg(termWord(isNext ? warning::termAfter(m_frame.term) : m_frame.term))
                        .arg(m_frame.modelVersion));
    m_level->setChip(
        {.tone = toneOf(said.level),
         .word = said.level ? levelWord(*said.level) : tr("Not enough data")});
    std::vector<ShareBar::Part> parts;
    for (const Level level : {Level::Low, Level::Medium, Level::High}) {
        const double share = said.shares[static_cast<std::size_t>(level)];
        parts.push_back(
            {.name = levelWord(level) + ' ' + format::percent(100.0 * share, 0),
             .share = share,
             .tone = toneOf(level)});
    }
    m_shares->setParts(std::move(parts));
    const QString doubt = doubtText(said.doubt);
    m_support->setText(
        doubt.isEmpty() ? supportText(said) : doubt + QStringLiteral(" · ") + supportText(said));
    m_whyTitle->setText(tr("Why"));
    m_whyNote->setText(tr("the path through the tree, from the top"));
    fillSteps();
}

} // namespace edupro::ui
