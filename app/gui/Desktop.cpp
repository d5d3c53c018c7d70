// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/Desktop.h"

#include "app/gui/BackupWatch.h"
#include "app/gui/DraftOffer.h"
#include "app/gui/FileWork.h"
#include "app/gui/GuardedApplication.h"
#include "app/gui/ImportChoices.h"
#include "app/gui/OpenedSchool.h"
#include "app/gui/Pages.h"
#include "app/gui/ScreenLock.h"
#include "app/gui/SessionWatch.h"
#include "app/gui/WaitingPage.h"
#include "core/jobs/OnFinished.h"
#include "ui/accounts/NewSchoolPage.h"
#include "ui/accounts/OlderFileBar.h"
#include "ui/accounts/OpeningNotices.h"
#include "ui/accounts/PasswordDialog.h"
#include "ui/accounts/RenewBar.h"
#include "ui/accounts/SignInPage.h"
#include "ui/imports/ImportStarter.h"
#include "ui/shell/Drafts.h"
#include "ui/shell/MainWindow.h"
#include "ui/students/StudentSearch.h"

#include <QEvent>
#include <QFileInfo>
#include <QTimer>

namespace edupro::gui {

using namespace edupro::ui;

Desktop::Desktop(Services& services, const WelcomeOptions& places)
    : m_services(services)
    , m_places(places)
{
    Context& context = services.context;
    addStudentSearch(context);
    context.backups.setThrottle(places.computer.throttle);
    connect(&context, &Context::dataChanged, this, &Desktop::readSchool);
    connect(&context, &Context::schoolRequested, this, [this] {
        whenNothingIsTyped([this] { backUpBefore([this] { leaveSchool(); }); });
    });
    connect(&context.backups, &Backups::folderChosen, this, [this, &backups = context.backups] {
        const QString chosen = backups.hasChosenFolder() ? backups.folder() : QString();
        m_services.settings.set(settings::backupFolder, m_fileId, chosen);
    });
    connect(&context, &Context::newCodeRequested, this, &Desktop::renewCode);
    connect(&context, &Context::newKeyRequested, this, &Desktop::askForKey);
    connect(&context, &Context::restoreRequested, this, [this](const RestoreOrder& order) {
        workOnFile([order](FileWork& work, const QRect& place) { work.restore(order, place); });
    });
    connect(&context, &Context::lockRequested, this, &Desktop::lockScreen);
    connect(&context, &Context::passwordChangeRequested, this, &Desktop::changePassword);
    connect(&context, &Context::signOutRequested, this, [this] {
        whenNothingIsTyped([this] { signOut(); });
    });
    if (auto* application = qobject_cast<GuardedApplication*>(QCoreApplication::instance()))
        connect(application, &GuardedApplication::strayed, this, &Desktop::outlive);
}

Desktop::~Desktop()
{
    if (m_window) m_services.settings.set(settings::windowGeometry, m_window->saveGeometry());
    m_services.dialogs.setWindow(nullptr);
    m_lock.reset(); // before the windows that it shows again
}

void Desktop::start(const QString& file)
{
    const QString last = m_services.settings.value(settings::lastFile);
    WelcomePage& welcome = makeWelcome();
    if (!file.isEmpty())
        welcome.openFile(file);
    else if (!last.isEmpty())
        welcome.openFile(last);
    else
        showWelcome();
}

QWidget* Desktop::window() const
{
    if (m_lock) return m_door.get();
    if (m_work) return m_work->window();
    if (m_closing && m_closing->isVisible()) return m_closing.get();
    if (m_window) return m_window.get();
    for (QWidget* page :
         std::initializer_list<QWidget*>{m_signIn.get(), m_newSchool.get(), m_welcome.get()}) {
        if (page && page->isVisible()) return page;
    }
    return nullptr;
}

WelcomePage& Desktop::makeWelcome()
{
    m_welcome = std::make_unique<WelcomePage>(m_services.context, m_places);
    m_welcome->resize(1366, 768);
    m_services.dialogs.setWindow(m_welcome.get());
    connect(m_welcome.get(), &WelcomePage::opened, this, [this](const QString& path) {
        enter({.file = path});
    });
    connect(m_welcome.get(), &WelcomePage::signInNeeded, this, [this](const QString& path) {
        askToSignIn(path, {}, false);
    });
    connect(m_welcome.get(), &WelcomePage::newSchoolWanted, this, &Desktop::askNewSchool);
    connect(m_welcome.get(), &WelcomePage::refused, this, &Desktop::showWelcome);
    return *m_welcome;
}

void Desktop::showWelcome()
{
    if (!m_welcome) makeWelcome();
    m_services.dialogs.setWindow(m_welcome.get());
    m_welcome->show(); // first, so that the program never is without a window
    endWork();
    for (QWidget* other : std::initializer_list<QWidget*>{m_signIn.get(), m_newSchool.get()}) {
        if (other) other->hide();
    }
}

void Desktop::askNewSchool(const QString& path, const school::NewSchool& school)
{
    m_newSchool = std::make_unique<NewSchoolPage>(
        m_services.context,
        m_places.computer,
        NewSchoolPage::Wanted{.path = path, .school = school});
    m_newSchool->setGeometry(m_welcome->geometry());
    m_services.dialogs.setWindow(m_newSchool.get());
    connect(m_newSchool.get(), &NewSchoolPage::made, this, &Desktop::enter);
    connect(m_newSchool.get(), &NewSchoolPage::givenUp, this, &Desktop::showWelcome);
    m_newSchool->show();
    m_welcome->hide();
}

void Desktop::askToSignIn(const QString& file, const QString& login, bool ended)
{
    m_signIn = std::make_unique<SignInPage>(m_services.context, m_places.computer);
    m_signIn->resize(1366, 768);
    if (m_welcome) m_signIn->setGeometry(m_welcome->geometry());
    m_services.dialogs.setWindow(m_signIn.get());
    connect(m_signIn.get(), &SignInPage::signedIn, this, &Desktop::enter);
    connect(m_signIn.get(), &SignInPage::givenUp, this, [this] {
        m_services.settings.set(settings::lastFile, QString());
        showWelcome();
    });
    m_signIn->askFor(file, login, ended);
    if (m_told) m_signIn->tell([told = m_told] { return told().text; });
    m_signIn->show();
    if (m_welcome) m_welcome->hide();
    endWork();
}

void Desktop::enter(const Entry& entry)
{
    m_entry = entry;
    m_services.context.setPerson(entry.person);
    watchSession();
    readSchool();
}

void Desktop::watchSession()
{
    m_watch.reset();
    if (!m_entry.session) return;
    m_watch = std::make_unique<SessionWatch>(m_entry.session);
    connect(m_watch.get(), &SessionWatch::screenLocked, this, &Desktop::lockScreen);
    connect(m_watch.get(), &SessionWatch::ended, this, &Desktop::endSession, Qt::QueuedConnection);
    connect(m_watch.get(), &SessionWatch::endsSoon, this, [this](qint64 remaining) {
        if (m_renew) m_renew->warn(remaining);
    });
    connect(m_watch.get(), &SessionWatch::renewed, this, [this] {
        if (m_renew) m_renew->end();
    });
}

void Desktop::readSchool()
{
    if (m_entry.file.isEmpty()) return;
    const auto work = [file = m_entry.file](storage::Store& store, const Progress&) {
        return readOpenedSchool(store, file);
    };
    m_reading.ask(m_services.store.submit(work), this, [this](const Result<OpenedSchool>& opened) {
        if (opened) {
            take(*opened);
        } else if (!m_window) {
            showWelcome();
            m_welcome->refuse(opened.error());
        }
    });
}

void Desktop::take(const OpenedSchool& opened)
{
    Context& context = m_services.context;
    const bool sameSchool = context.school().name == opened.school.name &&
                            context.school().terms == opened.school.terms && m_window;
    context.setStanding(opened.standing);
    if (!sameSchool) {
        const bool keeps = m_window && opened.school.terms.contains(context.term());
        context.setSchool(opened.school, keeps ? context.term() : opened.term);
    }
    if (m_window) return;
    m_fileId = opened.fileId;
    context.backups.setSchool(
        m_entry.file, m_services.settings.value(settings::backupFolder, m_fileId));
    showSchool();
    if (m_told)
        m_notice->tell(std::exchange(m_told, {}));
    else
        offerDrafts(context, *m_notice, opened.drafts);
}

void Desktop::showSchool()
{
    Context& context = m_services.context;
    m_services.settings.set(settings::lastFile, QFileInfo(m_entry.file).absoluteFilePath());
    m_window = std::make_unique<MainWindow>(context, pagesFor(context.person().roles, pages()));
    new ImportStarter(context, importChoices(), m_window.get());
    m_notice = new NoticeBar(context.theme, QStringLiteral("windowNotice"), m_window.get());
    m_window->addBar(m_notice);
    auto* backups = new NoticeBar(context.theme, QStringLiteral("backupNotice"), m_window.get());
    m_window->addBar(backups);
    new BackupWatch(context, *backups);
    if (m_entry.session) {
        m_renew = new RenewBar(context, m_places.computer, m_entry.session, m_window.get());
        m_window->addBar(m_renew);
    }
    m_window->addBar(new OlderFileBar(context, m_window.get()));
    m_window->addBar(new OpeningNotices(context, m_window.get()));
    m_window->installEventFilter(this);
    m_window->restoreGeometry(m_services.settings.value(settings::windowGeometry));
    m_services.dialogs.setWindow(m_window.get());
    m_mayClose = false;
    m_window->show();
    m_welcome.reset();
    m_newSchool.reset();
    m_signIn.reset();
    endWork();
}

void Desktop::leaveSchool()
{
    m_services.settings.set(settings::lastFile, QString());
    closeStore({}, [this] {
        makeWelcome();
        showWelcome();
        m_window.reset();
    });
}

void Desktop::signOut()
{
    closeStore({}, [this, file = m_entry.file] {
        askToSignIn(file, {}, false);
        m_window.reset();
    });
}

void Desktop::lockScreen()
{
    // What stands on the screen while the school is backed up before closing tells nothing.
    if (!m_entry.session || !m_window || m_lock || m_backsUp) return;
    m_entry.session->lockScreen();
    m_door = std::make_unique<SignInPage>(m_services.context, m_places.computer);
    connect(m_door.get(), &SignInPage::unlocked, this, &Desktop::unlockScreen);
    connect(m_door.get(), &SignInPage::signOutRequested, this, &Desktop::endSession);
    m_door->askToUnlock(m_entry.session);
    m_lock = std::make_unique<ScreenLock>(*m_door);
}

void Desktop::unlockScreen()
{
    m_lock.reset();
    if (m_renew) m_renew->end();
    m_window->activateWindow();
    m_door.release()->deleteLater(); // it is in its own signal
}

void Desktop::changePassword()
{
    if (!m_window) return;
    auto* dialog = new PasswordDialog(m_services.context, m_places.computer.cost, m_window.get());
    connect(dialog, &PasswordDialog::changed, this, [this] {
        m_notice->tell([] {
            return NoticeBar::Words{tr("Your password has been changed."), {}, {}};
        });
    });
    dialog->open();
}

void Desktop::endSession()
{
    if (!m_window) return;
    if (m_closing) { // who was leaving leaves, without the backup
        m_closing->stop();
        return;
    }
    closeStore(draftsIn(*m_window), [this, file = m_entry.file, login = m_entry.person.login] {
        askToSignIn(file, login, true);
        if (m_lock) { // its windows are not to come back
            m_window.reset();
            m_lock.reset();
            m_door.release()->deleteLater();
        }
        m_window.reset();
    });
}

void Desktop::stop()
{
    if (!m_window || m_entry.file.isEmpty()) {
        emit stopped();
        return;
    }
    Jobs& jobs = m_services.context.jobs; // the file closes behind what runs
    for (std::size_t i = 0; i < jobs.list().size(); ++i)
        jobs.cancel(jobs.list()[i].id);
    closeStore(draftsIn(*m_window), [this] { emit stopped(); });
}

void Desktop::outlive(const Error& mistake)
{
    if (!m_window) return;
    m_notice->tell([key = QString::fromStdString(mistake.key)] {
        return NoticeBar::Words{
            tr("EduPro has made a mistake of its own [%1]. Nothing that was saved is lost. Save "
               "what you are writing, and start the program again.")
                .arg(key),
            {},
            {}};
    });
    if (m_entry.session)
        m_precaution.keep(m_services.store, m_entry.person.id, draftsIn(*m_window));
}

void Desktop::closeStore(std::vector<storage::StoredDraft> drafts, std::function<void()> then)
{
    m_services.settings.set(settings::windowGeometry, m_window->saveGeometry());
    m_window->hide();
    m_watch.reset();
    const auto work = [drafts = std::move(drafts), entry = m_entry, outlived = m_precaution.take()](
                          storage::Store& store, const Progress&) -> Result<Unit> {
        if (!entry.session) return done();
        for (const QUuid& id : outlived)
            (void)storage::dropDraft(store, id);
        // Even when one of the two fails the keys go.
        const Done kept = storage::keepDrafts(store, entry.person.id, drafts);
        const Done left = accounts::signOut(store, *entry.session);
        return kept ? left : kept;
    };
    m_services.store.submit(work);
    jobs::onFinished(m_services.store.close(), this, [this, then = std::move(then)](const Done&) {
        m_notice = nullptr;
        m_renew = nullptr;
        m_entry = {};
        then();
        m_services.context.setPerson({});
        m_services.context.setSchool({}, {});
        m_services.context.backups.setSchool({}, {});
    });
}

void Desktop::whenNothingIsTyped(std::function<void()> then)
{
    // Not from within a signal of the window that `then` destroys.
    std::function<void()> next = [this, then = std::move(then)] {
        QTimer::singleShot(0, this, then);
    };
    for (QWidget* widget : m_window->findChildren<QWidget*>()) {
        auto* holder = dynamic_cast<DraftHolder*>(widget);
        const auto draft = holder ? holder->draft() : std::nullopt;
        if (!draft) continue;
        next = [this, guard = QPointer(widget), holder, page = draft->page, next] {
            if (!guard) return;
            m_services.context.openPage(page);
            holder->whenFree(next);
        };
    }
    next();
}

bool Desktop::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != m_window.get() || event->type() != QEvent::Close || m_mayClose) return false;
    event->ignore();
    whenNothingIsTyped([this] {
        backUpBefore([this] {
            m_mayClose = true;
            closeStore({}, [this] { m_window->close(); });
        });
    });
    return true;
}

} // namespace edupro::gui
