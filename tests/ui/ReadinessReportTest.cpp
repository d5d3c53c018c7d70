// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dashboard/ReadinessReport.h"

#include "core/warning/Predict.h"
#include "tests/warning/SmallSchool.h"
#include "ui/common/Language.h"
#include "ui/warning/ReasonText.h"

#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

using namespace edupro;
using namespace edupro::tests;
using namespace edupro::ui;

namespace {

dashboard::Overview overviewOfSmallSchool()
{
    const auto store = memoryStore();
    SmallSchool school(*store);
    fillWithEffect(school, 40);
    valueOf(warning::train(*store));
    valueOf(warning::predict(*store));
    return valueOf(dashboard::overviewOf(*store));
}

/// The words of a PDF in reading order; empty where pdftotext is not installed.
QString textOf(const QString& path)
{
    const QString tool = QStandardPaths::findExecutable("pdftotext");
    if (tool.isEmpty()) {
        saySkipped("the text of a PDF", "pdftotext is not installed");
        return {};
    }
    QProcess process;
    process.start(tool, {"-layout", path, "-"});
    REQUIRE(process.waitForFinished());
    return QString::fromUtf8(process.readAllStandardOutput())
        .replace(QChar(0x00a0), ' ')
        .simplified();
}

} // namespace

TEST_CASE(
    "The report is one page of vector text with the school, the figures and the reasons",
    "[ui][dashboard]")
{
    const Language language(Tongue::Indonesian);
    const QTemporaryDir folder;
    const QString path = folder.filePath("readiness.pdf");
    const dashboard::Overview overview = overviewOfSmallSchool();
    valueOf(writeReadinessReport(overview, path));
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    CHECK(bytes.startsWith("%PDF"));
    CHECK(bytes.count("/Type /Page\n") == 1);
    const QString text = textOf(path);
    if (text.isEmpty()) return;
    const dashboard::Attention& first = overview.dashboard.attention.front();
    QString reason = reasonLine(first.explanation);
    CHECK(text.contains("SMP Contoh"));
    CHECK(text.contains("Siswa aktif"));
    CHECK(text.contains("Perkiraan capaian semester depan per kelas"));
    CHECK(text.contains(first.name));
    CHECK(text.contains(reason.replace(QChar(0x00a0), ' ')));
    CHECK(text.contains("tepat"));
}

TEST_CASE(
    "The report speaks English when the window does, also of a school without a model",
    "[ui][dashboard]")
{
    const Language language(Tongue::English);
    const QTemporaryDir folder;
    const QString path = folder.filePath("readiness.pdf");
    const auto store = memoryStore();
    SmallSchool school(*store);
    school.mark(school.addStudent("10001"), fourTerms.last(), 75.0);
    valueOf(writeReadinessReport(valueOf(dashboard::overviewOf(*store)), path));
    const QString text = textOf(path);
    if (text.isEmpty()) return;
    CHECK(text.contains("Active students"));
    CHECK(text.contains("No predictions for this term yet"));
    CHECK(text.contains("no model yet"));
}

TEST_CASE("A report that cannot be written says so, and an older one stays", "[ui][dashboard]")
{
    const QTemporaryDir folder;
    const Done refused =
        writeReadinessReport(overviewOfSmallSchool(), folder.filePath("missing/readiness.pdf"));
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().key == "export.unwritable");
    CHECK(QString::fromStdString(refused.error().detail).contains("missing/readiness.pdf"));
}
