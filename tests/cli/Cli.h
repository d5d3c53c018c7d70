// SPDX-License-Identifier: GPL-3.0-or-later
// Runs the real edupro-cli, as a person or a script would.
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QProcess>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

#include <memory>

namespace edupro::tests {

struct CliAnswer {
    int exit = -1;
    QByteArray out;
    QByteArray err;

    /// stdout as one JSON document; fails the test when it is anything else.
    QJsonObject json() const;
};

/// A folder of the test's own in which edupro-cli runs.
class Cli {
public:
    Cli();
    /// In `folder`, with just this environment.
    Cli(const QString& folder, const QProcessEnvironment& environment);
    /// `input`: what standard input gives before its end; it is never a terminal.
    CliAnswer run(const QStringList& words, const QByteArray& input = {}) const;
    /// Begins to run, and waits for more input after `input`; whoever calls ends that or kills it.
    std::unique_ptr<QProcess> start(const QStringList& words, const QByteArray& input = {}) const;
    /// run() that must exit with 0; fails the test with what was said otherwise.
    CliAnswer mustRun(const QStringList& words, const QByteArray& input = {}) const;
    QString path(const QString& name) const { return m_place + u'/' + name; }
    static QString program();
    QStringList files() const;
    void write(const QString& name, const QByteArray& bytes) const;
    QByteArray read(const QString& name) const;
    /// As on a computer that has not seen the school files before.
    void forgetFiles() const;

private:
    std::unique_ptr<QTemporaryDir> m_folder; ///< null: somebody else's
    QString m_place;
    QProcessEnvironment m_environment;
};

} // namespace edupro::tests
