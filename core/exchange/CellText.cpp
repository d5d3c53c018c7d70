// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/CellText.h"

#include <QHash>
#include <QRegularExpression>

#include <cmath>

namespace edupro::exchange {

namespace {

Error cellError(const char* rule, std::string advice)
{
    return {.code = ErrorCode::Validation, .key = rule, .detail = std::move(advice)};
}

/// Without surrounding blanks, no-break spaces among them.
QStringView trimmed(QStringView text)
{
    return text.trimmed();
}

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

bool isExponential(QStringView text)
{
    static const QRegularExpression pattern(
        QStringLiteral("\\A[+-]?[0-9]+([.,][0-9]+)?[eE][+-]?[0-9]+\\z"));
    return text.contains(u'e', Qt::CaseInsensitive) && pattern.match(text.toString()).hasMatch();
}

/// A number cut at its marks.
struct NumberShape {
    bool negative = false;
    QList<QStringView> groups; ///< the digits between the marks
    QString marks;             ///< the marks, in order
};

std::optional<NumberShape> shapeOf(QStringView text)
{
    NumberShape shape;
    if (text.startsWith(u'-') || text.startsWith(u'+')) {
        shape.negative = text.front() == u'-';
        text = text.sliced(1);
    }
    qsizetype from = 0;
    for (qsizetype i = 0; i <= text.size(); ++i) {
        if (i < text.size() && isDigit(text[i])) continue;
        if (i == from) return std::nullopt;
        if (i < text.size() && text[i] != u'.' && text[i] != u',') return std::nullopt;
        shape.groups.append(text.sliced(from, i - from));
        if (i < text.size()) shape.marks.append(text[i]);
        from = i + 1;
    }
    return shape;
}

/// True when the first `count` groups are thousands: 1-3 digits, then threes, no leading zero.
bool areThousands(const NumberShape& shape, qsizetype count)
{
    if (count < 2) return true;
    const QStringView first = shape.groups.front();
    if (first.size() > 3 || first.front() == u'0') return false;
    return std::all_of(
        shape.groups.begin() + 1, shape.groups.begin() + count, [](QStringView group) {
            return group.size() == 3;
        });
}

/// What one number alone says about the decimal mark.
DecimalMark markOf(const NumberShape& shape)
{
    if (shape.marks.isEmpty()) return DecimalMark::Unknown;
    const QChar last = shape.marks.back();
    const bool lastIsDecimal =
        shape.marks.count(last) == 1 && (shape.marks.size() > 1 || !areThousands(shape, 2));
    if (lastIsDecimal) return last == u'.' ? DecimalMark::Point : DecimalMark::Comma;
    if (shape.marks.size() == 1) return DecimalMark::Unknown;
    return last == u'.' ? DecimalMark::Comma : DecimalMark::Point;
}

Error noNumber()
{
    return cellError("number", "is not a number; write it like 85.5 or 85,5");
}

Result<double> valueOf(const NumberShape& shape, qsizetype wholeGroups)
{
    QByteArray plain = shape.negative ? "-" : "";
    for (qsizetype i = 0; i < shape.groups.size(); ++i) {
        if (i == wholeGroups) plain += '.';
        plain += shape.groups[i].toLatin1();
    }
    bool ok = false;
    const double value = plain.toDouble(&ok);
    if (!ok || !std::isfinite(value)) return noNumber();
    return value + 0.0; // -0 becomes 0
}

} // namespace

bool isMissing(QStringView text)
{
    const QStringView t = trimmed(text);
    if (t.isEmpty()) return true;
    if (t.size() == 1) return t == u"-" || t == u"\u2013" || t == u"\u2014";
    return t == u"NA" || t == u"#N/A" || t.compare(u"n/a", Qt::CaseInsensitive) == 0;
}

bool hasLostDigits(QStringView text)
{
    static const QRegularExpression pattern(
        QStringLiteral("\\A[0-9]([.,][0-9]+)?[eE]\\+[0-9]{2,3}\\z"));
    return text.contains(u'+') && pattern.match(trimmed(text).toString()).hasMatch();
}

void DecimalEvidence::see(QStringView cell)
{
    const std::optional<NumberShape> shape = shapeOf(trimmed(cell));
    if (!shape) return;
    const DecimalMark mark = markOf(*shape);
    if (mark == DecimalMark::Point) ++m_points;
    if (mark == DecimalMark::Comma) ++m_commas;
}

void DecimalEvidence::add(const DecimalEvidence& other)
{
    m_points += other.m_points;
    m_commas += other.m_commas;
}

DecimalMark DecimalEvidence::verdict() const
{
    if (m_points > 0 && m_commas > 0) return DecimalMark::Mixed;
    if (m_points > 0) return DecimalMark::Point;
    return m_commas > 0 ? DecimalMark::Comma : DecimalMark::Unknown;
}

DecimalMark decimalMarkOfFile(const DecimalEvidence& allColumns, QChar separator)
{
    const DecimalMark seen = allColumns.verdict();
    if (seen != DecimalMark::Unknown) return seen;
    if (separator == u';') return DecimalMark::Comma;
    return separator == u',' ? DecimalMark::Point : DecimalMark::Unknown;
}

Result<double> parseNumber(QStringView text, DecimalMark column)
{
    const QStringView t = trimmed(text);
    if (isExponential(t))
        return cellError(
            "digits_lost",
            "was shortened by a spreadsheet; format the column as a plain number and save again");
    const std::optional<NumberShape> shape = shapeOf(t);
    if (!shape) return noNumber();
    const qsizetype marks = shape->marks.size();
    DecimalMark mark = markOf(*shape);
    if (marks == 1 && mark == DecimalMark::Unknown) {
        if (column == DecimalMark::Unknown || column == DecimalMark::Mixed)
            return cellError(
                "ambiguous",
                "can be read as thousands or as decimals; write thousands without a mark (1234) "
                "or decimals with other than three digits (1.23)");
        mark = column;
    }
    const QChar decimal = mark == DecimalMark::Comma ? u',' : u'.';
    const bool hasDecimals = marks > 0 && shape->marks.back() == decimal;
    const qsizetype wholeGroups = shape->groups.size() - (hasDecimals ? 1 : 0);
    if (!areThousands(*shape, wholeGroups)) return noNumber();
    if (shape->marks.count(decimal) > (hasDecimals ? 1 : 0)) return noNumber();
    return valueOf(*shape, wholeGroups);
}

Result<qint64> parseWhole(QStringView text, DecimalMark column)
{
    const Result<double> number = parseNumber(text, column);
    if (!number) return number.error();
    constexpr double exactLimit = 9007199254740992.0; // 2^53
    if (*number != std::trunc(*number) || std::abs(*number) > exactLimit)
        return cellError("whole", "must be a whole number");
    return static_cast<qint64>(*number);
}

Result<qint64> parseRupiah(QStringView text)
{
    static const QRegularExpression pattern(
        QStringLiteral("\\A(?:Rp\\.?|IDR)?\\s*(?|"
                       "([0-9]{1,15})(?:[.,]00?)?|"
                       "([0-9]{1,3}(?:\\.[0-9]{3}){1,4})(?:,00?)?|"
                       "([0-9]{1,3}(?:,[0-9]{3}){1,4})(?:\\.00?)?"
                       ")(?:[.,]-)?\\z"),
        QRegularExpression::CaseInsensitiveOption);
    const QStringView t = trimmed(text);
    if (isExponential(t))
        return cellError(
            "digits_lost",
            "was shortened by a spreadsheet; format the column as a plain number and save again");
    const QRegularExpressionMatch match = pattern.match(t.toString());
    if (!match.hasMatch())
        return cellError(
            "rupiah", "is not an amount in whole rupiah; write it like 2300000 or Rp 2.300.000");
    QString digits = match.captured(1);
    digits.remove(u'.').remove(u',');
    return digits.toLongLong();
}

namespace {

/// 1..12, or 0 for a word that is no month.
int monthNamed(const QString& word)
{
    static const QHash<QString, int> months = [] {
        // clang-format off
        constexpr const char* names[12] = {
            "januari january jan", "februari february pebruari feb peb", "maret march mar mrt",
            "april apr", "mei may", "juni june jun", "juli july jul",
            "agustus august agu agt ags agst aug", "september sep sept", "oktober october okt oct",
            "november nopember nov nop", "desember december des dec"};
        // clang-format on
        QHash<QString, int> byName;
        for (int month = 0; month < 12; ++month)
            for (const QString& name : QString::fromLatin1(names[month]).split(u' '))
                byName.insert(name, month + 1);
        return byName;
    }();
    return months.value(word.toLower());
}

struct DateParts {
    int year = 0, month = 0, day = 0;
};

std::optional<DateParts> datePartsOf(const QString& text)
{
    static const QRegularExpression yearFirst(
        QStringLiteral("\\A([0-9]{4})([-/.])([0-9]{1,2})\\2([0-9]{1,2})\\z"));
    static const QRegularExpression dayFirst(
        QStringLiteral("\\A([0-9]{1,2})([-/.])([0-9]{1,2})\\2([0-9]{4})\\z"));
    static const QRegularExpression named(
        QStringLiteral("\\A([0-9]{1,2})[ -]+([A-Za-z]{3,9})\\.?[ ,-]+([0-9]{4})\\z"));
    if (const auto m = yearFirst.match(text); m.hasMatch())
        return DateParts{
            m.capturedView(1).toInt(), m.capturedView(3).toInt(), m.capturedView(4).toInt()};
    if (const auto m = dayFirst.match(text); m.hasMatch())
        return DateParts{
            m.capturedView(4).toInt(), m.capturedView(3).toInt(), m.capturedView(1).toInt()};
    if (const auto m = named.match(text); m.hasMatch())
        return DateParts{
            m.capturedView(3).toInt(), monthNamed(m.captured(2)), m.capturedView(1).toInt()};
    return std::nullopt;
}

} // namespace

Result<QDate> parseDate(QStringView text)
{
    static const QRegularExpression midnight(QStringLiteral("[ T]0?0:00(:00(\\.0+)?)?\\z"));
    QString t = trimmed(text).toString();
    if (const auto m = midnight.match(t); m.hasMatch()) t.truncate(m.capturedStart());
    if (const std::optional<DateParts> parts = datePartsOf(t)) {
        const QDate date(parts->year, parts->month, parts->day);
        if (date.isValid() && parts->year >= 1900 && parts->year < 2200) return date;
    }
    return cellError(
        "date", "is not a date; write it as year-month-day, e.g. 2009-08-17, or 17/08/2009");
}

Result<QChar> parseGender(QStringView text)
{
    static const QHash<QString, QChar> words = {
        {QStringLiteral("l"), u'L'},
        {QStringLiteral("lakilaki"), u'L'},
        {QStringLiteral("laki"), u'L'},
        {QStringLiteral("lk"), u'L'},
        {QStringLiteral("pria"), u'L'},
        {QStringLiteral("m"), u'L'},
        {QStringLiteral("male"), u'L'},
        {QStringLiteral("p"), u'P'},
        {QStringLiteral("perempuan"), u'P'},
        {QStringLiteral("pr"), u'P'},
        {QStringLiteral("wanita"), u'P'},
        {QStringLiteral("f"), u'P'},
        {QStringLiteral("female"), u'P'},
        {QStringLiteral("x"), u'X'}};
    QString key;
    for (const QChar c : text)
        if (c.isLetter()) key += c.toLower();
    const auto found = words.constFind(key);
    if (found == words.constEnd())
        return cellError("choice", "is not a gender; write L (laki-laki) or P (perempuan)");
    return *found;
}

} // namespace edupro::exchange
