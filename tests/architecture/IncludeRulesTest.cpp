// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/architecture/Sources.h"
#include "tests/support/Catch.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

using namespace edupro::tests;

namespace {

using Names = std::vector<std::string_view>;

// What the sources of a folder may include of the project, besides their own folder. A name ending
// in '/' is a folder, any other name one file.
struct FolderRule {
    std::string_view folder;
    Names mayInclude;
};

// What every part of the engines may use.
const Names engineBasics = {
    "core/base/", "core/ml/Dataset.h", "core/ml/Matrix.h", "core/ml/Pacer.h", "core/ml/Parallel.h"};

Names basicsAnd(const Names& more)
{
    Names both = engineBasics;
    both.insert(both.end(), more.begin(), more.end());
    return both;
}

// clang-format off
const Names foundation = {"core/base/", "core/record/", "core/jobs/", "core/security/", "core/settings/", "core/storage/",
    "core/exchange/", "core/sync/"};
const Names shownByPages = {"core/base/", "core/record/", "core/jobs/", "core/settings/", "core/school/",
    "core/security/", "core/storage/StoreLane.h", "core/dashboard/Series.h", "core/accounts/People.h", "ui/common/", "ui/charts/", "ui/grid/",
    "ui/shell/Context.h", "ui/shell/Drafts.h", "ui/shell/Person.h"};

// The dependency table: a folder that is not listed may include nothing. The first row that fits counts.
const std::vector<FolderRule> rules = {
    {"core/base/", {}},
    {"core/ml/tables/", engineBasics},
    {"core/ml/statistics/", engineBasics},
    {"core/ml/clusters/", engineBasics},
    {"core/ml/trees/", basicsAnd({"core/ml/tables/", "core/ml/statistics/"})},
    {"core/ml/evaluation/", basicsAnd({"core/ml/trees/", "core/ml/statistics/"})},
    {"core/ml/", {"core/base/"}},
    {"core/record/", {"core/base/"}},
    {"core/jobs/", {"core/base/"}},
    {"core/security/", {"core/base/"}},
    {"core/settings/", {"core/base/"}},
    {"core/storage/encrypted/", {"core/base/", "core/security/"}},
    {"core/storage/", {"core/base/", "core/record/", "core/jobs/", "core/security/", "core/storage/"}},
    {"core/exchange/", {"core/base/", "core/record/", "core/storage/", "core/security/"}},
    {"core/sync/", {"core/base/", "core/record/", "core/storage/"}},
    // the one list of all entities, for app and tests
    {"core/Entities.h", {"core/"}},
    // ui/common, ui/charts and ui/grid know no feature; a chart is data until it is drawn
    {"ui/common/", {"core/base/", "core/record/", "core/jobs/", "core/settings/", "core/dashboard/Series.h"}},
    {"ui/charts/", {"core/base/", "core/record/", "core/jobs/", "core/dashboard/Series.h", "ui/common/"}},
    {"ui/grid/", {"core/base/", "core/record/", "core/exchange/TextBlock.h", "ui/common/"}},
    {"ui/shell/", {"core/", "ui/"}},
    {"ui/pch.h", {"core/pch.h"}},
    {"app/", {"core/", "ui/", "app/"}},
    {"tests/", {"core/", "ui/", "app/", "tests/"}},
};

// Pages named after what a person does, not after a folder of core.
const std::vector<FolderRule> pageRules = {
    // what may be asked about a student's data stands in one place
    {"ui/students/", {"core/people/", "core/privacy/Disclosure.h", "ui/privacy/PersonalDataPanel.h"}},
    // an erasure names the files that it does not reach
    {"ui/privacy/", {"core/people/", "core/storage/backup/Replacement.h"}},
    {"ui/imports/", {"core/exchange/"}},
    {"ui/welcome/", {"core/demo/", "core/accounts/"}},
    {"ui/accounts/", {"core/exchange/", "core/storage/audit/"}},
    // classes are shown with whose they are
    {"ui/school/", {"core/accounts/ClassActions.h"}},
    {"ui/data/", {"core/storage/backup/", "core/storage/audit/"}},
    // reasons are put into words in one place, and the dashboard gives reasons
    {"ui/dashboard/", {"ui/warning/ReasonText.h"}},
};

// Features on top of the foundation; `school` and `people` are open to all of them.
const std::vector<FolderRule> featureRules = {
    {"core/school/", {}},
    {"core/people/", {}},
    {"core/accounts/", {}},
    {"core/grades/", {}},
    {"core/attendance/", {}},
    {"core/income/", {}},
    {"core/achievements/", {}},
    {"core/privacy/", {}},
    {"core/registry/", {"core/ml/"}},
    {"core/warning/", {"core/ml/", "core/registry/"}},
    {"core/regions/", {"core/ml/", "core/registry/"}},
    {"core/exam/", {"core/ml/"}},
    {"core/health/", {}},
    {"core/dashboard/", {"core/warning/", "core/regions/"}},
    // the example school fills every table
    {"core/demo/", {"core/grades/", "core/attendance/", "core/income/", "core/achievements/", "core/regions/"}},
};
// clang-format on

bool startsWith(std::string_view text, std::string_view start)
{
    return text.substr(0, start.size()) == start;
}

bool isAllowed(std::string_view included, const Names& allowed)
{
    return std::any_of(allowed.begin(), allowed.end(), [&](std::string_view name) {
        return name.back() == '/' ? startsWith(included, name) : included == name;
    });
}

// Its folder's rule, or the page rule: a page includes its core twin, never another page.
Names allowedFor(std::string_view path)
{
    for (const FolderRule& rule : rules) {
        if (startsWith(path, rule.folder)) return rule.mayInclude;
    }
    Names allowed;
    for (const FolderRule& rule : featureRules) {
        if (!startsWith(path, rule.folder)) continue;
        allowed = foundation;
        allowed.insert(allowed.end(), {"core/school/", "core/people/"});
        allowed.insert(allowed.end(), rule.mayInclude.begin(), rule.mayInclude.end());
    }
    if (startsWith(path, "ui/")) {
        allowed = shownByPages;
        for (const FolderRule& rule : pageRules) {
            if (startsWith(path, rule.folder))
                allowed.insert(allowed.end(), rule.mayInclude.begin(), rule.mayInclude.end());
        }
        for (const FolderRule& rule : featureRules) {
            const std::string_view feature = rule.folder.substr(std::string_view("core/").size());
            if (startsWith(path.substr(std::string_view("ui/").size()), feature)) {
                allowed.push_back(rule.folder);
            }
        }
    }
    return allowed;
}

std::string folderOf(std::string_view path)
{
    return std::string(path.substr(0, path.rfind('/') + 1));
}

bool isProjectIncludeForbidden(const std::string& path, const std::string& included)
{
    if (folderOf(included) == folderOf(path)) return false;
    return !isAllowed(included, allowedFor(path));
}

bool isQtHeader(std::string_view header)
{
    return header.size() > 1 && header[0] == 'Q' && header[1] >= 'A' && header[1] <= 'Z';
}

bool isChartsHeader(std::string_view header)
{
    if (!isQtHeader(header)) return false;
    return header.find("Chart") != header.npos || header.find("Series") != header.npos ||
           header == "QBarSet" || header == "QPieSlice" || (header.find("Axis") != header.npos);
}

// <QtWidgets> and <QtWidgets/QWidget>, but not <QtEndian>, which is a header of its own.
bool namesQtModule(std::string_view header)
{
    constexpr std::string_view modules[] = {
        "QtCore",
        "QtGui",
        "QtWidgets",
        "QtCharts",
        "QtSql",
        "QtSvg",
        "QtSvgWidgets",
        "QtNetwork",
        "QtConcurrent",
        "QtPrintSupport",
        "QtTest",
        "QtXml",
        "QtOpenGL",
        "QtOpenGLWidgets"};
    const std::string_view first = header.substr(0, header.find('/'));
    return std::find(std::begin(modules), std::end(modules), first) != std::end(modules);
}

// Why `<header>` may not stand in `path`; empty when it may.
std::string systemIncludeFault(std::string_view path, std::string_view header)
{
    if (namesQtModule(header)) return "names a whole Qt module";
    if (startsWith(header, "catch2/") && path != "tests/support/Catch.h")
        return "only tests/support/Catch.h includes Catch";
    if (isQtHeader(header) && (startsWith(path, "core/base/") || startsWith(path, "core/ml/")))
        return "this folder knows no Qt";
    if (startsWith(path, "tests/")) return {};
    if (startsWith(header, "QSql") && !startsWith(path, "core/storage/"))
        return "only core/storage talks to a database";
    if (isChartsHeader(header) && !startsWith(path, "ui/charts/"))
        return "only ui/charts draws with Qt Charts";
    if (header == "QMessageBox" && !startsWith(path, "ui/common/"))
        return "dialogs go through ui/common";
    return {};
}

std::vector<std::string> includeFaults(const SourceFile& file)
{
    std::vector<std::string> faults;
    for (const Include& include : includesOf(file)) {
        const std::string inside = include.what.substr(1, include.what.size() - 2);
        std::string fault;
        if (include.what.front() == '<') {
            fault = systemIncludeFault(file.path, inside);
        } else if (inside.find("../") != std::string::npos) {
            fault = "includes are written from the root";
        } else if (inside.find('/') != std::string::npos || startsWith(inside, "Q")) {
            if (isProjectIncludeForbidden(file.path, inside)) fault = "forbidden arrow";
        } else if (inside.find(".moc") == std::string::npos) {
            fault = "includes are written from the root";
        }
        if (!fault.empty()) {
            faults.push_back(
                file.path + ":" + std::to_string(include.line) + ": " + include.what + ": " +
                fault);
        }
    }
    return faults;
}

std::vector<std::string> textFaults(const SourceFile& file)
{
    std::vector<std::string> faults;
    const auto require = [&](bool held, const std::string& what) {
        if (!held) faults.push_back(file.path + ": " + what);
    };
    require(
        !file.lines.empty() && file.lines[0] == "// SPDX-License-Identifier: GPL-3.0-or-later",
        "the first line is the SPDX line");
    if (file.path.ends_with(".h")) {
        require(
            file.lines.size() > 1 && startsWith(file.lines[1], "// "),
            "the second line says what the header is for");
        require(
            std::find(file.lines.begin(), file.lines.end(), "#pragma once") != file.lines.end(),
            "a header has #pragma once");
    }
    if (!startsWith(file.path, "core/")) return faults;
    for (std::size_t i = 0; i < file.lines.size(); ++i) {
        const std::string code = codeOf(file.lines[i]);
        if (hasWord(code, "tr") && code.find("tr(") != std::string::npos)
            faults.push_back(file.path + ":" + std::to_string(i + 1) + ": core never calls tr()");
    }
    return faults;
}

SourceFile planted(const std::string& path, const std::string& line)
{
    return {
        .path = path,
        .lines = {"// SPDX-License-Identifier: GPL-3.0-or-later", "// Planted.", line}};
}

} // namespace

