// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/security/PasswordRules.h"

#include "core/security/SecretBytes.h"

#include <QByteArrayList>
#include <QStringList>

#include <string>
#include <zxcvbn.h>

namespace edupro::security {

namespace {

/// In bits of the estimator (Wheeler, zxcvbn, USENIX Security 2016): 10^8 guesses, for which one
/// computer needs a year and a half at half a second each, and a rack of them a day. A password
/// among the 10,000 commonest has less than 14.
constexpr double enoughBits = 26.6;
/// The estimator takes time in the square of the length; more characters add strength only.
constexpr qsizetype estimatedBytes = 64;
constexpr qsizetype shortestName = 3; ///< of what must not be contained

QString folded(const QString& text)
{
    QString kept;
    for (const QChar character : text.normalized(QString::NormalizationForm_KC).toCaseFolded()) {
        if (character.isLetterOrNumber()) kept += character;
    }
    return kept;
}

bool contains(const QString& password, const QString& name)
{
    return name.size() >= shortestName && password.contains(name);
}

/// With login and the words of the school's name as words that a guesser tries first.
double bitsOf(const QString& password, const PasswordOwner& owner)
{
    QByteArrayList words;
    for (const QString& word : (owner.school + u' ' + owner.login).toLower().split(u' ')) {
        if (word.size() >= shortestName) words += word.toUtf8();
    }
    std::vector<const char*> known;
    for (const QByteArray& word : words)
        known.push_back(word.constData());
    known.push_back(nullptr);
    QByteArray text = password.toUtf8().left(estimatedBytes);
    const double bits = ZxcvbnMatch(text.constData(), known.data(), nullptr);
    wipe(text);
    return bits;
}

} // namespace

std::vector<Issue> passwordIssues(const QString& password, const PasswordOwner& owner)
{
    std::vector<Issue> issues;
    const auto complain = [&issues](const char* rule, const std::string& limit = {}) {
        issues.push_back({.field = "password", .rule = rule, .limit = limit});
    };
    QString composed = password.normalized(QString::NormalizationForm_C);
    const auto characters = composed.toUcs4().size();
    if (characters < shortestPassword)
        complain("password_short", std::to_string(shortestPassword));
    else if (bitsOf(composed, owner) < enoughBits)
        complain("password_common");
    QString plain = folded(composed);
    if (contains(plain, folded(owner.login))) complain("password_login");
    if (contains(plain, folded(owner.school))) complain("password_school");
    wipe(plain);
    if (composed.constData() != password.constData()) wipe(composed);
    return issues;
}

} // namespace edupro::security
