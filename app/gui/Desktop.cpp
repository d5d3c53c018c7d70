// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/Desktop.h"

#include "app/gui/ImportChoices.h"
#include "app/gui/Pages.h"
#include "core/registry/ModelRegistry.h"
#include "core/school/SchoolActions.h"
#include "ui/imports/ImportStarter.h"
#include "ui/shell/MainWindow.h"
#include "ui/students/StudentForm.h"
#include "ui/students/StudentSearch.h"

#include <QDir>
#include <QEvent>
#include <QFileInfo>
#include <QStandardPaths>
#include <QTimer>

namespace edupro::gui {

using namespace edupro::ui;

/// What the frame shows of an open school.
struct Desktop::Opened {
    OpenSchool school;
    QString term;
    Standing standing;
};

Desktop::Desktop(Services& services, const WelcomeOptions& places)
    : m_services(services)
    , m_places(places)
{
    addStudentSearch(services.context);
    connect(&services.context, &Context::dataChanged, this, &Desktop::readSchool);
    connect(&services.context, &Context::schoolRequested, this, [this] {
        whenNothingIsTyped([this] { leaveSchool(); });
    });
}

Desktop::~Desktop()
{
    if (m_window) m_services.settings.set(settings::windowGeometry, m_window->saveGeometry());
    m_services.dialogs.setWindow(nullptr);
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
    if (m_window) return m_window.get();
    return m_welcome && m_welcome->isVisible() ? m_welcome.get() : nullptr;
}

WelcomePage& Desktop::makeWelcome()
{
    m_welcome = std::make_unique<WelcomePage>(m_services.context, m_places);
    m_welcome->resize(1366, 768);
    m_services.dialogs.setWindow(m_welcome.get());
    connect(m_welcome.get(), &WelcomePage::opened, this, [this](const QString& path) {
        m_file = path;
        readSchool();
    });
    connect(m_welcome.get(), &WelcomePage::refused, this, &Desktop::showWelcome);
    return *m_welcome;
}

void Desktop::showWelcome()
{
    if (!m_welcome->isVisible()) m_welcome->show();
}

void Desktop::readSchool()
{
    const auto work = [file = m_file](storage::Store& store, const Progress&) -> Result<Opened> {
        const auto school = school::theSchool(store);
        if (!school) return school.error();
        const auto terms = school::listTerms(store);
        if (!terms) return terms.error();
        const auto model =
            registry::productionModel(store, QStringLiteral("tree"), QStringLiteral("next-term"));
        if (!model) return model.error();
        Opened opened{.school = {.name = school->name}, .standing = {.file = file}};
        for (const school::TermRow& term : *terms)
            opened.school.terms << term.code;
        if (const auto current = school::currentTerm(store)) opened.term = current->code;
        if (*model) {
            opened.standing.modelVersion = (*model)->number;
            opened.standing.modelDate = QDateTime::fromMSecsSinceEpoch((*model)->trainedAt).date();
        }
        return opened;
    };
    m_reading.ask(m_services.store.submit(work), this, [this](const Result<Opened>& opened) {
        if (opened)
            take(*opened);
        else if (m_welcome)
            m_welcome->refuse(opened.error());
    });
}

void Desktop::take(const Opened& opened)
{
    Context& context = m_services.context;
    const bool sameSchool = context.school().name == opened.school.name &&
                            context.school().terms == opened.school.terms && m_window;
    context.setStanding(opened.standing);
    if (!sameSchool) {
        const bool keeps = m_window && opened.school.terms.contains(context.term());
        context.setSchool(opened.school, keeps ? context.term() : opened.term);
    }
    if (!m_window) showSchool();
}

void Desktop::showSchool()
{
    m_services.settings.set(settings::lastFile, QFileInfo(m_file).absoluteFilePath());
    m_window = std::make_unique<MainWindow>(m_services.context, pages());
    new ImportStarter(m_services.context, importChoices(), m_window.get());
    m_window->installEventFilter(this);
    m_window->restoreGeometry(m_services.settings.value(settings::windowGeometry));
    m_services.dialogs.setWindow(m_window.get());
    m_mayClose = false;
    m_window->show();
    m_welcome.reset();
}

void Desktop::leaveSchool()
{
    m_services.settings.set(settings::windowGeometry, m_window->saveGeometry());
    m_services.settings.set(settings::lastFile, QString());
    makeWelcome();
    showWelcome();
    m_window.reset();
    m_services.context.setSchool({}, {});
}

void Desktop::whenNothingIsTyped(std::function<void()> then)
{
    for (StudentForm* form : m_window->findChildren<StudentForm*>()) {
        if (!form->isHidden() && form->isChanged()) {
            m_services.context.openPage("students");
            form->whenFree(std::move(then));
            return;
        }
    }
    // Not from within a signal of the window that `then` destroys.
    QTimer::singleShot(0, this, std::move(then));
}

bool Desktop::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != m_window.get() || event->type() != QEvent::Close || m_mayClose) return false;
    event->ignore();
    whenNothingIsTyped([this] {
        m_mayClose = true;
        m_window->close();
    });
    return true;
}

WelcomeOptions userPlaces(const Services& services)
{
    const auto folder = [](QStandardPaths::StandardLocation place) {
        return QDir(QStandardPaths::writableLocation(place));
    };
    return {
        .schoolFolder = folder(QStandardPaths::DocumentsLocation).path(),
        .exampleFile = folder(QStandardPaths::GenericDataLocation)
                           .filePath(QStringLiteral("edupro/example-school.edupro")),
        .store = services.storeOptions()};
}

} // namespace edupro::gui
