// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/Csv.h"

#include "core/base/Random.h"
#include "tests/support/Catch.h"
#include "tests/support/FileBytes.h"

#include <QBuffer>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#include <unistd.h>
#endif

using namespace edupro;
using namespace edupro::exchange;
using namespace edupro::tests;

namespace {

std::unique_ptr<QIODevice> deviceWith(const QByteArray& bytes)
{
    auto buffer = std::make_unique<QBuffer>();
    buffer->setData(bytes);
    buffer->open(QIODevice::ReadOnly);
    return buffer;
}

Result<QList<CsvRow>> rowsOf(const QByteArray& bytes, const CsvOptions& options = {})
{
    Result<CsvReader> reader = CsvReader::of(deviceWith(bytes), options);
    if (!reader) return reader.error();
    QList<CsvRow> rows;
    CsvRow row;
    while (true) {
        const Result<bool> more = reader->next(row);
        if (!more) return more.error();
        if (!*more) return rows;
        rows.append(row);
    }
}

/// The table as text: cells between |, rows between /.
QString shown(const QByteArray& bytes)
{
    const Result<QList<CsvRow>> rows = rowsOf(bytes);
    if (!rows) return QString::fromStdString("error " + rows.error().key);
    QStringList lines;
    for (const CsvRow& row : *rows)
        lines.append(row.cells.join(u'|'));
    return lines.join(u'/');
}

Error errorOf(const QByteArray& bytes, const CsvOptions& options = {})
{
    const Result<QList<CsvRow>> rows = rowsOf(bytes, options);
    REQUIRE_FALSE(rows.has_value());
    return rows.error();
}

std::string keyOfPath(const QString& path)
{
    const Result<CsvReader> reader = CsvReader::open(path);
    return reader ? "" : reader.error().key;
}

} // namespace

TEST_CASE("Rows and cells are cut at each separator and each kind of line break", "[exchange]")
{
    CHECK(shown("a,b\n1,2\n") == u"a|b/1|2");
    CHECK(shown("a;b\r\n1;2") == u"a|b/1|2");
    CHECK(shown("a\tb\r1\t2\r") == u"a|b/1|2");
    CHECK(shown("a,b\n\n\r\n1,2\n\n") == u"a|b/1|2");
    CHECK(shown("a,b\n,\n") == u"a|b/|");
    CHECK(shown("a\n1\n") == u"a/1");
    CHECK(shown("sep=;\r\na,x;b\r\n1;2") == u"a,x|b/1|2");
}

TEST_CASE("Quotes keep separators, line breaks and doubled quotes inside a cell", "[exchange]")
{
    CHECK(shown("a,b\n\"x,y\",2\n") == u"a|b/x,y|2");
    CHECK(shown("a,b\n\"x\r\ny\",\"say \"\"hi\"\"\"\n") == u"a|b/x\r\ny|say \"hi\"");
    CHECK(shown("a,b\n\"\",\"\"\"\"") == u"a|b/|\"");
    CHECK(shown("a,b\n\"x\" ,2") == u"a|b/x|2");
    CHECK(shown("a,b\n5\" pipe,2") == u"a|b/5\" pipe|2");
}

TEST_CASE("The separator is found from unquoted text only", "[exchange]")
{
    CHECK(detectSeparator(QStringLiteral("a,b\n\"1;2;3\",4\n\"5;6;7\",8\n")) == u',');
    CHECK(detectSeparator(QStringLiteral("\"a,b,c\";x\n\"1,2,3\";4\n")) == u';');
    CHECK(detectSeparator(QStringLiteral("\"day\teve\";x\n1;2\n")) == u';');
    // Decimal commas are no separators, one ragged row changes nothing.
    CHECK(
        detectSeparator(QStringLiteral("no;nama;nilai\n1;Ani;85,5\n2;Budi;90,5;x\n3;Ida;70,1\n")) ==
        u';');
    CHECK(detectSeparator(QStringLiteral("nama;nilai\nAni;85,5\n")) == u';');
    // A semicolon in every address does not make a semicolon file.
    CHECK(detectSeparator(QStringLiteral("nis,alamat\n1,Jl. A; Kota\n2,Jl. B; Kota\n")) == u',');
    CHECK(detectSeparator(QStringLiteral("Daftar Siswa, 2023\nnama;nilai\nAni;85,5\n")) == u';');
    CHECK(detectSeparator(QStringLiteral("one\ntwo\n")) == u',');
}

TEST_CASE("Each row knows the line where it begins", "[exchange]")
{
    const auto rows = rowsOf("a,b\r\n\r\n\"x\r\ny\",2\n3,4\r\r5,6").value();
    REQUIRE(rows.size() == 4);
    CHECK(rows[0].line == 1);
    CHECK(rows[1].line == 3);
    CHECK(rows[2].line == 5);
    CHECK(rows[3].line == 7);
}

