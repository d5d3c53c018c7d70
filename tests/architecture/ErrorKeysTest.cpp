// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/architecture/Sources.h"
#include "tests/support/Catch.h"

#include <QRegularExpression>
#include <QSet>

using namespace edupro::tests;

namespace {

/// Keys of mistakes of our own that only a changed program could make, each with what would.
const QSet<QString> ourOwnMistakes = {
    "accounts.scope", // an entity of teachers without a query of their own rows
    "store.setting",  // an SQLite without WAL or foreign keys
    "store.upgrade",  // a migration that loses rows
};

bool isAsked(const std::string& path)
{
    for (const char* folder :
         {"core/storage/", "core/security/", "core/accounts/", "core/privacy/", "app/"}) {
        if (path.starts_with(folder)) return true;
    }
    return false;
}

QString textOf(const SourceFile& file)
{
    QString text;
    for (const std::string& line : file.lines)
        text += QString::fromStdString(line) + u'\n';
    return text;
}

/// Keys that are given to an error: behind its code, or by a function named for it.
QSet<QString> keysIn(const QString& text)
{
    static const QRegularExpression given(
        QStringLiteral("(?:ErrorCode::\\w+,\\s*(?:\\.key = )?|\\.key = |[?:]\\s*|"
                       "\\b(?:failure|error|refusal)\\(\\s*)\"([a-z]+\\.[a-z_]+)\""));
    QSet<QString> keys;
    for (auto match = given.globalMatch(text); match.hasNext();)
        keys.insert(match.next().captured(1));
    return keys;
}

} // namespace

TEST_CASE("Every error key is provoked by a test", "[architecture]")
{
    QSet<QString> keys;
    QString tests;
    for (const SourceFile& file : projectSources()) {
        if (isAsked(file.path)) keys += keysIn(textOf(file));
        if (file.path.starts_with("tests/") && !file.path.ends_with("/ErrorKeysTest.cpp"))
            tests += textOf(file);
    }
    CHECK(keys.size() > 90);
    CHECK(keys.contains("store.damaged"));
    CHECK(keys.contains("sync.no_delete"));
    QStringList untested;
    for (const QString& key : keys) {
        const bool provoked = tests.contains(u'"' + key) || tests.contains(u'[' + key + u']');
        if (!provoked && !ourOwnMistakes.contains(key)) untested << key;
    }
    untested.sort();
    INFO("write a test that gets this answer");
    CHECK(untested.join(' ').toStdString() == "");
    for (const QString& key : ourOwnMistakes) {
        INFO(key.toStdString());
        CHECK(keys.contains(key)); // or its row here goes
    }
}
