// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/TextSource.h"

#include <QFile>
#include <QFileInfo>

namespace edupro::exchange {

namespace {

constexpr qint64 pieceBytes = 64 * 1024;

Error fileError(ErrorCode code, const char* key, const QString& path, const QString& why)
{
    return {.code = code, .key = key, .detail = (path + QLatin1String(": ") + why).toStdString()};
}

Error unreadable(const QIODevice& device)
{
    return {
        .code = ErrorCode::Io,
        .key = "import.unreadable",
        .detail = "the file cannot be read: " + device.errorString().toStdString()};
}

Result<QByteArray> readPiece(QIODevice& device)
{
    QByteArray bytes(pieceBytes, Qt::Uninitialized);
    const qint64 count = device.read(bytes.data(), pieceBytes);
    if (count < 0) return unreadable(device);
    bytes.truncate(count);
    return bytes;
}

Result<TextEncoding> probe(QIODevice& device)
{
    EncodingProbe encoding;
    while (true) {
        const Result<QByteArray> bytes = readPiece(device);
        if (!bytes) return bytes.error();
        if (bytes->isEmpty()) return encoding.verdict();
        encoding.feed(*bytes);
    }
}

Done checkSize(qint64 bytes, qint64 maxBytes)
{
    if (bytes == 0)
        return Error{
            .code = ErrorCode::Validation,
            .key = "import.empty",
            .detail = "the file is empty; export it again with at least a heading row"};
    if (bytes > maxBytes)
        return Error{
            .code = ErrorCode::Validation,
            .key = "import.too_big",
            .detail = "the file has " + std::to_string(bytes) + " bytes, the limit is " +
                      std::to_string(maxBytes) + "; split it into several files"};
    return done();
}

Done checkFile(const QFileInfo& file)
{
    const QString path = file.filePath();
    if (!file.exists())
        return fileError(
            ErrorCode::NotFound,
            "import.missing",
            path,
            QStringLiteral("there is no such file; check the name and the folder"));
    if (file.isDir())
        return fileError(
            ErrorCode::Validation,
            "import.directory",
            path,
            QStringLiteral("this is a folder; choose the CSV file inside it"));
    if (!file.isFile())
        return fileError(
            ErrorCode::Io,
            "import.unreadable",
            path,
            QStringLiteral("this is a device or a pipe, not a file"));
    return done();
}

} // namespace

TextSource::TextSource(std::unique_ptr<QIODevice> device, TextEncoding encoding)
    : m_device(std::move(device))
    , m_encoding(encoding)
    , m_decoder(encoding)
{
}

Result<TextSource> TextSource::open(const QString& path, qint64 maxBytes)
{
    const QFileInfo info(path);
    if (const Done checked = checkFile(info); !checked) return checked.error();
    auto file = std::make_unique<QFile>(path);
    // Unbuffered: pieces are large already, and the device would keep a second copy.
    if (!file->open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return fileError(
            ErrorCode::Io,
            "import.unreadable",
            path,
            file->errorString() + QStringLiteral("; check who may read the file"));
    Result<TextSource> source = of(std::move(file), maxBytes);
    if (source) return source;
    Error error = source.error();
    error.detail = path.toStdString() + ": " + error.detail;
    return error;
}

Result<TextSource> TextSource::of(std::unique_ptr<QIODevice> device, qint64 maxBytes)
{
    if (const Done checked = checkSize(device->size(), maxBytes); !checked) return checked.error();
    const Result<TextEncoding> encoding = probe(*device);
    if (!encoding) return encoding.error();
    TextSource source(std::move(device), *encoding);
    if (const Done rewound = source.rewind(); !rewound) return rewound.error();
    return source;
}

double TextSource::fractionRead() const
{
    const auto size = static_cast<double>(m_device->size());
    return size > 0 ? static_cast<double>(m_device->pos()) / size : 1.0;
}

Result<bool> TextSource::read(QString& piece)
{
    const Result<QByteArray> bytes = readPiece(*m_device);
    if (!bytes) return bytes.error();
    piece = m_decoder.decode(*bytes);
    return !bytes->isEmpty();
}

Done TextSource::rewind()
{
    if (!m_device->seek(byteOrderMarkLength(m_encoding))) return unreadable(*m_device);
    m_decoder = TextDecoder(m_encoding);
    return done();
}

} // namespace edupro::exchange
