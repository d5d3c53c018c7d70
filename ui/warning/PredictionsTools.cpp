// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/warning/PredictionsTools.h"

#include "ui/common/Format.h"
#include "ui/common/SpokenLine.h"
#include "ui/common/Theme.h"
#include "ui/warning/ReasonText.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>

namespace edupro::ui {

using warning::Level;
using warning::Target;

namespace {

constexpr Level levels[] = {Level::Low, Level::Medium, Level::High};
constexpr int everyLevel = -1; // data of the level box
constexpr int noLevel = -2;    // not enough data

QComboBox* makeBox(const QString& name, QWidget* parent)
{
    auto* box = new QComboBox(parent);
    box->setObjectName(name);
    box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    return box;
}

} // namespace

PredictionsTools::PredictionsTools(QWidget* parent)
    : QWidget(parent)
    , m_class(makeBox("class", this))
    , m_level(makeBox("level", this))
    , m_name(new QLineEdit(this))
    , m_count(new QLabel(this))
    , m_target(makeBox("target", this))
{
    m_name->setObjectName("name");
    m_name->setClearButtonEnabled(true);
    m_name->setFixedWidth(180);
    m_count->setObjectName("count");
    setLook(m_count, "soft");
    for (const Target target : {Target::NextTerm, Target::StatusNow})
        m_target->addItem({}, static_cast<int>(target));
    for (const int choice : {everyLevel, 0, 1, 2, noLevel})
        m_level->addItem({}, choice);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_class);
    layout->addWidget(m_level);
    layout->addWidget(m_name);
    layout->addWidget(m_count);
    layout->addStretch(1);
    layout->addWidget(m_target);
    say();
    setClasses({});
    connect(m_class, &QComboBox::currentIndexChanged, this, &PredictionsTools::filterChanged);
    connect(m_level, &QComboBox::currentIndexChanged, this, &PredictionsTools::filterChanged);
    connect(m_name, &QLineEdit::textChanged, this, &PredictionsTools::filterChanged);
    connect(m_target, &QComboBox::currentIndexChanged, this, &PredictionsTools::targetChanged);
}

PredictionsFilter PredictionsTools::filter() const
{
    PredictionsFilter filter{
        .className = m_class->currentData().toString(), .name = m_name->text()};
    const int level = m_level->currentData().toInt();
    if (level == noLevel)
        filter.level = std::optional<Level>();
    else if (level != everyLevel)
        filter.level = static_cast<Level>(level);
    return filter;
}

void PredictionsTools::setFilter(const PredictionsFilter& filter)
{
    {
        const QSignalBlocker quietClass(m_class);
        const QSignalBlocker quietLevel(m_level);
        const QSignalBlocker quietName(m_name);
        selectClass(filter.className);
        int level = everyLevel;
        if (filter.level) level = *filter.level ? static_cast<int>(**filter.level) : noLevel;
        m_level->setCurrentIndex(m_level->findData(level));
        m_name->setText(filter.name);
    }
    emit filterChanged();
}

void PredictionsTools::selectClass(const QString& name)
{
    if (m_class->findData(name) < 0) m_class->addItem(tr("Class %1").arg(name), name);
    m_class->setCurrentIndex(m_class->findData(name));
}

Target PredictionsTools::target() const
{
    return static_cast<Target>(m_target->currentData().toInt());
}

void PredictionsTools::setClasses(const QStringList& names)
{
    const QSignalBlocker quiet(m_class);
    const QString chosen = m_class->currentData().toString();
    m_classes = names;
    m_class->clear();
    m_class->addItem(tr("All classes"), QString());
    for (const QString& name : names)
        m_class->addItem(tr("Class %1").arg(name), name);
    selectClass(chosen);
}

void PredictionsTools::setCount(qint64 shown, qint64 all)
{
    m_count->setText(tr("%1 of %2").arg(format::count(shown), format::count(all)));
}

void PredictionsTools::setTargetEnabled(bool enabled)
{
    m_target->setEnabled(enabled);
}

void PredictionsTools::setFiltersVisible(bool visible)
{
    for (QWidget* part :
         {static_cast<QWidget*>(m_class),
          static_cast<QWidget*>(m_level),
          static_cast<QWidget*>(m_name),
          static_cast<QWidget*>(m_count)})
        part->setVisible(visible);
}

void PredictionsTools::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        say();
        setClasses(QStringList(m_classes));
    }
    QWidget::changeEvent(event);
}

void PredictionsTools::say()
{
    m_level->setItemText(0, tr("All levels"));
    for (const Level level : levels)
        m_level->setItemText(1 + static_cast<int>(level), levelWord(level));
    m_level->setItemText(4, tr("Not enough data"));
    m_target->setItemText(0, tr("Target: next term"));
    m_target->setItemText(1, tr("Target: status now (rule replication)"));
    m_name->setPlaceholderText(tr("Find a student"));
    nameForHearing(*m_name, tr("Find a student"));
    m_target->setAccessibleName(tr("Target"));
    m_class->setAccessibleName(tr("Class"));
    m_level->setAccessibleName(tr("Level"));
}

} // namespace edupro::ui
