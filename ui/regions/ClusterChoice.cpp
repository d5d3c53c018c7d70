// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/regions/ClusterChoice.h"

#include "ui/common/Badge.h"
#include "ui/common/Format.h"
#include "ui/common/RecordTable.h"
#include "ui/common/Roles.h"
#include "ui/common/Theme.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QStandardItemModel>
#include <QTreeWidget>

#include <array>

namespace edupro::ui {

using regions::KFigures;
using regions::ListedIndicator;

namespace {

enum Column { Name, Year, Direction };

constexpr int codeRole = Qt::UserRole;
constexpr int yearWidth = 52;
constexpr int directionWidth = 50;
constexpr std::array figureWidths = {68, 70, 64, 98};
constexpr int figuresHeight = 172; // heading and the five rows

QString directionSign(int direction)
{
    if (direction == 0) return QStringLiteral("?");
    return direction > 0 ? QStringLiteral("↑") : QStringLiteral("↓");
}

QString directionText(int direction)
{
    if (direction == 0) return ClusterChoice::tr("No direction given: more is taken as better");
    return direction > 0 ? ClusterChoice::tr("More is better")
                         : ClusterChoice::tr("Less is better");
}

QTreeWidgetItem* itemOf(const ListedIndicator& indicator, bool checked)
{
    auto* item = new QTreeWidgetItem;
    item->setData(Name, codeRole, indicator.code);
    item->setText(Name, indicator.name);
    item->setCheckState(Name, checked ? Qt::Checked : Qt::Unchecked);
    item->setText(Year, QString::number(indicator.year));
    item->setTextAlignment(Year, Qt::AlignRight | Qt::AlignVCenter);
    item->setText(Direction, directionSign(indicator.direction));
    item->setTextAlignment(Direction, Qt::AlignCenter);
    item->setData(Direction, Qt::AccessibleTextRole, directionText(indicator.direction));
    const QString provinces =
        ClusterChoice::tr("%1 provinces have a value").arg(format::count(indicator.provinces));
    item->setToolTip(Name, indicator.name + '\n' + provinces);
    item->setToolTip(Year, provinces);
    item->setToolTip(Direction, directionText(indicator.direction));
    return item;
}

QTreeWidget* makeList(QWidget* parent)
{
    auto* list = new QTreeWidget(parent);
    list->setObjectName("indicators");
    list->setColumnCount(Direction + 1);
    list->setRootIsDecorated(false);
    list->setUniformRowHeights(true);
    list->setAllColumnsShowFocus(true);
    list->setTabKeyNavigation(false);
    list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list->header()->setStretchLastSection(false);
    list->header()->setMinimumSectionSize(30);
    list->header()->setSectionResizeMode(Name, QHeaderView::Stretch);
    list->header()->resizeSection(Year, yearWidth);
    list->header()->resizeSection(Direction, directionWidth);
    return list;
}

} // namespace

ClusterChoice::ClusterChoice(const Theme& theme, QWidget* parent)
    : QFrame(parent)
    , m_list(makeList(this))
    , m_figures(new RecordTable(theme, this))
    , m_model(new QStandardItemModel(this))
    , m_hint(new QLabel(this))
{
    setLook(this, "card");
    m_figures->setObjectName("figures");
    m_figures->setModel(m_model);
    m_figures->setSelectionMode(QAbstractItemView::SingleSelection);
    m_figures->setFixedHeight(figuresHeight);
    m_figures->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_hint->setObjectName("figuresHint");
    m_hint->setWordWrap(true);
    setLook(m_hint, "small");
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 8, 8, 10);
    layout->setSpacing(8);
    layout->addWidget(makeHeader());
    layout->addWidget(m_list, 1);
    layout->addWidget(makeGroups());
    layout->addWidget(m_figures);
    layout->addWidget(m_hint);
    connect(m_list, &QTreeWidget::itemChanged, this, &ClusterChoice::takeChecks);
    connect(m_figures, &RecordTable::opened, this, [this](const QString& k) {
        setGroups(k.toULongLong());
    });
    say();
}

QWidget* ClusterChoice::makeHeader()
{
    auto* header = new QWidget(this);
    m_title = new QLabel(header);
    m_count = new QLabel(header);
    m_all = new QPushButton(header);
    m_none = new QPushButton(header);
    setLook(m_title, "strong");
    setLook(m_count, "small");
    setLook(m_all, "link");
    setLook(m_none, "link");
    m_count->setObjectName("indicatorCount");
    m_all->setObjectName("checkAll");
    m_none->setObjectName("checkNone");
    connect(m_all, &QPushButton::clicked, this, [this] { checkAll(true); });
    connect(m_none, &QPushButton::clicked, this, [this] { checkAll(false); });
    auto* layout = new QHBoxLayout(header);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_title);
    layout->addWidget(m_count);
    layout->addStretch(1);
    layout->addWidget(m_all);
    layout->addWidget(m_none);
    return header;
}

QWidget* ClusterChoice::makeGroups()
{
    auto* row = new QWidget(this);
    m_groupsTitle = new QLabel(row);
    setLook(m_groupsTitle, "strong");
    m_groups = new QComboBox(row);
    m_groups->setObjectName("groups");
    for (std::size_t k = regions::fewestClusters; k <= regions::mostClusters; ++k)
        m_groups->addItem(QString::number(k), static_cast<qulonglong>(k));
    setGroups(regions::ClusterOptions().k);
    m_groupsTitle->setBuddy(m_groups);
    connect(m_groups, &QComboBox::currentIndexChanged, this, &ClusterChoice::changed);
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_groupsTitle);
    layout->addWidget(m_groups, 1);
    return row;
}

