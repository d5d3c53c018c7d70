// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/data/DataPage.h"

#include "core/jobs/OnFinished.h"
#include "ui/common/PageHeader.h"
#include "ui/data/BackupsCard.h"
#include "ui/data/FileCard.h"
#include "ui/data/RestoreCard.h"
#include "ui/shell/Context.h"

#include <QBoxLayout>
#include <QEvent>
#include <QPushButton>
#include <QStackedWidget>

namespace edupro::ui {

using security::Action;
using security::Object;

namespace {

constexpr int sideWidth = 360;

} // namespace

DataPage::DataPage(Context& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_header(new PageHeader(context.theme, this))
    , m_backUp(m_header->addAction("backUp", "copy"))
    , m_backups(new BackupsCard(context, this))
    , m_side(new QStackedWidget(this))
    , m_file(new FileCard(context, m_side))
    , m_restore(new RestoreCard(context, m_side))
{
    m_side->addWidget(m_file);
    m_side->addWidget(m_restore);
    m_side->setFixedWidth(sideWidth);
    auto* columns = new QHBoxLayout;
    columns->setSpacing(12);
    columns->addWidget(m_backups, 1);
    columns->addWidget(m_side);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(m_header);
    layout->addLayout(columns, 1);
    m_backUp->setVisible(context.may(Action::Create, Object::Backups));
    connect(m_backUp, &QPushButton::clicked, m_backups, &BackupsCard::backUp);
    connect(m_backups, &BackupsCard::backingUp, m_backUp, &QWidget::setDisabled);
    connect(m_backups, &BackupsCard::loaded, m_file, &FileCard::setSize);
    connect(m_backups, &BackupsCard::restoreWanted, this, [this](const QString& backup) {
        compare(backup, {});
    });
    connect(m_restore, &RestoreCard::secretGiven, this, [this](BackupSecret secret) {
        secret.throttle = m_context.backups.throttle();
        compare(m_restore->backup(), secret);
    });
    connect(m_restore, &RestoreCard::left, this, [this] {
        m_side->setCurrentWidget(m_file);
        m_backups->focusTable();
    });
    say();
}

void DataPage::compare(const QString& backup, const BackupSecret& secret)
{
    m_restore->begin(backup);
    m_side->setCurrentWidget(m_restore);
    const auto read = [](storage::Store& store, const Progress&) {
        return openFileOf(store, true);
    };
    m_opening.ask(
        m_context.store.submit(read), this, [this, backup, secret](const Result<OpenFile>& open) {
            if (open)
                compareWith(*open, backup, secret);
            else
                m_restore->refuse(open.error());
        });
}

void DataPage::compareWith(const OpenFile& open, const QString& backup, const BackupSecret& secret)
{
    const auto future =
        m_context.backups.lane().submit([backup, secret, open](const Progress& progress) {
            return compareBackup(backup, open, secret, progress);
        });
    const int job = m_context.jobs.follow<ComparedBackup>(
        tr("Comparing the backup"), future, [](const ComparedBackup&) { return tr("Compared"); });
    m_comparing.ask(future, this, [this, job](const Result<ComparedBackup>& compared) {
        m_context.jobs.dismiss(job); // the card says what came of it
        if (compared)
            m_restore->show(*compared);
        else
            m_restore->refuse(compared.error());
    });
}

void DataPage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) say();
    QWidget::changeEvent(event);
}

void DataPage::say()
{
    m_header->setTitle(tr("Data"));
    m_header->setSubtitle(tr("School file and backups"));
    m_backUp->setText(tr("Back up now"));
}

} // namespace edupro::ui
