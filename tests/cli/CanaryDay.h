// SPDX-License-Identifier: GPL-3.0-or-later
// A day at a school on the command line, with good and bad input, refusals and kills, in which
// everything personal and secret is a value that stands nowhere else.
#pragma once

#include "tests/cli/Cli.h"
#include "tests/support/Written.h"

namespace edupro::tests {

class CanaryDay {
public:
    enum class School { Encrypted, Plain };
    CanaryDay(School school, int children, std::uint64_t seed);

    void createSchool();
    void importFiles();
    void refuseInput();
    void workWithPeople();
    void predict();
    void keepRegisters();
    void handOut();
    void backUpAndRestore();
    void killImports(int kills);
    void killNewKeys(int kills);
    void examineDamage();
    void recover();

    /// Everything personal and secret that was put in so far.
    const QStringList& canaries() const { return m_canaries; }
    const WatchedPlace& place() const { return m_place; }

private:
    QStringList words(const QStringList& command, const QString& login = {}) const;
    QByteArray secret(const QString& login = {}) const;
    CliAnswer must(const QStringList& command) const { return must(command, secret()); }
    CliAnswer must(const QStringList& command, const QByteArray& input) const;
    /// Must be refused with `key`.
    void refused(const QStringList& command, const char* key) const;
    QString give(const QString& name, const QString& text) const;
    QString fresh(const QString& canary);
    QString school() const { return m_place.home() + QStringLiteral("/school.edupro"); }
    void killAmid(const QStringList& command, const QByteArray& input, unsigned milliseconds) const;

    const bool m_encrypted;
    WatchedPlace m_place;
    Cli m_cli;
    CanaryMaker m_make;
    std::vector<ChildCanaries> m_children;
    QStringList m_canaries;
    QString m_password; ///< the administrator's
    QString m_recoveryCode;
};

} // namespace edupro::tests
