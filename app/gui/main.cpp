// SPDX-License-Identifier: GPL-3.0-or-later
// edupro [--store FILE | FILE]: the window.
#include "app/gui/Desktop.h"
#include "app/gui/GuardedApplication.h"
#include "app/gui/StopSignals.h"
#include "app/gui/UserPlaces.h"
#include "app/Logging.h"
#include "core/security/Platform.h"

#include <QCommandLineParser>

int main(int argc, char** argv)
{
    edupro::security::hardenProcess();
    const edupro::gui::GuardedApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("EduPro"));
    QApplication::setApplicationVersion(QStringLiteral(EDUPRO_VERSION));

    QCommandLineParser parser;
    parser.setApplicationDescription(
        QStringLiteral("Students, marks, attendance and early warning of a school."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOption(
        {QStringLiteral("store"),
         QStringLiteral("The school file to open."),
         QStringLiteral("FILE")});
    parser.addPositionalArgument(QStringLiteral("FILE"), QStringLiteral("The same, shorter."));
    parser.process(application);
    const QStringList words = parser.positionalArguments();
    const QString file = parser.isSet(QStringLiteral("store"))
                             ? parser.value(QStringLiteral("store"))
                             : words.value(0);

    edupro::logging::begin({.program = QStringLiteral("edupro")});
    edupro::logging::note("started", {{"version", EDUPRO_VERSION}});
    edupro::Services services;
    edupro::gui::Desktop desktop(services, edupro::gui::userPlaces(services));
    QObject::connect(
        &desktop, &edupro::gui::Desktop::stopped, &application, &QCoreApplication::quit);
    QObject::connect( // the end of the desktop session
        &application,
        &QGuiApplication::commitDataRequest,
        &desktop,
        &edupro::gui::Desktop::stop);
    edupro::gui::obeyStopSignals([&desktop] { desktop.stop(); });
    desktop.start(file);
    const int exit = QApplication::exec();
    edupro::logging::note("ended", {{"exit", exit}});
    return exit;
}
