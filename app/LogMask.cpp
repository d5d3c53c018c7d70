// SPDX-License-Identifier: GPL-3.0-or-later
// The patterns that must not stand in a log.
#include "app/Logging.h"

#include <QRegularExpression>

namespace edupro::logging {

namespace {

const QString maskText = QStringLiteral("[…]");

const QRegularExpression& rowId()
{
    static const QRegularExpression pattern(
        QStringLiteral("(?<![0-9A-Za-z])[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-"
                       "[0-9a-f]{12}(?![0-9A-Za-z])"));
    return pattern;
}

const std::vector<QRegularExpression>& secrets()
{
    static const std::vector<QRegularExpression> patterns = [] {
        std::vector<QRegularExpression> made;
        // clang-format off
        for (const char* text : {
            // what is said to be secret, up to the end of its word or quotation
            R"((?:pass(?:word|wd|phrase)?|pwd|kata ?sandi|sandi|key|kunci|token|secret|otp|pin)\s*[=:]\s*(?:"[^"]*"?|'[^']*'?|\S+))",
            // password hashes, verifiers, sealed values
            R"(SCRAM-SHA-256\$\S+)",
            R"(\$(?:scrypt|argon2\w*|2[aby]?|pbkdf2\S*)\$\S+)",
            R"(s1:[A-Za-z0-9+/=]+)",
            // addresses of mail
            R"([^\s@"'<>,;:(){}\[\]]+@[^\s@"'<>,;:(){}\[\]]+)",
            // amounts
            R"((?:Rp|IDR)\.?\s*\p{Nd}[\p{Nd}.,]*)",
            // telephone numbers, and digits from ten on however they are grouped
            R"(\+\p{Nd}(?:[ ().\-/]{0,2}\p{Nd}){6,})",
            R"((?<!\p{Nd})0(?:[ ().\-/]{0,2}\p{Nd}){8,})",
            R"(\p{Nd}(?:[ .,\-/]?\p{Nd}){9,})",
        })
            made.emplace_back(
                QString::fromLatin1(text),
                QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
        // clang-format on
        return made;
    }();
    return patterns;
}

QString maskedPart(QString text)
{
    for (const QRegularExpression& pattern : secrets())
        text.replace(pattern, maskText);
    return text;
}

} // namespace

QString masked(const QString& text)
{
    QString result;
    qsizetype from = 0;
    auto ids = rowId().globalMatch(text);
    while (ids.hasNext()) {
        const QRegularExpressionMatch id = ids.next();
        result += maskedPart(text.mid(from, id.capturedStart() - from));
        result += id.captured();
        from = id.capturedEnd();
    }
    return result + maskedPart(text.mid(from));
}

} // namespace edupro::logging
