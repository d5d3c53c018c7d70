// SPDX-License-Identifier: GPL-3.0-or-later
// Bytes of a text file to QString: finds out which encoding it is and says where it is broken.
#pragma once

#include "core/base/Result.h"

#include <QByteArrayView>
#include <QString>
#include <QStringDecoder>

namespace edupro::exchange {

enum class TextEncoding : std::uint8_t {
    Utf8,
    Utf8Bom,
    Utf16Little, ///< only with a byte order mark
    Utf16Big,    ///< only with a byte order mark
    Cp1252,      ///< Windows Western European, what older spreadsheets save
};

/// Length in bytes of the byte order mark of an encoding; 0 when it has none.
qsizetype byteOrderMarkLength(TextEncoding encoding);

/// Looks at a text piece by piece and decides its encoding. Valid UTF-8 wins. Invalid bytes beside
/// a byte order mark or beside valid multi-byte sequences are broken UTF-8. Only a text without one
/// valid multi-byte sequence, whose high bytes all mean something in CP1252, is CP1252.
class EncodingProbe {
public:
    void feed(QByteArrayView bytes);
    /// To be asked once, after the last piece. Errors: `import.encoding` with line and byte offset
    /// (0-based), `import.workbook` for a spreadsheet file, `import.binary` for other non-texts.
    Result<TextEncoding> verdict();

private:
    struct Place {
        qint64 offset = -1; ///< -1: did not happen
        qint64 line = 0;
        uchar byte = 0;
    };

    void start();
    void scanUtf8(QByteArrayView bytes);
    void scanUtf8Byte(uchar byte);
    void scanUtf16(QByteArrayView bytes);
    void scanUtf16Unit(char16_t unit);
    void endSequence();
    void countLine(char16_t unit);
    Result<TextEncoding> utf16Verdict();

    QByteArray m_head; ///< the first bytes, until they suffice to see a byte order mark
    bool m_started = false;
    TextEncoding m_assumed = TextEncoding::Utf8;
    qint64 m_offset = 0;
    qint64 m_line = 1;
    qint64 m_nulls = 0;
    bool m_afterCr = false;

    int m_missing = 0; ///< continuation bytes still to come
    uchar m_low = 0x80, m_high = 0xBF;
    Place m_sequence; ///< where the current multi-byte sequence began
    bool m_sawMultiByte = false;
    Place m_invalid;   ///< first place that is not UTF-8 (or not UTF-16)
    Place m_undefined; ///< first byte without a meaning in CP1252

    int m_halfUnit = -1; ///< first byte of a UTF-16 unit, or -1
    bool m_highSurrogate = false;
};

/// Turns bytes of a known encoding, handed over piece by piece from behind the byte order mark,
/// into text.
class TextDecoder {
public:
    explicit TextDecoder(TextEncoding encoding);
    QString decode(QByteArrayView bytes);

private:
    TextEncoding m_encoding;
    QStringDecoder m_decoder;
};

/// A whole text at once. Errors as EncodingProbe::verdict().
Result<QString> decodeText(QByteArrayView bytes);

} // namespace edupro::exchange
