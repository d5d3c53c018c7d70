// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/school/TermCell.h"

#include <QRegularExpression>

namespace edupro::school {

QString termField()
{
    return QStringLiteral("term");
}

QString termCodeOf(const QString& text)
{
    static const QRegularExpression code(QStringLiteral("\\A[0-9]{4}[12]\\z"));
    static const QRegularExpression years(
        QStringLiteral("(?<![0-9])([0-9]{4}) ?[/-] ?([0-9]{4})(?![0-9])"));
    static const QRegularExpression odd(
        QStringLiteral("\\A(?:semester )?(?:ganjil|gasal|odd|1|i)\\z"));
    static const QRegularExpression even(QStringLiteral("\\A(?:semester )?(?:genap|even|2|ii)\\z"));

    const QString plain = text.simplified().toLower();
    if (code.match(plain).hasMatch()) return plain;
    const QRegularExpressionMatch found = years.match(plain);
    if (!found.hasMatch() || found.captured(2).toInt() != found.captured(1).toInt() + 1) return {};
    QString half = plain.first(found.capturedStart()) + u' ' + plain.sliced(found.capturedEnd());
    static const QRegularExpression marks(QStringLiteral("[-/,.()]"));
    half = half.replace(marks, QStringLiteral(" ")).simplified();
    if (odd.match(half).hasMatch()) return found.captured(1) + u'1';
    return even.match(half).hasMatch() ? found.captured(1) + u'2' : QString();
}

QString termCodeIn(exchange::ImportRow& row)
{
    row.require(termField());
    const QString text = row.text(termField());
    if (text.isEmpty()) return {};
    const QString code = termCodeOf(text);
    if (code.isEmpty())
        row.reject(
            termField(),
            QStringLiteral("term"),
            QStringLiteral("is not a term; write it like 20251 (July-December 2025), 20252 or "
                           "2025/2026 Genap"));
    else
        row.checkValue<AcademicYear>(termField(), u"start_year", code.left(4).toInt());
    return code;
}

Result<TermId>
openTermIn(storage::Store& store, NameCache& names, const QString& code, exchange::ImportRow& row)
{
    const Result<Term> term = names.term(store, code);
    if (!term) return term.error();
    if (term->state != u"open")
        row.reject(
            termField(),
            QStringLiteral("locked"),
            QStringLiteral("is a closed term; its values can only be changed after it is opened"));
    return term->id;
}

} // namespace edupro::school
