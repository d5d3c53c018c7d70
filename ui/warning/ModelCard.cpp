// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/warning/ModelCard.h"

#include "ui/common/CategoryWord.h"
#include "ui/common/Format.h"
#include "ui/common/Theme.h"
#include "ui/warning/ReasonText.h"
#include "ui/warning/ShareBar.h"

#include <QBoxLayout>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>

namespace edupro::ui {

using warning::TrainReport;

namespace {

QString share(double part)
{
    return format::percent(100.0 * part, 1);
}

QString groupWord(const warning::GroupErrors& group)
{
    if (group.group == u"L") return ModelCard::tr("boys");
    if (group.group == u"P") return ModelCard::tr("girls");
    if (group.group.isEmpty() || group.group == u"X") return ModelCard::tr("not known");
    return categoryWord(group.group);
}

/// "boys 18 %, girls 20 %" of one attribute; empty without groups.
QString errorsBy(const TrainReport& report, QStringView attribute)
{
    QStringList groups;
    for (const warning::GroupErrors& group : report.groups) {
        if (group.attribute == attribute)
            groups << groupWord(group) + ' ' + format::percent(100.0 * group.errorRate, 0);
    }
    return groups.join(QStringLiteral(", "));
}

/// What the accuracy alone does not tell.
QString fairnessText(const TrainReport& report)
{
    QStringList lines;
    if (report.newlyLow > 0) {
        //: what expecting the same level again can never find
        lines << ModelCard::tr("Warned of %1 of the %2 who newly fell to Low.")
                     .arg(report.newlyLowFound)
                     .arg(report.newlyLow);
    }
    lines << ModelCard::tr("With income of the family %1, without %2.")
                 .arg(share(report.withIncome), share(report.withoutIncome));
    const QString byGender = errorsBy(report, u"jenis_kelamin");
    const QString byIncome = errorsBy(report, u"kategori_penghasilan");
    if (!byGender.isEmpty()) lines << ModelCard::tr("Wrong by gender: %1.").arg(byGender);
    if (!byIncome.isEmpty()) lines << ModelCard::tr("Wrong by income: %1.").arg(byIncome);
    return lines.join(' ');
}

} // namespace

ModelCard::ModelCard(const Theme& theme, QWidget* parent)
    : QFrame(parent)
    , m_title(new QLabel(this))
    , m_tested(new QLabel(this))
    , m_verdict(new QLabel(this))
    , m_fairness(new QLabel(this))
{
    setLook(this, "card");
    setLook(m_title, "strong");
    setLook(m_tested, "small");
    setLook(m_fairness, "small");
    m_verdict->setObjectName("modelVerdict");
    m_fairness->setObjectName("modelFairness");
    m_verdict->setWordWrap(true);
    m_fairness->setWordWrap(true);
    auto* heading = new QHBoxLayout;
    heading->addWidget(m_title);
    heading->addStretch(1);
    heading->addWidget(m_tested);
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(6);
    grid->setColumnStretch(1, 1);
    for (std::size_t i = 0; i < m_measures.size(); ++i) {
        Measure& measure = m_measures[i];
        measure = {new QLabel(this), new ShareBar(theme, this), new QLabel(this)};
        setLook(measure.value, i == 0 ? "strong" : "soft");
        setLook(measure.name, i == 0 ? "strong" : "soft");
        const int row = static_cast<int>(i);
        grid->addWidget(measure.name, row, 0);
        grid->addWidget(measure.bar, row, 1, Qt::AlignVCenter);
        grid->addWidget(measure.value, row, 2, Qt::AlignRight);
    }
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 12, 14, 14);
    layout->setSpacing(10);
    layout->addLayout(heading);
    layout->addLayout(grid);
    layout->addWidget(m_verdict);
    layout->addWidget(m_fairness);
}

void ModelCard::setModel(const warning::ModelInUse& model)
{
    m_model = model;
    say();
}

void ModelCard::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) say();
    QFrame::changeEvent(event);
}

void ModelCard::say()
{
    if (!m_model) return;
    const TrainReport& report = m_model->report;
    m_title->setText(tr("How often it is right"));
    if (!report.steps.empty()) {
        const warning::ForwardResult& last = report.steps.back();
        //: %1 number of students, %2 a term, %3 number of rows
        m_tested->setText(tr("%1 students of %2, learnt from %3 before")
                              .arg(
                                  format::count(static_cast<qint64>(last.rows)),
                                  termWord(last.term),
                                  format::count(static_cast<qint64>(last.trainingRows))));
    }
    const QString names[] = {
        tr("Model v%1").arg(m_model->number),
        tr("Always the most common level"),
        tr("The same level again")};
    const double values[] = {report.accuracy, report.majority, report.persistence};
    for (std::size_t i = 0; i < m_measures.size(); ++i) {
        m_measures[i].name->setText(names[i]);
        m_measures[i].value->setText(share(values[i]));
        m_measures[i].bar->setParts(
            {{.name = {},
              .share = values[i],
              .tone = i == 0 ? dashboard::Tone::Accent : dashboard::Tone::Neutral}});
    }
    const bool doubtful = report.ruleReplication || !report.betterThanBaseline;
    setLook(m_verdict, doubtful ? "watch" : "fine");
    m_verdict->setText(verdictText(report));
    m_fairness->setText(fairnessText(report));
}

} // namespace edupro::ui
