// SPDX-License-Identifier: GPL-3.0-or-later
// What the import dialog has done on the lanes: check, backup, import.
#include "core/jobs/OnFinished.h"
#include "ui/common/ErrorText.h"
#include "ui/imports/ColumnsStep.h"
#include "ui/imports/ImportDialog.h"
#include "ui/imports/ImportWords.h"
#include "ui/imports/IssueTableModel.h"
#include "ui/shell/Context.h"

#include <QFileInfo>
#include <QFutureWatcher>
#include <QPointer>
#include <QProgressBar>

namespace edupro::ui {

using exchange::ImportReport;

void ImportDialog::run(Work work, const QString& rejects)
{
    const auto task =
        [path = m_path,
         choice = m_choices[static_cast<std::size_t>(m_columns->kind())],
         options =
             exchange::ImportOptions{
                 .map = m_columns->map(), .dryRun = work != Work::Import, .rejects = rejects}](
            storage::Store& store, const Progress& progress) -> Result<ImportReport> {
        const auto import = choice.make(store, QFileInfo(path).fileName());
        if (!import) return import.error();
        return exchange::importFile(store, path, **import, options, progress);
    };
    begin(work);
    const auto future = m_context.store.submit(task);
    follow(QFuture<void>(future));
    jobs::onFinished(
        future, this, [this, work](const Result<ImportReport>& report) { take(report, work); });
}

void ImportDialog::begin(Work work)
{
    m_work = work;
    if (m_step != Step::Working) m_before = m_step;
    m_progress->setValue(0);
    m_told.clear();
    show(Step::Working);
}

void ImportDialog::backUpAndImport()
{
    Backups& backups = m_context.backups;
    if (!backups.areAutomatic() || backups.school().isEmpty()) {
        run(Work::Import);
        return;
    }
    begin(Work::BackUp);
    const auto future = backups.backUpWhenDue(storage::Occasion::Risk);
    follow(QFuture<void>(future));
    jobs::onFinished(future, this, [this](const Result<storage::AutomaticBackup>& backup) {
        if (backup && backup->made) m_context.backups.announceChange();
        takeBackup(backup ? edupro::done() : Done(backup.error()));
    });
}

void ImportDialog::takeBackup(const Done& safe)
{
    if (safe) {
        run(Work::Import);
        return;
    }
    if (safe.error().code == ErrorCode::Cancelled) {
        take(safe.error(), Work::BackUp);
        return;
    }
    show(m_before);
    const ErrorWords said = words(safe.error());
    m_context.dialogs.confirm(
        {.title = tr("Import without a backup?"),
         .text = tr("The present state could not be backed up, so that the import cannot be taken "
                    "back. %1 %2")
                     .arg(said.what, said.advice),
         .accept = tr("Import without a backup"),
         .dangerous = true},
        [guard = QPointer(this)] {
            if (guard) guard->run(Work::Import);
        });
}

void ImportDialog::follow(const QFuture<void>& future)
{
    m_running = future;
    auto* watcher = new QFutureWatcher<void>(this);
    connect(
        watcher, &QFutureWatcherBase::progressValueChanged, m_progress, &QProgressBar::setValue);
    connect(watcher, &QFutureWatcherBase::finished, watcher, &QObject::deleteLater);
    watcher->setFuture(future);
}

void ImportDialog::take(const Result<ImportReport>& report, Work work)
{
    m_toldFault = !report;
    if (report) {
        takeReport(*report, work);
        return;
    }
    const ErrorWords said = words(report.error(), [](const std::string& field) {
        return importFieldWord(QString::fromStdString(field));
    });
    QStringList lines = {said.what, said.why, said.advice};
    lines.removeAll(QString());
    m_told = lines.join(' ');
    show(m_before);
}

void ImportDialog::takeReport(const ImportReport& report, Work work)
{
    if (work == Work::SaveRejects) {
        m_told = tr("The rejected rows have been saved with their reasons.");
        show(m_before);
        return;
    }
    m_report = report;
    m_issues->setIssues(report.issues);
    show(work == Work::Check ? Step::Checked : Step::Done);
    if (work == Work::Import) m_context.announceChange();
}

} // namespace edupro::ui