TEST_CASE("Odd rows are kept and flagged", "[exchange]")
{
    QByteArray text = "a,b\n1\n1,2,3\n1,2,,\n\"Ani \"si\" B\",2\nx_y,2\n1,2\n";
    text.replace('_', '\0');
    const auto rows = rowsOf(text).value();
    REQUIRE(rows.size() == 7);
    CHECK(rows[1].flaw == CsvFlaw::TooFewCells);
    CHECK(rows[2].flaw == CsvFlaw::TooManyCells);
    CHECK(rows[2].cells == QStringList{"1", "2", "3"});
    CHECK(rows[3].flaw == CsvFlaw::None);
    CHECK(rows[4].flaw == CsvFlaw::StrayQuote);
    CHECK(rows[4].cells[0] == u"Ani \"si\" B\"");
    CHECK(rows[5].flaw == CsvFlaw::NulByte);
    CHECK(rows[6].flaw == CsvFlaw::None);
}

TEST_CASE("A quote that never closes is an error at the line where it began", "[exchange]")
{
    const Error error = errorOf("a,b\n1,2\n3,\"x\n4,5\n6,7\n");
    CHECK(error.key == "import.quote");
    CHECK_THAT(error.detail, ContainsSubstring("line 3:"));
    CHECK(error.issues.at(0).value == "3");

    QByteArray swallowed = "a,b\n1,2\n3,\"x\n";
    for (int i = 0; i < 5000; ++i)
        swallowed += "4,5\n";
    const Error late = errorOf(swallowed);
    CHECK(late.key == "import.quote");
    CHECK_THAT(late.detail, ContainsSubstring("line 3:"));
}

