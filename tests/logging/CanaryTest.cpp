// SPDX-License-Identifier: GPL-3.0-or-later
// Values that stand nowhere else go through imports, saves and failures; afterwards no log, no
// temporary file and no settings file holds one.
#include "app/Logging.h"
#include "core/base/Random.h"
#include "core/Entities.h"
#include "core/income/IncomeImport.h"
#include "core/people/PeopleActions.h"
#include "core/people/StudentImport.h"
#include "core/settings/Settings.h"
#include "tests/support/ImportFiles.h"
#include "tests/support/Stores.h"

#include <QDirIterator>
#include <QTemporaryDir>

using namespace edupro;
using namespace edupro::storage;
using namespace edupro::tests;

namespace {

constexpr int canaryCount = 1000;

/// What is known of one child that nobody else has; each is one canary.
struct Canaries {
    QString nis;
    QString name;
    QString nik;
    QString amount;
    QString address;

    QStringList all() const { return {nis, name, nik, amount, address}; }
};

QString digits(Random& random, int count)
{
    QString text;
    for (int i = 0; i < count; ++i)
        text += QChar(u'1' + static_cast<char16_t>(random.below(9)));
    return text;
}

QString letters(Random& random, int count)
{
    QString text;
    for (int i = 0; i < count; ++i)
        text += QChar(u'a' + static_cast<char16_t>(random.below(26)));
    return text;
}

std::vector<Canaries> canaries()
{
    Random random(7731);
    std::vector<Canaries> all;
    for (int i = 0; i < canaryCount / 5; ++i)
        all.push_back(
            {.nis = "Kn" + letters(random, 6) + digits(random, 3),
             .name = "Zq" + letters(random, 9) + " Wx" + letters(random, 8),
             .nik = digits(random, 16),
             .amount = digits(random, 8),
             .address = "Gang " + letters(random, 12)});
    return all;
}

/// An environment in which everything that a program leaves behind lies below one folder.
class Places {
public:
    Places()
    {
        for (const char* name : {"TMPDIR", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"}) {
            m_before.push_back({name, qgetenv(name)});
            const QString folder = m_folder.filePath(QString::fromLatin1(name));
            REQUIRE(QDir().mkpath(folder));
            qputenv(name, folder.toUtf8());
        }
    }
    ~Places()
    {
        for (const auto& [name, value] : m_before)
            value.isNull() ? qunsetenv(name) : qputenv(name, value);
    }
    Places(const Places&) = delete;
    Places& operator=(const Places&) = delete;

    QString path() const { return m_folder.path(); }

private:
    QTemporaryDir m_folder;
    std::vector<std::pair<const char*, QByteArray>> m_before;
};

/// Logs what a program would log of a refusal, and what careless code would send to Qt.
void tell(const Error& error)
{
    logging::noteFailure("test", error);
    for (const Issue& issue : error.issues)
        qWarning() << "refused" << QString::fromStdString(issue.value);
    qWarning("refused: \"%s\"", error.detail.c_str());
}

void saveAndFail(Store& store, const Canaries& one)
{
    Student student{.nis = one.nis, .name = one.name, .address = one.address, .nik = one.nik};
    const auto saved = people::saveStudent(store, student, QString());
    if (!saved) tell(saved.error());
    Student twin = student; // the same NIS once more
    twin.id = {};
    tell(store.save(twin).error());
    Student wrong = student; // a NIK that is no NIK, a birth date to come
    wrong.nik = one.nik + one.name;
    wrong.birthDate = QDate(2999, 1, 1);
    tell(store.save(wrong).error());
    wrong = student;
    const auto late = store.save(wrong, {.expectedVersion = 99});
    if (!late) tell(late.error());
    const auto broken = store.connection().run(
        QStringLiteral("INSERT INTO students (id, name) VALUES (?, ?)"), {one.nis, one.name});
    tell(broken.error());
    const auto nonsense = store.connection().execute(
        QStringLiteral("SELECT no_such FROM students WHERE name = '%1'").arg(one.name));
    tell(nonsense.error());
}

void importAll(Store& store, const std::vector<Canaries>& all)
{
    QByteArray students = "NIPD;Nama;NIK;No KK;Alamat;Tanggal Lahir\n";
    QByteArray incomes = "nis;penghasilan ayah;nik ayah\n";
    for (std::size_t i = 0; i < all.size(); ++i) {
        const Canaries& one = all[i];
        // Every third row has a fault.
        const QString nik = i % 3 == 0 ? one.nik.left(15) : one.nik;
        students += QStringList{one.nis, one.name, nik, one.nik, one.address, "2012-02-30"}
                        .mid(0, i % 2 == 0 ? 6 : 5)
                        .join(u';')
                        .toUtf8() +
                    (i % 2 == 0 ? "\n" : ";\n");
        incomes += QStringList{one.nis, one.amount, nik}.join(u';').toUtf8() + '\n';
    }
    std::vector<Result<exchange::ImportReport>> reports;
    reports.push_back(importText(store, people::studentImport(), students));
    reports.push_back(importText(store, income::incomeImport(), incomes));
    for (const auto& report : reports) {
        if (!report) {
            tell(report.error());
            continue;
        }
        for (const exchange::ImportIssue& issue : report->issues)
            tell(
                {.code = ErrorCode::Validation,
                 .key = "import.row",
                 .issues = {
                     {.field = "nis",
                      .rule = issue.rule.toStdString(),
                      .value = issue.value.toStdString()}}});
    }
}

} // namespace

TEST_CASE(
    "A thousand canaries through imports, saves and failures reach no log, temporary file or "
    "settings",
    "[logging]")
{
    const Places places;
    const auto all = canaries();
    logging::begin({.program = QStringLiteral("edupro"), .warningsOnStderr = false});
    {
        const QTemporaryDir school; // removed before the look, as the person's own file
        auto store = Store::createFile(school.filePath("s.edupro"), testOptions());
        REQUIRE(store.has_value());
        importAll(**store, all);
        for (const Canaries& one : all)
            saveAndFail(**store, one);
        settings::Settings settings(places.path() + "/XDG_CONFIG_HOME/settings.ini");
        settings.set(settings::darkTheme, true);
    }
    logging::end();

    QByteArray left;
    int files = 0;
    QDirIterator walk(places.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (walk.hasNext()) {
        left += contentOf(walk.next());
        ++files;
    }
    CHECK(files >= 2);                        // a log and the settings
    CHECK(left.contains("store.constraint")); // failures were logged
    int checked = 0;
    for (const Canaries& one : all) {
        for (const QString& canary : one.all()) {
            ++checked;
            if (left.contains(canary.toUtf8())) FAIL_CHECK(canary.toStdString() + " leaked");
        }
    }
    CHECK(checked == canaryCount);
}
