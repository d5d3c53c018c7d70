// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/grid/GridLine.h"

#include "ui/common/ElidedLabel.h"
#include "ui/common/Format.h"
#include "ui/common/ReadOnly.h"
#include "ui/common/Theme.h"
#include "ui/grid/DataGrid.h"
#include "ui/grid/GridModel.h"

#include <QAccessible>
#include <QBoxLayout>
#include <QEvent>
#include <QPushButton>

namespace edupro::ui {

namespace {

constexpr int signSize = 16;

} // namespace

GridLine::GridLine(const Theme& theme, DataGrid& grid, QWidget* parent)
    : QFrame(parent)
    , m_grid(grid)
    , m_icon(new QLabel(this))
    , m_what(new QLabel(this))
    , m_why(new ElidedLabel(this))
    , m_next(new QPushButton(this))
{
    setObjectName("gridLine");
    m_icon->setPixmap(theme.icon("alert-triangle", Token::Risk).pixmap(signSize, signSize));
    m_what->setObjectName("gridLineWhat");
    m_why->setObjectName("gridLineWhy");
    m_next->setObjectName("gridLineNext");
    setLook(m_what, "risk");
    setLook(m_why, "soft");
    setLook(m_next, "link");
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 4, 12, 4);
    layout->setSpacing(8);
    layout->addWidget(m_icon);
    layout->addWidget(m_what);
    layout->addWidget(m_why, 1);
    layout->addWidget(m_next);
    setFixedHeight(36);
    connect(m_next, &QPushButton::clicked, &grid, &DataGrid::goToNextRefused);
    connect(&grid, &DataGrid::currentMoved, this, [this] {
        m_told.clear();
        say();
    });
    connect(&grid, &DataGrid::leftOut, this, [this](int cells) {
        tell(tr("%Ln cell(s) found no place and were left out.", nullptr, cells));
    });
    GridModel* model = grid.gridModel();
    connect(model, &GridModel::standingChanged, this, &GridLine::say);
    connect(model, &QAbstractItemModel::modelReset, this, &GridLine::say);
    say();
}

void GridLine::tell(const QString& sentence)
{
    m_told = sentence;
    say();
}

void GridLine::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_told.clear();
        say();
    }
    QFrame::changeEvent(event);
}

void GridLine::say()
{
    const GridModel& model = *m_grid.gridModel();
    const QModelIndex at = m_grid.currentIndex();
    const GridCell* cell = at.isValid() ? &model.cell(at) : nullptr;
    const bool refused = cell && cell->refusal;
    QString what;
    QString why = m_told;
    if (refused) {
        what = QString("%1 · %2: %3")
                   .arg(
                       model.rows()[static_cast<std::size_t>(at.row())].name,
                       model.columns()[static_cast<std::size_t>(at.column())].spoken(),
                       cell->typed);
        const QString back =
            cell->stored.isEmpty()
                ? tr("What you typed stays; correct it, or Esc empties the cell.")
                : tr("What you typed stays; correct it, or Esc goes back to %1.").arg(cell->stored);
        why = model.reasonOf(at) + u' ' + back;
    } else if (why.isEmpty() && cell) {
        why = cell->note;
    }
    const int others = model.refusedCount() - (refused ? 1 : 0);
    m_next->setText(
        refused ? tr("%Ln more refused (F8)", nullptr, others)
                : tr("%Ln refused (F8)", nullptr, others));
    m_next->setAccessibleName(tr("Go to the next refused cell"));
    m_next->setVisible(others > 0);
    m_icon->setVisible(refused);
    m_what->setVisible(refused);
    m_what->setText(what);
    const bool spoke = m_why->text() != why;
    m_why->setText(why);
    const QByteArray look = refused ? "problem" : "plain";
    if (property("look").toByteArray() != look) setLook(this, look.constData());
    setAccessibleName(QStringList({what, why}).join(' ').trimmed());
    if (refused && spoke) {
        QAccessibleEvent alert(this, QAccessible::Alert);
        QAccessible::updateAccessibility(&alert);
    }
}

GridStanding::GridStanding(const Theme& theme, DataGrid& grid, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_grid(grid)
    , m_icon(new QLabel(this))
    , m_words(new QLabel(this))
{
    setObjectName("gridStanding");
    m_words->setObjectName("gridStandingWords");
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(m_icon);
    layout->addWidget(m_words);
    connect(grid.gridModel(), &GridModel::standingChanged, this, &GridStanding::say);
    say();
}

void GridStanding::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) say();
    QWidget::changeEvent(event);
}

void GridStanding::say()
{
    const GridModel& model = *m_grid.gridModel();
    const bool saving = model.savingCount() > 0;
    const bool refused = model.refusedCount() > 0;
    const char* look = refused ? "risk" : saving ? "soft" : "fine";
    QString said;
    if (saving)
        said = tr("Saving...");
    else if (refused)
        said = tr("%Ln refused", nullptr, model.refusedCount());
    else if (model.savedAt().isValid())
        said = tr("Saved %1").arg(format::time(model.savedAt()));
    m_icon->setVisible(!said.isEmpty() && (refused || !saving));
    m_icon->setPixmap(
        m_theme.icon(refused ? "alert-triangle" : "check", refused ? Token::Risk : Token::Fine)
            .pixmap(signSize, signSize));
    m_words->setText(said);
    if (m_words->property("look").toByteArray() != look) setLook(m_words, look);
}

} // namespace edupro::ui
