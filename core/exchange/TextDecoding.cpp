// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/TextDecoding.h"

#include <array>

namespace edupro::exchange {

namespace {

constexpr uchar utf8Mark[] = {0xEF, 0xBB, 0xBF};

// What CP1252 means by 0x80..0x9F (Unicode Consortium, CP1252.TXT); 0: undefined. The rest is
// Latin-1.
constexpr std::array<char16_t, 32> cp1252High = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

bool isCp1252High(uchar byte)
{
    return byte >= 0x80 && byte <= 0x9F;
}

bool startsWith(QByteArrayView bytes, std::initializer_list<uchar> prefix)
{
    if (bytes.size() < static_cast<qsizetype>(prefix.size())) return false;
    qsizetype i = 0;
    for (const uchar byte : prefix)
        if (static_cast<uchar>(bytes[i++]) != byte) return false;
    return true;
}

bool isWorkbook(QByteArrayView head)
{
    return startsWith(head, {'P', 'K', 0x03, 0x04}) || startsWith(head, {0xD0, 0xCF, 0x11, 0xE0});
}

Error encodingError(const std::string& what, qint64 line, qint64 offset)
{
    return {
        .code = ErrorCode::Validation,
        .key = "import.encoding",
        .detail = what + " in line " + std::to_string(line) + " (byte " + std::to_string(offset) +
                  " of the file); open the file in the program that made it and save it again as "
                  "\"CSV UTF-8\""};
}

std::string hex(uchar byte)
{
    constexpr char digits[] = "0123456789ABCDEF";
    return {'0', 'x', digits[byte >> 4], digits[byte & 15]};
}

} // namespace

qsizetype byteOrderMarkLength(TextEncoding encoding)
{
    switch (encoding) {
    case TextEncoding::Utf8Bom:
        return 3;
    case TextEncoding::Utf16Little:
    case TextEncoding::Utf16Big:
        return 2;
    case TextEncoding::Utf8:
    case TextEncoding::Cp1252:
        break;
    }
    return 0;
}

void EncodingProbe::feed(QByteArrayView bytes)
{
    if (!m_started) {
        m_head.append(bytes.data(), bytes.size());
        if (m_head.size() >= 4) start();
        return;
    }
    if (m_assumed == TextEncoding::Utf16Little || m_assumed == TextEncoding::Utf16Big)
        scanUtf16(bytes);
    else
        scanUtf8(bytes);
}

void EncodingProbe::start()
{
    m_started = true;
    if (startsWith(m_head, {utf8Mark[0], utf8Mark[1], utf8Mark[2]}))
        m_assumed = TextEncoding::Utf8Bom;
    else if (startsWith(m_head, {0xFF, 0xFE}))
        m_assumed = TextEncoding::Utf16Little;
    else if (startsWith(m_head, {0xFE, 0xFF}))
        m_assumed = TextEncoding::Utf16Big;
    const QByteArray head = m_head;
    m_head.truncate(4);
    m_offset = byteOrderMarkLength(m_assumed);
    feed(QByteArrayView(head).sliced(m_offset));
}

void EncodingProbe::countLine(char16_t unit)
{
    if (unit == u'\r' || (unit == u'\n' && !m_afterCr)) ++m_line;
    m_afterCr = unit == u'\r';
}

void EncodingProbe::scanUtf8(QByteArrayView bytes)
{
    for (const char c : bytes) {
        scanUtf8Byte(static_cast<uchar>(c));
        ++m_offset;
    }
}

void EncodingProbe::endSequence()
{
    if (m_invalid.offset < 0) m_invalid = m_sequence;
    m_missing = 0;
}

// Well-formed sequences as in the Unicode Standard 15.0, table 3-7.
void EncodingProbe::scanUtf8Byte(uchar byte)
{
    if (byte >= 0x80 && m_undefined.offset < 0 && isCp1252High(byte) && !cp1252High[byte - 0x80])
        m_undefined = {m_offset, m_line, byte};
    if (m_missing > 0) {
        if (byte >= m_low && byte <= m_high) {
            m_low = 0x80;
            m_high = 0xBF;
            if (--m_missing == 0) m_sawMultiByte = true;
            return;
        }
        endSequence();
    }
    if (byte < 0x80) {
        countLine(byte);
        if (byte == 0) ++m_nulls;
        return;
    }
    m_sequence = {m_offset, m_line, byte};
    m_low = byte == 0xE0 ? 0xA0 : byte == 0xF0 ? 0x90 : 0x80;
    m_high = byte == 0xED ? 0x9F : byte == 0xF4 ? 0x8F : 0xBF;
    if (byte >= 0xC2 && byte <= 0xDF)
        m_missing = 1;
    else if (byte >= 0xE0 && byte <= 0xEF)
        m_missing = 2;
    else if (byte >= 0xF0 && byte <= 0xF4)
        m_missing = 3;
    else
        endSequence();
}

void EncodingProbe::scanUtf16(QByteArrayView bytes)
{
    for (const char c : bytes) {
        const auto byte = static_cast<uchar>(c);
        ++m_offset;
        if (m_halfUnit < 0) {
            m_halfUnit = byte;
            continue;
        }
        const int unit = m_assumed == TextEncoding::Utf16Little ? m_halfUnit | byte << 8
                                                                : m_halfUnit << 8 | byte;
        m_halfUnit = -1;
        scanUtf16Unit(static_cast<char16_t>(unit));
    }
}

void EncodingProbe::scanUtf16Unit(char16_t unit)
{
    const bool isLow = QChar::isLowSurrogate(unit);
    if (isLow != m_highSurrogate && m_invalid.offset < 0) m_invalid = {m_offset - 2, m_line, 0};
    m_highSurrogate = QChar::isHighSurrogate(unit);
    if (unit == 0) ++m_nulls;
    countLine(unit);
}

Result<TextEncoding> EncodingProbe::utf16Verdict()
{
    if ((m_halfUnit >= 0 || m_highSurrogate) && m_invalid.offset < 0)
        m_invalid = {m_offset - 1, m_line, 0};
    if (m_invalid.offset >= 0)
        return encodingError("broken UTF-16 text", m_invalid.line, m_invalid.offset);
    return m_assumed;
}

Result<TextEncoding> EncodingProbe::verdict()
{
    if (!m_started) start();
    if (isWorkbook(m_head))
        return Error{
            .code = ErrorCode::Validation,
            .key = "import.workbook",
            .detail = "this is a spreadsheet workbook, not a CSV file; open it and save the sheet "
                      "as \"CSV UTF-8\""};
    if (m_assumed == TextEncoding::Utf16Little || m_assumed == TextEncoding::Utf16Big)
        return utf16Verdict();
    if (m_missing > 0) endSequence();
    if (m_nulls > 2 && m_nulls * 10 > m_offset)
        return Error{
            .code = ErrorCode::Validation,
            .key = "import.binary",
            .detail = "this is not a CSV text (it is full of zero bytes); save it again as "
                      "\"CSV UTF-8\""};
    if (m_invalid.offset < 0) return m_assumed;
    if (m_assumed == TextEncoding::Utf8Bom || m_sawMultiByte)
        return encodingError(
            "broken UTF-8 text: byte " + hex(m_invalid.byte), m_invalid.line, m_invalid.offset);
    if (m_undefined.offset >= 0)
        return encodingError(
            "unknown encoding: byte " + hex(m_undefined.byte) +
                " is neither UTF-8 nor Windows-1252",
            m_undefined.line,
            m_undefined.offset);
    return TextEncoding::Cp1252;
}

namespace {

QStringConverter::Encoding qtEncoding(TextEncoding encoding)
{
    switch (encoding) {
    case TextEncoding::Utf16Little:
        return QStringConverter::Utf16LE;
    case TextEncoding::Utf16Big:
        return QStringConverter::Utf16BE;
    case TextEncoding::Cp1252:
        return QStringConverter::Latin1;
    case TextEncoding::Utf8:
    case TextEncoding::Utf8Bom:
        break;
    }
    return QStringConverter::Utf8;
}

} // namespace

TextDecoder::TextDecoder(TextEncoding encoding)
    : m_encoding(encoding)
    , m_decoder(qtEncoding(encoding), QStringConverter::Flag::ConvertInitialBom)
{
}

QString TextDecoder::decode(QByteArrayView bytes)
{
    QString text = m_decoder.decode(bytes);
    if (m_encoding != TextEncoding::Cp1252) return text;
    for (QChar& c : text) {
        const char16_t unit = c.unicode();
        if (unit >= 0x80 && unit <= 0x9F) c = QChar(cp1252High[unit - 0x80]);
    }
    return text;
}

Result<QString> decodeText(QByteArrayView bytes)
{
    EncodingProbe probe;
    probe.feed(bytes);
    const Result<TextEncoding> encoding = probe.verdict();
    if (!encoding) return encoding.error();
    return TextDecoder(*encoding).decode(bytes.sliced(byteOrderMarkLength(*encoding)));
}

} // namespace edupro::exchange
