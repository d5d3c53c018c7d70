// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/Cli.h"

#include "tests/support/Catch.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QProcess>

namespace edupro::tests {

QJsonObject CliAnswer::json() const
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(out, &error);
    if (error.error != QJsonParseError::NoError)
        FAIL("not one JSON document: " << out.toStdString());
    return document.object();
}

namespace {

/// In which what a program leaves behind lies below `folder`.
QProcessEnvironment environmentIn(const QString& folder)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    const auto place = [&](const char* name, const QString& below) {
        environment.insert(QString::fromLatin1(name), folder + below);
    };
    place("XDG_CACHE_HOME", QStringLiteral("/.cache"));
    place("XDG_CONFIG_HOME", QStringLiteral("/.config"));
    place("XDG_RUNTIME_DIR", QString());
    place("XDG_STATE_HOME", QStringLiteral("/.state"));
    return environment;
}

} // namespace

Cli::Cli()
    : m_folder(std::make_unique<QTemporaryDir>())
    , m_place(m_folder->path())
    , m_environment(environmentIn(m_place))
{
    REQUIRE(m_folder->isValid());
}

Cli::Cli(const QString& folder, const QProcessEnvironment& environment)
    : m_place(folder)
    , m_environment(environment)
{
}

std::unique_ptr<QProcess> Cli::start(const QStringList& words, const QByteArray& input) const
{
    auto process = std::make_unique<QProcess>();
    process->setWorkingDirectory(m_place);
    QProcessEnvironment environment = m_environment;
    environment.remove(QStringLiteral("EDUPRO_PASSWORD_FILE"));
    if (qEnvironmentVariableIsSet("EDUPRO_TEST_PASSWORD_FILE"))
        environment.insert(
            QStringLiteral("EDUPRO_PASSWORD_FILE"),
            qEnvironmentVariable("EDUPRO_TEST_PASSWORD_FILE"));
    process->setProcessEnvironment(environment);
    process->start(program(), words);
    process->write(input);
    while (process->bytesToWrite() > 0 && process->waitForBytesWritten())
        ; // nobody else may run an event loop before it is killed
    return process;
}

QString Cli::program()
{
    return QStringLiteral(EDUPRO_CLI);
}

CliAnswer Cli::run(const QStringList& words, const QByteArray& input) const
{
    const auto process = start(words, input);
    process->closeWriteChannel();
    REQUIRE(process->waitForFinished(120'000));
    REQUIRE(process->exitStatus() == QProcess::NormalExit);
    return {
        .exit = process->exitCode(),
        .out = process->readAllStandardOutput(),
        .err = process->readAllStandardError()};
}

CliAnswer Cli::mustRun(const QStringList& words, const QByteArray& input) const
{
    const CliAnswer answer = run(words, input);
    if (answer.exit != 0) FAIL(words.join(u' ').toStdString() << ": " << answer.err.toStdString());
    return answer;
}

QStringList Cli::files() const
{
    return QDir(m_place).entryList(QDir::Files, QDir::Name);
}

void Cli::write(const QString& name, const QByteArray& bytes) const
{
    QFile file(path(name));
    REQUIRE(file.open(QIODevice::WriteOnly));
    REQUIRE(file.write(bytes) == bytes.size());
}

QByteArray Cli::read(const QString& name) const
{
    QFile file(path(name));
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

void Cli::forgetFiles() const
{
    REQUIRE(QDir(path(QStringLiteral(".cache/edupro"))).removeRecursively());
}

} // namespace edupro::tests
