// SPDX-License-Identifier: GPL-3.0-or-later
// edupro-cli: every screen's action without a window.
#include "app/cli/Command.h"
#include "app/Logging.h"
#include "core/security/Platform.h"

#include <QApplication>
#include <QElapsedTimer>

#include <cstdio>
#include <memory>

using namespace edupro;
using namespace edupro::cli;

namespace {

void print(std::FILE* stream, const QString& text)
{
    std::fputs(text.toUtf8().constData(), stream);
}

QString synopsis(const Command& command)
{
    QString line = QStringLiteral("edupro-cli ") + QLatin1String(command.name);
    if (*command.words != '\0') line += u' ' + QLatin1String(command.words);
    for (const Option& option : optionsOf(command)) {
        const QString text = option.value
                                 ? QStringLiteral("--%1 %2").arg(
                                       QLatin1String(option.name), QLatin1String(option.value))
                                 : QStringLiteral("--") + QLatin1String(option.name);
        line += option.required ? u' ' + text : QStringLiteral(" [%1]").arg(text);
    }
    return line;
}

QString helpOf(const Command& command)
{
    QString text =
        synopsis(command) + QStringLiteral("\n  ") + QString::fromUtf8(command.help) + u'\n';
    for (const Option& option : optionsOf(command))
        text += QStringLiteral("    --%1  %2\n")
                    .arg(QString::fromLatin1(option.name), -10)
                    .arg(QString::fromUtf8(option.help));
    return text;
}

QString helpOfAll()
{
    QString text = QStringLiteral("EduPro %1, the command line. Exit: 0 done, 1 refused or failed "
                                  "(the reason on stderr), 2 wrong usage.\n\n")
                       .arg(QStringLiteral(EDUPRO_VERSION));
    for (const Command& command : commands())
        text += helpOf(command) + u'\n';
    return text;
}

/// The command whose words begin `words`, which lose them.
const Command* takeCommand(QStringList& words)
{
    for (const Command& command : commands()) {
        const QStringList name = QString::fromLatin1(command.name).split(u' ');
        if (words.mid(0, name.size()) != name) continue;
        words = words.mid(name.size());
        return &command;
    }
    return nullptr;
}

/// Help and version, or what is wrong, when the words name no command.
int runWithoutCommand(const QStringList& words)
{
    if (words.isEmpty()) {
        print(stderr, helpOfAll());
        return wrongUsage;
    }
    if (words.first() == u"--help" || words.first() == u"help") {
        print(stdout, helpOfAll());
        return finished;
    }
    if (words.first() == u"--version") {
        print(stdout, QStringLiteral("EduPro %1\n").arg(QStringLiteral(EDUPRO_VERSION)));
        return finished;
    }
    print(
        stderr,
        QStringLiteral("edupro-cli: unknown command \"%1\"; see edupro-cli --help\n")
            .arg(words.join(u' ')));
    return wrongUsage;
}

int runCommand(const Command& command, const QStringList& words)
{
    if (words.contains(QStringLiteral("--help"))) {
        print(stdout, helpOf(command));
        return finished;
    }
    const Result<Arguments> arguments = Arguments::parse(command, words);
    Terminal terminal(words.contains(QStringLiteral("--json")));
    QElapsedTimer clock;
    clock.start();
    const Done ran = arguments ? command.run(*arguments, terminal) : Done(arguments.error());
    logging::note(
        "command",
        {{"name", command.name},
         {"done", ran.has_value()},
         {"milliseconds", static_cast<qint64>(clock.elapsed())}});
    if (ran) return finished;
    logging::noteFailure(command.name, ran.error());
    if (ran.error().key == "usage") {
        const QString detail = QString::fromStdString(ran.error().detail);
        print(stderr, QStringLiteral("edupro-cli: %1\nUsage: %2\n").arg(detail, synopsis(command)));
        return wrongUsage;
    }
    terminal.complain(ran.error());
    return refused;
}

} // namespace

int main(int argc, char** argv)
{
    security::hardenProcess();
    QStringList words;
    for (int i = 1; i < argc; ++i)
        words.append(QString::fromLocal8Bit(argv[i]));
    const Command* command = takeCommand(words);
    std::unique_ptr<QCoreApplication> application;
    if (command && command->draws) {
        if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
        application = std::make_unique<QApplication>(argc, argv);
    } else {
        application = std::make_unique<QCoreApplication>(argc, argv);
    }
    QCoreApplication::setApplicationName(QStringLiteral("edupro"));
    // The application's words, not argv's: on Windows only they are Unicode.
    words = QCoreApplication::arguments().mid(1);
    command = takeCommand(words);
    if (!command) return runWithoutCommand(words);
    logging::begin({.program = QStringLiteral("edupro-cli")});
    const int exit = runCommand(*command, words);
    logging::end();
    return exit;
}
