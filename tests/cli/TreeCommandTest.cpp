// SPDX-License-Identifier: GPL-3.0-or-later
// Trees on any table file, through the real program.
#include "tests/cli/Cli.h"
#include "tests/support/Catch.h"
#include "tests/support/FileBytes.h"
#include "tests/support/Paths.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

using namespace edupro::tests;

namespace {

const QString data = sharedFile("/data/");
const QString golden = sharedFile("/golden/j48/");

bool sharedIsThere(const char* what)
{
    if (QDir(golden).exists()) return true;
    saySkipped(what, "../shared is not there");
    return false;
}

/// A table that a tree can learn: warm and dry is good.
QByteArray weather(char delimiter = ',')
{
    QByteArray csv = "suhu,langit,\"baik, atau tidak\"\n";
    for (int i = 0; i < 30; ++i) {
        const bool dry = i % 3 != 0;
        csv += QByteArray::number(10 + i) + ',' + (dry ? "cerah" : "hujan") + ',' +
               (dry && i > 10 ? "ya" : "tidak") + '\n';
    }
    return delimiter == ',' ? csv : csv.replace("baik, atau", "baik atau").replace(',', delimiter);
}

QJsonObject fit(const Cli& cli, const QStringList& words)
{
    return cli.mustRun(QStringList{"tree", "fit"} + words + QStringList{"--json"}).json();
}

/// The key of the refusal; a refusal leaves stdout empty.
QString refusal(const Cli& cli, const QStringList& words)
{
    const CliAnswer answer = cli.run(words);
    INFO(answer.err.toStdString());
    CHECK(answer.exit == 1);
    CHECK(answer.out.isEmpty());
    const qsizetype open = answer.err.indexOf('[');
    return QString::fromUtf8(answer.err.mid(open + 1, answer.err.indexOf(']') - open - 1));
}

} // namespace

TEST_CASE("A tree on given folds makes J48's errors fold for fold", "[cli][golden]")
{
    if (!sharedIsThere("comparison of the command line with J48")) return;
    const Cli cli;
    for (const char* name : {"labor", "vote", "glass", "weather.numeric"}) {
        const QString set = QString::fromLatin1(name);
        const QJsonObject expected =
            QJsonDocument::fromJson(bytesOf(golden + "j48-" + set + ".json")).object();
        QByteArrayList folds;
        const QJsonArray foldRows = expected["cv10_seed1_fold_rows_0based"].toArray();
        for (int row = 0; row < expected["rows"].toInt(); ++row)
            folds.append("?");
        for (int fold = 0; fold < foldRows.size(); ++fold)
            for (const QJsonValue& row : foldRows[fold].toArray())
                folds[row.toInt()] = QByteArray::number(fold);
        cli.write("folds.txt", folds.join('\n'));

        const QJsonObject run = expected["runs"].toArray()[0].toObject(); // -C 0.25 -M 2
        const QString file = data + "c45/" + set + ".arff";
        const QJsonObject given = fit(cli, {file, "--folds", "folds.txt"});
        INFO(name);
        CHECK(given["leaves"] == run["leaves"]);
        CHECK(given["size"] == run["size"]);
        CHECK(given["training"].toObject()["errors"] == run["train_incorrect"]);
        const QJsonObject cross = given["cross_validation"].toObject();
        CHECK(cross["folds"].toInt() == 10);
        CHECK(cross["fold_errors"].toArray() == run["cv10_fold_incorrect"].toArray());
        CHECK(
            cross["kappa"].toDouble() == Approx(run["cv10_seed1_kappa"].toDouble()).epsilon(1e-9));

        // The folds that --cv deals are Weka's own.
        const QJsonObject dealt = fit(cli, {file, "--cv", "10", "--seed", "1"});
        QJsonObject ownCross = dealt["cross_validation"].toObject();
        CHECK_FALSE(ownCross.contains("fold_errors"));
        CHECK(ownCross["kappa"] == cross["kappa"]);
        CHECK(ownCross["accuracy"] == cross["accuracy"]);
    }
}