void ClusterChoice::setIndicators(std::vector<ListedIndicator> indicators)
{
    if (indicators == m_indicators) return;
    m_indicators = std::move(indicators);
    fillIndicators();
}

void ClusterChoice::setReport(const regions::ClusterReport& report)
{
    m_sweep = report.sweep;
    m_recommended = report.recommendedK;
    say();
}

void ClusterChoice::setGroups(std::size_t k)
{
    m_groups->setCurrentIndex(m_groups->findData(static_cast<qulonglong>(k)));
}

regions::ClusterOptions ClusterChoice::options() const
{
    regions::ClusterOptions options{.k = m_groups->currentData().toULongLong()};
    for (const ListedIndicator& indicator : m_indicators) {
        if (!m_unchecked.contains(indicator.code))
            options.matrix.indicators.push_back(indicator.code);
    }
    return options;
}

bool ClusterChoice::isComplete() const
{
    return !options().matrix.indicators.empty();
}

void ClusterChoice::fillIndicators()
{
    {
        const QSignalBlocker quiet(m_list);
        const int current = std::max(0, m_list->indexOfTopLevelItem(m_list->currentItem()));
        m_list->clear();
        for (const ListedIndicator& indicator : m_indicators)
            m_list->addTopLevelItem(itemOf(indicator, !m_unchecked.contains(indicator.code)));
        m_list->setCurrentItem(m_list->topLevelItem(current));
    }
    sayCount();
    emit changed();
}

void ClusterChoice::takeChecks()
{
    for (int row = 0; row < m_list->topLevelItemCount(); ++row) {
        const QTreeWidgetItem* item = m_list->topLevelItem(row);
        const QString code = item->data(Name, codeRole).toString();
        if (item->checkState(Name) == Qt::Checked)
            m_unchecked.remove(code);
        else
            m_unchecked.insert(code);
    }
    sayCount();
    emit changed();
}

void ClusterChoice::checkAll(bool checked)
{
    m_unchecked.clear();
    for (const ListedIndicator& indicator : m_indicators) {
        if (!checked) m_unchecked.insert(indicator.code);
    }
    fillIndicators();
}

void ClusterChoice::fillFigures()
{
    m_model->clear();
    m_model->setHorizontalHeaderLabels(
        {tr("Groups"), tr("Silhouette"), tr("Inertia"), tr("Davies–Bouldin")});
    for (const KFigures& one : m_sweep) {
        const QStringList texts = {
            QString::number(one.k),
            format::number(one.silhouette, 2),
            format::number(one.inertia, 1),
            format::number(one.daviesBouldin, 2)};
        QList<QStandardItem*> items;
        for (const QString& text : texts) {
            items << new QStandardItem(text);
            items.back()->setData(QString::number(one.k), idRole);
            if (one.k == m_recommended)
                items.back()->setData(static_cast<int>(Tone::Accent), toneRole);
            items.back()->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        }
        items[0]->setTextAlignment(Qt::AlignLeft | Qt::AlignVCenter);
        m_model->appendRow(items);
    }
    for (int column = 1; column < m_model->columnCount(); ++column)
        m_model->horizontalHeaderItem(column)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    for (int column = 0; column < m_model->columnCount(); ++column)
        m_figures->setColumnWidth(column, figureWidths[static_cast<std::size_t>(column)]);
}

void ClusterChoice::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        fillIndicators();
        say();
    }
    QFrame::changeEvent(event);
}

void ClusterChoice::say()
{
    m_title->setText(tr("Indicators"));
    m_all->setText(tr("All"));
    m_all->setAccessibleName(tr("Check all indicators"));
    m_none->setText(tr("None"));
    m_none->setAccessibleName(tr("Check no indicator"));
    m_list->setHeaderLabels({tr("Indicator"), tr("Year"), tr("Better")});
    m_list->headerItem()->setToolTip(Direction, tr("↑ more is better, ↓ less is better"));
    m_list->setAccessibleName(tr("Indicators to group by"));
    m_groupsTitle->setText(tr("Number of &groups"));
    m_groups->setAccessibleName(tr("Number of groups"));
    for (int i = 0; i < m_groups->count(); ++i) {
        const qulonglong k = m_groups->itemData(i).toULongLong();
        m_groups->setItemText(
            i, k == m_recommended ? tr("%1 (recommended)").arg(k) : QString::number(k));
    }
    m_figures->setAccessibleName(tr("Figures of each number of groups"));
    fillFigures();
    m_figures->setVisible(!m_sweep.empty());
    m_hint->setText(
        m_sweep.empty()
            ? tr("After the first grouping the figures of 2 to 6 groups stand here side by side.")
            : tr("Recommended: %1, the highest silhouette. For inertia and Davies–Bouldin, lower "
                 "is "
                 "better.")
                  .arg(m_recommended));
    sayCount();
}

void ClusterChoice::sayCount()
{
    m_count->setText(tr("%1 of %2")
                         .arg(
                             format::count(static_cast<qint64>(options().matrix.indicators.size())),
                             format::count(static_cast<qint64>(m_indicators.size()))));
}

} // namespace edupro::ui
