// SPDX-License-Identifier: GPL-3.0-or-later
// Where passwords come from on the command line, and who else can see them there.
#include "tests/cli/Cli.h"
#include "tests/support/Catch.h"
#include "tests/support/FileBytes.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QThread>

#ifdef Q_OS_LINUX
#include <csignal>
#include <sys/wait.h>
#include <unistd.h>
#endif

using namespace edupro::tests;

namespace {

const QByteArray password = "tanjung-42-biru";
const QStringList create{"school", "create", "a.edupro", "--name", "SMP Uji"};
const QStringList asPipe{"--store", "a.edupro", "--password-stdin"};

std::string answerTo(const Cli& cli, const QStringList& words, const QByteArray& input = {})
{
    const CliAnswer answer = cli.run(words, input);
    return std::to_string(answer.exit) + ' ' + answer.err.toStdString();
}

/// For the time of a test.
struct PasswordFile {
    explicit PasswordFile(const QString& path)
    {
        qputenv("EDUPRO_TEST_PASSWORD_FILE", path.toLocal8Bit());
    }
    ~PasswordFile() { qunsetenv("EDUPRO_TEST_PASSWORD_FILE"); }
};

} // namespace

TEST_CASE("A password comes from a pipe or a file, one a line, of a bounded length", "[cli]")
{
    const Cli cli;
    cli.write("secret.txt", password + "\r\n");
    {
        const PasswordFile file(cli.path("secret.txt"));
        cli.mustRun(create);
        cli.mustRun({"user", "list", "--store", "a.edupro"});
    }
    {
        const PasswordFile file(cli.path("none.txt"));
        CHECK_THAT(
            answerTo(cli, {"user", "list", "--store", "a.edupro"}),
            ContainsSubstring("password.file"));
    }
    CHECK_THAT(
        answerTo(cli, QStringList{"user", "list"} + asPipe, QByteArray(2000, 'x') + '\n'),
        ContainsSubstring("password.long"));
    CHECK_THAT(
        answerTo(cli, QStringList{"user", "list"} + asPipe), ContainsSubstring("password.none"));
}

TEST_CASE("A new password that is typed is asked for twice", "[cli]")
{
    if (!QFileInfo::exists("/usr/bin/script")) return saySkipped("a terminal", "no script(1)");
    const Cli cli;
    const auto typed = [&](const QByteArray& first, const QByteArray& second) {
        QProcess terminal;
        terminal.setWorkingDirectory(cli.path({}));
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert("XDG_STATE_HOME", cli.path(".state"));
        environment.insert("XDG_CACHE_HOME", cli.path(".cache"));
        environment.remove("EDUPRO_PASSWORD_FILE");
        terminal.setProcessEnvironment(environment);
        terminal.start(
            "/usr/bin/script",
            {"-qec", Cli::program() + " school create t.edupro --name SMP", "/dev/null"});
        QByteArray said;
        const auto answer = [&](const char* question, const QByteArray& line) {
            while (!said.contains(question) && terminal.waitForReadyRead(60'000))
                said += terminal.readAll();
            INFO(said.toStdString());
            REQUIRE(said.contains(question));
            terminal.write(line + '\n');
        };
        answer(": ", first);
        answer("once more: ", second);
        terminal.closeWriteChannel();
        REQUIRE(terminal.waitForFinished(60'000));
        return said + terminal.readAll();
    };
    const QByteArray different = typed(password, password + "x");
    CHECK(different.contains("password.differs"));
    CHECK_FALSE(QFile::exists(cli.path("t.edupro")));
    const QByteArray same = typed(password, password);
    INFO(same.toStdString());
    CHECK(QFile::exists(cli.path("t.edupro")));
    CHECK_FALSE(different.contains(password)); // nor does it stand on the screen
    CHECK_FALSE(same.contains(password));
}

TEST_CASE("Tables that cannot be read are refused by name", "[cli]")
{
    const Cli cli;
    REQUIRE(QDir(cli.path({})).mkdir("folder.csv"));
    CHECK_THAT(answerTo(cli, {"tree", "fit", "folder.csv"}), ContainsSubstring("table.directory"));
#ifdef Q_OS_LINUX
    // A file that opens and then gives nothing but errors, even to root.
    REQUIRE(QFile::link("/proc/self/mem", cli.path("torn.csv")));
    CHECK_THAT(answerTo(cli, {"tree", "fit", "torn.csv"}), ContainsSubstring("table.unreadable"));
#endif
}

#ifdef Q_OS_LINUX

namespace {

/// A command that has opened the school with a password and waits for another one.
struct AtWork {
    std::unique_ptr<QProcess> process;

    explicit AtWork(const Cli& cli)
        : process(cli.start(QStringList{"password", "change"} + asPipe, password + '\n'))
    {
        for (int i = 0; i < 30'000 && !QFile::exists(cli.path("a.edupro-wal")); ++i)
            QThread::msleep(1);
        REQUIRE(QFile::exists(cli.path("a.edupro-wal")));
        REQUIRE(process->state() == QProcess::Running);
    }
    QString of(const char* what) const
    {
        return QStringLiteral("/proc/%1/%2").arg(process->processId()).arg(QLatin1String(what));
    }
};

} // namespace

TEST_CASE("A password at work is in no command line and no environment", "[cli][secrecy]")
{
    const Cli cli;
    cli.mustRun(create + QStringList{"--password-stdin"}, password + '\n');
    const AtWork command(cli);
    const QByteArray line = bytesOf(command.of("cmdline"));
    const QByteArray limits = bytesOf(command.of("limits"));
    CHECK(line.contains("--password-stdin"));
    CHECK_FALSE(line.contains(password));
    if (geteuid() == 0) { // nobody else may look
        const QByteArray environment = bytesOf(command.of("environ"));
        CHECK(environment.contains("XDG_STATE_HOME"));
        CHECK_FALSE(environment.contains(password));
    }
    CHECK(limits.contains("Max core file size        0                    0"));
    command.process->kill();
    REQUIRE(command.process->waitForFinished());
}

TEST_CASE("A command that is aborted at work leaves no core", "[cli][secrecy]")
{
    const Cli cli;
    cli.mustRun(create + QStringList{"--password-stdin"}, password + '\n');
    const QStringList before = QDir(cli.path({})).entryList(QDir::Files);
    const AtWork command(cli);
    REQUIRE(kill(static_cast<pid_t>(command.process->processId()), SIGABRT) == 0);
    REQUIRE(command.process->waitForFinished());
    CHECK(command.process->exitStatus() == QProcess::CrashExit);
    for (const QString& name : QDir(cli.path({})).entryList(QDir::Files)) {
        INFO(name.toStdString());
        CHECK_FALSE(name.startsWith("core"));
        if (before.contains(name) || name.endsWith("-lock") || name.endsWith("-wal")) continue;
        CHECK_FALSE(bytesOf(cli.path(name)).contains(password));
    }
}

#endif
