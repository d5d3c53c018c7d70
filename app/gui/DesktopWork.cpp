// SPDX-License-Identifier: GPL-3.0-or-later
// What the desktop does with the school file as a whole: backups before closing, restores, keys.
#include "app/gui/Desktop.h"
#include "app/gui/FileWork.h"
#include "app/gui/WaitingPage.h"
#include "core/jobs/OnFinished.h"
#include "ui/accounts/FileKeyDialog.h"
#include "ui/accounts/NewCodeDialog.h"
#include "ui/common/ErrorText.h"
#include "ui/shell/MainWindow.h"

#include <QTimer>

#include <chrono>

namespace edupro::gui {

using namespace edupro::ui;

namespace {

constexpr std::chrono::milliseconds beforeWaiting{200}; // a quick backup is not worth a page

} // namespace

void Desktop::renewCode()
{
    if (!m_window) return;
    auto* dialog = new NewCodeDialog(m_services.context, m_places.computer.cost, m_window.get());
    connect(dialog, &NewCodeDialog::renewed, this, [this] {
        m_notice->tell([] {
            return NoticeBar::Words{
                tr("The new recovery code counts from now on. Destroy the old paper."), {}, {}};
        });
    });
    dialog->open();
}

void Desktop::askForKey()
{
    if (!m_window) return;
    auto* dialog =
        new FileKeyDialog(m_services.context, m_places.computer, m_entry.session, m_window.get());
    connect(dialog, &FileKeyDialog::confirmed, this, [this](const KeyOrder& order) {
        workOnFile([order](FileWork& work, const QRect& place) { work.changeKey(order, place); });
    });
    dialog->open();
}

void Desktop::workOnFile(std::function<void(FileWork&, const QRect&)> begin)
{
    if (!m_window || m_backsUp) return;
    whenNothingIsTyped([this, begin = std::move(begin)] {
        ClosedSchool school{
            .file = m_entry.file,
            .name = m_services.context.school().name,
            .keys = {},
            .person = m_entry.person.id};
        const auto keys = [](storage::Store& store,
                             const Progress&) -> Result<storage::SchoolFile::Keys> {
            return store.keys();
        };
        jobs::onFinished(
            m_services.store.submit(keys),
            this,
            [this, school, begin](const Result<storage::SchoolFile::Keys>& found) mutable {
                if (!found || !m_window) return;
                school.keys = *found;
                closeStore({}, [this, school, begin] { beginWork(school, begin); });
            });
    });
}

void Desktop::beginWork(
    const ClosedSchool& school, const std::function<void(FileWork&, const QRect&)>& begin)
{
    m_work = std::make_unique<FileWork>(m_services.context, m_places.computer, school);
    connect(
        m_work.get(),
        &FileWork::ended,
        this,
        [this, file = school.file](const std::function<NoticeBar::Words()>& words) {
            m_told = words;
            makeWelcome().openFile(file);
        });
    begin(*m_work, m_window->geometry());
    m_services.dialogs.setWindow(m_work->window());
    m_window.reset();
}

void Desktop::endWork()
{
    if (!m_work) return;
    m_work->window()->hide();
    m_work.release()->deleteLater(); // it is in its own signal
}

void Desktop::backUpBefore(std::function<void()> then)
{
    if (m_backsUp) return;
    Context& context = m_services.context;
    if (!context.backups.areAutomatic()) {
        then();
        return;
    }
    m_backsUp = true;
    m_closing = std::make_unique<WaitingPage>(context, [] {
        return WaitingPage::Words{
            .title = tr("Backing up before closing"),
            .text = tr("What was changed since the newest backup is saved once more and checked."),
            .stop = tr("Close without a backup")};
    });
    const auto future = context.backups.backUpWhenDue(storage::Occasion::Closing);
    m_closing->follow(future);
    QTimer::singleShot(beforeWaiting, m_closing.get(), [this, page = m_closing.get()] {
        if (!m_window || m_closing.get() != page) return; // it lives until its deletion is due
        m_closing->setGeometry(m_window->geometry());
        m_closing->show();
        m_window->hide();
    });
    const auto end = [this,
                      then = std::move(then)](const Result<storage::AutomaticBackup>& backup) {
        if (!m_backsUp) return; // skipped
        m_backsUp = false;
        if (m_window && !backup && backup.error().code != ErrorCode::Cancelled) {
            tellBackupFailed(backup.error(), then);
            return;
        }
        m_closing.release()->deleteLater(); // it may be in its own signal
        if (m_window) then();               // else the person signed out meanwhile
    };
    jobs::onFinished(future, this, end);
    connect(m_closing.get(), &WaitingPage::stopped, this, [end] { end(cancelled()); });
}

void Desktop::tellBackupFailed(const Error& error, std::function<void()> then)
{
    m_window->show();
    m_closing.reset();
    m_notice->tell(
        [error] {
            const ErrorWords said = words(error);
            return NoticeBar::Words{
                tr("The school could not be backed up before closing. %1 %2")
                    .arg(said.what, said.advice),
                tr("Close without a backup"),
                {}};
        },
        std::move(then));
    const security::Session* session = m_entry.session.get();
    if (session && session->state() == security::SessionState::ScreenLocked) lockScreen();
}

} // namespace edupro::gui