TEST_CASE("The JSON of a fit has the agreed keys", "[cli]")
{
    const Cli cli;
    cli.write("w.csv", weather());
    const QJsonObject json = fit(cli, {"w.csv"});
    CHECK(
        json.keys() == QStringList{
                           "algorithm",
                           "attributes",
                           "classes",
                           "cross_validation",
                           "depth",
                           "leaves",
                           "rows",
                           "seconds",
                           "size",
                           "training"});
    CHECK(json["algorithm"] == QStringLiteral("c45"));
    CHECK(json["rows"].toInt() == 30);
    CHECK(json["attributes"].toInt() == 2);
    CHECK(json["classes"].toInt() == 2);
    CHECK(json["leaves"].toInt() == 3);
    CHECK(json["size"].toInt() == 5);
    CHECK(json["depth"].toInt() == 2);
    CHECK(json["training"].toObject()["errors"].toInt() == 0);
    CHECK(json["training"].toObject()["accuracy"].toDouble() == 1.0);
    CHECK(json["cross_validation"].toObject().keys() == QStringList{"accuracy", "folds", "kappa"});
    CHECK(json["seconds"].toObject().keys() == QStringList{"fit", "load", "predict"});
    CHECK(json["seconds"].toObject()["fit"].toDouble() > 1e-6);
    CHECK(fit(cli, {"w.csv", "--cv", "0"})["cross_validation"].isNull());
    CHECK(fit(cli, {"w.csv", "--cv", "5"})["cross_validation"].toObject()["folds"].toInt() == 5);
}

TEST_CASE("Options of a fit reach the algorithm", "[cli]")
{
    const Cli cli;
    cli.write("w.csv", weather());
    CHECK(fit(cli, {"w.csv", "--max-depth", "1"})["depth"].toInt() == 1);
    CHECK(fit(cli, {"w.csv", "--min-leaf", "12"})["leaves"].toInt() < 3);
    CHECK(fit(cli, {"w.csv", "--class", "langit"})["attributes"].toInt() == 2);
    const QJsonObject entropy = fit(cli, {"w.csv", "--algorithm", "entropy", "--max-depth", "1"});
    CHECK(entropy["algorithm"] == QStringLiteral("entropy"));
    CHECK(entropy["depth"].toInt() == 1);
    CHECK(
        fit(cli, {"w.csv", "--algorithm", "entropy", "--min-split", "2", "--min-leaf", "1"})["lea"
                                                                                             "ves"]
            .toInt() == 3);
    CHECK(cli.mustRun({"tree", "fit", "w.csv", "--text"}).out.contains("langit = hujan: tidak"));
    CHECK(cli.mustRun({"tree", "fit", "w.csv", "--rules"}).out.contains("then ya (13 of 13 rows)"));
    CHECK(fit(cli, {"w.csv", "--rules"})["rules"].toString().contains("Otherwise"));
    CHECK(fit(cli, {"w.csv", "--text"})["text"].toString().startsWith("langit = cerah\n|   suhu"));
}

TEST_CASE("Binary splits and pruning without raising make J48's trees", "[cli][golden]")
{
    if (!sharedIsThere("trees of J48 -B and -S")) return;
    const Cli cli;
    const QString cancer = data + "c45/breast-cancer.arff";
    // Printed by Weka 3.6.14 for -B and for -B -S.
    CHECK(fit(cli, {cancer, "--cv", "0", "--binary"})["size"].toInt() == 43);
    CHECK(fit(cli, {cancer, "--cv", "0", "--binary", "--no-raising"})["size"].toInt() == 37);
}

TEST_CASE("A tree is written for other programs", "[cli]")
{
    const Cli cli;
    cli.write("w.csv", weather());
    cli.mustRun({"tree", "fit", "w.csv", "--pmml", "t.pmml", "--dot", "t.dot"});
    CHECK(cli.read("t.pmml").contains("<DataField name=\"baik, atau tidak\""));
    CHECK(cli.read("t.dot").startsWith("digraph tree {\n"));
    CHECK(cli.files() == QStringList{"t.dot", "t.pmml", "w.csv"});
}

