// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/grades/MissingMarksPanel.h"

#include "ui/common/Format.h"
#include "ui/common/RecordTable.h"
#include "ui/common/Roles.h"
#include "ui/common/Theme.h"

#include <QAbstractTableModel>
#include <QBoxLayout>
#include <QEvent>
#include <QHeaderView>
#include <QLabel>

namespace edupro::ui {

class MissingMarksPanel::Model : public QAbstractTableModel {
public:
    using QAbstractTableModel::QAbstractTableModel;

    void setRows(std::vector<grades::MissingMarks> missing)
    {
        beginResetModel();
        rows = std::move(missing);
        endResetModel();
    }
    int rowCount(const QModelIndex& parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(rows.size());
    }
    int columnCount(const QModelIndex& parent = {}) const override
    {
        return parent.isValid() ? 0 : 3;
    }
    QVariant data(const QModelIndex& index, int role) const override
    {
        const grades::MissingMarks& row = rows[static_cast<std::size_t>(index.row())];
        if (role == idRole) return QString::number(index.row());
        if (role == Qt::TextAlignmentRole && index.column() == 2)
            return QVariant(Qt::AlignRight | Qt::AlignVCenter);
        if (role != Qt::DisplayRole) return {};
        if (index.column() == 0) return row.className;
        if (index.column() == 1) return row.subjectName;
        return MissingMarksPanel::tr("%1 of %2")
            .arg(format::count(row.missing), format::count(row.students));
    }
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override
    {
        if (orientation != Qt::Horizontal) return {};
        if (role == Qt::TextAlignmentRole && section == 2)
            return QVariant(Qt::AlignRight | Qt::AlignVCenter);
        if (role != Qt::DisplayRole) return {};
        const QString heads[] = {
            MissingMarksPanel::tr("Class"),
            MissingMarksPanel::tr("Subject"),
            MissingMarksPanel::tr("Missing")};
        return heads[section];
    }

    std::vector<grades::MissingMarks> rows;
};

MissingMarksPanel::MissingMarksPanel(const Theme& theme, QWidget* parent)
    : QFrame(parent)
    , m_model(new Model(this))
    , m_table(new RecordTable(theme, this))
    , m_title(new QLabel(this))
    , m_none(new QLabel(this))
{
    setObjectName("missingMarks");
    setLook(this, "card");
    setFixedWidth(320);
    setLook(m_title, "strong");
    setLook(m_none, "soft");
    m_none->setWordWrap(true);
    m_table->setObjectName("missingMarksTable");
    m_table->setModel(m_model);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->horizontalHeader()->setStretchLastSection(false);
    m_table->horizontalHeader()->setSectionResizeMode(1, QHeaderView::Stretch);
    m_table->setColumnWidth(0, 60);
    m_table->setColumnWidth(2, 90);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 12, 12, 12);
    layout->addWidget(m_title);
    layout->addWidget(m_none);
    layout->addWidget(m_table, 1);
    layout->addStretch(0);
    connect(m_table, &RecordTable::opened, this, [this](const QString& id) { choose(id.toInt()); });
    connect(m_table, &RecordTable::clicked, this, [this](const QModelIndex& index) {
        choose(index.row());
    });
    say();
}

void MissingMarksPanel::show(std::vector<grades::MissingMarks> missing)
{
    m_model->setRows(std::move(missing));
    say();
}

qint64 MissingMarksPanel::total() const
{
    qint64 sum = 0;
    for (const grades::MissingMarks& row : m_model->rows)
        sum += row.missing;
    return sum;
}

void MissingMarksPanel::choose(int row)
{
    if (row < 0 || row >= m_model->rowCount()) return;
    const grades::MissingMarks chosenRow = m_model->rows[static_cast<std::size_t>(row)];
    emit chosen(chosenRow.classGroup, chosenRow.subject);
}

void MissingMarksPanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) say();
    QFrame::changeEvent(event);
}

void MissingMarksPanel::say()
{
    m_title->setText(tr("Not finished"));
    m_none->setText(tr("Every class has all its marks of this term."));
    m_none->setVisible(m_model->rowCount() == 0);
    m_table->setVisible(m_model->rowCount() > 0);
    m_table->setAccessibleName(tr("Classes and subjects with missing marks"));
}

} // namespace edupro::ui