TEST_CASE("Every include follows the arrows of the architecture", "[architecture]")
{
    const std::vector<SourceFile> files = projectSources();
    REQUIRE(files.size() > 20);
    for (const SourceFile& file : files) {
        for (const std::string& fault : includeFaults(file))
            FAIL_CHECK(fault);
    }
}

TEST_CASE("Every source opens as agreed, and core leaves words to the edge", "[architecture]")
{
    for (const SourceFile& file : projectSources()) {
        for (const std::string& fault : textFaults(file))
            FAIL_CHECK(fault);
    }
}

TEST_CASE("A planted forbidden include is found and an allowed one is not", "[architecture]")
{
    const auto [path, line, faults] = GENERATE(table<std::string, std::string, std::size_t>({
        {"core/people/Student.h", "#include \"ui/people/StudentsPage.h\"", 1},
        {"core/people/Student.h", "#include \"core/grades/Grade.h\"", 1},
        {"core/people/Student.h", "#include \"core/record/Field.h\"", 0},
        {"core/people/Student.cpp", "#include <QSqlQuery>", 1},
        {"core/storage/Query.cpp", "#include <QSqlQuery>", 0},
        {"core/storage/Store.h", "#include \"core/people/Student.h\"", 1},
        {"core/storage/Store.h", "#include \"core/jobs/Lane.h\"", 0},
        {"core/base/Error.h", "#include <QString>", 1},
        {"core/ml/trees/C45.cpp", "#include \"core/record/Ids.h\"", 1},
        {"core/ml/trees/C45.cpp", "#include \"core/ml/clusters/KMeans.h\"", 1},
        {"core/ml/statistics/Drift.cpp", "#include \"core/ml/trees/C45.h\"", 1},
        {"core/ml/Dataset.cpp", "#include \"core/ml/trees/C45.h\"", 1},
        {"core/ml/trees/C45.cpp", "#include <algorithm>", 0},
        {"core/grades/GradeActions.cpp", "#include \"core/people/Student.h\"", 0},
        {"core/grades/GradeActions.cpp", "#include \"core/ml/trees/C45.h\"", 1},
        {"core/grades/GradeActions.cpp", "#include \"core/Entities.h\"", 1},
        {"core/warning/RiskModel.cpp", "#include \"core/ml/trees/C45.h\"", 0},
        {"core/sync/ChangeLog.cpp", "#include \"core/people/Student.h\"", 1},
        {"core/unlisted/Thing.h", "#include \"core/base/Error.h\"", 1},
        {"ui/people/StudentsPage.cpp", "#include \"core/people/Student.h\"", 0},
        {"ui/people/StudentsPage.cpp", "#include \"core/grades/Grade.h\"", 1},
        {"ui/people/StudentsPage.cpp", "#include \"ui/warning/RiskPage.h\"", 1},
        {"ui/students/StudentsPage.cpp", "#include \"core/people/Student.h\"", 0},
        {"ui/students/StudentsPage.cpp", "#include \"core/grades/Grade.h\"", 1},
        {"ui/people/StudentsPage.cpp", "#include <QMessageBox>", 1},
        {"ui/people/StudentsPage.cpp", "#include <QChartView>", 1},
        {"ui/charts/ChartBuilder.cpp", "#include <QChartView>", 0},
        {"ui/charts/ChartBuilder.cpp", "#include \"core/dashboard/Series.h\"", 0},
        {"ui/charts/ChartBuilder.cpp", "#include \"core/dashboard/Cards.h\"", 1},
        {"ui/common/Dialogs.cpp", "#include <QMessageBox>", 0},
        {"ui/common/Dialogs.cpp", "#include <QtWidgets>", 1},
        {"ui/common/Dialogs.cpp", "#include <QtWidgets/QWidget>", 1},
        {"core/storage/Query.cpp", "#include <QtEndian>", 0},
        {"ui/shell/MainWindow.cpp", "#include \"app/Services.h\"", 1},
        {"ui/shell/MainWindow.cpp", "#include \"../common/Theme.h\"", 1},
        {"ui/shell/MainWindow.cpp", "#include \"Pages.h\"", 1},
        {"core/people/Student.h", "#include \"tests/support/Catch.h\"", 1},
        {"tests/people/StudentTest.cpp", "#include <catch2/catch.hpp>", 1},
        {"app/cli/main.cpp", "#include \"core/Entities.h\"", 0},
    }));
    CAPTURE(path, line);
    CHECK(includeFaults(planted(path, line)).size() == faults);
}

TEST_CASE("A planted call of tr() in core is found, the word in a comment is not", "[architecture]")
{
    const std::string path = "core/people/Student.cpp";
    CHECK(textFaults(planted(path, "return tr(\"Name\");")).size() == 1);
    CHECK(textFaults(planted(path, "return QObject::tr(\"Name\");")).size() == 1);
    CHECK(textFaults(planted(path, "return str(1); // never tr() here")).empty());
    CHECK(textFaults(planted(path, "return \"tr(x)\";")).empty());
    CHECK(textFaults(planted("ui/people/StudentsPage.cpp", "return tr(\"Name\");")).empty());
    SourceFile bare = planted(path, "int x;");
    bare.lines.erase(bare.lines.begin());
    CHECK(textFaults(bare).size() == 1);
}
