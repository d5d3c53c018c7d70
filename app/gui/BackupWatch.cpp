// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/BackupWatch.h"

#include "core/jobs/OnFinished.h"
#include "ui/common/ErrorText.h"
#include "ui/common/NoticeBar.h"

#include <QFileInfo>
#include <QTimer>

#include <chrono>

namespace edupro::gui {

using security::Action;
using security::Object;
using storage::AutomaticBackup;
using storage::BackupFile;
using storage::Occasion;
using ui::NoticeBar;

namespace {

constexpr std::chrono::seconds afterOpening{1}; // the first page comes first
constexpr std::chrono::hours between{1};        // a computer may stay on for days

} // namespace

BackupWatch::BackupWatch(ui::Context& context, NoticeBar& bar)
    : QObject(&bar)
    , m_context(context)
    , m_bar(bar)
{
    QTimer::singleShot(afterOpening, this, &BackupWatch::look);
    auto* timer = new QTimer(this);
    connect(timer, &QTimer::timeout, this, &BackupWatch::look);
    timer->start(between);
    connect(&context.backups, &ui::Backups::changed, this, [this] {
        if (m_bar.tells()) count();
    });
}

void BackupWatch::look()
{
    if (m_busy || m_context.backups.school().isEmpty()) return;
    if (!m_context.backups.areAutomatic()) {
        count();
        return;
    }
    m_busy = true;
    jobs::onFinished(
        m_context.backups.isDue(Occasion::Opening), this, [this](const Result<bool>& due) {
            m_busy = false;
            if (!due)
                tellFailure(due.error());
            else if (*due)
                backUp();
            else
                count();
        });
}

void BackupWatch::backUp()
{
    m_busy = true;
    const auto future = m_context.backups.backUpWhenDue(Occasion::Opening);
    const int job = m_context.jobs.follow<AutomaticBackup>(
        tr("Daily backup"), future, [](const AutomaticBackup&) { return tr("Backed up"); });
    jobs::onFinished(future, this, [this, job](const Result<AutomaticBackup>& backup) {
        m_busy = false;
        // What went well needs no word every morning, and what did not stands in the notice.
        m_context.jobs.dismiss(job);
        if (backup) {
            m_context.backups.announceChange();
            tellAge(backup->daysSince);
        } else {
            tellFailure(backup.error());
        }
    });
}

void BackupWatch::count()
{
    jobs::onFinished(
        m_context.backups.daysSince(), this, [this](const Result<std::optional<int>>& days) {
            if (days)
                tellAge(*days);
            else
                tellFailure(days.error());
        });
}

void BackupWatch::tellAge(std::optional<int> days)
{
    if (days && *days < storage::warnAfterDays) {
        m_bar.end();
        return;
    }
    const bool may = m_context.may(Action::Create, Object::Backups);
    m_bar.tell(
        [days, may] {
            return NoticeBar::Words{
                days ? tr("The newest backup of this school is %Ln day(s) old.", nullptr, *days)
                     : tr("This school has never been backed up."),
                may ? tr("Back up now") : QString(),
                may ? tr("Open Data") : QString()};
        },
        [this] { backUpByHand(); },
        [this] { m_context.openPage(QStringLiteral("data")); });
}

void BackupWatch::backUpByHand()
{
    const auto future = m_context.backups.backUp();
    m_context.jobs.follow<BackupFile>(tr("Backing up"), future, [](const BackupFile& backup) {
        return tr("Backed up and checked: %1").arg(QFileInfo(backup.path).fileName());
    });
    jobs::onFinished(future, this, [this](const Result<BackupFile>& made) {
        if (made)
            m_context.backups.announceChange();
        else
            tellFailure(made.error());
    });
}

void BackupWatch::tellFailure(const Error& error)
{
    // The school was closed meanwhile, or the person stopped it.
    if (error.key == "store.closed" || error.code == ErrorCode::Cancelled) return;
    const bool may = m_context.may(Action::Read, Object::Backups);
    m_bar.tell(
        [error, may] {
            const ui::ErrorWords said = ui::words(error);
            return NoticeBar::Words{
                tr("The school could not be backed up. %1 %2").arg(said.what, said.advice),
                may ? tr("Open Data") : QString(),
                {}};
        },
        [this] { m_context.openPage(QStringLiteral("data")); });
}

} // namespace edupro::gui
