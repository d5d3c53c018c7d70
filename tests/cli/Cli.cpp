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

Cli::Cli()
{
    REQUIRE(m_folder.isValid());
}

CliAnswer Cli::run(const QStringList& words, const QByteArray& input) const
{
    QProcess process;
    process.setWorkingDirectory(m_folder.path());
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(
        QStringLiteral("XDG_CACHE_HOME"), m_folder.filePath(QStringLiteral(".cache")));
    environment.insert(
        QStringLiteral("XDG_CONFIG_HOME"), m_folder.filePath(QStringLiteral(".config")));
    environment.remove(QStringLiteral("EDUPRO_PASSWORD_FILE"));
    if (qEnvironmentVariableIsSet("EDUPRO_TEST_PASSWORD_FILE"))
        environment.insert(
            QStringLiteral("EDUPRO_PASSWORD_FILE"),
            qEnvironmentVariable("EDUPRO_TEST_PASSWORD_FILE"));
    environment.insert(QStringLiteral("XDG_RUNTIME_DIR"), m_folder.path());
    environment.insert(
        QStringLiteral("XDG_STATE_HOME"), m_folder.filePath(QStringLiteral(".state")));
    environment.insert(
        QStringLiteral("XDG_CONFIG_HOME"), m_folder.filePath(QStringLiteral(".config")));
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(EDUPRO_CLI), words);
    process.write(input);
    process.closeWriteChannel();
    REQUIRE(process.waitForFinished(120'000));
    REQUIRE(process.exitStatus() == QProcess::NormalExit);
    return {
        .exit = process.exitCode(),
        .out = process.readAllStandardOutput(),
        .err = process.readAllStandardError()};
}

CliAnswer Cli::mustRun(const QStringList& words, const QByteArray& input) const
{
    const CliAnswer answer = run(words, input);
    if (answer.exit != 0) FAIL(words.join(u' ').toStdString() << ": " << answer.err.toStdString());
    return answer;
}

QStringList Cli::files() const
{
    return QDir(m_folder.path()).entryList(QDir::Files, QDir::Name);
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

} // namespace edupro::tests