TEST_CASE("A wrong call of the tree commands exits with 2", "[cli]")
{
    const Cli cli;
    cli.write("w.csv", weather());
    const std::vector<QStringList> calls{
        {"tree"},
        {"tree", "fit"},
        {"tree", "fit", "w.csv", "w.csv"},
        {"tree", "fit", "w.csv", "--algorithm", "cart"},
        {"tree", "fit", "w.csv", "--confidence", "0"},
        {"tree", "fit", "w.csv", "--confidence", "0.6"},
        {"tree", "fit", "w.csv", "--confidence", "nan"},
        {"tree", "fit", "w.csv", "--min-leaf", "0"},
        {"tree", "fit", "w.csv", "--max-depth", "-1"},
        {"tree", "fit", "w.csv", "--cv", "1"},
        {"tree", "fit", "w.csv", "--cv", "many"},
        {"tree", "fit", "w.csv", "--seed", "-1"},
        {"tree", "explain", "m.json", "w.csv"},
        {"tree", "explain", "m.json", "w.csv", "--row", "0"}};
    for (const QStringList& call : calls) {
        INFO(call.join(u' ').toStdString());
        CHECK(cli.run(call).exit == 2);
    }
}

TEST_CASE("A model judges other files whose columns stand in another order", "[cli]")
{
    const Cli cli;
    cli.write("w.csv", weather());
    cli.mustRun({"tree", "fit", "w.csv", "--model", "m.json"});

    cli.write(
        "new.csv",
        "catatan;langit;\"baik, atau tidak\";suhu\n"
        "a;cerah;ya;25,5\nb;hujan;ya;30\nc;kabut;tidak;30\nd;;;12\ne;cerah;entah;30\n");
    const CliAnswer answer =
        cli.mustRun({"tree", "predict", "m.json", "new.csv", "--csv", "out.csv", "--json"});
    const QJsonObject json = answer.json();
    CHECK(json["rows"].toInt() == 5);
    CHECK(json["unknown_categories"].toInt() == 1);
    CHECK(json["unknown_classes"].toInt() == 1);
    CHECK(json["unused_columns"].toArray() == QJsonArray{"catatan"});
    const QJsonArray predicted = json["predicted"].toArray();
    REQUIRE(predicted.size() == 5);
    CHECK(predicted[0] == QStringLiteral("ya"));
    CHECK(predicted[1] == QStringLiteral("tidak"));
    CHECK(json["errors"].toInt() == (predicted[2] == QStringLiteral("tidak") ? 1 : 2));
    CHECK(answer.err.contains("catatan"));
    const QByteArrayList lines = cli.read("out.csv").split('\n');
    REQUIRE(lines.size() == 7);
    CHECK(lines[0] == "row,predicted,share tidak,share ya,actual");
    CHECK(lines[1].startsWith("1,ya,0,1,ya"));
    CHECK(lines[4].endsWith(",")); // no class in that row

    // By Laplace a leaf of n rows of one class out of two answers (n + 1) / (n + 2).
    cli.mustRun({"tree", "predict", "m.json", "new.csv", "--csv", "smooth.csv", "--laplace"});
    const QByteArrayList cells = cli.read("smooth.csv").split('\n')[1].split(',');
    REQUIRE(cells.size() == 5);
    CHECK(cells[1] == "ya");
    CHECK(cells[3].toDouble() > 0.6);
    CHECK(cells[3].toDouble() < 1.0);
    CHECK(cells[2].toDouble() + cells[3].toDouble() == Approx(1.0));

    // Without the class column nothing is scored.
    cli.write("plain.csv", "langit,suhu\ncerah,25\n");
    const QJsonObject plain =
        cli.mustRun({"tree", "predict", "m.json", "plain.csv", "--json"}).json();
    CHECK(plain["errors"].isNull());
    CHECK(plain["predicted"].toArray() == QJsonArray{"ya"});
}

