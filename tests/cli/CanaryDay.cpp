// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/CanaryDay.h"

#include "tests/support/Catch.h"
#include "tests/support/FileBytes.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QThread>

namespace edupro::tests {

namespace {

const QStringList terms{"20231", "20232", "20241", "20242"};

QByteArray lines(const QStringList& all)
{
    return all.join(u'\n').toUtf8() + '\n';
}

void appendRow(QString& csv, const QStringList& cells)
{
    csv += QStringLiteral("\"%1\"\n").arg(cells.join(QStringLiteral("\";\"")));
}

/// Every fifth row has a fault of one kind or another.
QString faultyNik(const ChildCanaries& child, std::size_t i)
{
    return i % 5 == 4 ? child.nik + QStringLiteral("77") : child.nik;
}

} // namespace

CanaryDay::CanaryDay(School school, int children, std::uint64_t seed)
    : m_encrypted(school == School::Encrypted)
    , m_cli(m_place.home(), m_place.environment())
    , m_make(seed)
{
    for (int i = 0; i < children; ++i) {
        m_children.push_back(m_make.child());
        m_canaries += m_children.back().all();
    }
    m_password = fresh(m_make.password());
}

QString CanaryDay::fresh(const QString& canary)
{
    m_canaries.append(canary);
    return canary;
}

QStringList CanaryDay::words(const QStringList& command, const QString& login) const
{
    QStringList all = command + QStringList{"--store", school()};
    if (m_encrypted) all += QStringList{"--password-stdin"};
    if (!login.isEmpty()) all += QStringList{"--user", login};
    return all;
}

QByteArray CanaryDay::secret(const QString& login) const
{
    return lines({login.isEmpty() ? m_password : login});
}

CliAnswer CanaryDay::must(const QStringList& command, const QByteArray& input) const
{
    return m_cli.mustRun(words(command), input);
}

void CanaryDay::refused(const QStringList& command, const char* key) const
{
    const CliAnswer answer = m_cli.run(words(command), secret());
    INFO(command.join(u' ').toStdString() << ": " << answer.err.toStdString());
    CHECK(answer.exit == 1);
    CHECK(answer.err.contains(key));
}

QString CanaryDay::give(const QString& name, const QString& text) const
{
    const QString path = m_place.given(name);
    writeFile(path, text.toUtf8());
    return path;
}

void CanaryDay::createSchool()
{
    const QStringList create{
        "school", "create", school(), "--name", "SMP " + fresh(m_make.letters(10)), "--json"};
    if (!m_encrypted) {
        m_cli.mustRun(create + QStringList{"--plain"});
        return;
    }
    const CliAnswer made = m_cli.mustRun(create + QStringList{"--password-stdin"}, secret());
    m_recoveryCode = fresh(made.json().value("recovery_code").toString());
    fresh(QString(m_recoveryCode).remove(u'-'));
}

void CanaryDay::importFiles()
{
    QString students = "NIPD;Nama;NISN;NIK;Alamat;Rombel;Tanggal Lahir;JK\n";
    QString incomes = "nis;hubungan;nama wali;nik wali;penghasilan\n";
    QString achievements = "nis;prestasi;tingkat;tanggal\n";
    QString marks = "nis;semester;mapel;nilai\n";
    QString attendance = "nis;semester;hari efektif;sakit;izin;alpa\n";
    for (std::size_t i = 0; i < m_children.size(); ++i) {
        const ChildCanaries& child = m_children[i];
        const QString born = i % 7 == 6 ? "2999-02-30" : "2011-02-01";
        appendRow(
            students,
            {child.nis,
             child.name,
             child.nisn,
             faultyNik(child, i),
             child.address,
             "7A",
             born,
             i % 2 == 0 ? "L" : "P"});
        appendRow(incomes, {child.nis, "ayah", child.guardian, faultyNik(child, i), child.amount});
        appendRow(
            achievements, {child.nis, child.title, i % 5 == 3 ? "bulan" : "kota", "2024-02-01"});
        for (qsizetype term = 0; term < terms.size(); ++term) {
            const int mark =
                40 + static_cast<int>(i * 37 + static_cast<std::size_t>(term) * 11) % 60;
            appendRow(
                marks,
                {child.nis, terms[term], "Matematika", QString::number(i % 9 == 8 ? 900 : mark)});
            appendRow(
                attendance,
                {child.nis,
                 terms[term],
                 "100",
                 "1",
                 "2",
                 QString::number(i % 9 == 7 ? -3 : int(i % 20))});
        }
    }
    const std::vector<std::pair<QString, QString>> files{
        {"students", students},
        {"incomes", incomes},
        {"achievements", achievements},
        {"marks", marks},
        {"attendance", attendance}};
    for (const auto& [kind, text] : files) {
        INFO(kind.toStdString());
        const QString file = give(kind + ".csv", text);
        QStringList command{
            "import", kind, file, "--json", "--rejects", m_place.asked(kind + "-rejects.csv")};
        if (kind == u"marks") command += QStringList{"--reason", fresh(m_make.letters(20))};
        const QJsonObject report = must(command).json();
        CHECK(report.value("added").toInt() > 0);
        CHECK(report.value("rejected").toInt() > 0);
    }
}

void CanaryDay::refuseInput()
{
    const QString students = m_place.given("students.csv");
    must({"import", "students", students, "--dry-run"});
    refused({"import", "students", students, "--strict"}, "import.rejected");
    // Rows of quotes without an end, a file of another kind, no headings.
    QString torn = "NIPD;Nama\n\"" + fresh(m_make.letters(12)) + ";\"" + fresh(m_make.letters(12));
    CHECK(m_cli.run(words({"import", "students", give("torn.csv", torn)}), secret()).exit < 2);
    QString bare;
    appendRow(bare, {fresh(m_make.letters(9)), fresh(m_make.digits(16))});
    refused({"import", "students", give("bare.csv", bare)}, "import.");
    refused({"import", "incomes", students}, "import.");
    if (!m_encrypted) return;
    refused(
        {"sql", "SELECT nonsense FROM students WHERE nik = '" + m_children[0].nik + "'"}, "sql.");
    refused({"sql", "UPDATE students SET name = '" + m_children[0].name + "'"}, "sql.");
    refused(
        {"student", "dossier", fresh(m_make.digits(16)), "--pdf", m_place.asked("x.pdf")},
        "student.unknown");
    refused({"explain", fresh("Kn" + m_make.letters(9))}, "student.unknown");
    // A wrong password, somebody who does not exist, a command in another's name.
    for (const char* login : {"admin", "orang-lain"}) {
        const CliAnswer answer = m_cli.run(
            words({"user", "list"}, QString::fromLatin1(login)), secret(fresh(m_make.password())));
        CHECK(answer.err.contains("key.wrong"));
    }
    CHECK(m_cli.run(words({"password", "recover"}), lines({m_password, m_password})).exit == 1);
}

void CanaryDay::workWithPeople()
{
    const QString login = fresh(m_make.letters(12));
    const QStringList add{
        "user",
        "add",
        login,
        "--name",
        fresh("Bu " + m_make.letters(11)),
        "--roles",
        "staff",
        "--json"};
    const QString oneTime = fresh(must(add).json().value("one_time_password").toString());
    const QString weak = fresh(login + QStringLiteral("-12"));
    const QStringList change = words({"password", "change"}, login);
    CHECK(m_cli.run(change, lines({oneTime, weak})).err.contains("password.weak"));
    const QString chosen = fresh(m_make.password());
    m_cli.mustRun(change, lines({oneTime, chosen}));
    const CliAnswer denied = m_cli.run(words({"key", "recovery"}, login), secret(chosen));
    CHECK(denied.err.contains("access.denied"));
    refused(add, "store.constraint");
    must({"user", "disable", login});
}

void CanaryDay::predict()
{
    must({"train"});
    must({"predict", "--term", "20242"});
    must({"predict", "--csv", m_place.asked("predictions.csv"), "--term", "20242"});
    must({"explain", m_children[1].nis, "--term", "20242"});
    refused({"explain", "Zq"}, "student.ambiguous");
}

void CanaryDay::keepRegisters()
{
    const QStringList request{
        "privacy",
        "request",
        m_children[0].nis,
        "--kind",
        "correction",
        "--by",
        fresh("Bapak " + m_make.letters(9)),
        "--wish",
        fresh(m_make.letters(24)),
        "--json"};
    const QString id = must(request).json().value("id").toString();
    REQUIRE_FALSE(id.isEmpty());
    must({"privacy", "decide", id, "--state", "refused", "--decision", fresh(m_make.letters(20))});
    must({"privacy", "requests", "--all"});
    must(
        {"privacy",
         "breach",
         "--what",
         fresh(m_make.letters(20)),
         "--data",
         fresh(m_make.letters(14)),
         "--measures",
         fresh(m_make.letters(15))});
    must({"student", "erase", m_children[2].nis, "--yes"});
    must({"privacy", "retention"});
}

void CanaryDay::handOut()
{
    must(
        {"student",
         "dossier",
         m_children[0].nis,
         "--pdf",
         m_place.asked("d.pdf"),
         "--json",
         m_place.asked("d.json")});
    // Where it cannot be written nothing of it may be left elsewhere.
    refused(
        {"student", "dossier", m_children[0].nis, "--json", m_place.asked("none/d.json")},
        "export.");
    refused({"student", "dossier", m_children[0].nis, "--pdf", m_place.asked("none/d.pdf")}, "");
    must({"audit", "list", "--csv", m_place.asked("audit.csv")});
    must({"audit", "verify"});
    must({"sql", "SELECT * FROM siswa ORDER BY nama"});
}

void CanaryDay::backUpAndRestore()
{
    const QString backup = must({"backup", "create", "--json"}).json().value("file").toString();
    REQUIRE(QFile::exists(backup));
    QStringList verify{"backup", "verify", backup};
    if (m_encrypted) verify += QStringList{"--password-stdin"};
    m_cli.mustRun(verify, secret());
    must({"backup", "restore", backup, "--preview"});
    must({"backup", "restore", backup});
    // A damaged one is refused.
    const QString damaged = m_place.home() + QStringLiteral("/damaged.edupro-backup");
    REQUIRE(QFile::copy(backup, damaged));
    QFile file(damaged);
    REQUIRE(file.open(QIODevice::ReadWrite));
    REQUIRE(file.seek(file.size() / 2));
    REQUIRE(file.write("damage") == 6);
    file.close();
    refused({"backup", "restore", damaged}, "backup.");
}

void CanaryDay::killAmid(
    const QStringList& command, const QByteArray& input, unsigned milliseconds) const
{
    const auto process = m_cli.start(command, input);
    REQUIRE(process->waitForStarted());
    QThread::msleep(milliseconds);
    process->kill();
    REQUIRE(process->waitForFinished());
}

void CanaryDay::killImports(int kills)
{
    const QString log = school() + QStringLiteral("-wal");
    for (int i = 0; i < kills; ++i) {
        QString students = "NIPD;Nama;NIK;Alamat\n";
        for (int row = 0; row < 4000; ++row) {
            const QString text = row < 5 ? fresh(m_make.letters(20)) : m_make.letters(20);
            appendRow(
                students,
                {QStringLiteral("N%1-%2").arg(i).arg(row, 5),
                 text,
                 m_make.digits(16),
                 text.repeated(4)});
        }
        const auto process =
            m_cli.start(words({"import", "students", give("many.csv", students)}), secret());
        // Not before the unfinished transaction has begun to spill into the log.
        for (int wait = 0; QFile(log).size() < 100'000; ++wait) {
            REQUIRE(wait < 60'000);
            REQUIRE(process->state() != QProcess::NotRunning);
            QThread::msleep(1);
        }
        process->kill();
        REQUIRE(process->waitForFinished());
        CHECK(process->exitStatus() == QProcess::CrashExit);
    }
    must({"doctor"});
}

void CanaryDay::killNewKeys(int kills)
{
    for (int i = 0; i < kills; ++i) {
        killAmid(words({"key", "rotate"}), secret(), 400 + 200 * static_cast<unsigned>(i % 8));
        must({"user", "list"});
    }
}

void CanaryDay::examineDamage()
{
    {
        QFile file(school());
        REQUIRE(file.open(QIODevice::ReadWrite));
        REQUIRE(file.seek(file.size() / 3 / 4096 * 4096 + 100));
        REQUIRE(file.write("damage") == 6);
    }
    const CliAnswer doctor = m_cli.run(words({"doctor"}), secret());
    CHECK(doctor.err.contains("doctor.bad"));
    must({"doctor", "--repair", m_place.home() + QStringLiteral("/rescued.edupro")});
    QFile file(school());
    REQUIRE(file.open(QIODevice::ReadWrite));
    REQUIRE(file.write("damage") == 6);
    file.close();
    CHECK(m_cli.run(words({"user", "list"}), secret()).exit == 1);
}

void CanaryDay::recover()
{
    m_recoveryCode =
        fresh(must({"key", "recovery", "--json"}).json().value("recovery_code").toString());
    fresh(QString(m_recoveryCode).remove(u'-'));
    QString wrong = m_recoveryCode;
    wrong[2] = wrong[2] == u'7' ? u'8' : u'7';
    CHECK(m_cli.run(words({"password", "recover"}), lines({wrong, m_password})).exit == 1);
    const QString chosen = fresh(m_make.password());
    const QJsonObject recovered =
        m_cli.mustRun(words({"password", "recover", "--json"}), lines({m_recoveryCode, chosen}))
            .json();
    fresh(recovered.value("recovery_code").toString());
    m_password = chosen;
}

} // namespace edupro::tests
