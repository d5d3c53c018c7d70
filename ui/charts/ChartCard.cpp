// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/ChartCard.h"

#include "ui/charts/ChartBuilder.h"
#include "ui/charts/HouseChart.h"
#include "ui/common/ElidedLabel.h"
#include "ui/common/RecordTable.h"
#include "ui/common/Roles.h"
#include "ui/common/StateStack.h"
#include "ui/common/Theme.h"

#include <QAction>
#include <QBoxLayout>
#include <QChartView>
#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QStandardItemModel>
#include <QToolButton>
#include <QToolTip>

namespace edupro::ui {

ChartCard::ChartCard(const Theme& theme, QWidget* parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_views(new QStackedWidget(this))
    , m_view(new QChartView(m_views))
    , m_table(new RecordTable(theme, m_views))
    , m_model(new QStandardItemModel(this))
    , m_states(new StateStack(theme, m_views, this))
{
    setLook(this, "card");
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 8, 8, 10);
    layout->setSpacing(4);
    makeHeader(*layout);
    layout->addWidget(m_states, 1);
    m_view->setFrameShape(NoFrame);
    m_view->setRenderHint(QPainter::Antialiasing);
    m_view->setBackgroundBrush(Qt::NoBrush);
    m_view->chart()->setBackgroundVisible(false); // the view's own, until there are figures
    m_view->viewport()->setAutoFillBackground(false);
    m_view->setFocusPolicy(Qt::NoFocus); // the figures are reached through the table
    m_table->setModel(m_model);
    m_table->setObjectName("chartTable");
    m_views->addWidget(m_view);
    m_views->addWidget(m_table);
    connect(&theme, &Theme::changed, this, &ChartCard::draw);
    connect(m_table, &RecordTable::opened, this, [this] {
        const int row = m_table->currentIndex().row();
        emit clicked(tableOf(m_chart).places.at(static_cast<std::size_t>(row)));
    });
    say();
}

void ChartCard::makeHeader(QBoxLayout& layout)
{
    m_title = new ElidedLabel(this);
    m_subtitle = new ElidedLabel(this);
    m_more = new QToolButton(this);
    setLook(m_title, "strong");
    setLook(m_subtitle, "small");
    setLook(m_more, "quiet");
    m_more->setObjectName("chartMore");
    m_more->setIcon(m_theme.icon("more"));
    m_more->setPopupMode(QToolButton::InstantPopup);
    auto* menu = new QMenu(m_more);
    m_copy = menu->addAction(m_theme.icon("copy"), {}, this, &ChartCard::copyPicture);
    m_asTable = menu->addAction(m_theme.icon("table"), {});
    m_asTable->setCheckable(true);
    connect(m_asTable, &QAction::toggled, this, &ChartCard::setTableVisible);
    m_more->setMenu(menu);
    auto* header = new QHBoxLayout;
    m_subtitle->setSizePolicy(
        QSizePolicy::Ignored, QSizePolicy::Preferred); // gives way before the title does
    m_subtitle->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    header->addWidget(m_title);
    header->addWidget(m_subtitle, 1);
    header->addWidget(m_more);
    layout.addLayout(header);
}

void ChartCard::setTitle(const QString& title)
{
    m_title->setText(title);
    setAccessibleName(title);
    m_view->setAccessibleName(title);
    m_table->setAccessibleName(title);
    say();
}

void ChartCard::setSubtitle(const QString& subtitle)
{
    m_subtitle->setText(subtitle);
}

void ChartCard::setChart(const dashboard::Chart& chart)
{
    m_chart = chart;
    draw();
    fillTable();
    m_states->showData();
}

void ChartCard::draw()
{
    if (isEmpty(m_chart)) return;
    const std::unique_ptr<QChart> old(m_view->chart());
    HouseChart* chart =
        buildChart(m_chart, m_theme.style()).release(); // the view owns it from here
    connect(chart, &HouseChart::pointed, this, [this](ChartPlace place) {
        QToolTip::showText(QCursor::pos(), textAt(m_chart, place), m_view);
    });
    connect(chart, &HouseChart::left, this, [] { QToolTip::hideText(); });
    connect(chart, &HouseChart::clicked, this, &ChartCard::clicked);
    m_view->setChart(chart);
}

void ChartCard::fillTable()
{
    const ChartTable table = tableOf(m_chart);
    m_model->clear();
    m_model->setHorizontalHeaderLabels(table.header);
    const int names = std::holds_alternative<dashboard::Scatter>(m_chart) ? 2 : 1;
    for (const QStringList& row : table.rows) {
        QList<QStandardItem*> items;
        for (const QString& text : row)
            items << new QStandardItem(text);
        for (qsizetype figure = names; figure < items.size(); ++figure)
            items[figure]->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        m_model->appendRow(items);
    }
    for (int figure = names; figure < m_model->columnCount(); ++figure)
        m_model->horizontalHeaderItem(figure)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
}

void ChartCard::setTableVisible(bool visible)
{
    m_asTable->setChecked(visible);
    m_views->setCurrentWidget(visible ? static_cast<QWidget*>(m_table) : m_view);
}

QPixmap ChartCard::picture() const
{
    constexpr int margin = 16;
    const QSize size = m_view->size() + QSize(2 * margin, 3 * margin + 16);
    QPixmap picture(size * 2);
    picture.setDevicePixelRatio(2);
    picture.fill(m_theme.color(Token::Panel));
    QPainter painter(&picture);
    painter.setFont(m_theme.font(TextSize::Title, QFont::DemiBold));
    painter.setPen(m_theme.color(Token::Ink));
    painter.drawText(
        QRect(margin, margin, size.width() - 2 * margin, 20), Qt::AlignVCenter, m_title->text());
    const QRectF target(
        margin, 2 * margin + 16, size.width() - 2 * margin, size.height() - 3 * margin - 16);
    if (!isEmpty(m_chart)) paintChart(painter, target, m_chart, m_theme.style());
    return picture;
}

void ChartCard::copyPicture() const
{
    QGuiApplication::clipboard()->setPixmap(picture());
}

void ChartCard::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        say();
        draw();
        fillTable();
    }
    QFrame::changeEvent(event);
}

void ChartCard::say()
{
    m_copy->setText(tr("Copy as picture"));
    m_asTable->setText(tr("Show as table"));
    //: %1 is the title of a chart
    m_more->setAccessibleName(tr("More about %1").arg(m_title->text()));
}

} // namespace edupro::ui
