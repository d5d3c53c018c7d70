// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/Logging.h"
#include "core/base/Random.h"
#include "tests/support/Catch.h"

#include <vector>

using namespace edupro;
using logging::masked;

namespace {

QString digits(Random& random, int count)
{
    QString text;
    for (int i = 0; i < count; ++i)
        text += QChar(u'0' + static_cast<char16_t>(random.below(10)));
    return text;
}

QString word(Random& random, const QString& letters, int count)
{
    QString text;
    for (int i = 0; i < count; ++i)
        text += letters[static_cast<qsizetype>(
            random.below(static_cast<std::uint64_t>(letters.size())))];
    return text;
}

const QString letters = QStringLiteral("abcdefghijklmnopqrstuvwxyz");
const QString base64 = QStringLiteral("ABCDEFabcdef0123456789+/");

/// Something that must not stand in a log, and how it is written.
struct Secret {
    QString value; ///< no part of the result may hold it
    QString text;
};

QString grouped(Random& random, const QString& text)
{
    const QString separators = QStringLiteral(" .-");
    const QChar separator = separators[static_cast<qsizetype>(random.below(3))];
    QString made;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (i > 0 && i % 4 == 0) made += separator;
        made += text[i];
    }
    return made;
}

Secret aSecret(Random& random)
{
    switch (random.below(9)) {
    case 0: {
        const QString nik = digits(random, 16);
        return {nik, nik};
    }
    case 1: {
        const QString nisn = digits(random, 10);
        return {nisn, nisn};
    }
    case 2: {
        const QString amount = QString::number(1 + random.below(999)) + QStringLiteral(".500.000");
        return {
            amount,
            (random.below(2) == 0 ? QStringLiteral("Rp ") : QStringLiteral("Rp. ")) + amount};
    }
    case 3: {
        const QString mail = word(random, letters, 6) + '.' + word(random, letters, 5) + '@' +
                             word(random, letters, 7) + QStringLiteral(".sch.id");
        return {mail, mail};
    }
    case 4: {
        const QString phone = QStringLiteral("08") + digits(random, 9);
        return {phone, phone};
    }
    case 5: {
        const QString secret = word(random, letters, 9);
        static const char* const names[] = {"password=", "key=", "kata sandi: ", "token = "};
        return {secret, QLatin1String(names[random.below(4)]) + secret};
    }
    case 6: {
        const QString hash = word(random, base64, 20);
        return {hash, QStringLiteral("SCRAM-SHA-256$4096:") + hash};
    }
    case 7: {
        const QString cell = word(random, base64, 30);
        return {cell, QStringLiteral("s1:") + cell};
    }
    default: {
        const QString nik = grouped(random, digits(random, 16));
        return {nik, nik};
    }
    }
}

QString harmless(Random& random)
{
    static const char* const words[] = {
        "store.in_use",
        "students",
        "row 12",
        "(778)",
        "23505",
        "guardian_incomes",
        "0.48 s",
        "018f2b3c-77aa-7bcd-9e01-123456789012",
        "schema 12",
        "3 of 500",
        "",
        "constraint"};
    return QLatin1String(words[random.below(12)]);
}

} // namespace

TEST_CASE("Nothing that must be masked passes, wherever it stands", "[logging]")
{
    Random random(20261121);
    for (int round = 0; round < 20'000; ++round) {
        const Secret secret = aSecret(random);
        static const char* const joins[] = {" ", ": ", ", ", " (", "\n", "=", " '"};
        const QString text = harmless(random) + QLatin1String(joins[random.below(7)]) +
                             secret.text + QLatin1String(joins[random.below(4)]) + harmless(random);
        const QString shown = masked(text);
        INFO(text.toStdString() << " -> " << shown.toStdString());
        REQUIRE_FALSE(shown.contains(secret.value));
        REQUIRE(masked(shown) == shown);
    }
}

TEST_CASE("What only one pattern knows is masked, too", "[logging]")
{
    const auto [text, secret] = GENERATE(table<const char*, const char*>(
        {{"hash $scrypt$ln=17,r=8$c2Fs$aGFzaGhhc2g end", "aGFzaGhhc2g"},
         {"hash $2b$12$abcdefghij end", "abcdefghij"},
         {"call +62 812-345 now", "812"},
         {"call (021) 555-123 now", "555"}}));
    INFO(text);
    const QString shown = masked(QString::fromLatin1(text));
    CHECK_FALSE(shown.contains(QLatin1String(secret)));
    CHECK(shown.endsWith(QLatin1String(text).last(4)));
}

TEST_CASE("What a log may say stays as it is", "[logging]")
{
    for (const char* text :
         {"store.in_use",
          "row 018f2b3c-77aa-7bcd-9e01-123456789012 of students",
          "imported 12345 rows in 0.482 s",
          "SQLSTATE 23505 students_nis_unique",
          "students.nik: pattern",
          ""}) {
        INFO(text);
        CHECK(masked(QString::fromLatin1(text)) == QLatin1String(text));
    }
}

TEST_CASE("Digits of other scripts and full width are digits", "[logging]")
{
    const QString fullWidth = QStringLiteral("３２７３０１５７０８１３０００１");
    const QString arabic = QStringLiteral("٣٢٧٣٠١٥٧٠٨١٣٠٠٠١");
    CHECK_FALSE(masked(fullWidth).contains(u'３'));
    CHECK_FALSE(masked(arabic).contains(u'٣'));
}

TEST_CASE("Messages of other code lose what they quote", "[logging]")
{
    CHECK(
        logging::withoutValues(QStringLiteral("QString::arg: Argument missing: \"Ani Contoh\", 5"))
            .toStdString() == "QString::arg: Argument missing: […], 5");
    CHECK(
        logging::withoutValues(QStringLiteral("near \"Ani \\\"Contoh\\\" x\": syntax")) ==
        QStringLiteral("near […]: syntax"));
    CHECK(logging::withoutValues(QStringLiteral("open \"an end")) == QStringLiteral("open […]"));
    CHECK(logging::withoutValues(QString(5000, u'x')).size() <= 301);
}