TEST_CASE("Cells, lines and files beyond the limits are refused with their place", "[exchange]")
{
    const Error field = errorOf("a,b\n1,2\n" + QByteArray(10'001, 'x') + ",2\n");
    CHECK(field.key == "import.field_too_long");
    CHECK_THAT(field.detail, ContainsSubstring("line 3:"));
    CHECK(rowsOf("a,b\n" + QByteArray(10'000, 'x') + ",2\n").has_value());

    const Error line = errorOf("a,b\n1,2\n3," + QByteArray("xxxxxxxx,").repeated(120'000) + "\n");
    CHECK(line.key == "import.line_too_long");
    CHECK_THAT(line.detail, ContainsSubstring("line 3:"));

    CHECK(errorOf("a,b\n1,2\n3,4\n5,6\n", {.limits = {.dataRows = 2}}).key == "import.too_big");
    CHECK(rowsOf("a,b\n1,2\n3,4\n\n", {.limits = {.dataRows = 2}}).has_value());
    CHECK(errorOf("a,b\n1,2\n", {.limits = {.fileBytes = 7}}).key == "import.too_big");
}

TEST_CASE("A missing, foreign or empty file is named as what it is", "[exchange]")
{
    const QTemporaryDir dir;
    const QString empty = dir.filePath("empty.csv");
    writeFile(empty, "");
    writeFile(dir.filePath("blank.csv"), "\xEF\xBB\xBF\r\n\n");
    CHECK(keyOfPath(dir.filePath("none.csv")) == "import.missing");
    CHECK(keyOfPath(dir.path()) == "import.directory");
    CHECK(keyOfPath(empty) == "import.empty");
    Result<CsvReader> blank = CsvReader::open(dir.filePath("blank.csv"));
    REQUIRE(blank.has_value());
    CsvRow row;
    CHECK(blank->next(row).error().key == "import.empty");
    CHECK_THAT(CsvReader::open(empty).error().detail, ContainsSubstring(empty.toStdString()));
}

#ifdef Q_OS_UNIX
TEST_CASE("A pipe and a file without read permission are refused without waiting", "[exchange]")
{
    const QTemporaryDir dir;
    const QString pipe = dir.filePath("pipe.csv");
    REQUIRE(::mkfifo(pipe.toLocal8Bit().constData(), 0600) == 0);
    CHECK(keyOfPath(pipe) == "import.unreadable");
    if (::geteuid() == 0) {
        tests::saySkipped("unreadable file", "root may read everything");
        return;
    }
    const QString locked = dir.filePath("locked.csv");
    writeFile(locked, "a,b\n");
    QFile::setPermissions(locked, {});
    CHECK(keyOfPath(locked) == "import.unreadable");
}
#endif

TEST_CASE("A file of 200 MB is refused by its size, before it is read", "[exchange]")
{
    const QTemporaryDir dir;
    const QString path = dir.filePath("big.csv");
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    REQUIRE(file.resize(200LL * 1024 * 1024)); // sparse: one line of zero bytes
    file.close();
    const Result<CsvReader> reader = CsvReader::open(path);
    REQUIRE_FALSE(reader.has_value());
    CHECK(reader.error().key == "import.too_big");
}

TEST_CASE("Rewinding reads the same rows again", "[exchange]")
{
    Result<CsvReader> reader = CsvReader::of(deviceWith("\xEF\xBB\xBFsep=;\na;b\n1;2;3\n"));
    REQUIRE(reader.has_value());
    for (int pass = 0; pass < 2; ++pass) {
        CsvRow row;
        REQUIRE(reader->next(row).value());
        CHECK(row.cells == QStringList{"a", "b"});
        REQUIRE(reader->next(row).value());
        CHECK(row.flaw == CsvFlaw::TooManyCells);
        CHECK_FALSE(reader->next(row).value());
        REQUIRE(reader->rewind().has_value());
    }
}

TEST_CASE("Written cells that look like formulas are guarded, numbers are not", "[exchange]")
{
    CHECK(withGuard("=1+1") == u"'=1+1");
    CHECK(withGuard("@x") == u"'@x");
    CHECK(withGuard("+62 812") == u"'+62 812");
    CHECK(withGuard("\tx") == u"'\tx");
    CHECK(withGuard("-") == u"'-");
    CHECK(withGuard("-5,25") == u"-5,25");
    CHECK(withGuard("+1.5") == u"+1.5");
    CHECK(withGuard("-1..5") == u"'-1..5");
    CHECK(withGuard("Ma'u") == u"Ma'u");
    CHECK(withoutGuard("'okina") == u"'okina");
    for (const char* text : {"=x", "'=x", "''=x", "'x", "'", "", "-5", "'-5", "\rx"})
        CHECK(withoutGuard(withGuard(text)) == QString(text));
}

TEST_CASE("A table written with any separator is read back the same", "[exchange]")
{
    const QStringList atoms{
        "a",
        "é",
        "\"",
        ",",
        ";",
        "\t",
        "\r",
        "\n",
        "\r\n",
        " ",
        "=",
        "-",
        "'",
        "1",
        "5",
        "",
        "≥",
        "𝄞",
        "x y"};
    Random random(20261);
    const QTemporaryDir dir;
    for (int round = 0; round < 200; ++round) {
        constexpr char16_t separators[] = {u',', u';', u'\t'};
        const QChar separator = separators[round % 3];
        const auto width = static_cast<qsizetype>(1 + random.below(5));
        QList<QStringList> table;
        for (std::uint64_t r = 1 + random.below(8); r > 0; --r) {
            QStringList row;
            for (qsizetype c = 0; c < width; ++c) {
                QString cell;
                for (std::uint64_t n = random.below(5); n > 0; --n)
                    cell += atoms[static_cast<qsizetype>(random.below(atoms.size()))];
                row.append(cell);
            }
            table.append(row);
        }
        const QString path = dir.filePath("t.csv");
        const CsvStyle style{.separator = separator, .byteOrderMark = random.chance(0.5)};
        Result<CsvWriter> writer = CsvWriter::open(path, style);
        REQUIRE(writer.has_value());
        for (const QStringList& row : table)
            writer->write(row);
        REQUIRE(writer->commit().has_value());

        Result<CsvReader> reader = CsvReader::open(path, {.separator = separator});
        REQUIRE(reader.has_value());
        for (const QStringList& expected : table) {
            CsvRow row;
            REQUIRE(reader->next(row).value());
            for (QString& cell : row.cells)
                cell = withoutGuard(cell);
            REQUIRE(row.cells == expected);
            REQUIRE(row.flaw == CsvFlaw::None);
        }
        CsvRow row;
        REQUIRE_FALSE(reader->next(row).value());
    }
}

TEST_CASE("Text cut into pieces anywhere gives the same rows", "[exchange]")
{
    const QString text = QStringLiteral("a,b\r\n\"x\r\n\"\"y\" ,2\r\n\r\n3,\"4\"\r5,6\n");
    QStringList whole;
    for (qsizetype cut = 0; cut <= text.size(); ++cut) {
        CsvParser parser(u',', {});
        QStringList pieces{text.first(cut), text.sliced(cut)};
        QStringList rows;
        CsvRow row;
        while (true) {
            const CsvParser::Step step = parser.next(row).value();
            if (step == CsvParser::Step::End) break;
            if (step == CsvParser::Step::Row)
                rows.append(QString::number(row.line) + u':' + row.cells.join(u'|'));
            else if (pieces.isEmpty())
                parser.finish();
            else
                parser.feed(pieces.takeFirst());
        }
        if (whole.isEmpty()) whole = rows;
        CHECK(rows == whole);
    }
    CHECK(whole == QStringList{"1:a|b", "2:x\r\n\"y|2", "5:3|4", "6:5|6"});
}

TEST_CASE("A target that cannot be written is an error and leaves nothing behind", "[exchange]")
{
    const QTemporaryDir dir;
    const Result<CsvWriter> writer = CsvWriter::open(dir.filePath("no/such/folder/x.csv"));
    REQUIRE_FALSE(writer.has_value());
    CHECK(writer.error().key == "export.unwritable");
    {
        Result<CsvWriter> abandoned = CsvWriter::open(dir.filePath("x.csv"));
        REQUIRE(abandoned.has_value());
        abandoned->write({"a"});
    }
    CHECK_FALSE(QFile::exists(dir.filePath("x.csv")));
}
