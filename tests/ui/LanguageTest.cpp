// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/Language.h"

#include "tests/support/Catch.h"
#include "tests/support/Paths.h"

#include <QApplication>
#include <QFile>
#include <QLabel>
#include <QProcess>
#include <QTemporaryDir>
#include <QXmlStreamReader>

#include <map>

using namespace edupro::ui;
using namespace edupro::tests;

namespace {

struct Message {
    QString state; ///< type of the translation: "", "unfinished", "vanished"
    QString translation;
};

using Messages = std::map<QString, Message>; // by "context: source"

Messages readTs(const QString& path)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    Messages messages;
    QString context;
    QString source;
    for (QXmlStreamReader xml(&file); !xml.atEnd();) {
        if (xml.readNext() != QXmlStreamReader::StartElement) continue;
        if (xml.name() == QString("name"))
            context = xml.readElementText();
        else if (xml.name() == QString("source"))
            source = xml.readElementText();
        else if (xml.name() == QString("translation")) {
            const QString state = xml.attributes().value("type").toString();
            messages[context + ": " + source] = {
                state, xml.readElementText(QXmlStreamReader::IncludeChildElements)};
        }
    }
    return messages;
}

std::string join(const QStringList& list)
{
    return list.join("\n").toStdString();
}

} // namespace

TEST_CASE("Every text of the program has a finished Indonesian translation", "[ui]")
{
#ifdef EDUPRO_LUPDATE
    const QString committed = sourceFile("/translations/edupro_id.ts");
    const QTemporaryDir folder;
    const QString fresh = folder.filePath("edupro_id.ts");
    REQUIRE(QFile::copy(committed, fresh));
    QStringList arguments = QString(EDUPRO_LUPDATE_OPTIONS).split(' ');
    for (const char* source : {"core", "ui", "app"})
        arguments << sourceFile("/") + source;
    REQUIRE(
        QProcess::execute(
            EDUPRO_LUPDATE,
            arguments << "-silent"
                      << "-ts" << fresh) == 0);

    const Messages known = readTs(committed);
    QStringList missing;
    QStringList unfinished;
    for (const auto& [key, message] : readTs(fresh)) {
        if (!known.contains(key))
            missing << key;
        else if (message.state == "unfinished" || message.translation.trimmed().isEmpty())
            unfinished << key;
    }
    INFO("run `ninja translations` and translate translations/edupro_id.ts");
    CHECK(join(missing) == "");
    CHECK(join(unfinished) == "");
#else
    edupro::tests::saySkipped("translations are complete", "Qt LinguistTools are not installed");
#endif
}

TEST_CASE("Every counted text has its English singular and plural", "[ui]")
{
    for (const auto& [key, message] : readTs(sourceFile("/translations/edupro_en.ts"))) {
        INFO(key.toStdString());
        CHECK(message.state != "unfinished");
        CHECK_FALSE(message.translation.trimmed().isEmpty());
    }
}

TEST_CASE("Switching the language tells every widget and changes numbers too", "[ui]")
{
    class Listener : public QWidget {
    public:
        int told = 0;

    protected:
        void changeEvent(QEvent* event) override
        {
            if (event->type() == QEvent::LanguageChange) ++told;
            QWidget::changeEvent(event);
        }
    };

    Language language(Tongue::English);
    Listener listener;
    int changes = 0;
    QObject::connect(&language, &Language::changed, [&] { ++changes; });
    language.setTongue(Tongue::Indonesian);
    QApplication::processEvents();
    CHECK(changes == 1);
    CHECK(QLocale().decimalPoint() == ",");
#ifdef EDUPRO_LUPDATE
    CHECK(listener.told >= 1);
    CHECK(QApplication::translate("QPlatformTheme", "Cancel") == "Batal");
    CHECK(QApplication::translate("Format", "s", "seconds") == "dtk");
#endif
    language.setTongue(Tongue::English);
    CHECK(QLocale().decimalPoint() == ".");
    CHECK(QApplication::translate("QPlatformTheme", "Cancel") == "Cancel");
}