TEST_CASE("A model explains a row in words", "[cli]")
{
    const Cli cli;
    cli.write("w.csv", weather());
    cli.mustRun({"tree", "fit", "w.csv", "--model", "m.json"});
    const QByteArray words = cli.mustRun({"tree", "explain", "m.json", "w.csv", "--row", "18"}).out;
    CHECK(words.contains("Row 18: baik, atau tidak is ya, because"));
    CHECK(words.contains("langit = cerah (here cerah)"));
    CHECK(words.contains("(here 27)"));
    CHECK(words.contains("100.0 % of them ya"));
    const QJsonObject json =
        cli.mustRun({"tree", "explain", "m.json", "w.csv", "--row", "18", "--json"}).json();
    CHECK(json["predicted"] == QStringLiteral("ya"));
    CHECK(json["actual"] == QStringLiteral("ya"));
    const QJsonArray path = json["path"].toArray();
    REQUIRE(path.size() == 2);
    CHECK(path[1].toObject()["comparison"] == QStringLiteral(">"));
    CHECK(path[1].toObject()["value"] == QStringLiteral("27"));
    CHECK(json["leaf"].toObject()["share"].toDouble() == 1.0);
    CHECK(refusal(cli, {"tree", "explain", "m.json", "w.csv", "--row", "31"}) == "predict.row");

    // An entropy tree takes categories for ordered numbers; its words name them.
    cli.mustRun({"tree", "fit", "w.csv", "--algorithm", "entropy", "--model", "e.json"});
    const QByteArray ordered =
        cli.mustRun({"tree", "explain", "e.json", "w.csv", "--row", "14"}).out;
    CHECK(ordered.contains("suhu > 20.500001 (here 23)"));
    CHECK(ordered.contains("langit one of cerah (here cerah)"));
}

TEST_CASE("Tables that a model cannot judge are refused with what is missing", "[cli]")
{
    const Cli cli;
    cli.write("w.csv", weather());
    cli.mustRun({"tree", "fit", "w.csv", "--model", "m.json"});
    cli.write("a.csv", "langit\ncerah\n");
    CHECK(refusal(cli, {"tree", "predict", "m.json", "a.csv"}) == "predict.column");
    cli.write("b.csv", "suhu,langit\n20,cerah\npanas,cerah\n");
    const CliAnswer text = cli.run({"tree", "predict", "m.json", "b.csv"});
    CHECK(text.exit == 1);
    CHECK(text.err.contains("predict.number"));
    CHECK(text.err.contains("row 2 has \"panas\""));
    cli.write("half.json", cli.read("m.json").left(300));
    CHECK(refusal(cli, {"tree", "predict", "half.json", "w.csv"}) == "tree.format");
    CHECK(refusal(cli, {"tree", "predict", "w.csv", "w.csv"}) == "tree.format");
    CHECK(refusal(cli, {"tree", "predict", "none.json", "w.csv"}) == "table.missing");
}

TEST_CASE("Hostile tables are refused with a reason, or learnt", "[cli]")
{
    const Cli cli;
    const auto refused = [&](const char* name, const QByteArray& bytes) {
        cli.write(QString::fromLatin1(name), bytes);
        return refusal(cli, {"tree", "fit", QString::fromLatin1(name)});
    };
    CHECK(refused("empty.csv", "") == "table.empty");
    CHECK(refused("head.csv", "a,b\n") == "train.empty");
    CHECK(refused("one.csv", "a,b\n1,x\n2,x\n") == "train.one_class");
    CHECK(refused("missing.csv", "a,b\n,\n?,NA\n") == "train.no_class");
    CHECK(refused("gone.csv", "a,b\n,x\n,y\n") == "train.all_missing");
    CHECK(refused("ragged.csv", "a,b\n1,x\n1\n") == "table.ragged");
    CHECK(refused("infinite.csv", "a,b\n1,x\ninf,y\n") == "table.infinite");
    CHECK(refused("huge.csv", "a,b\n1,x\n1e309,y\n") == "table.infinite");
    CHECK(refused("quote.csv", "a,b\n\"1,x\n") == "table.quote");
    CHECK(refused("zero.csv", QByteArray("a,b\n1,\0\n", 8)) == "table.binary");
    CHECK(refused("single.csv", "a\n1\n2\n") == "table.no_class");
    CHECK(refused("broken.arff", "@relation x\n@attribute a date\n@data\n") == "arff.type");
    CHECK(
        refused("short.arff", "@attribute a {x,y}\n@attribute b {p,q}\n@data\nx\n") ==
        "arff.ragged");
    CHECK(refused("alone.names", "x,y.\na: continuous.\n") == "table.missing");
    CHECK(refused("what.xlsx", "PK") == "table.kind");
    CHECK(refusal(cli, {"tree", "fit", "none.csv"}) == "table.missing");
    CHECK(refusal(cli, {"tree", "fit", "."}) == "table.kind");

    cli.write("w.csv", weather());
    CHECK(refusal(cli, {"tree", "fit", "w.csv", "--class", "hasil"}) == "table.no_class");
    CHECK(refusal(cli, {"tree", "fit", "w.csv", "--cv", "31"}) == "evaluate.option");
    cli.write("folds.txt", "0\n1\n");
    CHECK(refusal(cli, {"tree", "fit", "w.csv", "--folds", "folds.txt"}) == "evaluate.option");
    cli.write("folds.txt", "0\nx\n");
    CHECK(refusal(cli, {"tree", "fit", "w.csv", "--folds", "folds.txt"}) == "fit.folds");
    CHECK(
        refusal(cli, {"tree", "fit", "w.csv", "--model", "no/such/m.json"}) == "export.unwritable");

    cli.write("wide.csv", "a,b\n-1e308,x\n1e308,y\nnan,x\n-1e308,x\n1e308,y\n");
    CHECK(fit(cli, {"wide.csv"})["training"].toObject()["errors"].toInt() <= 1);
    cli.write(
        "odd.arff",
        "@RELATION 'a b'\n@Attribute 'it\\'s' {'p q',\n \"r,s\"}\n@attribute n REAL\n"
        "@attribute c {+,-}\n@DATA\n'p q',1,+\n\"r,s\",2,-\n'p q',1,+\n'r,s',?,-\n");
    const QJsonObject odd = fit(cli, {"odd.arff", "--min-leaf", "1", "--model", "odd.json"});
    CHECK(odd["training"].toObject()["errors"].toInt() == 0);
    CHECK(
        cli.mustRun({"tree", "predict", "odd.json", "odd.arff", "--json"})
            .json()["errors"]
            .toInt() == 0);
    QByteArray many = "code,class\n";
    for (int i = 0; i < 20'000; ++i)
        many += "c" + QByteArray::number(i % 10'000) + (i % 2 == 0 ? ",x\n" : ",y\n");
    cli.write("many.csv", many);
    CHECK(fit(cli, {"many.csv", "--cv", "0"})["rows"].toInt() == 20'000);
}

TEST_CASE("Names with data and text with semicolons are learnt like any other", "[cli]")
{
    const Cli cli;
    cli.write("w.names", "ya, tidak.\nsuhu: continuous.\nlangit: cerah, hujan.\n");
    QByteArray rows = weather();
    cli.write("w.data", rows.mid(rows.indexOf('\n') + 1));
    cli.write("w.csv", weather(';'));
    QJsonObject names = fit(cli, {"w.data"});
    QJsonObject csv = fit(cli, {"w.csv"});
    for (QJsonObject* json : {&names, &csv}) {
        json->remove("seconds");
        json->remove("cross_validation"); // the classes stand in another order
    }
    CHECK(names == csv);
    CHECK(names["leaves"].toInt() == 3);
}
